"""What is named as near where nobody is the answer: what has words of the question, best first, or nothing."""

from __future__ import annotations

import pytest
from raci.search.ranking import Search

from conftest import register_of

OFFICE = """
    version: 1
    roles:
      a:
        name: A
        responsibilities:
          - {name: Client Complaints}
          - {name: Client Seminars}
          - {name: Client Account}
          - {name: Laptops and Phones, area: IT}
          - {name: Trustee Relations, summary: Dinners and letters for those who watch over us.}
          - {name: Bins}
"""
CLINIC = """
    version: 1
    roles:
      a:
        name: A
        responsibilities:
          - {name: Equipment Maintenance}
          - {name: IT Security}
          - {name: Waiting List}
          - {name: Petty Cash}
"""

SEARCH = Search(register_of(OFFICE))
IN_A_CLINIC = Search(register_of(CLINIC))


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("an unhappy client with a complaint against the mayor of Oslo", "client-complaints"),
        ("a laptop for the new associate", "laptops-and-phones"),
        ("trustee elections in Wales", "trustee-relations"),
        ("dinners for astronauts and pilots", "trustee-relations"),
        ("relatoins", "trustee-relations"),
    ],
)
def test_what_has_most_of_the_question_comes_first(question: str, first: str) -> None:
    """A name before a summary; and names that are spelt much like a word that nobody knows."""
    assert SEARCH.nearest(question, 3)[0] == first


@pytest.mark.parametrize(
    ("question", "near"),
    [
        ("the scanner is broken", "equipment-maintenance"),
        ("hackers got in", "it-security"),
        ("the queue of new patients for the clinic", "waiting-list"),
    ],
)
def test_what_a_word_is_used_for_is_near_where_it_is_no_answer(question: str, near: str) -> None:
    """A part of a phrase will do, a phrase of which the name has a part, and what is only near to it."""
    assert not IN_A_CLINIC.rank(question)
    assert near in IN_A_CLINIC.nearest(question, 3)


def test_what_is_far_less_near_than_the_nearest_is_not_named() -> None:
    """The name that has nearly all of it stands alone, whatever else shares a word."""
    assert SEARCH.nearest("dinners and letters for trustee relations in Peru, and bins", 3) == (
        "trustee-relations",
    )


def test_no_more_is_named_than_asked_for() -> None:
    """Three clients are near, two are wanted."""
    assert len(SEARCH.nearest("unhappy client", 2)) == 2


@pytest.mark.parametrize("question", ["", "?", "who owns it?", "the moon", "bicycle repair", "xyzzy quux"])
def test_nothing_is_near_to_another_world(question: str) -> None:
    """A name that only shares letters is not named."""
    assert SEARCH.nearest(question, 3) == ()
