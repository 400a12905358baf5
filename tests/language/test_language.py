"""What a language brings to the search."""

from __future__ import annotations

import pytest
from raci.language.language import UnknownLanguage, find_language


def test_an_unknown_language_is_told_with_the_nearest() -> None:
    """A misspelt language suggests the one that was meant."""
    with pytest.raises(UnknownLanguage) as caught:
        find_language("englisch")
    assert str(caught.value) == '"englisch" is no language that raci has stems for. Did you mean "english"?'


@pytest.mark.parametrize("name", ["english", "german", "french", "swedish", "greek", "none"])
def test_languages_have_the_name_that_is_asked_for(name: str) -> None:
    """Whether or not there are word lists."""
    assert find_language(name).name == name


def test_word_lists_are_written_as_they_are_compared() -> None:
    """A word with an accent or a capital in a list would never be found."""
    for name in ("english", "german"):
        language = find_language(name)
        listed = language.silent | language.asking | language.light
        assert all(word.isascii() and word == word.lower() for word in listed)
