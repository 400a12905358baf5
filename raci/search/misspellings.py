"""Words of a register that are misspellings of its other words, found without comparing all with all."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from raci.search.language import Dictionary

SHORTEST = 5  # in shorter words one wrong letter makes another word as likely as not


def misspellings(count: Mapping[str, int], dictionary: Dictionary) -> dict[str, str]:
    """Return the words that stand once, are in no dictionary, and are one error from a more frequent word.

    Two words that are one error apart are the same when one letter is left out of one of them or of both
    (Garbe's symmetric delete): only words that have such a rest in common are compared.
    """
    long = [word for word in count if len(word) >= SHORTEST and word.isalpha()]
    with_rest: dict[str, list[str]] = defaultdict(list)
    for word in long:
        if count[word] > 1:
            for rest in _rests(word):
                with_rest[rest].append(word)
    found: dict[str, str] = {}
    for word in long:
        if count[word] == 1:
            near = {known for rest in _rests(word) for known in with_rest.get(rest, ())}
            right = [known for known in near if OSA.distance(word, known, score_cutoff=1) <= 1]
            if right and not dictionary.knows(word):
                found[word] = min(right, key=lambda known: (-count[known], known))
    return found


def _rests(word: str) -> Iterator[str]:
    """Yield a word, and what is left of it without one letter each."""
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
