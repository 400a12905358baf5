"""raci import: tables that are easily taken for something else; each a table of its own."""

from __future__ import annotations

import time

import pytest
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
