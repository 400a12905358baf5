"""raci who-owns --questions, as its users run it: a register's own regression test."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING

import pytest
import raci as library

from conftest import FORMATS, WORDS_AND_RECORDS, Golden, RunRaci, register_of, write_files

if TYPE_CHECKING:
    from pathlib import Path

TEAM = """
    version: 1
    roles:
      cook:
        name: Head Cook
        aliases: [HC]
        deliverables: [{name: Menu, aliases: [what we cook]}, {name: Order Sheet}]
        responsibilities: [{name: Salt; Pepper}, {name: Seasonal Planning}]
      buyer: {name: Buyer, deliverables: [{name: Order Sheet}], responsibilities: [{name: Price Watch}]}
    unowned:
      - {name: Car Park, because: The landlord sees to it.}
"""
ASKED = """# What people ask

who decides what we cook\tHC
the order sheet\tnobody
menu\tBuyer; order sheet
bicycle repair
"""


@pytest.fixture
def team(in_folder: Path) -> Path:
    """Work in a folder with a register."""
    write_files(in_folder, {"team.yaml": TEAM, "raci.toml": 'data = ["team.yaml"]\n'})
    return in_folder


def held(raci: RunRaci, folder: Path, expected: str, question: str = "menu") -> int:
    """Return the exit code of asking one question with an expectation."""
    (folder / "one.txt").write_text(f"{question}\t{expected}\n", "utf-8")
    return raci("who-owns", "--questions", "one.txt").code


@pytest.mark.parametrize(("format_", "ending"), WORDS_AND_RECORDS)
def test_the_answers_in_words_and_as_records(
    format_: str, ending: str, raci: RunRaci, team: Path, golden: Golden
) -> None:
    """A table with what is as expected and what is not, byte for byte; exit code 1."""
    (team / "questions.txt").write_text(ASKED, "utf-8")
    ran = raci("who-owns", "--questions", "questions.txt", "-f", format_)
    assert ran.code == 1
    assert ran.err == "1 of 3 questions are not answered as expected (questions.txt:5).\n"
    golden(ran.out, "who-owns-questions", f"team.{ending}")


@pytest.mark.parametrize("format_", FORMATS)
def test_in_every_form_the_exit_code_says_whether_all_is_as_expected(
    format_: str, raci: RunRaci, team: Path
) -> None:
    """Also where nothing is expected, and nobody found."""
    (team / "good.txt").write_text("menu\tMenu\nbicycle repair\n", "utf-8")
    (team / "bad.txt").write_text("menu\tBuyer\n", "utf-8")
    good = raci("who-owns", "--questions", "good.txt", "-f", format_)
    assert (good.code, good.err) == (0, "")
    assert raci("who-owns", "--questions", "bad.txt", "-f", format_, "-q").code == 1
    assert raci("who-owns", "--questions", "bad.txt", "-f", format_, "-q").err == ""


@pytest.mark.parametrize(
    ("question", "expected", "code"),
    [
        ("menu", "cook", 0),
        ("menu", "hc", 0),
        ("menu", "What We Cook", 0),
        ("menu", "Buyer;Head Cook", 0),
        ("menu", "Buyer\tHead Cook", 0),
        ("menu", "Buyer", 1),
        ("menu", "nobody", 1),
        ("menu", "nobody; Menu", 0),
        ("order sheet", "Order Sheet", 0),
        ("order sheet", "Buyer", 1),  # claimed by two: nobody's yet
        ("order sheet", "Nobody", 0),
        ("car park", "-", 0),
        ("bicycle repair", "nobody", 0),
        ("bicycle repair", "Menu", 1),
        ("salt and pepper", "Salt; Pepper", 0),
        ("who is the head cook", "HC", 0),
        ("who is the head cook", "nobody", 1),
        ("what does the head cook do", "HC; Buyer", 0),
        ("does the buyer own the menu", "HC", 0),
        ("which work is contested", "order sheet", 0),
        ("which work is contested", "menu", 1),
        ("menu", " ", 0),
    ],
)
def test_what_is_expected_may_be_work_a_role_or_nobody(
    question: str, expected: str, code: int, raci: RunRaci, team: Path
) -> None:
    """By id, name or alias; of several one is enough."""
    assert held(raci, team, expected, question) == code


def test_every_wrong_line_is_told_at_once(raci: RunRaci, team: Path) -> None:
    """With file, line and the nearest name; no question is asked."""
    lines = ["menu\tByer; Menuu; Menu", "\tBuyer", "x" * 1001, "menu\tzzzzzz"]
    (team / "q.txt").write_text("\n".join(lines), "utf-8")
    ran = raci("who-owns", "--questions", "q.txt")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "raci: The questions cannot be asked.\n"
        'q.txt:1: "Byer" is no role, no person and no piece of work. Did you mean "Buyer"?\n'
        'q.txt:1: "Menuu" is no role, no person and no piece of work. Did you mean "Menu"?\n'
        "q.txt:2: There is no question before the tab.\n"
        "q.txt:3: The question has more than 1,000 characters.\n"
        'q.txt:4: "zzzzzz" is no role, no person and no piece of work.\n'
    )


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "There is no question.\n"),
        (b"# nothing\n\n  # more\n", "There is no question.\n"),
        ("menü".encode("latin-1"), "q.txt:1:4: the byte 0xFC is not UTF-8. Save the file as UTF-8.\n"),
        ("menu".encode("utf-16"), "q.txt:1:1: the file is written in UTF-16. Save the file as UTF-8.\n"),
        (b"menu\n" * 10_001, "q.txt:10001: There are more than 10,000 questions.\n"),
        (
            b"menu\t\x1b[31m::error::\n",
            'q.txt:1: "\\x1b[31m::error::" is no role, no person and no piece of work.\n',
        ),
    ],
)
def test_a_file_that_cannot_be_asked(content: bytes, said: str, raci: RunRaci, team: Path) -> None:
    """Is told in one sentence; exit code 2."""
    (team / "q.txt").write_bytes(content)
    ran = raci("who-owns", "--questions", "q.txt")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.removeprefix("raci: ").removeprefix("The questions cannot be asked.\n") == said


@pytest.mark.parametrize("name", ["gone.txt", ".", ""])
def test_what_is_no_file_is_told(name: str, raci: RunRaci, team: Path) -> None:
    """A missing file, or a folder."""
    ran = raci("who-owns", "--questions", name)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("raci: ")
    assert "bug" not in ran.err


@pytest.mark.parametrize(
    "content", [b"\xef\xbb\xbfmenu\tHC\r\ncar park\tnobody\r\n", b"menu\tHC\rcar park\t-"]
)
def test_any_editors_line_ends_will_do(content: bytes, raci: RunRaci, team: Path) -> None:
    """And a byte order mark."""
    (team / "q.txt").write_bytes(content)
    assert raci("who-owns", "--questions", "q.txt").code == 0
    assert len(json.loads(raci("who-owns", "--questions", "q.txt", "--json").out)["asked"]) == 2


def test_questions_come_from_standard_input(
    raci: RunRaci, team: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As `-`."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"menu\nmenu\tBuyer\n")))
    ran = raci("who-owns", "--questions", "-")
    assert ran.code == 1
    assert ran.err == "1 of 1 question is not answered as expected (-:2).\n"


@pytest.mark.parametrize("arguments", [(), ("menu", "--questions", "q.txt")])
def test_either_a_question_or_a_file(arguments: tuple[str, ...], raci: RunRaci, team: Path) -> None:
    """Not both, and not neither."""
    ran = raci("who-owns", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "raci: Ask a question, or name a file of questions with --questions.\n"


def test_the_answers_do_not_go_into_the_file_of_questions(raci: RunRaci, team: Path) -> None:
    """It would be lost."""
    (team / "q.txt").write_text("menu\n", "utf-8")
    assert raci("who-owns", "--questions", "q.txt", "-o", "q.txt").code == 2
    assert (team / "q.txt").read_text("utf-8") == "menu\n"


def test_hostile_questions_stay_text(raci: RunRaci, team: Path) -> None:
    """Nothing that a terminal, a spreadsheet or a page would act on."""
    (team / "q.txt").write_text("=cmd|' /C calc'!A0\n<script>alert(1)</script>\n\x1b[2Jmenu\u202e\n", "utf-8")
    for format_ in FORMATS:
        out = raci("who-owns", "--questions", "q.txt", "-f", format_).out
        assert "\x1b" not in out
        assert "\u202e" not in out
        assert format_ != "html" or "<script" not in out
    rows = raci("who-owns", "--questions", "q.txt").out.splitlines()
    assert rows[1].split("\t")[1].startswith("'=")


def test_the_library_asks_the_same() -> None:
    """Lines as of a file; what is wrong is an exception with the numbers of the lines."""
    register = register_of(TEAM)
    answer = library.questions(register, ["what we cook\tHC", "", "bicycle repair\tMenu", "menu"], limit=1)
    assert [(each.line, each.as_expected) for each in answer.asked] == [(1, True), (3, False), (4, None)]
    assert answer.asked[0].answer == library.who_owns(register, "what we cook", limit=1)
    assert answer.file is None
    with pytest.raises(library.WrongQuestions, match='line 2: "Bier" is no role'):
        library.questions(register, ["menu", "menu\tBier"])
    with pytest.raises(ValueError, match="lines takes a list, not a string"):
        library.questions(register, "menu")


def test_spaces_in_place_of_a_tab_are_told(raci: RunRaci, team: Path) -> None:
    """What stands behind them was meant to be expected."""
    (team / "q.txt").write_text("menu   HC\nmenu\tHC\nprice  watch\tBuyer\n", "utf-8")
    note = "Several spaces are no tab: what stands behind them is asked, not expected (q.txt:1)."
    assert raci("who-owns", "--questions", "q.txt").err == f"{note}\n"
    assert note in raci("who-owns", "--questions", "q.txt", "-f", "markdown").out


def test_a_hyphen_that_stands_for_nobody_stays_as_it_is(raci: RunRaci, team: Path) -> None:
    """No spreadsheet would calculate with it."""
    (team / "q.txt").write_text("car park\t-\n", "utf-8")
    for format_ in ("csv", "text"):
        out = raci("who-owns", "--questions", "q.txt", "-f", format_).out
        assert "'-" not in out


@pytest.mark.parametrize(
    ("question", "expected", "code"),
    [("menu", "Ana", 0), ("menu", "ana lima; Buyer", 0), ("price watch", "Ana", 1), ("who is Ana", "Ana", 0)],
)
def test_a_person_is_expected_as_the_role(
    question: str, expected: str, code: int, raci: RunRaci, team: Path
) -> None:
    """By any part of the name."""
    write_files(team, {"team.yaml": TEAM.replace("aliases: [HC]", "people: [Ana Lima]")})
    assert held(raci, team, expected, question) == code
