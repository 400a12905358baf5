"""Find the pieces of work that may be one under two names, without comparing all with all."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations, islice, product
from typing import TYPE_CHECKING

from raci.search.described_names import NamedWork, Names
from raci.search.language import DEFAULT, Stems, find_language
from raci.search.likeness import ABBREVIATION, FORMS, Match, evidence, matched_words
from raci.search.name_language import name_language

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from raci.model.register import Register

LEAST = 0.45  # how sure it has to be that two names are one
COMPARED = (
    20_000  # a word is a reason to compare names only where not too many have it: this over their number
)
FEWEST = 2
MOST_ALIKE = 30  # names that say the same word for word: more of them are a series
MOST_BAGS = 16
_BEGINNING = 6


@dataclass(frozen=True, slots=True)
class LookAlike:
    """Two pieces of work that may be one, and how sure that is (0 to 1).

    `called` are the names and aliases that both go by, `words` those that both names have, `alike` the
    words of the first and the second name that may mean the same. `same_subject` says that the names
    differ in nothing but words for the form.
    """

    one: str
    other: str
    score: float
    called: tuple[str, ...]
    words: tuple[str, ...]
    alike: tuple[tuple[str, str], ...]
    same_subject: bool


def look_alikes(register: Register, language: str = DEFAULT) -> tuple[LookAlike, ...]:
    """Return the look-alikes of a register in the order of their ids. Raises UnknownLanguage."""
    found = find_language(language)
    names = Names(register, found, Stems(found), name_language(found.name))
    likely = (
        (one, other, score)
        for one, other in sorted(_candidates(names))
        if (score := evidence(names.work[one], names.work[other], names).score()) >= LEAST
    )
    return tuple(
        _look_alike(names.work[one], names.work[other], score, names) for one, other, score in likely
    )


def _candidates(names: Names) -> set[tuple[int, int]]:
    """Return the pairs, by number, that have something in common which few others have."""
    most = max(FEWEST, COMPARED // max(1, len(names.work)))
    most_alike = max(most, MOST_ALIKE)
    number_of = {each.work.id: number for number, each in enumerate(names.work)}
    having: dict[Hashable, list[int]] = defaultdict(list)
    for number, each in enumerate(names.work):
        for key in _keys(each, names):
            having[key].append(number)
    pairs = {
        pair
        for key, numbers in having.items()
        if len(numbers) <= (most_alike if isinstance(key, frozenset) else most)
        for pair in combinations(numbers, 2)
    }
    for number, each in enumerate(names.work):
        for made in {number_of[work] for claim in each.work.claims for work in claim.produces}:
            pairs.add((min(number, made), max(number, made)))
    return pairs


def _keys(work: NamedWork, names: Names) -> set[Hashable]:
    """Return what brings a name together with others: words, their groups, abbreviations, aliases."""
    keys: set[Hashable] = {word.stem[:_BEGINNING] for word in work.words}
    for word in work.words:
        keys |= names.known.groups(word.text)
    keys.update(("called", name) for name in work.called)
    keys.update(("short", acronym) for acronym in work.acronyms)
    if names.acronyms:
        keys.update(("short", initials) for initials in names.acronyms & work.initials.keys())
    keys.update(_bags(work, names))
    return keys


def _bags(work: NamedWork, names: Names) -> Iterator[frozenset[Hashable]]:
    """Yield all that a name says without its forms, as stems or as groups of words alike, in any order.

    Names that have one of these in common are compared however many others there are.
    """
    telling = [word for word in work.words if not names.known.is_form(word.text)] or work.words
    choices = ((word.stem[:_BEGINNING], *sorted(names.known.groups(word.text))) for word in telling)
    yield from map(frozenset, islice(product(*choices), MOST_BAGS))


def _look_alike(one: NamedWork, other: NamedWork, score: float, names: Names) -> LookAlike:
    order = {word: number for number, word in enumerate(one.words)}
    matches = sorted(matched_words(one, other, names), key=lambda match: order[match.word])
    matched = {word for match in matches for word in (match.word, match.its)}
    return LookAlike(
        one=one.work.id,
        other=other.work.id,
        score=round(score, 2),
        called=tuple(sorted(one.called[name] for name in one.called.keys() & other.called.keys())),
        words=tuple(match.word.text for match in matches if match.word.stem == match.its.stem),
        alike=tuple(_meaning_the_same(matches)),
        same_subject=all(
            names.known.is_form(word.text) for word in (*one.words, *other.words) if word not in matched
        ),
    )


def _meaning_the_same(matches: Sequence[Match]) -> Iterator[tuple[str, str]]:
    """Yield the words of two names that may mean the same, an abbreviation with all that it stands for."""
    short = [match for match in matches if match.degree == ABBREVIATION]
    if short:
        words = (
            dict.fromkeys(match.word.text for match in short),
            dict.fromkeys(match.its.text for match in short),
        )
        yield (" ".join(words[0]).replace("_", " "), " ".join(words[1]).replace("_", " "))
    for match in matches:
        if match.word.stem != match.its.stem and match.degree not in (FORMS, ABBREVIATION):
            yield (match.word.text.replace("_", " "), match.its.text.replace("_", " "))
