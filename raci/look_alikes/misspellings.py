"""Words of a register that are misspellings of its other words, found without comparing all with all."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from raci.language.dictionary import Dictionary

OFTENER = 100
SHORTEST = 5  # in shorter words one wrong letter makes another word as likely as not


def misspellings(count: Mapping[str, int], dictionary: Dictionary) -> dict[str, str]:
    """Return the words that are rare, in no dictionary, and one error from a word that is right.

    Rare is what stands once, or a hundred times less often than the right one. Right is a word that stands
    more often or is in the dictionary. Two words that are one error apart are the same when one letter is
    left out of one of them or of both (Garbe's symmetric delete): only words that have such a rest in common
    are compared.
    """
    if not dictionary:  # any word may be right
        return {}
    with_rest: dict[str, list[str]] = defaultdict(list)
    for word in count:
        if len(word) >= SHORTEST and word.isalpha():
            for rest in _rests(word):
                with_rest[rest].append(word)
    found: dict[str, str] = {}
    together = [near for near in with_rest.values() if len(near) > 1]
    for word, known in sorted({pair for near in together for pair in _suspects(near, count)}):
        is_right = count[known] > 1 or dictionary.knows(known)
        if is_right and OSA.distance(word, known, score_cutoff=1) <= 1 and not dictionary.knows(word):
            best = found.get(word)
            found[word] = known if best is None else min(best, known, key=lambda each: (-count[each], each))
    return found


def _suspects(near: Sequence[str], count: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Yield the words that are rare, each with the others that it may be meant for."""
    for word in near:
        least = count[word] * OFTENER if count[word] > 1 else 1
        yield from ((word, other) for other in near if other != word and count[other] >= least)


def _rests(word: str) -> Iterator[str]:
    """Yield a word, and what is left of it without one letter each."""
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
