"""The words of a language, and how common they are."""

from __future__ import annotations

from itertools import islice

import pytest
from raci.language.dictionary import NO_DICTIONARY
from raci.language.language import find_language
from spellchecker import SpellChecker

ENGLISH = find_language("english").dictionary
LISTED = {
    "arabic": "ar",
    "basque": "eu",
    "dutch": "nl",
    "english": "en",
    "french": "fr",
    "german": "de",
    "italian": "it",
    "persian": "fa",
    "portuguese": "pt",
    "russian": "ru",
    "spanish": "es",
}


@pytest.mark.parametrize("language", LISTED)
def test_a_word_is_as_frequent_as_pyspellchecker_says(language: str) -> None:
    """Whose lists are in order, as halving them needs; how many words were counted is right to a twentieth."""
    found = find_language(language).dictionary
    listed = SpellChecker(LISTED[language]).word_frequency.dictionary
    assert list(listed) == sorted(listed)
    assert found.counted == pytest.approx(sum(listed.values()), rel=0.05)
    for word in (*islice(listed, 0, None, 500), *islice(listed, 3), *list(listed)[-3:]):
        assert found.count(word) == listed[word]
        assert found.count(f"{word}qx") == 0


@pytest.mark.parametrize("word", ["", "bicycl", "bicyclex", "{", "}", "50", '"', "\u4e00", "\U0010ffff"])
def test_only_whole_words_are_found(word: str) -> None:
    """Nothing that stands around them in the list is a word, nor what would stand before or behind it."""
    assert not ENGLISH.knows(word)


def test_how_common_a_word_is() -> None:
    """Zipf values: common words have more, words of no language have 0."""
    assert ENGLISH.commonness("the") > ENGLISH.commonness("company") > ENGLISH.commonness("bicycle") > 3
    assert ENGLISH.commonness("prcing") == 0
    assert ENGLISH.knows("bicycle")
    assert not ENGLISH.knows("prcing")


def test_a_language_without_a_dictionary_has_no_words() -> None:
    """It is not for lack of a word that one is no word of the language."""
    assert find_language("greek").dictionary == NO_DICTIONARY
    assert not NO_DICTIONARY
    assert not NO_DICTIONARY.knows("the")
    assert NO_DICTIONARY.commonness("the") == 0
