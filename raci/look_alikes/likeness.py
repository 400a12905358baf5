"""How sure it is that two names of work stand for one thing.

The evidence is what a person would point at: names and aliases that both go by, words that their names
share, words that are left over on either side, whether what is left over is said of the other one
elsewhere, how much alike all their texts are, the area, and words that tell work apart.
"""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING, NamedTuple

from raci.look_alikes.contrasts import contrast
from raci.look_alikes.part_likeness import part_likeness

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from raci.look_alikes.described_names import NamedWork
    from raci.look_alikes.name_words import NameWord

ABBREVIATION, FORMS = (
    0.95,
    0.5,
)  # how surely two words are one that abbreviate one another, or only say a form
# How far a word that is left over is made up for where the other work says it elsewhere.
IN_ALIASES, AS_SYNONYM, IN_SUMMARY = 0.8, 0.6, 0.5
MOST_CALLED, MOST_SHARED, WHOLE = 2, 1.5, 1.2
ON_ONE_LIST = 0.84  # how much alike parts are that one role has named twice, rather than two things
# The weights of the evidence, fitted by logistic regression to the judged pairs of benchmarks/overlaps
# (but for the sets kept aside) and rounded.
BASE, CALLED, SHARED, LEFT_ON_BOTH = -3.8, 5.0, 3.5, -1.2
MADE_UP_FOR, COSINE, SAME_AREA, CONTRAST, PRODUCES = 6.9, 2.5, 1.1, -3.8, 4.1


class Evidence(NamedTuple):
    """What speaks for two names being one, and against it.

    `called` is how many names both go by. `shared` is the weight of the words that they share, less the
    share of the name that has more left over; `left_on_both` is the share of the one that has less. Where a
    part of the one is like a part of the other, that counts if it is more, and nothing is left over on both.
    `made_up_for` is the share that the other says elsewhere, `cosine` how much alike all their texts are.
    `more_than_forms` says that one of the words they share is more than a form; where both have parts, that
    two of these are alike.
    """

    called: int
    shared: float
    left_on_both: float
    made_up_for: float
    cosine: float
    same_area: bool
    contrast: bool
    produces: bool
    more_than_forms: bool

    def score(self) -> float:
        """Return how sure it is that the two are one, from 0 to 1; never without anything to point at.

        Words in common are nothing to point at where others tell the two apart.
        """
        share_words = self.more_than_forms and not self.contrast
        if not (share_words or self.called or self.produces):
            return 0.0
        total = (
            BASE
            + CALLED * self.called
            + SHARED * self.shared
            + LEFT_ON_BOTH * self.left_on_both
            + MADE_UP_FOR * self.made_up_for
            + COSINE * self.cosine
            + SAME_AREA * self.same_area
            + CONTRAST * self.contrast
            + PRODUCES * self.produces
        )
        return 1 / (1 + exp(-total))


class WordMatch(NamedTuple):
    """A word of one name and the word of another that it is, or means, and how surely (0 to 1)."""

    word: NameWord
    its: NameWord
    degree: float


def evidence(one: NamedWork, other: NamedWork, *, least: float = 0.0) -> Evidence:
    """Return the evidence on two pieces of work.

    Their texts are taken for the same where that could not bring the score to `least`: to compare them takes
    as long as all else, and most pairs have too little in common.
    """
    matches = matched_words(one, other)
    of_one = {match.word: match.degree for match in matches}
    of_other = {match.its: match.degree for match in matches}
    weight_one, found_one, left_one, made_one = _share(one, of_one, other)
    weight_other, found_other, left_other, made_other = _share(other, of_other, one)
    less, more = sorted((left_one / weight_one, left_other / weight_other))
    in_part = part_likeness(one.parts, other.parts) if one.is_parted or other.is_parted else 0.0
    if in_part < ON_ONE_LIST and not one.roles.isdisjoint(other.roles):
        in_part = 0.0
    by_parts = one.is_parted and other.is_parted
    found = Evidence(
        called=min(MOST_CALLED, len(one.called.keys() & other.called.keys())),
        shared=max(WHOLE * in_part, _shared(matches, (found_one + found_other) / 2, more)),
        left_on_both=0.0 if in_part else less,
        made_up_for=(made_one + made_other) / (weight_one + weight_other),
        cosine=1.0,
        same_area=one.work.area is not None and one.work.area == other.work.area,
        contrast=contrast(one.places, other.places),
        produces=other.work.id in one.produces or one.work.id in other.produces,
        more_than_forms=in_part > 0 if by_parts else not all(word.is_form for word in of_one),
    )
    return found if found.score() < least else found._replace(cosine=_cosine(one, other))


def matched_words(one: NamedWork, other: NamedWork) -> list[WordMatch]:
    """Return the words of two names that are one or mean the same, the surest first."""
    found = [
        *_abbreviated(one, other),
        *(WordMatch(word, its, degree) for its, word, degree in _abbreviated(other, one)),
        *_alike(one, other),
        *(WordMatch(word, its, FORMS) for word in one.forms for its in other.forms),
    ]
    taken: set[NameWord] = set()
    others: set[NameWord] = set()
    matches: list[WordMatch] = []
    for match in found:
        # The words that an abbreviation stands for share it; any other word is matched once.
        if match.degree != ABBREVIATION and (match.word in taken or match.its in others):
            continue
        taken.add(match.word)
        others.add(match.its)
        matches.append(match)
    return matches


def _abbreviated(one: NamedWork, other: NamedWork) -> Iterable[WordMatch]:
    """Yield the words of one name that abbreviate words of the other."""
    if not one.acronyms:
        return
    for acronym in sorted(one.acronyms & other.initials.keys()):
        for word in one.words:
            if word.text.removesuffix("s") == acronym or (len(word.text) == 1 and word.text in acronym):
                yield from (
                    WordMatch(word, its, ABBREVIATION)
                    for its in other.words
                    if not other.initials[acronym].isdisjoint(its.text.split("_"))
                )


def _alike(one: NamedWork, other: NamedWork) -> list[WordMatch]:
    found = [
        WordMatch(word, its, degree)
        for word in one.words
        for trait in word.traits
        for its in other.by_trait.get(trait, ())
        if (degree := word.degree(its))
    ]
    return sorted(found, key=lambda match: (-match.degree, match.word.stem, match.its.stem))


def _shared(matches: Sequence[WordMatch], weight: float, left: float) -> float:
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


def _cosine(one: NamedWork, other: NamedWork) -> float:
    """Return how much alike the texts of two pieces of work are: the cosine of their tf-idf."""
    shared = sorted(one.vector.keys() & other.vector.keys())
    product = sum(one.vector[stem] * other.vector[stem] for stem in shared)
    return product / (one.length * other.length) if shared else 0.0
