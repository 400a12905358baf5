"""The rules on columns compare only where there is enough to compare, and keep to their thresholds."""

from __future__ import annotations

from datetime import date

import pytest
from raci.graph.ownership import OwnershipGraph
from raci.rule.rule import Sight

from conftest import register_of
from linting import CHECKS


def register_text(*counts: int, scheme: str = "raci", letters: str = "") -> str:
    """Return a file in which each role has so many pieces of work on its list."""
    given = f", letters: {letters}" if letters else ""
    lines = ["version: 1", f"scheme: {scheme}", "roles:"]
    for role, count in enumerate(counts):
        lines += [f"  role-{role}:", f"    name: Role {role}", "    responsibilities:"]
        lines += [f"      - {{name: Work {role} {number}{given}}}" for number in range(count)]
    return "\n".join(lines)


def said(rule: str, text: str, **thresholds: int) -> list[str]:
    """Return the messages of one rule on a file."""
    graph = OwnershipGraph(register_of(text))
    named = {name.replace("_", "-"): number for name, number in thresholds.items()}
    check = CHECKS[rule]
    return [finding.message for finding in check(Sight(graph, date(2026, 1, 1), "english", named))]


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        ((10, 3, 3, 3), 0),  # four lists are too few to compare
        ((10, 3, 3, 3, 3), 1),
        ((9, 3, 3, 3, 3), 0),  # three times the median is not more than that
        ((9, 1, 1, 1, 1), 0),  # fewer than ten are few
        ((10, 1, 1, 1, 1), 1),
        ((16, 5, 5, 6, 5, 5), 1),
        ((16, 5, 5, 6, 6, 6), 0),  # the median of an even number of roles is between two
    ],
)
def test_a_load_is_compared_with_the_median(counts: tuple[int, ...], found: int) -> None:
    """A role has too much from ten pieces of work on, if that is over three times the median."""
    assert len(said("accountable-for-too-much", register_text(*counts))) == found


def test_the_factor_can_be_chosen() -> None:
    """With a factor of one, more than the median is too much."""
    text = register_text(11, 10, 10, 10, 10)
    assert said("accountable-for-too-much", text, accountable_for_too_much=1) == [
        "Role 0 holds A (accountable) for 11 pieces of work; the median of the roles is 10"
    ]


def test_who_answers_for_what_it_does_is_named_once() -> None:
    """A role that is accountable and responsible for too much is no finding of both rules."""
    text = register_text(12, 1, 1, 1, 1)
    assert len(said("accountable-for-too-much", text)) == 1
    assert said("responsible-for-too-much", text) == []


def test_the_scheme_says_who_is_responsible() -> None:
    """In RAPID who recommends and who performs is responsible, and with DRI nobody but the accountable is."""
    assert said("responsible-for-too-much", register_text(12, 1, 1, 1, 1, scheme="rapid", letters="P")) == [
        "Role 0 holds R (recommends) or P (performs) for 12 pieces of work; the median of the roles is 1"
    ]
    assert said("responsible-for-too-much", register_text(12, 1, 1, 1, 1, scheme="dri")) == []


@pytest.mark.parametrize(
    ("scheme", "letters"), [("rasci", "S"), ("raci-vs", "V"), ("dri", "DRI"), ("daci", "D")]
)
def test_a_letter_of_its_own_is_a_part(scheme: str, letters: str) -> None:
    """Who supports or verifies has a part."""
    assert said("no-part", register_text(2, scheme=scheme, letters=letters)) == []


@pytest.mark.parametrize(("letters", "rule"), [("C", "no-part"), ("I", "only-informed")])
def test_a_list_without_work_of_its_own_is_named_by_one_rule(letters: str, rule: str) -> None:
    """A list of C is one finding, a list of I is the other."""
    text = register_text(2, letters=letters)
    assert [each for each in ("no-part", "only-informed") if said(each, text)] == [rule]


@pytest.mark.parametrize(("threshold", "count"), [(60, 1), (61, 0)])
def test_everything_begins_at_the_threshold(threshold: int, count: int) -> None:
    """A role with just that share of the work is named."""
    text = register_text(6, 1, 1, 1, 1)
    assert len(said("letter-in-everything", text, letter_in_everything=threshold)) == count


def test_in_few_lists_everybody_may_have_a_part_in_everything() -> None:
    """With four lists no role is named."""
    assert said("letter-in-everything", register_text(20, 1, 1, 1)) == []
