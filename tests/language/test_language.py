"""Stems, dictionaries and what a language brings."""

from __future__ import annotations

import pytest
from raci.language.language import Dictionary, Stems, UnknownLanguage, find_language


def test_stems_fold_inflections() -> None:
    """A word and its inflections have one stem, abbreviations in the plural too."""
    stems = Stems(find_language("english"))
    assert stems.of("prices") == stems.of("pricing") == stems.of("priced")
    assert stems.of("kpis") == stems.of("kpi")
    assert stems.of("okrs") == stems.of("okr")
    assert stems.of("less") != stems.of("les")


def test_stems_of_other_languages() -> None:
    """The stemmer's language is a choice; of no known language, words are their own stems."""
    german = Stems(find_language("german"))
    assert german.of("preise") == german.of("preisen")
    assert Stems(find_language("none")).all_of(["prices", "pricing"]) == ("prices", "pricing")


def test_an_unknown_language_is_told_with_the_nearest() -> None:
    """A misspelt language suggests the one that was meant."""
    with pytest.raises(UnknownLanguage) as caught:
        find_language("englisch")
    assert str(caught.value) == '"englisch" is no language that raci has stems for. Did you mean "english"?'


@pytest.mark.parametrize("name", ["english", "german", "french", "swedish", "greek", "none"])
def test_languages_have_the_name_that_is_asked_for(name: str) -> None:
    """Whether or not there are word lists."""
    assert find_language(name).name == name


def test_how_common_a_word_is() -> None:
    """Zipf values: common words have more, words of no language have 0."""
    english = Dictionary(find_language("english"))
    assert english.commonness("the") > english.commonness("company") > english.commonness("bicycle") > 3
    assert english.knows("bicycle")
    assert not english.knows("prcing")
    assert not Dictionary(find_language("greek")).knows("the")


def test_word_lists_are_written_as_they_are_compared() -> None:
    """A word with an accent or a capital in a list would never be found."""
    for name in ("english", "german"):
        language = find_language(name)
        listed = language.silent | language.asking | language.light
        assert all(word.isascii() and word == word.lower() for word in listed)
