"""The words of a language and how often people use them, as pyspellchecker brings them.

Its SpellChecker makes a dictionary of 160,000 English words, which takes 180 ms and 40 MiB; a question has a
few words. So the list, which is in order, is searched as the text that it is, which takes 10 ms to unpack.
"""

from __future__ import annotations

import gzip
from bisect import bisect_left
from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path

_NO_DIGITS = bytes(set(range(256)) - set(b"\n0123456789"))
# How often all words of a list are used, in pyspellchecker 0.9: adding them up takes 30 to 100 ms. A list
# that has grown by a twentieth since would change how common a word is by 0.02 of a scale from 0 to 7.
TOTALS = {
    "ar": 270_042_173,
    "de": 123_710_846,
    "en": 1_646_569_324,
    "es": 688_805_284,
    "eu": 2_087_090,
    "fa": 1_556_871,
    "fr": 353_876_198,
    "it": 445_269_334,
    "nl": 382_426_387,
    "pt": 387_750_743,
    "ru": 32_763_754,
}


class WordList:
    """A list of words as JSON, one a line, in the order of their bytes: `"word": number`."""

    def __init__(self, text: bytes, total: int | None = None) -> None:
        self._text = text
        self._known_total = total
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
        if self._known_total is not None:
            return self._known_total
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
    return WordList(gzip.decompress(packed).replace(b'\\"', b'"'), TOTALS.get(code))
