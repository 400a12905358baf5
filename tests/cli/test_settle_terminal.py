"""What raci settle and rename ask for on a terminal, in a process that has one."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from conftest import write_files

pty = pytest.importorskip("pty", reason="terminals as on Unix")

KITCHEN = {
    "k/roles.yaml": """
        version: 1
        roles:
          chef:
            name: Chef
            responsibilities: [{name: Allergen Checks, aliases: [allergen control]}]
            deliverables: [{name: Menu}, {name: Chef}]
          buyer:
            name: Buyer
            responsibilities: [{name: Allergen Control}]
            deliverables: [{name: Menu}]
        """,
}
_LONGEST = 15  # seconds
_CTRL_C, _CTRL_D = "\x03", "\x04"


def conversation(folder: Path, *arguments: str, answers: list[str]) -> tuple[int, str]:
    """Return the exit code of raci on a terminal and what it shows: each question gets the next answer."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "raci", *arguments, "--data", "k"]
    process = subprocess.Popen(
        command, cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True,
        env={**os.environ, "TERM": "dumb", "NO_COLOR": "1", "COLUMNS": "100"},
    )  # fmt: skip
    os.close(theirs)
    shown, waiting, end = "", list(answers), time.monotonic() + _LONGEST
    while time.monotonic() < end:
        if not select.select([ours], [], [], 0.1)[0]:
            if process.poll() is not None:
                break
            if _CTRL_C in answers and not waiting:  # one that comes right before it reads is not seen
                process.send_signal(signal.SIGINT)
            continue
        try:
            shown += os.read(ours, 4096).decode("utf-8", "replace")
        except OSError:  # the process has ended
            break
        if waiting and shown.endswith(": "):
            answer = waiting.pop(0)
            if answer == _CTRL_C:
                process.send_signal(signal.SIGINT)
            else:
                os.write(ours, answer.encode() if answer == _CTRL_D else f"{answer}\n".encode())
    process.kill()
    os.close(ours)
    return process.wait(), shown.replace("\r\n", "\n")


@pytest.fixture
def kitchen(tmp_path: Path) -> Path:
    """Return a folder with a kitchen's files."""
    write_files(tmp_path, KITCHEN)
    return tmp_path


def test_everything_is_asked(kitchen: Path) -> None:
    """What was decided, who, why, and what may be said besides; a wrong day is asked for again."""
    answers = ["1", "chef", "Guests: they come.", "Buyer, the board", "2026-02-30", "2026-02-03", ""]
    code, shown = conversation(kitchen, "settle", "menu", answers=answers)
    assert code == 0, shown
    assert "Who is accountable: Buyer or Chef, or another role" in shown
    assert 'It is "2026-02-30"; write a day as 2026-01-31.' in shown
    assert (
        kitchen.joinpath("k/roles.yaml")
        .read_text("utf-8")
        .endswith(
            "overlaps:\n  menu:\n    work: [Menu]\n    agreement:\n      accountable: chef\n"
            '      because: "Guests: they come."\n      escalation: [buyer, the board]\n      decided: 2026-02-03\n'
        )
    )


def test_names_that_look_alike(kitchen: Path) -> None:
    """Of work that one role lists it is asked whether names differ."""
    code, shown = conversation(kitchen, "settle", "allergen checks", answers=["2", "allergen control"])
    assert code == 0, shown
    assert kitchen.joinpath("k/roles.yaml").read_text("utf-8").endswith("    same: Allergen Control\n")


@pytest.mark.parametrize(("answer", "code"), [("n", 2), ("y", 0), (_CTRL_C, 130), (_CTRL_D, 130)])
def test_before_something_is_replaced(answer: str, code: int, kitchen: Path) -> None:
    """It is asked whether to; no, Ctrl-C and Ctrl-D leave all as it was."""
    decision = ("settle", "menu", "--because", "x", "--accountable")
    assert conversation(kitchen, *decision, "chef", answers=[])[0] == 0
    before = kitchen.joinpath("k/roles.yaml").read_bytes()
    ended, shown = conversation(kitchen, *decision, "buyer", answers=[answer])
    assert "Replace it? [y/N]" in shown
    assert ended == code
    assert (kitchen.joinpath("k/roles.yaml").read_bytes() == before) is (code != 0)
    assert not list(kitchen.glob("k/.raci*"))


def test_a_name_of_several_things(kitchen: Path) -> None:
    """A number says which; what is no number is asked for again."""
    code, shown = conversation(kitchen, "rename", "chef", "Cook", answers=["x", "2"])
    assert code == 0, shown
    assert "Write a number from 1 to 2." in shown
    text = kitchen.joinpath("k/roles.yaml").read_text("utf-8")
    assert "    name: Chef\n" in text
    assert "{name: Cook, id: chef, aliases: [Chef]}" in text
