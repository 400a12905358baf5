"""Odd surroundings: locales, terminals, streams, folders, signals. Each has some of the commands in turn."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from processes import KITCHEN, close, environment, process
from promises import FORMS, READING, Form, check

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the surroundings of POSIX systems")

ALL = tuple({form.command: form for form in reversed(FORMS) if form.command != "init"}.values())
READERS = tuple(form for form in ALL if form.reads)
FOREIGN = KITCHEN.replace("Cook", "料理人 é 👩‍🍳").replace("Plan", "Plan \u0641\u0637\u0648\u0631")
_turns = iter(range(1_000_000))


@pytest.fixture(autouse=True)
def folder(in_folder: Path) -> Path:
    """Work in a folder with a file whose names are in several scripts."""
    (in_folder / "a.yaml").write_text(FOREIGN, "utf-8")
    return in_folder


def some(forms: tuple[Form, ...], number: int = 2) -> list[Form]:
    """Return the next few forms: over all tests each has its turn."""
    return [forms[next(_turns) % len(forms)] for _ in range(number)]


SURROUNDINGS: dict[str, dict[str, str | None]] = {
    "the C locale": {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "an unknown locale": {"LANG": "xx_XX.nope", "LC_ALL": "xx_XX.nope"},
    "ascii streams": {"PYTHONIOENCODING": "ascii"},
    "strict ascii streams": {"PYTHONIOENCODING": "ascii:strict"},
    "latin-1 streams": {"PYTHONIOENCODING": "latin-1"},
    "one column": {"COLUMNS": "1", "LINES": "1", "FORCE_COLOR": "1"},
    "no column": {"COLUMNS": "0"},
    "odd columns": {"COLUMNS": "-7e9x"},
    "very many columns": {"COLUMNS": "9" * 30},
    "no terminal name": {"TERM": None},
    "an unknown terminal": {"TERM": "no such thing", "FORCE_COLOR": "1"},
    "a dumb terminal": {"TERM": "dumb", "FORCE_COLOR": "1"},
    "no home": {"HOME": None, "XDG_CONFIG_HOME": None, "XDG_CACHE_HOME": None, "USER": None},
    "a home that is not there": {"HOME": "/nowhere/at/all"},
    "a home that is a file": {"HOME": "/etc/passwd"},
    "no path": {"PATH": None},
    "no temporary folder": {"TMPDIR": "/nowhere", "TMP": "/nowhere", "TEMP": "/nowhere"},
    "far east": {"TZ": "Pacific/Kiritimati"},
    "far west": {"TZ": "<-12>12"},
    "no such zone": {"TZ": "\x01:::"},
    "a runner": {"CI": "true", "GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": "/nowhere"},
    "developer's mode": {"PYTHONDEVMODE": "1", "PYTHONWARNINGS": "error"},
    "no docstrings": {"PYTHONOPTIMIZE": "2"},
    "other options": {
        "RACI_DATA": "",
        "RACI_CONFIG": "x",
        "PAGER": "false",
        "EDITOR": "false",
        "BROWSER": "false",
    },
    "empty variables": {
        "COLUMNS": "",
        "NO_COLOR": "",
        "FORCE_COLOR": "",
        "TERM": "",
        "LANG": "",
        "TZ": "",
        "HOME": "",
    },
}


@pytest.mark.parametrize("name", SURROUNDINGS)
def test_the_environment(name: str, folder: Path) -> None:
    """Whatever is set or missing, there is an answer."""
    for form in some(READERS, 3):
        ran = process(form.arguments("a.yaml"), folder, env=environment(**SURROUNDINGS[name]))
        assert ran.code in {0, 1}, (str(form), ran)
        assert "Warning" not in ran.err
        assert not ran.err or form.command == "lint"


CLOSED = {"input": (0,), "output": (1,), "errors": (2,), "both": (1, 2), "all": (0, 1, 2)}


@pytest.mark.parametrize("name", CLOSED)
def test_closed_streams(name: str, folder: Path) -> None:
    """An answer that can go nowhere is exit code 2, said where that is possible; nothing else changes."""
    for form in some(ALL, 3):
        ran = process(form.arguments("a.yaml"), folder, prepare=close(*CLOSED[name]))
        if 1 in CLOSED[name]:
            assert ran.code == 2, (str(form), ran)
            assert 2 in CLOSED[name] or ran.err == "raci: Standard output is closed.\n"
        else:
            assert ran.code in {0, 1}, (str(form), ran)
            assert ran.out


@pytest.mark.parametrize("name", ["output", "both"])
def test_a_closed_stream_is_not_the_next_file(name: str, folder: Path) -> None:
    """What a program opens gets the number of the stream that is closed: no answer may be written into it."""
    ran = process(["matrix", "--data", "a.yaml", "-o", "x"], folder, prepare=close(*CLOSED[name]))
    assert ran.code == 0
    assert Path("x").read_text("utf-8").count("Plan") >= 1
    assert Path("a.yaml").read_text("utf-8") == FOREIGN


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_full_streams(stream: str, folder: Path) -> None:
    """A full disk behind a stream is exit code 2 for the answer, and no trouble for what is said beside it."""
    for form in some(ALL):
        with Path("/dev/full").open("wb") as full:
            given: dict[str, Any] = {stream: full}
            ran = process(form.arguments("a.yaml"), folder, **given)
        if stream == "stdout":
            assert (ran.code, ran.err) == (
                2,
                "raci: Standard output cannot be written: No space left on device.\n",
            )
        else:
            assert ran.code in {0, 1}


@pytest.mark.parametrize("form", ALL, ids=lambda form: form.command)
def test_a_reader_that_leaves(form: Form, folder: Path) -> None:
    """The code is that of the answer, and nothing is said; also where errors go into the same pipe."""
    quiet = ["--quiet"] if form.command == "import" else []  # its report is no error
    read, write = os.pipe()
    os.close(read)
    ran = process([*form.arguments("a.yaml"), *quiet], folder, stdout=write)
    both = process([*form.arguments("a.yaml"), "--no-such-option"], folder, stdout=write, stderr=write)
    os.close(write)
    assert ran.code in {0, 1}, ran
    assert ran.err == ""
    assert both.code == 2


def test_a_folder_that_has_been_removed(folder: Path) -> None:
    """With paths from the root there is an answer still; without, one message."""
    for form in some(ALL, len(ALL)):
        gone = folder / "gone"
        gone.mkdir()

        def go(gone: Path = gone) -> None:
            os.chdir(gone)
            shutil.rmtree(gone)

        for path in (str(folder / "a.yaml"), "a.yaml"):
            gone.mkdir(exist_ok=True)
            ran = process(form.arguments(path), folder, prepare=go)
            check(ran, form)


INTERRUPTED_AT = {
    "start": "raci.cli.app.prepare_streams",
    "reading": "raci.loading.source_file.decode",
    "parsing": "raci.loading.yaml_source.read_yaml",
    "checking": "raci.loading.load.check_file",
    "joining": "raci.loading.load.join",
}


@pytest.mark.parametrize("moment", [*INTERRUPTED_AT, "importing", "writing"])
def test_an_interrupt_is_quiet(moment: str, folder: Path) -> None:
    """Ctrl-C ends with 130 and without a word, whatever raci is doing."""
    stop = "import os, signal, sys\ndef stop(*a, **k): os.kill(os.getpid(), signal.SIGINT); raise SystemExit(9)\n"
    if moment == "importing":
        hook = "class F:\n    def find_spec(self, name, *a):\n        if name == 'yaml': stop()\nsys.meta_path.insert(0, F())\n"
    elif moment == "writing":
        hook = "class W:\n    def write(self, t): stop()\n    def flush(self): pass\n    def isatty(self): return False\nsys.stdout = W()\n"
    else:
        module, name = INTERRUPTED_AT[moment].rsplit(".", 1)
        hook = f"import {module} as m; m.{name} = stop\n"
    code = f"{stop}{hook}from raci.__main__ import run; run()"
    for form in some(READERS, 2):
        ran = subprocess.run(
            [sys.executable, "-c", code, *form.arguments("a.yaml")],
            cwd=folder,
            capture_output=True,
            check=False,
            env=environment(),
        )
        assert (ran.returncode, ran.stderr, ran.stdout) == (130, b"", b""), str(form)


def test_the_day_is_that_of_the_zone(folder: Path) -> None:
    """Where it is tomorrow already, reviews are due a day earlier; a day that is given holds everywhere."""
    outs = {
        process([*form.arguments("a.yaml"), "--as-of", "2026-01-31"], folder, env=environment(TZ=zone)).out
        for form in READING
        if str(form) == "health-json"
        for zone in ("Pacific/Kiritimati", "<-12>12", "UTC")
    }
    assert len(outs) == 1
