"""Lists of words, searched as text."""

from __future__ import annotations

import gzip
import json
from importlib.resources import files
from itertools import islice

import pytest
from raci.language.word_list import WordList, word_list


@pytest.mark.parametrize("code", ["ar", "de", "en", "es", "eu", "fa", "fr", "it", "nl", "pt", "ru"])
def test_a_list_says_what_its_json_says(code: str) -> None:
    """It is in order, as searching it needs, and each word is found with its number."""
    packed = files("spellchecker").joinpath("resources", f"{code}.json.gz").read_bytes()
    listed: dict[str, int] = json.loads(gzip.decompress(packed))
    found = word_list(code)
    assert list(listed) == sorted(listed)
    assert found.total == pytest.approx(sum(listed.values()), rel=0.05)
    for word in (*islice(listed, 0, None, 500), *islice(listed, 3), *list(listed)[-3:]):
        assert found.count(word) == listed[word]
        assert found.count(f"{word}qx") == 0


def test_words_are_found_in_any_case_and_only_whole() -> None:
    """The first and the last one too; nothing that stands around them is a word."""
    small = WordList(b'{\n"ab": 5,\n"abc": 60,\n"b\xc3\xbc": 7\n}')
    assert [small.count(word) for word in ("ab", "ABC", "b\u00fc")] == [5, 60, 7]
    assert [
        small.count(word) for word in ("", "a", "abcd", "bc", "z", "{", "}", "5", "\u4e00", "\udcff")
    ] == [0] * 10
    assert small.total == 72
