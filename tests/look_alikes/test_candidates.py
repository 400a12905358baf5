"""Which names are worth comparing."""

from __future__ import annotations

import json
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from raci.language.language import find_language
from raci.language.stems import Stems
from raci.look_alikes import candidates as module
from raci.look_alikes.candidates import candidates
from raci.look_alikes.described_names import Names
from raci.look_alikes.name_language import name_language

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


def of_all_keys(names: Names) -> set[tuple[int, int]]:
    """Return the pairs that share a key which few have, with all keys of all names made."""
    most = max(module.FEWEST, module.COMPARED // len(names))
    having: defaultdict[Hashable, set[int]] = defaultdict(set)
    abbreviations = frozenset().union(*(each.acronyms for each in names))
    for number, each in enumerate(names):
        for word in each.words:
            for way in (word.stem[: module._BEGINNING], *word.alike):  # noqa: SLF001
                having[way].add(number)
        for short in each.acronyms | (abbreviations & each.initials.keys()):
            having["short", short].add(number)
        for name in each.called:
            having["called", name].add(number)
        for bag in module._bags(each):  # noqa: SLF001
            having[bag].add(number)
    return {
        pair
        for key, numbers in having.items()
        if len(numbers) <= (max(most, module.MOST_ALIKE) if isinstance(key, frozenset) else most)
        for pair in combinations(sorted(numbers), 2)
    }


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(NAMES, NAMES), min_size=1, max_size=25), st.sampled_from([1, 60, 20_000]))
def test_the_short_cuts_lose_no_pair(entries: list[tuple[str, str]], compared: int) -> None:
    """Whether words are compared where few or where many names have them."""
    listed = ", ".join(
        f"{{id: w{number}, name: {json.dumps(name)}, aliases: [{json.dumps(alias)}]}}"
        for number, (name, alias) in enumerate(entries)
    )
    register = register_of(f"{{version: 1, roles: {{a: {{name: A, deliverables: [{listed}]}}}}}}")
    names = Names(register, ENGLISH, Stems(ENGLISH), name_language("english"))
    before, module.COMPARED = module.COMPARED, compared
    try:
        assert candidates(names) == of_all_keys(names)
    finally:
        module.COMPARED = before
