"""raci import: tables that are easily taken for something else; each a table of its own."""

from __future__ import annotations

import time

import pytest
from raci.importing.options import Hints
from raci.importing.ownership_text import ownership_text
from test_readings import letters, read

CODES = [
    ("A.5.1", "A.5.2", "A.8.3"),
    ("AC-1", "AC-2", "CM-10"),
    ("REQ-1", "REQ-2", "REQ-3"),
    ("T1", "T2", "w3"),
]
CODES += [
    ("5.1", "5.2", "8.3"),
    ("1", "2", "3"),
    ("PCI 1.2", "PCI 1.3", "CC6.1"),
    ("ABC-101", "ABC-102", "X-7"),
]


@pytest.mark.parametrize("codes", CODES)
@pytest.mark.parametrize("head", ["Control", "Req.", "ID", "", "Task", "Anything"])
def test_work_may_be_named_by_codes(codes: tuple[str, ...], head: str) -> None:
    """What is numbered is work, and never a role."""
    one, two, three = codes
    found = read(f"{head},CISO,IT\n{one},A,R\n{two},I,A/R\n{three},A,C\n")
    assert letters(found) == {
        one: {"ciso": "A", "it": "R"},
        two: {"ciso": "I", "it": "AR"},
        three: {"ciso": "A", "it": "C"},
    }


@pytest.mark.parametrize(
    ("text", "work"),
    [
        ("Control,Title,CISO,IT\nA.5.1,Policies,A,R\nA.5.2,Duties,I,A/R\n", ["Policies", "Duties"]),
        ("#,Task,CISO,IT\n1,Policies,A,R\n2,Duties,I,A/R\n", ["Policies", "Duties"]),
        ("ID,Description,CISO,IT\nR-1,Policies,A,R\nR-2,Duties,I,A/R\n", ["Policies", "Duties"]),
        ("Control,CISO,IT,Frequency of review\nA.5.1,A,R,daily\nA.5.2,I,A/R,weekly\n", ["A.5.1", "A.5.2"]),
        ("Control,CISO,IT,Status\nA.5.1,A,R,done\nA.5.2,I,A/R,open\n", ["A.5.1", "A.5.2"]),
        ("#,CISO,IT,Task\n1,A,R,Policies\n2,I,A/R,Duties\n", ["Policies", "Duties"]),
    ],
)
def test_names_come_before_codes(text: str, work: list[str]) -> None:
    """Where work has a name beside its code, the name is taken."""
    found = read(text)
    assert list(letters(found)) == work
    assert [each.name for each in found.found.roles] == ["CISO", "IT"]


def test_levels_of_support_are_roles() -> None:
    """A code over a column of letters is the name of a role."""
    assert letters(read("Task,L1,L2\nAnswer,R,A\nMend,I,A/R\n")) == {
        "Answer": {"l1": "R", "l2": "A"},
        "Mend": {"l1": "I", "l2": "AR"},
    }


def test_many_roles_take_no_longer_than_what_they_give() -> None:
    """A thousand roles that share work are a large file, written at once."""
    roles, held = range(1000), "RACI" * 250
    found = read(
        f"Task,{','.join(f'Role {each}' for each in roles)}\nPlan,{','.join(held)}\nShip,{','.join(held)}\n"
    )
    start = time.process_time()
    assert len(ownership_text(found.found, ["m.csv"], "responsibility")) > 1_000_000
    assert time.process_time() - start < 3  # it was 7 s, and eight times that for twice the roles


MATRIX = "Task,PM,Dev,QA\nPlan,A,R,C\nBuild,I,A/R,C\nShip,C,R,A\n"
NUMBERED = "#,Task,PM,Dev,QA\n1,Plan,A,R,C\n2,Build,I,A/R,C\n3,Ship,C,R,A\n"
SECTIONED = "Task,PM,Dev,QA\nStart,,,\nPlan,A,R,C\nBuild,I,A/R,C\nEnd,,,\nShip,C,R,A\n"
HELD = {
    "Plan": {"pm": "A", "dev": "R", "qa": "C"},
    "Build": {"pm": "I", "dev": "AR", "qa": "C"},
    "Ship": {"pm": "C", "dev": "R", "qa": "A"},
}
LEGENDS = {
    "two columns": "R,Responsible\nA,Accountable\nC,Consulted\nI,Informed\n",
    "from the second on": ",R,Responsible\n,A,Accountable\n,C,Consulted\n,I,Informed\n",
    "at the end": ",,R,Responsible\n,,A,Accountable\n",
    "three columns": "R,Responsible,does it\nA,Accountable,answers for it\nC,Consulted,is asked\n",
    "sentences": "R,Responsible - does the work\nA,Accountable (one only)\nI,is kept informed\n",
    "its own words": "R,Responsible\nA,Accountable\nC,Gives advice\nI,Hears of it\n",
    "titled": "Legend\nR,Responsible\nA,Accountable\n",
    "title and header": "Key,\nLetter,Meaning\nR,Responsible\nA,Accountable\n",
    "word first": "Responsible,R\nAccountable,A\nConsulted,C\n",
    "one cell": "R - Responsible\nA - Accountable\nC - Consulted\nI - Informed\n",
    "equals": "R = Responsible\nA = Accountable\n",
    "one row": "R,Responsible,A,Accountable\n",
    "one row of cells": "R = Responsible,A = Accountable,C = Consulted\n",
    "German": "Legende\nR,Verantwortlich\nA,Rechenschaftspflichtig\nC,Zu konsultieren\n",
    "brackets": "(R),Responsible\n(A),Accountable\n",
}


@pytest.mark.parametrize("legend", LEGENDS)
@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize("matrix", [MATRIX, NUMBERED, SECTIONED])
def test_a_legend_below_is_no_work(matrix: str, gap: str, legend: str) -> None:
    """What letters mean is told as left out, and changes nothing above it."""
    found = read(matrix + gap + LEGENDS[legend])
    assert letters(found) == HELD
    assert any("legend" in each.reason for each in found.report.not_understood)


def test_a_legend_below_names_is_no_work() -> None:
    """Neither is it where names are in the cells; letters as rows of names are none."""
    assert letters(
        read(f"Task,Responsible,Accountable\nPlan,Dev,Lead\nShip,Ops,Lead\n{LEGENDS['two columns']}")
    ) == {
        "Plan": {"dev": "R", "lead": "A"},
        "Ship": {"ops": "R", "lead": "A"},
    }
    assert letters(read(",Menu,Wine\nR,Buyer,Buyer\nA,Chef,Buyer\nC,,Chef\n")) == {
        "Menu": {"buyer": "R", "chef": "A"},
        "Wine": {"buyer": "AR", "chef": "C"},
    }


SHORT_NAMES = [
    ("CS", "IR", "AI"),
    ("SRE", "CS", "CR"),
    ("CA", "CIA", "IC"),
    ("CRA", "DRI", "SA"),
    ("AI", "CS", "Ops"),
]


@pytest.mark.parametrize("names", SHORT_NAMES)
def test_names_of_roles_may_be_made_of_letters(names: tuple[str, ...]) -> None:
    """CS, IR and AI are names over columns, in cells below letters, in lists, and of work."""
    one, two, three = names
    first, second, third = (each.lower() for each in names)
    wanted = {"Plan": {first: "A", second: "R", third: "C"}, "Ship": {first: "I", second: "AR", third: "C"}}
    assert letters(read(f"Task,{one},{two},{three}\nPlan,A,R,C\nShip,I,A/R,C\n")) == wanted
    below = f"Task,Responsible,Accountable,Consulted,Informed\nPlan,{two},{one},{three},\nShip,{two},{two},{three},{one}\n"
    assert letters(read(below)) == wanted
    listed = [
        f"{task},{role},{code}" for task in ("Plan", "Ship") for role, code in zip(names, "ARC", strict=True)
    ]
    for head in ("Task,Role,RACI", "Activity,Team,Letter", "Deliverable,Owner,Type"):
        assert letters(read("\n".join([head, *listed, ""]))) == {
            task: {first: "A", second: "R", third: "C"} for task in ("Plan", "Ship")
        }
    items = read(f"Task,PM,Dev\n{one},A,R\n{two},I,A/R\n{three},A,C\n")
    assert letters(items) == {
        one: {"pm": "A", "dev": "R"},
        two: {"pm": "I", "dev": "AR"},
        three: {"pm": "A", "dev": "C"},
    }


def test_several_short_names_in_a_cell_and_words_of_letters_are_names() -> None:
    """What stands in the column of roles is a name, also "Support"."""
    assert letters(read('Task,Responsible,Accountable\nPlan,"IC, EM",CS\nShip,AI / CS,CA\n')) == {
        "Plan": {"ic": "R", "em": "R", "cs": "A"},
        "Ship": {"ai-cs": "R", "ca": "A"},
    }
    assert letters(read("Task,Role,RACI\nIncident,SRE,R\nIncident,Head of SRE,A\nIncident,Support,C\n")) == {
        "Incident": {"sre": "R", "head-of-sre": "A", "support": "C"}
    }


def test_a_number_before_letters_does_not_make_them_work() -> None:
    """Cells such as AR are letters where something stands before them."""
    assert letters(read("Control,CISO,IT\nA.5.1,AR,C\nA.5.2,RA,I\n"))["A.5.1"] == {"ciso": "AR", "it": "C"}
    assert letters(read("#,CI,PM,Dev\n1,CD,A,R\n2,IR,I,AR\n", hints=Hints(items="CI"))) == {
        "CD": {"pm": "A", "dev": "R"},
        "IR": {"pm": "I", "dev": "AR"},
    }
