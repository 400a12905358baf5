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
    code, shown = conversation(kitchen, "settle", "allergen checks", answers=["3", "2", "allergen control"])
    assert code == 0, shown
    assert "2 Allergen Checks and Allergen Control are one thing (same)" in shown
    assert "Write a number from 1 to 2." in shown
    assert kitchen.joinpath("k/roles.yaml").read_text("utf-8").endswith("    same: Allergen Control\n")
    code, shown = conversation(kitchen, "settle", "allergen checks", answers=["n"])
    assert code == 2
    assert shown.startswith('"Allergen Checks and Allergen Control" (k/roles.yaml:14:5) already says whether')


@pytest.mark.parametrize(("answer", "code"), [("n", 2), ("y", 0), (_CTRL_C, 130), (_CTRL_D, 130)])
def test_before_something_is_replaced(answer: str, code: int, kitchen: Path) -> None:
    """It is asked whether to; no, Ctrl-C and Ctrl-D leave all as it was."""
    decision = ("settle", "menu", "--because", "x", "--accountable")
    assert conversation(kitchen, *decision, "chef", answers=[])[0] == 0
    before = kitchen.joinpath("k/roles.yaml").read_bytes()
    ended, shown = conversation(kitchen, *decision, "buyer", answers=[answer])
    assert "Replace it? [y/N]" in shown
    assert ended == code
    assert ("Nothing was written." in shown) is (code != 0)
    assert (kitchen.joinpath("k/roles.yaml").read_bytes() == before) is (code != 0)
    assert not list(kitchen.glob("k/.raci*"))


SHOP = {
    "k/roles.yaml": """
        version: 1
        roles:
          chef: {name: Chef, reports_to: owner, deliverables: [{name: Menu}, {name: Wine List}]}
          buyer: {name: Buyer, reports_to: owner, deliverables: [{name: Menu}, {name: Stock List}]}
          owner: {name: Owner}
        overlaps:
          drinks: {tension: Good or cheap., sides: {chef: Good., buyer: Cheap.}, work: [Wine List, Stock List]}
        """,
}


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """Return a folder with a file whose roles report to one, and where no names look alike."""
    write_files(tmp_path, SHOP)
    return tmp_path


def test_each_piece_of_an_area_is_asked(shop: Path) -> None:
    """Enter keeps who is accountable today, and takes whom all report to; a wrong answer is asked again."""
    answers = [
        "",
        "chefs",
        "1",
        "chef",
        "...",
        "So.",
        "ownr",
        "n",
        "",
        "2026-02-01",
        "2026-01-01",
        "2026-03-01",
    ]
    code, shown = conversation(shop, "settle", "drinks", answers=answers)
    assert code == 0, shown
    asked = [
        "Who is accountable for Wine List: Buyer or Chef, or another role [Chef]",
        "Who is accountable for Stock List: Buyer or Chef, or another role [Buyer]",
        '"chefs" is no role. Did you mean "Chef"?',
        '"1" is no role. Known: Buyer, Chef, Owner.',
        "Why was it settled this way? Without a reason nothing is settled.\nWhy: ...",
        'The reason is "...", which says nothing.',
        "with commas (- for nobody) [Owner]: ownr",
        "The review, 2026-01-01, is before the day it was decided, 2026-02-01.",
    ]
    assert [each for each in asked if each not in shown] == []
    assert "--" not in shown.partition("Wrote")[0]
    text = shop.joinpath("k/roles.yaml").read_text("utf-8")
    assert (
        "agreement: {accountable: {Wine List: chef, Stock List: chef}, because: So., escalation: [owner], "
        "decided: 2026-02-01, review: 2026-03-01}" in text
    )


def test_only_what_can_be_done_is_offered(shop: Path) -> None:
    """Where no name looks like it, nobody is asked about names; work of one list alone is told at once."""
    code, shown = conversation(shop, "settle", "menu", answers=["chef", "So.", "-", "", ""])
    assert code == 0, shown
    assert shown.startswith("Who is accountable: Buyer or Chef, or another role: ")
    assert "escalation" not in shop.joinpath("k/roles.yaml").read_text("utf-8")


def test_what_is_settled_is_told_first(shop: Path) -> None:
    """Before anything else is asked; what may be kept is the default."""
    settled = ("settle", "menu", "--accountable", "chef", "--because", "So.", "--escalation", "owner")
    assert conversation(shop, *settled, answers=[])[0] == 0
    code, shown = conversation(shop, "settle", "menu", answers=["n"])
    assert code == 2
    assert shown == (
        '"Menu" is settled already: Chef, because: So.\nReplace it? [y/N]: n\nraci: Nothing was written.\n'
    )
    code, shown = conversation(shop, "settle", "menu", answers=["y", "buyer", "Costs.", "", ""])
    assert code == 0, shown
    assert "or another role [Chef]: buyer\nThe reason that is there was for another decision.\nWhy: " in shown


def test_a_command_with_dots_asks_what_they_stand_for(shop: Path) -> None:
    """As overlaps and agenda print it."""
    command = ("settle", "drinks", "--as-is", "--because", "...", "--escalation", "owner")
    code, shown = conversation(shop, *command, answers=["So.", "", ""])
    assert code == 0, shown
    text = shop.joinpath("k/roles.yaml").read_text("utf-8")
    assert "{Wine List: chef, Stock List: buyer}, because: So., escalation: [owner]}" in text


def test_a_name_of_several_things(kitchen: Path) -> None:
    """A number says which; what is no number is asked for again."""
    code, shown = conversation(kitchen, "rename", "chef", "Cook", answers=["x", "2"])
    assert code == 0, shown
    assert "Write a number from 1 to 2." in shown
    text = kitchen.joinpath("k/roles.yaml").read_text("utf-8")
    assert "    name: Chef\n" in text
    assert "{name: Cook, id: chef, aliases: [Chef]}" in text
