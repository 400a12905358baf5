"""Which names of work are worth comparing: those that have something in common which few others have.

What names have in common is a key: the beginning of a word, a group of words alike, an abbreviation, an
alias, or all that a name says. Only keys that two names have are of use, and of thousands of names most share
none. So each word is asked once which names have it, and each name is reckoned down to numbers that are the
same for names which may share a costly key (what a name says has six variants on average). It takes five
microseconds a name, where making all keys took fifty.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations, islice, product
from typing import TYPE_CHECKING, Any

from raci.look_alikes.described_names import acronyms

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence

    from raci.look_alikes.described_names import NamedWork, Names
    from raci.look_alikes.name_words import NameWord

COMPARED = (
    20_000  # a word is a reason to compare names only where not too many have it: this over their number
)
FEWEST = 2
MOST_ALIKE = 30  # names that say the same word for word: more of them are a series
MOST_BAGS = 16
MOST_PAIRS = 30_000
"""So many are compared, those first that have in common what the fewest have: the rest are series."""
_BEGINNING = 6


def candidates(names: Names) -> set[tuple[int, int]]:
    """Return the pairs of names, by number, that are worth comparing."""
    most = max(FEWEST, COMPARED // max(1, len(names)))
    called: defaultdict[Hashable, list[int]] = defaultdict(list)
    bags: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number in sorted(_with_a_double(names)):
        for name in names[number].called:
            called[name].append(number)
        for bag in set(_bags(names[number])):
            bags[bag].append(number)
    groups: tuple[tuple[Mapping[Any, Collection[int]], int], ...] = (
        (_by_word(names, most), most),
        (_by_abbreviation(names), most),
        (called, most),
        (bags, max(most, MOST_ALIKE)),
    )
    sharing = [
        sorted(numbers)
        for having, at_most in groups
        for numbers in having.values()
        if 1 < len(numbers) <= at_most
    ]
    pairs = set(_produced(names))
    for numbers in sorted(sharing, key=lambda each: (len(each), each)):
        if len(pairs) > MOST_PAIRS:
            break
        pairs.update(combinations(numbers, 2))
    return pairs


def _by_word(names: Names, most: int) -> Mapping[Hashable, set[int]]:
    """Return the names by the beginnings of their words and by groups of words alike; of few names, all."""
    having: dict[Hashable, set[int]] = {}
    for word, numbers in names.having.items():
        for key in _ways(word):
            of_key = having.setdefault(key, set())
            # Where there are too many, it does not matter how many.
            of_key.update(islice(numbers, most + 1) if len(of_key) <= most else ())
    return having


def _by_abbreviation(names: Names) -> Mapping[str, set[int]]:
    """Return the names by the abbreviations that names have, or may be abbreviated to."""
    having: defaultdict[str, set[int]] = defaultdict(set)
    for number, work in enumerate(names.work):
        for acronym in acronyms(work.name):
            having[acronym].add(number)
    beginnings = {acronym[:2] for acronym in having}
    for number, work in enumerate(names.work if having else ()):
        if names.may_be_abbreviated(work, beginnings):
            for initials in having.keys() & names[number].initials.keys():
                having[initials].add(number)
    return having


def _produced(names: Names) -> Iterator[tuple[int, int]]:
    number_of: dict[str, int] = {}
    for number, work in enumerate(names.work):
        for claim in work.claims:
            for made in claim.produces:
                number_of = number_of or {each.id: at for at, each in enumerate(names.work)}
                yield (min(number, number_of[made]), max(number, number_of[made]))


def _with_a_double(names: Names) -> set[int]:
    """Return the names that may have a name, or all that they say, in common with another: no other has."""
    kin = _kin(names)
    forms = {word for word in names.having if word.is_form}
    told = (
        heard if forms.isdisjoint(heard) else [word for word in heard if word not in forms] or heard
        for heard in names.heard
    )
    keys = [*names.spelt, *(hash(frozenset(map(kin.__getitem__, telling))) for telling in told)]
    whose = [*range(len(names)), *range(len(names))]
    for number, aliases in enumerate(names.aliases):
        if aliases:
            keys += [hash(tuple(alias)) for alias in aliases]
            whose += [number] * len(aliases)
    times = Counter(keys)
    return {number for number, key in zip(whose, keys, strict=True) if times[key] > 1}


def _kin(names: Names) -> dict[NameWord, int]:
    """Return a number for each word that is the same for all words which some way leads to."""
    parent: dict[Hashable, Hashable] = {}

    def top(way: Hashable) -> Hashable:
        while (above := parent.setdefault(way, way)) != way:
            parent[way] = way = parent.setdefault(above, above)
        return way

    for word in names.having:
        one, *others = _ways(word)
        for other in others:
            parent[top(other)] = top(one)
    numbers: dict[Hashable, int] = {}
    return {word: numbers.setdefault(top(_beginning(word)), len(numbers)) for word in names.having}


def _ways(word: NameWord) -> Sequence[Hashable]:
    """Return what a word has in common with words that are the same or mean the same."""
    return (_beginning(word), *sorted(word.alike))


def _beginning(word: NameWord) -> str:
    """Return how a word begins; all of one with a number at its end, which tells it from the others."""
    return word.stem if word.stem[-1:].isdigit() else word.stem[:_BEGINNING]


def _bags(work: NamedWork) -> Iterator[frozenset[Hashable]]:
    """Yield all that a name says without its forms, as stems or as groups of words alike, in any order.

    Names that have one of these in common are compared however many others there are.
    """
    telling = [word for word in work.words if not word.is_form] or work.words
    choices = (_ways(word) for word in telling)
    yield from map(frozenset, islice(product(*choices), MOST_BAGS))
