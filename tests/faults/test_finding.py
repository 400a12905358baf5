"""Findings, and the error that carries all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from raci.faults.finding import InvalidRegister
from raci.faults.of_files import WRONG_VALUE
from raci.location import Location

if TYPE_CHECKING:
    from raci.faults.finding import Finding


def finding(file: str, line: int, message: str = "wrong") -> Finding:
    """Return a finding at the start of a line."""
    return WRONG_VALUE.at(Location(file, line, 1, line, 2), "x", message)


def test_findings_come_in_reading_order_and_once() -> None:
    """However they were found, they are listed by place, and the same one is told once."""
    found = [
        finding("b.yaml", 1),
        finding("a.yaml", 10),
        finding("a.yaml", 9, "y"),
        finding("a.yaml", 9, "x"),
    ]
    told = InvalidRegister([*found, *found]).findings
    assert told == (found[3], found[2], found[1], found[0])


@pytest.mark.parametrize(
    ("count", "sentence"),
    [
        (1, "The ownership files have 1 problem. Mend them and ask again."),
        (2, "The ownership files have 2 problems. Mend them and ask again."),
    ],
)
def test_the_error_says_how_many_there_are(count: int, sentence: str) -> None:
    """Its text counts the problems."""
    assert str(InvalidRegister(finding("a.yaml", line + 1) for line in range(count))) == sentence


def test_a_message_that_quotes_without_end_is_cut() -> None:
    """A name of a million characters is no reason for a message of as many."""
    message = finding("a.yaml", 1, f'"{"name " * 200_000}" is no role').message
    assert message.startswith('"name name ')
    assert message.endswith(" …")
    assert len(message) < 1_100
