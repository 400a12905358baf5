"""What each command asks of the system, as Python's audit hooks see it: to read the files, to write the output."""

from __future__ import annotations

import json
import mimetypes
import os
import subprocess
import sys
from pathlib import Path

import pytest
from processes import KITCHEN, environment
from promises import FORMS, WORDS, Form

from repositories import Repo

HERE = Path(__file__).resolve().parent
INSTALLED = tuple(
    {
        os.path.realpath(path)
        for path in (sys.prefix, sys.base_prefix, HERE.parents[1] / "raci", HERE.parents[1] / "data", HERE)
    }
)
# What Python itself looks at: the zone of the clock, the terminal, the source of random names for temporary files,
# what kinds of files there are.
SYSTEM = (
    *map(str, mimetypes.knownfiles),
    "/dev/",
    "/etc/localtime",
    "/usr/share/zoneinfo",
    "/proc/",
    "/etc/ld.so",
    "/lib",
    "/usr/lib",
)
# What git ignores is left out: its own lists are read, and git is not asked.
GIT = {
    ".git",
    ".git/commondir",
    ".git/index",
    ".git/info/exclude",
    *(f"{folder}.gitignore" for folder in ("", "data/", "data/sub/")),
}
# Templates, and what networkx makes of its own functions when they are first called.
TEMPLATES = ("<template>", "<unknown>", "<string>", "<frozen", "<class 'networkx.")


def audited(folder: Path, arguments: list[str]) -> list[tuple[str, list[str]]]:
    """Return the events of a run of raci in `folder`, which has to end in 0 or 1."""
    ran = subprocess.run(
        [sys.executable, str(HERE / "audit.py"), "events.json", *arguments],
        cwd=folder,
        capture_output=True,
        check=False,
        env=environment(PYTHONDONTWRITEBYTECODE="1", HOME=str(folder / "home")),
    )
    assert ran.returncode in {0, 1}, ran
    found: list[tuple[str, list[str]]] = json.loads(
        (folder / "events.json").read_text("utf-8", "surrogateescape")
    )
    return found


def _is_ours(path: str, folder: Path) -> bool:
    full = os.path.realpath(folder / path)
    return not full.startswith((*INSTALLED, *SYSTEM)) and not path.isdigit()


@pytest.mark.parametrize("form", FORMS, ids=str)
def test_nothing_but_reading_and_writing(form: Form, in_folder: Path) -> None:
    """The data and the configuration are read, the output is written; no socket, program, code or other file."""
    data = in_folder / "data"
    (data / "sub").mkdir(parents=True)
    (data / "a.yaml").write_text(KITCHEN, "utf-8")
    (data / "sub/b.yml").write_text("x: !!python/object/apply:os.system ['touch hacked']\n", "utf-8")
    (data / "secret.txt").write_text("x", "utf-8")
    (data / ".hidden.d").mkdir()
    (data / ".hidden.d/c.yaml").write_text(KITCHEN, "utf-8")
    (in_folder / ".git").mkdir()
    events = audited(in_folder, form.arguments("data"))
    touched = {
        (kind, os.path.relpath(in_folder / value[0], in_folder))
        for kind, value in events
        if kind in {"read", "write"} and _is_ours(value[0], in_folder)
    }
    reads = {path for kind, path in touched if kind == "read"}
    writes = {path for kind, path in touched if kind == "write"}
    expected = {"data/a.yaml", "data/sub/b.yml"} if form.reads else set()
    if form.command == "diff":  # the other side, with the configuration above it
        (side,) = WORDS["diff"]
        expected |= {os.path.relpath(each, in_folder) for each in (side, HERE.parents[1] / "pyproject.toml")}
    assert {path for path in reads if ".git" not in path} - {"."} <= expected
    assert {path for path in reads if ".git" in path} <= GIT
    if form.command == "init":
        assert all(
            path.startswith((".raci-", "new/", "raci.toml")) or path == "raci.toml" for path in writes
        ), writes
    else:
        assert not writes
    names = {kind for kind, _ in events}
    assert not {
        name
        for name in names
        if name.startswith(
            ("socket", "subprocess", "webbrowser", "pty", "urllib", "http", "pickle", "ftplib", "smtplib")
        )
    }
    assert not names & {
        "os.system",
        "os.exec",
        "os.fork",
        "os.posix_spawn",
        "os.spawn",
        "os.startfile",
        "os.kill",
    }
    assert not (in_folder / "hacked").exists()
    assert not (in_folder / "home").exists()
    if form.command != "init":
        assert sorted(path.name for path in in_folder.iterdir()) == [".git", "data", "events.json"]


@pytest.mark.parametrize("form", [form for form in FORMS if form.reads], ids=str)
def test_no_text_of_the_data_is_run(form: Form, in_folder: Path) -> None:
    """What is compiled is Python's, networkx's, and that of the templates, whose source is part of raci."""
    (in_folder / "a.yaml").write_text(
        KITCHEN.replace("Cook", "\"{{ 7*7 }} {% include 'x' %} __import__('os')\""), "utf-8"
    )
    events = audited(in_folder, form.arguments("a.yaml"))
    for kind, values in events:
        if kind in {"exec", "compile"} and not values[0].startswith(TEMPLATES):
            assert os.path.realpath(values[0]).startswith((*INSTALLED, *SYSTEM)), values


@pytest.mark.parametrize(
    "form",
    list({form.command: form for form in FORMS if form.command != "init"}.values()),
    ids=lambda form: form.command,
)
def test_only_the_output_is_written(form: Form, in_folder: Path) -> None:
    """To a temporary file beside it, which then gets its name."""
    (in_folder / "a.yaml").write_text(KITCHEN, "utf-8")
    (in_folder / "out").mkdir()
    line = form.arguments("a.yaml")
    line = line[: line.index("--output")] if "--output" in line else line
    events = audited(in_folder, [*line, "--output", "out/page"])
    written = {value[0] for kind, value in events if kind == "write" and _is_ours(value[0], in_folder)}
    assert all(Path(path).name.startswith(".raci-") for path in written), written
    assert len(written) == 1
    assert [path.name for path in (in_folder / "out").iterdir()] == ["page"]


def test_of_a_revision_only_git_is_started(in_folder: Path) -> None:
    """By its full name, and nothing is written but by it; what it may do is its own test."""
    repo = Repo.new(in_folder / "repo")
    repo.commit_files({"a.yaml": KITCHEN})
    before = repo.state()
    for line in (["who-owns", "plan"], ["lint"], ["report"], ["health", "--since", "HEAD"]):
        data = ["a.yaml"] if line == ["lint"] else ["--data", "a.yaml"]
        events = audited(repo.folder, [*line, *data, *([] if "--since" in line else ["--at", "HEAD"])])
        started = {values[0] for kind, values in events if kind == "subprocess.Popen"}
        assert [os.path.basename(program) for program in started] == ["git"]  # noqa: PTH119
        assert all(map(os.path.isabs, started))
        names = {kind for kind, _ in events}
        assert not names & {"os.system", "os.exec", "os.startfile", "os.kill", "socket.connect"}
        assert not [value for kind, value in events if kind == "write" and _is_ours(value[0], repo.folder)]
        (repo.folder / "events.json").unlink()
        assert repo.state() == before
