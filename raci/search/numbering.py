"""Numbers behind words, which tell names apart: phase 1 is no phase 2."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from raci.search.corpus import Described

_Numbered = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Numbering:
    """The numbers of a question, each with the word before it, and those of them that it writes out."""

    asked: frozenset[_Numbered] = frozenset()
    written_out: frozenset[_Numbered] = frozenset()

    @staticmethod
    def of(asked: Sequence[str], in_digits: Sequence[str]) -> Numbering:
        """Return the numbers of a question by its stems, as they are asked and with all numbers in digits."""
        every = frozenset(_numbered(in_digits))
        return Numbering(every, every - {*_numbered(asked)})

    def is_another(self, work: Described) -> bool:
        """Return whether a label has another number than the question after the same word."""
        labelled = _labelled(work)
        after = {word for word, _ in labelled}
        return any(word in after and (word, number) not in labelled for word, number in self.asked)

    def is_written_out(self, work: Described) -> bool:
        """Return whether a label has a number in digits that the question writes out."""
        return not self.written_out.isdisjoint(_labelled(work))


NO_NUMBERS = Numbering()


def _labelled(work: Described) -> set[_Numbered]:
    return {pair for label in work.labels for pair in _numbered(label)}


def _numbered(words: Sequence[str]) -> Iterator[_Numbered]:
    return ((word, number) for word, number in pairwise(words) if number.isdigit())
