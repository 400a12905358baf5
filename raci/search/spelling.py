"""Mend typing errors: a word that nobody knows becomes the word of the register that it is nearest to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from raci.language.dictionary import Dictionary

SHORTEST = 4  # in shorter words one wrong letter in three is another word as likely as not
LONG = 8  # from here on two errors are forgiven


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
