"""Abbreviations that a name explains, and words that letters stand for."""

from __future__ import annotations

import pytest
from raci.language.initials import abbreviates, explained

SMALL = {"of", "and", "for", "the", "to"}


@pytest.mark.parametrize(
    ("name", "both"),
    [
        ("Service Level Agreement (SLA)", ("Service Level Agreement", "sla")),
        ("Service Level Agreements (SLAs)", ("Service Level Agreements", "slas")),
        ("SLA (Service Level Agreement) Reviews", ("SLA Reviews", "service level agreement reviews")),
        ("Draft Call for Papers (CFP)", ("Draft Call for Papers", "draft cfp")),
        ("Objectives and Key Results (OKR)", ("Objectives and Key Results", "okr")),
        ("Multidisciplinary Team (MDT) Minutes", ("Multidisciplinary Team Minutes", "mdt minutes")),
        ("Onboarding (UK)", ()),
        ("Upkeep (UK)", ()),
        ("Payroll Run (EU)", ()),
        ("Training (new staff)", ()),
        ("Budget ()", ()),
        ("(SLA)", ()),
        ("SLA", ()),
    ],
)
def test_what_stands_in_brackets_is_a_name_where_it_abbreviates_the_words_before(
    name: str, both: tuple[str, ...]
) -> None:
    """Or the words before it: a country or a kind is none."""
    assert explained(name, SMALL) == both


@pytest.mark.parametrize(
    ("short", "long", "letters"),
    [
        ("kpi", "key performance indicator", True),
        ("okr", "objectives and key results", True),
        ("oakr", "objectives and key results", True),
        ("mdt", "multidisciplinary team", True),
        ("mtd", "multidisciplinary team", False),
        ("kp", "key performance indicator", False),
        ("kpis", "key performance", False),
        ("pi", "key performance indicator", False),
        ("", "key", False),
    ],
)
def test_each_word_gives_its_first_letter_and_may_give_others(short: str, long: str, letters: bool) -> None:
    """Small words may be left out, no other; of a word the letters count that are given for it."""
    assert abbreviates(short, long.split(), SMALL) == letters
    assert abbreviates(short, long.split(), SMALL, lambda word: word[0]) == (letters and short != "mdt")
