"""A slip that makes another word of a word is understood where the mended word makes a whole name."""

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
          - {name: Planning}
          - {name: Channel}
          - {name: Packing}
          - {name: Road Closures}
          - {name: Insurance Claims}
          - {name: Fire Drills}
          - {name: Steward Training}
          - {name: Street Trading}
          - {name: Vehicle Maintenance}
          - {name: Line Manager Talks}
        deliverables: [{name: Order Form}, {name: Order Sheet}]
"""

SEARCH = Search(register_of(OFFICE))


@pytest.mark.parametrize(
    ("question", "work", "sure"),
    [
        ("planing", "planning", False),
        ("who owns the chanel?", "channel", False),
        ("order from", "order-form", False),
        ("who owns road closers", "road-closures", False),
        ("insurance clams", "insurance-claims", False),
        ("fire frills", "fire-drills", False),
        ("line manger talks", "line-manager-talks", False),
        ("steward traning", "steward-training", False),
        ("vehical maintenence", "vehicle-maintenance", True),
        ("order fomr", "order-form", True),
    ],
)
def test_a_slip_is_understood_where_it_makes_a_whole_name(question: str, work: str, sure: bool) -> None:
    """It is a Perhaps where the slip is a word too, and sure where it is none."""
    hits = {hit.work: hit.sure for hit in SEARCH.rank(question)}
    assert next(iter(hits)) == work
    assert hits[work] is sure


@pytest.mark.parametrize("question", ["parking", "plane", "fire doors", "insurance clerks", "road map"])
def test_another_word_is_no_slip(question: str) -> None:
    """One letter for another makes most words of words, and a slip is made once."""
    assert not any(hit.sure or hit.score > 0.8 for hit in SEARCH.rank(question))
