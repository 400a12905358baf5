"""How much work it is to look for look-alikes, in proportion to how many names there are."""

from __future__ import annotations

import pytest
from raci.language.language import find_language
from raci.look_alikes import misspellings as module
from raci.look_alikes.misspellings import misspellings
from rapidfuzz.distance import OSA

ENGLISH = find_language("english").dictionary


def test_words_are_compared_in_proportion_to_their_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four times the words are about four times the comparisons: all are never compared with all."""
    compared = 0

    class Counted:
        """The distance, counted."""

        @staticmethod
        def distance(one: str, other: str, *, score_cutoff: int) -> int:
            """Return the distance of two words."""
            nonlocal compared
            compared += 1
            return OSA.distance(one, other, score_cutoff=score_cutoff)

    monkeypatch.setattr(module, "OSA", Counted)
    for size in (500, 2_000, 8_000):
        compared = 0
        right = [
            f"{number:05}".translate(str.maketrans("0123456789", "bdfgklmnpr")) + "aeiou"
            for number in range(size)
        ]
        count = dict.fromkeys(right, 2) | {f"{word}x": 1 for word in right}
        assert len(misspellings(count, ENGLISH)) == size
        assert compared <= size * 100
