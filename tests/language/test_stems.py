"""The stems of words."""

from __future__ import annotations

from raci.language.language import find_language
from raci.language.stems import Stems


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


def test_a_small_word_with_an_ending_is_another_word() -> None:
    """Terms of service are no plural of "to"."""
    stems = Stems(find_language("english"))
    assert stems.of("tos") == "tos"


def test_a_letter_is_no_plural_of_nothing() -> None:
    """The s of "qu'est-ce que s'appelle" stays a word."""
    assert Stems(find_language("english")).of("s") == "s"
