"""The commands that write, as processes on files and disks that will not have it: all as it was, and said so."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import write_files

pytestmark = pytest.mark.skipif(os.name == "nt", reason="limits, links and permissions as on Unix")

FILES = {
    "t/a.yaml": """\
        version: 1
        roles:
          pm:
            name: Product Manager
            aliases: [boss, Boss]
            deliverables:
              - name: Menu
        """,
    "t/b.yaml": """\
        version: 1
        roles:
          pmm:
            name: Marketing
            aliases: [the market, The Market]
            reports_to: Product Manager
            deliverables:
              - name: Menu
        # What is agreed is long enough not to fit where little room is left.
        overlaps:
          plan:
            tension: Now or later.
            work: [Menu]
        """,
}
COMMANDS = {
    "settle": ("settle", "plan", "--accountable", "pm", "--because", "So.", "-q", "--data", "t"),
    "rename": ("rename", "Product Manager", "Owner", "--data", "t"),
    "alias": ("alias", "what is eaten", "menu", "--data", "t"),
    "lint --fix": ("lint", "t", "--fix", "--select", "redundant-alias"),
}
LAST = {"settle": "b", "rename": "b", "alias": "a", "lint --fix": "b"}  # the last file that is written
# What runs in the process before raci does: no disk is filled, and nobody waits for the right moment.
FULL = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (least, least))"
MEANWHILE = """
import raci.editing.writing as writing
check = writing._check_unchanged
def after_somebody(each, target):
    if target == last:
        with open(target, "ab") as stream: stream.write(b"# mine\\n")
    check(each, target)
writing._check_unchanged = after_somebody
"""
HELD = "import fcntl; held = open(last, 'rb'); fcntl.flock(held, fcntl.LOCK_EX)"
NO_ROOM_LATER = """
import os
rename, done = os.replace, []
def replace(source, target):
    if target == last and not done:
        done.append(target)
        raise OSError(28, "No space left on device")
    rename(source, target)
os.replace = replace
"""


def run(folder: Path, name: str, before: str = "") -> subprocess.CompletedProcess[str]:
    """Return what a command's process leaves, in which something else is done first."""
    last = (folder / "t" / f"{LAST[name]}.yaml").resolve()
    names = f"last, least = {str(last)!r}, {last.stat().st_size // 2}"
    return subprocess.run(
        [sys.executable, "-c", f"{names}\n{before}\nimport sys\nfrom raci.cli.app import main\n"
         "sys.exit(main(sys.argv[1:]))", *COMMANDS[name]],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip


def held(folder: Path) -> dict[str, bytes]:
    """Return all files of a folder, those with a dot too."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def team(tmp_path: Path) -> Path:
    """Return a folder with two files that each command has something to write to."""
    write_files(tmp_path, FILES)
    return tmp_path


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize(
    ("before", "why"),
    [
        pytest.param(FULL, "file too large", id="no room"),
        pytest.param(NO_ROOM_LATER, "no space left on device", id="no room for the last"),
        pytest.param(MEANWHILE, "somebody changed it in the meantime", id="changed in between"),
        pytest.param(HELD, "it is being written by another process", id="two at once"),
        pytest.param("import os; os.chmod(last, 0o444)", "it is read-only", id="a read-only file"),
    ],
)
def test_all_files_are_as_they_were(name: str, before: str, why: str, team: Path) -> None:
    """Exit code 2 and one line that names the file; no temporary file is left."""
    files = held(team)
    if before == MEANWHILE:
        files[f"t/{LAST[name]}.yaml"] += b"# mine\n"
    ran = run(team, name, before)
    assert (ran.returncode, ran.stdout) == (2, "")
    told = ran.stderr.splitlines()
    assert len(told) == 1
    assert told[0].startswith("raci: t/")
    assert told[0].casefold().endswith(f" cannot be written: {why}; no file was changed.")
    assert held(team) == files


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
@pytest.mark.parametrize("name", COMMANDS)
def test_a_read_only_folder(name: str, team: Path) -> None:
    """There is no room for a temporary file beside the others."""
    files = held(team)
    (team / "t").chmod(0o555)
    try:
        ran = run(team, name)
    finally:
        (team / "t").chmod(0o755)
    assert (ran.returncode, ran.stdout, len(ran.stderr.splitlines())) == (2, "", 1)
    assert "cannot be written: its folder is read-only; no file was changed." in ran.stderr
    assert held(team) == files


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a device of Linux")  # noqa: PTH110
@pytest.mark.parametrize("name", ["settle", "rename", "alias"])
def test_what_is_written_but_cannot_be_told(name: str, team: Path) -> None:
    """The exit code is about the files: 0, and a word on standard error."""
    before = held(team)
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "raci", *COMMANDS[name]],
            cwd=team, stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert (ran.returncode, ran.stderr) == (
        0, "raci: Standard output cannot be written: No space left on device. The files are written.\n",
    )  # fmt: skip
    assert held(team) != before


@pytest.mark.parametrize("name", COMMANDS)
def test_a_link_is_followed(name: str, team: Path) -> None:
    """It stays one, and what it leads to is written, with its permissions; nothing else is there."""
    real, link = team / "real.yaml", team / "t" / f"{LAST[name]}.yaml"
    link.rename(real)
    real.chmod(0o640)
    link.symlink_to(real)
    before = held(team)
    ran = run(team, name)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert link.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert held(team).keys() == before.keys()
    assert held(team)["real.yaml"] != before["real.yaml"]


def test_two_commands_at_once_lose_nothing(team: Path) -> None:
    """Each has written its word, or says that it has not."""
    ran = [
        subprocess.Popen(
            [sys.executable, "-m", "raci", "alias", f"word {number}", "menu", "--data", "t"],
            cwd=team, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        )
        for number in range(3)
    ]  # fmt: skip
    told = [process.communicate()[1] for process in ran]
    text = (team / "t/a.yaml").read_text("utf-8")
    for number, process in enumerate(ran):
        assert (process.returncode == 0) is (f"word {number}" in text)
        assert process.returncode == 0 or told[number].endswith("; no file was changed.\n")
    assert held(team).keys() == FILES.keys()
