"""How sure it is that two names of work stand for one thing.

The evidence is what a person would point at: names and aliases that both go by, words that their names
share, words that are left over on either side, whether what is left over is said of the other one
elsewhere, how much alike all is that is told of them, the area, and words that tell work apart.
"""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING, NamedTuple

from raci.look_alikes.name_words import SHORTEST_BEGINNING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from raci.look_alikes.described_names import NamedWork, Names
    from raci.look_alikes.name_words import NameWord

# How surely two words that are not the same are one: used for one another, one the beginning of the other
# (exam, examination), both saying only a form.
SYNONYM, BEGINNING, FORMS = 0.85, 0.85, 0.5
ABBREVIATION = 0.95
# How far a word that is left over is made up for where the other work says it elsewhere.
IN_ALIASES, AS_SYNONYM, IN_SUMMARY = 0.8, 0.6, 0.5
MOST_CALLED, MOST_SHARED, WHOLE = 2, 1.5, 1.2
# The weights of the evidence, fitted by logistic regression to the judged pairs of benchmarks/overlaps
# (but for the sets kept aside) and rounded.
BASE, CALLED, SHARED, LEFT_ON_BOTH = -3.8, 5.0, 3.5, -1.2
MADE_UP_FOR, TOLD, SAME_AREA, CONTRAST, PRODUCES = 6.9, 2.5, 1.1, -3.8, 4.1


class Evidence(NamedTuple):
    """What speaks for two names being one, and against it.

    `called` is how many names both go by. `shared` is the weight of the words that they share, less the
    share of the name that has more left over; `left_on_both` is the share of the one that has less.
    `made_up_for` is the share that the other says elsewhere, `told` how much alike the rest is.
    `telling` says that one of the words they share is more than a form.
    """

    called: int
    shared: float
    left_on_both: float
    made_up_for: float
    told: float
    same_area: bool
    contrast: bool
    produces: bool
    telling: bool

    def score(self) -> float:
        """Return how sure it is that the two are one, from 0 to 1; never without anything to point at."""
        if not (self.telling or self.called or self.produces):
            return 0.0
        total = (
            BASE
            + CALLED * self.called
            + SHARED * self.shared
            + LEFT_ON_BOTH * self.left_on_both
            + MADE_UP_FOR * self.made_up_for
            + TOLD * self.told
            + SAME_AREA * self.same_area
            + CONTRAST * self.contrast
            + PRODUCES * self.produces
        )
        return 1 / (1 + exp(-total))


class Match(NamedTuple):
    """A word of one name and the word of another that it is, or means, and how surely (0 to 1)."""

    word: NameWord
    its: NameWord
    degree: float


def evidence(one: NamedWork, other: NamedWork, names: Names, *, least: float = 0.0) -> Evidence:
    """Return the evidence on two pieces of work.

    What is told of them is not compared where it could not bring the score to `least`: that takes as long as
    all else, and most pairs have too little in common.
    """
    matches = matched_words(one, other)
    of_one = {match.word: match.degree for match in matches}
    of_other = {match.its: match.degree for match in matches}
    weight_one, found_one, left_one, made_one = _share(one, of_one, other)
    weight_other, found_other, left_other, made_other = _share(other, of_other, one)
    less, more = sorted((left_one / weight_one, left_other / weight_other))
    without_told = Evidence(
        called=min(MOST_CALLED, len(one.called.keys() & other.called.keys())),
        shared=_shared(matches, (found_one + found_other) / 2, more),
        left_on_both=less,
        made_up_for=(made_one + made_other) / (weight_one + weight_other),
        told=0.0,
        same_area=one.work.area is not None and one.work.area == other.work.area,
        contrast=not one.series.isdisjoint(other.series)
        and _contrasts(_not_quite(one, of_one), _not_quite(other, of_other)),
        produces=_produces(one, other) or _produces(other, one),
        telling=not all(word.is_form for word in of_one),
    )
    if without_told._replace(told=1.0).score() < least:
        return without_told
    return without_told._replace(told=_cosine(one, other, names))


def matched_words(one: NamedWork, other: NamedWork) -> list[Match]:
    """Return the words of two names that are one or mean the same, the surest first."""
    found = [
        *_abbreviated(one, other),
        *(Match(word, its, degree) for its, word, degree in _abbreviated(other, one)),
        *_alike(one, other),
    ]
    taken: set[NameWord] = set()
    others: set[NameWord] = set()
    matches: list[Match] = []
    for match in found:
        # The words that an abbreviation stands for share it; any other word is matched once.
        if match.degree != ABBREVIATION and (match.word in taken or match.its in others):
            continue
        taken.add(match.word)
        others.add(match.its)
        matches.append(match)
    return matches


def _abbreviated(one: NamedWork, other: NamedWork) -> Iterable[Match]:
    """Yield the words of one name that abbreviate words of the other."""
    if not one.acronyms:
        return
    for acronym in sorted(one.acronyms & other.initials.keys()):
        for word in one.words:
            if word.text.removesuffix("s") == acronym or (len(word.text) == 1 and word.text in acronym):
                yield from (
                    Match(word, its, ABBREVIATION)
                    for its in other.words
                    if not other.initials[acronym].isdisjoint(its.text.split("_"))
                )


def _alike(one: NamedWork, other: NamedWork) -> list[Match]:
    found = [
        Match(word, its, degree)
        for word in one.words
        if not other.ways.isdisjoint(word.ways)
        for its in other.words
        if (degree := _degree(word, its))
    ]
    return sorted(found, key=lambda match: (-match.degree, match.word.stem, match.its.stem))


def _degree(word: NameWord, other: NameWord) -> float:
    """Return how surely two words are one, from 0 to 1."""
    one, its = word.stem, other.stem
    if one == its:
        return 1.0
    if word.means(other):
        return SYNONYM
    shortest = min(len(one), len(its))
    if shortest >= SHORTEST_BEGINNING and (one.startswith(its) or its.startswith(one)):
        return BEGINNING
    return FORMS if word.is_form and other.is_form else 0.0


def _shared(matches: Sequence[Match], weight: float, left: float) -> float:
    """Return what the words in common count, less what is left over: a name in full at least `WHOLE`."""
    whole = WHOLE * min(match.degree for match in matches) if matches and not left else 0.0
    return max(whole, min(MOST_SHARED, weight) * (1 - left))


def _share(
    work: NamedWork, matched: Mapping[NameWord, float], other: NamedWork
) -> tuple[float, float, float, float]:
    """Return the weight of a name, and how much of it is matched, left over, and made up for elsewhere."""
    total = found = left = made_up_for = 0.0
    for word, weight in work.weights.items():
        total += weight
        if word in matched:
            found += weight * matched[word]
        else:
            elsewhere = _elsewhere(word, other)
            made_up_for += weight * elsewhere
            left += weight * (1 - elsewhere)
    return total or 1.0, found, left, made_up_for


def _elsewhere(word: NameWord, other: NamedWork) -> float:
    if word.stem in other.alias_stems:
        return IN_ALIASES
    if not word.alike.isdisjoint(other.alias_groups):
        return AS_SYNONYM
    return IN_SUMMARY if word.stem in other.summary_stems else 0.0


def _cosine(one: NamedWork, other: NamedWork, names: Names) -> float:
    """Return how much alike all is that is told of two pieces of work: the cosine of their tf-idf."""
    shared = one.told.keys() & other.told.keys()
    if not shared:
        return 0.0
    product = sum(one.told[stem] * other.told[stem] * names.rarity_told(stem) ** 2 for stem in sorted(shared))
    return product / (names.length_told(one) * names.length_told(other))


def _not_quite(work: NamedWork, matched: Mapping[NameWord, float]) -> list[NameWord]:
    return [word for word in work.words if matched.get(word, 0) < 1]


def _contrasts(left: Sequence[NameWord], right: Iterable[NameWord]) -> bool:
    return any(word.differs_from(its) for its in right for word in left)


def _produces(one: NamedWork, other: NamedWork) -> bool:
    return any(other.work.id in claim.produces for claim in one.work.claims)
