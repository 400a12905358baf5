"""What a language brings to the search."""

from __future__ import annotations

from pathlib import Path

import pytest
import Stemmer
from raci.language import language as module
from raci.language.asking import LISTS, PARTS
from raci.language.language import Language, UnknownLanguage, find_language
from raci.language.words import words

FILES = sorted(Path(module.__file__).parent.glob("*.txt"))
SECTIONS = {
    *("[dictionary]", "[plural]", "[compounds]", "[spellings]", "[kindred]", "[apart]", "[synonyms]"),
    *("[silent]", "[articles]", "[particles]", "[numbers]", "[asking]", "[light]", "[papers]", "[doing]"),
    *(
        "[is]",
        "[does]",
        "[who]",
        "[what]",
        "[duties]",
        "[holding]",
        "[negations]",
        "[by]",
        "[either]",
        "[also]",
        "[determiners]",
    ),
    *(f"[{name}]" for name in (*PARTS, *LISTS, "things")),
}


def test_an_unknown_language_is_told_with_the_nearest() -> None:
    """A misspelt language suggests the one that was meant."""
    with pytest.raises(UnknownLanguage) as caught:
        find_language("englisch")
    assert str(caught.value) == '"englisch" is no language that raci has stems for. Did you mean "english"?'


@pytest.mark.parametrize("name", ["english", "german", "french", "swedish", "greek", "none"])
def test_languages_have_the_name_that_is_asked_for(name: str) -> None:
    """Whether or not there are word lists."""
    assert find_language(name).name == name


def test_what_is_known_of_a_language_stands_in_its_file() -> None:
    """Words are written together in German, and abbreviations have a plural in English."""
    german, english = find_language("german"), find_language("English")
    assert german.says_nothing("wer")
    assert german.says_nothing("verantwortlich")
    assert not german.says_nothing("kasse")
    assert (german.compounds, english.compounds) == (True, False)
    assert (german.short_plural, english.short_plural) == ("", "s")
    assert ("isation", "ization") in english.spellings
    assert ("client", "customer") in english.synonyms
    assert find_language("greek") == Language("greek")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_is_of_a_language_and_its_words_are_as_they_are_compared(file: Path) -> None:
    """A section with a slip in its name would not be read, a word with a capital or an accent not be found."""
    assert file.stem in Stemmer.algorithms()
    lines = [line for line in file.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    assert {line for line in lines if line.startswith("[")} <= SECTIONS
    written = " ".join(line for line in lines if not line.startswith("["))
    assert written.split() == words(written)
