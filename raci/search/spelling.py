"""Mend typing errors: a word that nobody knows becomes the word of the register that it is nearest to."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from raci.language.dictionary import Dictionary

SHORTEST = 4  # in shorter words one wrong letter in three is another word as likely as not
LONG = 7  # from here on two errors are forgiven


def mend(word: str, vocabulary: Mapping[str, int], dictionary: Dictionary) -> str | None:
    """Return the word of the vocabulary that `word` is a misspelling of, or None.

    A word of the language is what was meant, however near it comes to another. Errors are those of
    Damerau (1964): a letter missing, too many, wrong, or two swapped.
    """
    if len(word) < SHORTEST or word.isdigit():
        return None
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - most questions have no typing error

    errors = 2 if len(word) >= LONG else 1
    best: tuple[int, bool, int, str] | None = None
    for known, count in vocabulary.items():
        if abs(len(known) - len(word)) <= errors and len(known) >= SHORTEST:
            distance = OSA.distance(word, known, score_cutoff=errors)
            if distance <= errors:
                candidate = (distance, known[0] != word[0], -count, known)
                best = candidate if best is None else min(best, candidate)
    if best is None or dictionary.knows(word):
        return None
    return best[-1]


def is_near(word: str, other: str) -> bool:
    """Return whether one of two words may be a misspelling of the other."""
    if min(len(word), len(other)) < SHORTEST or word.isdigit():
        return False
    errors = 2 if len(word) >= LONG else 1
    if max(_letters_apart(word, other)) > errors:
        return False
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - most words are no misspellings

    return OSA.distance(word, other) <= errors


def has_same_letters(word: str, other: str) -> bool:
    """Return whether words differ by one letter too few or too many, or in their order: no letter is another.

    So slips make a word of a word (planing, manger); the other way round most of them are two words (packing
    and parking).
    """
    return sum(_letters_apart(word, other)) <= 1


def _letters_apart(word: str, other: str) -> tuple[int, int]:
    one, two = Counter(word), Counter(other)
    return (one - two).total(), (two - one).total()
