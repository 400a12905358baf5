"""Which names of work are worth comparing: those that have something in common which few others have."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from raci.language.initials import acronyms, beginnings

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

    from raci.look_alikes.described_names import Names
    from raci.look_alikes.name_words import NameWord

COMPARED, FEWEST = 10_000, 2
"""A word is a reason to compare names where few have it: the first over their number, the second at least.

With twice the first, all registers of benchmarks/overlaps put together have 238 pairs instead of 236."""
MOST_ALIKE = 30  # names that say the same word for word: more of them are a series
MOST_PAIRS = 30_000
"""So many are compared, those first that have in common what the fewest have: the rest are series."""


def candidates(names: Names) -> set[tuple[int, int]]:
    """Return the pairs of names, by number, that are worth comparing."""
    most = max(FEWEST, COMPARED // max(1, len(names)))
    family = families(names.with_word)
    groups = (
        (_by_word(names, family), most),
        (_by_abbreviation(names), most),
        (_by_name(names), most),
        (_by_matter(names, family), max(most, MOST_ALIKE)),
    )
    sharing = [
        sorted(numbers)
        for having, at_most in groups
        for numbers in having.values()
        if 1 < len(numbers) <= at_most
    ]
    pairs = _produced(names)
    for numbers in sorted(sharing, key=lambda each: (len(each), each)):
        if len(pairs) > MOST_PAIRS:
            break
        pairs.update(combinations(numbers, 2))
    return pairs


def families(words: Iterable[NameWord]) -> dict[NameWord, Hashable]:
    """Return a trait for each word, the same for all that it may be one with, and that those may be."""
    above: dict[Hashable, Hashable] = {}

    def top(trait: Hashable) -> Hashable:
        while above.setdefault(trait, trait) != trait:
            above[trait] = trait = above[above[trait]]
        return trait

    traits = {word: _traits(word) for word in words}
    for one, *others in traits.values():
        for other in others:
            above[top(other)] = top(one)
    return {word: top(one) for word, (one, *_) in traits.items()}


def _traits(word: NameWord) -> tuple[Hashable, ...]:
    """Return the traits of a word; a number at its end tells it from all that begin in the same way."""
    return word.traits if not word.stem[-1:].isdigit() else (word.stem, *word.traits[1:])


def _by_word(names: Names, family: Mapping[NameWord, Hashable]) -> Mapping[Hashable, set[int]]:
    having: defaultdict[Hashable, set[int]] = defaultdict(set)
    for word, numbers in names.with_word.items():
        having[family[word]].update(numbers)
    return having


def _by_abbreviation(names: Names) -> Mapping[str, set[int]]:
    """Return the names by the abbreviations that names have, or may be abbreviated to."""
    having: defaultdict[str, set[int]] = defaultdict(set)
    for number, work in enumerate(names.work):
        for acronym in acronyms(work.name):
            having[acronym].add(number)
    begun = {acronym[:2] for acronym in having}
    for number, name in enumerate(names.written if having else ()):
        if not begun.isdisjoint(beginnings(name, names.silent)):
            for initials in having.keys() & names[number].initials.keys():
                having[initials].add(number)
    return having


def _by_name(names: Names) -> Mapping[Hashable, set[int]]:
    """Return the names by the words of theirs and of their aliases."""
    having: defaultdict[Hashable, set[int]] = defaultdict(set)
    for number, (name, aliases) in enumerate(zip(names.written, names.aliases, strict=True)):
        for each in (name, *aliases):
            having[tuple(each)].add(number)
    return having


def _by_matter(names: Names, family: Mapping[NameWord, Hashable]) -> Mapping[Hashable, set[int]]:
    """Return the names by all that they, or a part of them, say without its forms.

    In any order, and in words for the same.
    """
    having: defaultdict[Hashable, set[int]] = defaultdict(set)
    for number, (work, content) in enumerate(zip(names.work, names.words, strict=True)):
        matter = [word for word in content if not word.is_form] or content
        having[frozenset(map(family.__getitem__, matter))].add(number)
        for part in names[number].parts if names.parts.is_parted(work.name) else ():
            having[frozenset(family.get(word, word) for word in part.telling)].add(number)
    return having


def _produced(names: Names) -> set[tuple[int, int]]:
    number_of = {work.id: number for number, work in enumerate(names.work)}
    made_by = ((made, work.id) for work in names.work for claim in work.claims for made in claim.produces)
    together = ((number_of[one], number_of[other]) for one, other in made_by)
    return {(min(pair), max(pair)) for pair in together}
