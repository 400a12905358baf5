"""What raci shows of its work while it works: on a terminal only, and only where it takes long."""

from __future__ import annotations

import contextlib
import io
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from raci.cli import progress
from raci.cli.progress import doing

from conftest import RunRaci, write_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DINER = {"diner.yaml": "version: 1\nroles: {cook: {name: Cook, deliverables: [{name: Menu}]}}\n"}


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Return True."""
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Make standard error a terminal of 80 columns, in front of which nobody is patient."""
    stream = Terminal()
    # Of this module only: pytest puts its own stream back before the test begins.
    monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=stream))
    monkeypatch.setattr(progress, "_PATIENCE", 0)
    return stream


def until(is_so: Callable[[], bool]) -> None:
    """Wait for something that another thread brings about; give up after a minute."""
    for _ in range(60_000):
        if is_so():
            return
        time.sleep(0.001)
    pytest.fail("nothing happened")


def test_work_is_shown_and_taken_away_again(terminal: Terminal) -> None:
    """The line stands while the work lasts; then it is overwritten and the cursor is where it was."""
    with doing("Reading"):
        until(lambda: "s" in terminal.getvalue())
        shown = terminal.getvalue()
    assert shown == "\rReading ... 0 s"
    assert terminal.getvalue() == shown + "\r" + " " * len("Reading ... 0 s") + "\r"


def test_work_that_is_soon_done_shows_nothing(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line that flickers says nothing."""
    monkeypatch.setattr(progress, "_PATIENCE", 1_000_000)
    with doing("Reading"):
        pass
    assert terminal.getvalue() == ""


def test_the_line_fits_the_terminal(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line that wraps could not be taken away."""
    monkeypatch.setattr(progress, "columns_of", lambda _: 6)
    with doing("Reading"):
        until(lambda: bool(terminal.getvalue()))
    assert terminal.getvalue() == "\rReadi\r     \r"


@pytest.mark.parametrize("why", ["quiet", "dumb", "no terminal"])
def test_nothing_is_shown(why: str, terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not to who asked for quiet, not on a terminal that cannot go back in a line, not in a pipe."""
    if why == "dumb":
        monkeypatch.setenv("TERM", "dumb")
    if why == "no terminal":
        monkeypatch.setattr(terminal, "isatty", lambda: False)
    threads: list[object] = []
    monkeypatch.setattr("raci.cli.progress.threading.Thread", threads.append)
    with doing("Reading", quiet=why == "quiet"):
        pass
    assert (terminal.getvalue(), threads) == ("", [])


def test_an_error_takes_the_line_away_too(terminal: Terminal) -> None:
    """The message that follows begins its own line."""

    def interrupted() -> None:
        with doing("Reading"):
            until(lambda: bool(terminal.getvalue()))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert terminal.getvalue().endswith(" \r")


READING, ASKING = "Reading ownership files", "Looking for the answer"
ANSWERING = [READING, ASKING, "Writing the answer"]
STEPS = {
    ("who-owns", "menu"): ANSWERING,
    ("overlaps",): ANSWERING,
    ("matrix",): ANSWERING,
    ("role", "cook"): ANSWERING,
    ("handover", "cook"): ANSWERING,
    ("health",): ANSWERING,
    ("agenda",): ANSWERING,
    ("graph",): ANSWERING,
    ("report", "-o", "-"): [READING, ASKING, "Making the report"],
    ("lint", "diner.yaml"): [READING, "Checking ownership files"],
}


@pytest.mark.parametrize("arguments", STEPS, ids=lambda arguments: arguments[0])
def test_commands_say_what_they_do(
    arguments: tuple[str, ...], raci: RunRaci, in_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading comes first, then the work of the command, all of it."""
    write_files(in_folder, DINER)
    monkeypatch.setenv("RACI_DATA", "diner.yaml")
    steps: dict[str, None] = {}

    @contextlib.contextmanager
    def noted(what: str, *, quiet: bool) -> Iterator[None]:
        steps[what] = None
        yield

    for module in ("answering", "ownership_data", "lint", "report"):
        monkeypatch.setattr(f"raci.cli.{module}.doing", noted)
    assert raci(*arguments).code in {0, 1}
    assert list(steps) == STEPS[arguments]


def test_nothing_of_it_reaches_a_pipe(tmp_path: Path) -> None:
    """Even where raci takes long."""
    write_files(tmp_path, DINER)
    code = "import raci.cli.progress as progress, raci.__main__ as m\nprogress._PATIENCE = 0\nm.run()"
    command = [sys.executable, "-c", code, "who-owns", "menu", "--data", "diner.yaml"]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")
