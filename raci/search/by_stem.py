"""Words by their stems, without stemming all of them.

A question asks for a few stems, and a stemmer in Python takes 30 microseconds a word: stemming each word of a
register took longer than everything else that a question needs. A stem begins as its words do, and so only
the words that begin like a stem which is asked for are stemmed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.search.language import Stems


class ByStem:
    """Words, to be asked for by their stems."""

    def __init__(self, words: Iterable[str], stems: Stems) -> None:
        self._stems = stems
        self._unread: dict[str, list[str]] = {}
        for word in words:
            self._unread.setdefault(stems.beginning(word), []).append(word)
        self._words: dict[str, list[str]] = {}

    def of(self, stem: str) -> list[str]:
        """Return the words that have a stem; none if there are none."""
        beginning = self._stems.beginning_of_stem(stem)
        if beginning in self._unread:
            self._read(beginning)
        if len(stem) <= self._stems.kept:  # its last letter may be another one: "ace" is the stem of "acing"
            sure = beginning[: self._stems.kept - 1] if self._stems.kept else ""
            for each in [each for each in self._unread if each.startswith(sure)]:
                self._read(each)
        return self._words.get(stem, [])

    def all_stems(self) -> Iterable[str]:
        """Return the stems of all words."""
        for beginning in list(self._unread):
            self._read(beginning)
        return self._words.keys()

    def _read(self, beginning: str) -> None:
        for word in self._unread.pop(beginning):
            self._words.setdefault(self._stems.of(word), []).append(word)
