"""The words of a language and how often people use them, as pyspellchecker lists them.

Its SpellChecker puts 160,000 English words into memory, which takes 180 ms and 40 MiB, where a question has a
few words. So the list, which is in order, is halved as the text that it is; to unpack it takes 10 ms.
"""

from __future__ import annotations

import gzip
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log10


@dataclass(frozen=True)
class Dictionary:
    """The list with a code, if there is one, and how many words of running text were counted for it.

    It is read when the first word is looked up: a question that is a name in full does without it.
    """

    code: str = ""
    counted: int = 0

    def __bool__(self) -> bool:
        """Return whether there is a list."""
        return bool(self.code)

    def knows(self, word: str) -> bool:
        """Return whether this is a word of the language."""
        return self.count(word) > 0

    def commonness(self, word: str) -> float:
        """Return the Zipf value of a word: 3 is once in a million words, 6 once in a thousand, 0 unknown.

        The scale is that of van Heuven et al., "SUBTLEX-UK" (2014): log10 of occurrences per billion.
        """
        count = self.count(word)
        return max(0.0, log10(count / self.counted) + 9) if count else 0.0

    def count(self, word: str) -> int:
        """Return how often a word was counted, 0 if it is not listed."""
        if not self:
            return 0
        text = _listed(self.code)
        asked = word.encode()
        places = range(text.find(b"\n") + 1, text.rfind(b"\n"))
        at = bisect_left(places, asked, key=lambda place: _entry_at(place, text)[0])
        found, count = _entry_at(places[at], text) if at < len(places) else (b"", b"")
        return int(count) if found == asked else 0


def _entry_at(place: int, text: bytes) -> tuple[bytes, bytes]:
    """Return the word and the count of the line at a place: `"word": count,`."""
    line = text[text.rfind(b"\n", 0, place) + 1 : text.find(b"\n", place)]
    word, _, count = line.rstrip(b",\r").rpartition(b'": ')
    return word[1:].replace(b'\\"', b'"'), count


NO_DICTIONARY = Dictionary()


@cache
def _listed(code: str) -> bytes:
    """Return the list with a code as JSON, a word a line, in the order of their bytes."""
    return gzip.decompress(files("spellchecker").joinpath("resources", f"{code}.json.gz").read_bytes())
