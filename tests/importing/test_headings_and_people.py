"""raci import: rows that are no plain work: headings, people, work that nobody holds."""

from __future__ import annotations

import pytest
from test_readings import letters, read


def areas(text: str, name: str = "m.csv") -> list[tuple[str, str]]:
    """Return areas and names of work."""
    return [(each.claim.area, each.name) for each in read(text, name).found.work]


def test_one_row_without_letters_amid_others_is_told_and_no_heading() -> None:
    """It may be work that nobody holds: its name is in the report, and areas are as they were."""
    text = "Task,PM,Dev\nPlan,A,R\nReview,,\nShip,I,A\n"
    assert areas(text) == [("", "Plan"), ("", "Ship")]
    (told,) = read(text).report.not_understood
    assert (told.text, told.place) == ("Review", "m.csv:3")
    assert told.reason.startswith("no letters stand in its row; a heading is one where")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Task,PM,Dev\nStart,,\nPlan,A,R\nShip,I,A\n", "m.csv"),
        ("| Task | PM | Dev |\n|-|-|-|\n| **Start** | | |\n| Plan | A | R |\n| Ship | I | A |\n", "m.md"),
        ("Task,PM,Dev\nStart:,,\nPlan,A,R\nShip,I,A\n", "m.csv"),
    ],
)
def test_headings_that_come_first_or_are_marked_are_areas(text: str, name: str) -> None:
    """So they are read without a word."""
    assert areas(text, name) == [("Start", "Plan"), ("Start", "Ship")]


def test_several_headings_are_areas_and_named() -> None:
    """Where nothing marks them, the report says which rows they are."""
    text = "Task,PM,Dev\nPlan,A,R\nMake,,\nBuild,I,A\nUse,,\nRun,A,R\n"
    assert areas(text) == [("", "Plan"), ("Make", "Build"), ("Use", "Run")]
    (table,) = read(text).report.tables
    assert 'Rows without letters are taken as headings: "Make", "Use".' in table.columns
    assert areas("Task,PM,Dev\nPlan,A,R\nMake:,,\nBuild,I,A\n") == [("", "Plan"), ("Make", "Build")]


PEOPLE = [
    ",Head of Sales,CFO\n,Anna,Carl\nQuote,A,R\nPay,I,A\n",
    "Task,Head of Sales,CFO\n,Anna,Carl\nQuote,A,R\nPay,I,A\n",
    "Task,Head of Sales,CFO\nName,Anna,Carl\nQuote,A,R\nPay,I,A\n",
    "Our matrix,,\n\n#,Task,Head of Sales,CFO\n,,Anna,Carl\n1,Quote,A,R\n2,Pay,I,A\n",
]


@pytest.mark.parametrize("text", PEOPLE)
def test_people_below_roles_do_not_take_their_place(text: str) -> None:
    """The roles stay roles, and the report says who was left out."""
    found = read(text)
    assert letters(found) == {
        "Quote": {"head-of-sales": "A", "cfo": "R"},
        "Pay": {"head-of-sales": "I", "cfo": "A"},
    }
    (told,) = found.report.not_understood
    assert "Anna | Carl" in told.text
    assert told.reason == "names below those of the roles; --header would take them"


def test_names_above_roles_are_told() -> None:
    """What stands over the header is named, with the option that would take it."""
    (told,) = read(",Anna,Carl\nTask,Head of Sales,CFO\nQuote,A,R\n").report.noted
    assert told.text == "Anna | Carl"
    assert told.reason == "stands above the roles, and is left out; --header would take it"
    assert not read("Our matrix,,\nTask,Head of Sales,CFO\nQuote,A,R\n").report.noted


def test_a_corner_that_is_empty_is_told_where_roles_may_be_rows() -> None:
    """The option is named where more columns than rows have just one accountable role."""
    told = "Roles are read as columns; --transpose where they are rows."
    (table,) = read(
        ",Plan,Build,Ship,Run\nPO,A,C,I,A\nDev Lead,R,A,A,I\nQA,C,R,R,A\nOps,I,A,C,C\n"
    ).report.tables
    assert told in table.columns
    (table,) = read(",PM,Dev\nPlan,A,R\nBuild,I,A/R\n").report.tables
    assert told not in table.columns
