"""Findings, and the error that carries all of them."""

from __future__ import annotations

import pickle
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
    """Its summary counts the problems."""
    assert InvalidRegister(finding("a.yaml", line + 1) for line in range(count)).summary == sentence


def test_the_error_tells_the_first_problems() -> None:
    """A traceback is enough to find them: file, line, what is wrong, and how many more there are."""
    error = InvalidRegister(finding("a.yaml", line, f"wrong\nin {line}") for line in range(1, 8))
    assert str(error) == (
        "The ownership files have 7 problems. Mend them and ask again.\n"
        "  a.yaml:1:1: wrong in 1\n  a.yaml:2:1: wrong in 2\n  a.yaml:3:1: wrong in 3\n"
        "  a.yaml:4:1: wrong in 4\n  a.yaml:5:1: wrong in 5\n  … and 2 more, in `findings`"
    )
    helped = WRONG_VALUE.at(Location("b.yaml", 1, 1, 1, 2), "x", "wrong", "Mend it.")
    assert str(InvalidRegister([helped])).endswith("\n  b.yaml:1:1: wrong. Mend it.")


def test_the_error_can_be_sent_to_another_process() -> None:
    """Who loads files in several processes gets it back whole."""
    error = InvalidRegister([finding("a.yaml", 1)])
    assert pickle.loads(pickle.dumps(error)).findings == error.findings  # noqa: S301 - our own


def test_a_message_that_quotes_without_end_is_cut() -> None:
    """A name of a million characters is no reason for a message of as many."""
    message = finding("a.yaml", 1, f'"{"name " * 200_000}" is no role').message
    assert message.startswith('"name name ')
    assert message.endswith(" …")
    assert len(message) < 1_100
