"""The words of a language and how often people use them, as pyspellchecker brings them.

Its SpellChecker makes a dictionary of 160,000 English words, which takes 180 ms and 40 MiB; a question has a
few words. So the list, which is in order, is searched as the text that it is: 10 ms to unpack it, and 30 for
the total that a share is reckoned from, where one is asked for.
"""

from __future__ import annotations

import gzip
from bisect import bisect_left
from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path

_NO_DIGITS = bytes(set(range(256)) - set(b"\n0123456789"))


class WordList:
    """A list of words as JSON, one a line, in the order of their bytes: `"word": number`."""

    def __init__(self, text: bytes) -> None:
        self._text = text
        self._asked: dict[str, int] = {}

    def count(self, word: str) -> int:
        """Return how often a word is used, 0 if it is not listed."""
        found = self._asked.get(word)
        if found is None:
            found = self._asked[word] = self._find(word.lower().encode("utf-8", "surrogatepass"))
        return found

    @cached_property
    def total(self) -> int:
        """Return how often all words are used."""
        # What is left is the number of a word, the digits in the next one, and so on, each after a colon.
        return sum(
            map(int, self._text.replace(b'": ', b"\n").translate(None, _NO_DIGITS).split(b"\n")[2:-1:2])
        )

    def _find(self, word: bytes) -> int:
        places = range(self._text.find(b"\n") + 1, self._text.rfind(b"\n"))
        at = bisect_left(places, word, key=self._word_at)
        if at == len(places) or self._word_at(places[at]) != word:
            return 0
        return int(self._line_at(places[at]).rpartition(b" ")[2].rstrip(b",\r"))

    def _word_at(self, at: int) -> bytes:
        return self._line_at(at).rpartition(b'": ')[0][1:]

    def _line_at(self, at: int) -> bytes:
        return self._text[self._text.rfind(b"\n", 0, at) + 1 : self._text.find(b"\n", at)]


@cache
def word_list(code: str) -> WordList:
    """Return the list of a language that pyspellchecker has one of, by its code. It is kept."""
    package = find_spec("spellchecker")  # importing it would take longer than reading the list
    folder = Path(str(package and package.origin)).with_name("resources")
    packed = folder.joinpath(f"{code}.json.gz").read_bytes()
    return WordList(gzip.decompress(packed).replace(b'\\"', b'"'))
