"""Which names are worth comparing."""

from __future__ import annotations

import json
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from raci.language.language import find_language
from raci.look_alikes import candidates as module
from raci.look_alikes.candidates import candidates
from raci.look_alikes.described_names import Names

from conftest import register_of

if TYPE_CHECKING:
    from collections.abc import Hashable

WORDS = [
    "Customer",
    "Client",
    "Plan",
    "Planning",
    "Planned",
    "Review",
    "Wine",
    "Wines",
    "KPI",
    "Key",
    "Performance",
    "Indicators",
    "of",
    "R&D",
    "Exam",
]
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
ENGLISH = find_language("english")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Market", "Marketing", True),
        ("Examination", "Exams", True),
        ("Client", "Customer", True),
        ("Signoff", "Acceptance", True),
        ("Approval", "Acceptance", True),  # by way of the sign-off
        ("Wine", "Beer", False),
        ("Gate12", "Gate17", False),
        ("Windows10", "Windows10s", True),
    ],
)
def test_words_that_may_be_one_are_of_a_family(one: str, other: str, *, same: bool) -> None:
    """By their beginning, by meaning, or by way of a third; a number at the end tells words apart."""
    entries = ", ".join(f"{{name: {name}}}" for name in (one, other, "Signoff Lamp", "Approval Lamp"))
    register = register_of(f"{{version: 1, roles: {{a: {{name: A, deliverables: [{entries}]}}}}}}")
    names = Names(register, ENGLISH)
    family = {word.text: trait for word, trait in module.families(names.with_word).items()}
    assert (family[one.lower()] == family[other.lower()]) is same


def families(names: Names) -> list[set[str]]:
    """Return the families of the words of names, put together until no two of them have a trait in common."""
    found: list[tuple[set[Hashable], set[str]]] = []
    for word in {word for each in names for word in each.words}:
        traits, texts = set(word.traits), {word.text}
        for family in [family for family in found if not family[0].isdisjoint(traits)]:
            found.remove(family)
            traits |= family[0]
            texts |= family[1]
        found.append((traits, texts))
    return [texts for _, texts in found]


def of_all_keys(names: Names) -> set[tuple[int, int]]:
    """Return the pairs that share a key which few have, with all keys of all names made."""
    most = max(module.FEWEST, module.COMPARED // len(names))
    having: defaultdict[Hashable, set[int]] = defaultdict(set)
    family_of = {text: number for number, texts in enumerate(families(names)) for text in texts}
    abbreviations = frozenset().union(*(each.acronyms for each in names))
    for number, each in enumerate(names):
        for word in each.words:
            having[family_of[word.text]].add(number)
        for short in each.acronyms | (abbreviations & each.initials.keys()):
            having["short", short].add(number)
        for name in each.called:
            having["called", name].add(number)
        matter = [word for word in each.words if not word.is_form] or each.words
        having[frozenset(family_of[word.text] for word in matter)].add(number)
    return {
        pair
        for key, numbers in having.items()
        if len(numbers) <= (max(most, module.MOST_ALIKE) if isinstance(key, frozenset) else most)
        for pair in combinations(sorted(numbers), 2)
    }


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(NAMES, NAMES), min_size=1, max_size=25), st.sampled_from([1, 60, module.COMPARED]))
def test_no_pair_is_lost(entries: list[tuple[str, str]], compared: int) -> None:
    """Whether words are compared where few or where many names have them."""
    listed = ", ".join(
        f"{{id: w{number}, name: {json.dumps(name)}, aliases: [{json.dumps(alias)}]}}"
        for number, (name, alias) in enumerate(entries)
    )
    register = register_of(f"{{version: 1, roles: {{a: {{name: A, deliverables: [{listed}]}}}}}}")
    names = Names(register, ENGLISH)
    before, module.COMPARED = module.COMPARED, compared
    try:
        assert candidates(names) == of_all_keys(names)
    finally:
        module.COMPARED = before
