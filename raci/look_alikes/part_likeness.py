"""How much alike the things are that two names are about, each taken by itself."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from raci.look_alikes.name_parts import LITTLE, VAGUE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from raci.look_alikes.name_parts import Part
    from raci.look_alikes.name_words import NameWord

_LEAST = 0.45  # of a thing: less in common is something else


def part_likeness(one: Iterable[Part], other: Iterable[Part]) -> float:
    """Return how much alike the two parts are that are most alike, from 0 to 1."""
    return max((_likeness(*parts) for parts in product(one, other)), default=0.0)


def _likeness(one: Part, other: Part) -> float:
    """Return how much alike two parts are: nothing where something is left over on both sides.

    Where it is on one side, the thing itself has to be what they share, and both are duties: "feedback" is
    "customer feedback" if both are collected.
    """
    of_one, of_other = _matched(one, other)
    if of_one.keys().isdisjoint(one.telling) or of_other.keys().isdisjoint(other.telling):
        return 0.0
    if one.beside and other.beside and not _share_a_word(one.beside, other.beside):
        return 0.0
    left_one, left_other = _left(one, of_one, other), _left(other, of_other, one)
    more, of_more = (one, of_one) if left_one > left_other else (other, of_other)
    less, left = sorted((left_one, left_other))
    if less > VAGUE and left > LITTLE:
        return 0.0
    if left > LITTLE and not (one.is_duty and other.is_duty and more.head in of_more.keys() & more.telling):
        return 0.0
    share = 1 - left / sum(more.words.values())
    return min(of_one.values()) * (1 + share) / 2 if share >= _LEAST else 0.0


def _matched(one: Part, other: Part) -> tuple[dict[NameWord, float], dict[NameWord, float]]:
    """Return the words of two parts that are one, the surest first, with how sure that is."""
    degrees = ((word.degree(its), word, its) for word in one.words for its in other.words)
    of_one: dict[NameWord, float] = {}
    of_other: dict[NameWord, float] = {}
    for degree, word, its in sorted(filter(lambda each: each[0] > 0, degrees), key=lambda each: -each[0]):
        if word not in of_one and its not in of_other:
            of_one[word] = of_other[its] = degree
    return of_one, of_other


def _left(part: Part, matched: Mapping[NameWord, float], other: Part) -> float:
    """Return the weight of what is left over of a part and not said beside the other."""
    return sum(
        weight
        for word, weight in part.words.items()
        if word not in matched and not _share_a_word([word], other.beside)
    )


def _share_a_word(words: Iterable[NameWord], others: Iterable[NameWord]) -> bool:
    return any(word.degree(its) for word, its in product(words, others))
