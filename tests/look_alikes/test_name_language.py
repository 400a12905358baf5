"""Words used for one another, words in which names differ, words that say only a form."""

from __future__ import annotations

from importlib.resources import files
from itertools import combinations

import pytest
from raci.language.language import find_language
from raci.language.stems import Stems
from raci.look_alikes.contrasts import contrast, places
from raci.look_alikes.described_names import Names
from raci.look_alikes.name_language import NameLanguage, name_language
from raci.look_alikes.name_words import NameWord, NameWords

from conftest import register_of

ENGLISH = name_language(find_language("english"))
LISTED = files("raci.language").joinpath("names", "english.txt").read_text("utf-8")


def word(text: str, language: str = "english") -> NameWord:
    """Return a word of names."""
    found = find_language(language)
    return NameWords({}, found, Stems(found))[text]


def mean_the_same(one: str, other: str, language: str = "english") -> bool:
    """Return whether two words are used for one another."""
    return word(one, language).means(word(other, language))


def differ(one: str, other: str, language: str = "english") -> bool:
    """Return whether two words tell different work apart, asked from both sides."""
    known = name_language(find_language(language))
    first, second = (places(each, [word(each, language)], known) for each in (one, other))
    assert contrast(first, second) is contrast(second, first)
    return contrast(first, second)


def test_words_used_for_one_another() -> None:
    """Listed once, a word is known in the plural too; groups do not run into each other."""
    assert mean_the_same("client", "customer")
    assert mean_the_same("clients", "customer")
    assert mean_the_same("disaster_recovery", "dr")
    assert not mean_the_same("client", "cellar")
    assert not mean_the_same("cellar", "cellar")
    assert ENGLISH.groups("client") == ENGLISH.groups("clients") != frozenset()
    assert ENGLISH.groups("cellar") == frozenset()


def test_words_in_which_names_differ() -> None:
    """Opposites, parts of a series, and anything that ends in numbers; a word does not differ from itself."""
    assert differ("day", "night")
    assert differ("q1", "q4")
    assert differ("2024", "2025")
    assert differ("gate7", "gate8")
    assert not differ("day", "day")
    assert not differ("7", "7")
    assert not differ("day", "7")
    assert not differ("day", "cellar")
    assert not differ("gate7", "dock8")
    assert differ("a", "iv")


def test_a_word_does_not_differ_from_its_plural() -> None:
    """Days and nights differ, a day and days do not."""
    assert differ("days", "night")
    assert not differ("days", "day")
    assert not differ("cost", "costs")


def test_synonyms_of_the_search_mean_the_same_in_names() -> None:
    """They are not listed once more."""
    assert mean_the_same("client", "customer")
    assert "\nclient customer\n" not in LISTED


def test_words_that_say_only_a_form() -> None:
    """A plan may be for anything."""
    assert ENGLISH.is_form("plan")
    assert not ENGLISH.is_form("wine")


@pytest.mark.parametrize(
    ("words", "phrases"),
    [
        ([], []),
        (["wine"], ["wine"]),
        (["disaster", "recovery", "test"], ["disaster_recovery", "test"]),
        (["old", "code", "review"], ["old", "code_review"]),
        (["personal", "protective", "equipment"], ["personal", "protective_equipment"]),
        (["code", "code", "review", "code"], ["code", "code_review", "code"]),
        (["standard", "operating", "procedure"], ["standard_operating_procedure"]),
    ],
)
def test_known_phrases_are_one_word(words: list[str], phrases: list[str]) -> None:
    """The longest there is at each place; the end of a name is no phrase's middle."""
    assert list(ENGLISH.phrases(words)) == phrases


@pytest.mark.parametrize("language", ["german", "none", "greek"])
def test_of_a_language_without_a_list_nothing_is_known(language: str) -> None:
    """But that numbers differ."""
    known = name_language(find_language(language))
    assert known == NameLanguage()
    assert not mean_the_same("kunde", "klient", language)
    assert not differ("tag", "nacht", language)
    assert differ("tor1", "tor2", language)
    assert not known.is_form("plan")
    assert list(known.phrases(["guten", "tag"])) == ["guten", "tag"]


def test_the_english_list_is_written_as_names_are_compared() -> None:
    """In small letters without accents: anything else would never be found."""
    lines = [line for line in LISTED.splitlines() if not line.startswith("#")]
    assert [line for line in lines if line != line.lower() or not line.isascii()] == []
    assert [line for line in lines if line.startswith("[")] == [
        "[alike]",
        "[contrast]",
        "[opposites]",
        "[forms]",
        "[joining]",
        "[done]",
        "[acts]",
        "[people]",
        "[beside]",
        "[vague]",
    ]


def test_each_line_of_the_english_list_says_something() -> None:
    """Two words at least, none of them twice, and no line twice, nor a synonym of the search once more."""
    groups = [
        line.split() for line in LISTED.partition("[forms]")[0].splitlines() if line and line[0] not in "#["
    ]
    assert [group for group in groups if len(group) < 2 or len(set(group)) < len(group)] == []
    told = [frozenset(group) for group in (*groups, *find_language("english").synonyms)]
    assert len(set(told)) == len(told)


def test_no_two_english_words_are_both_alike_and_in_contrast() -> None:
    """Words are used for one another, or tell work apart."""
    both = sorted(ENGLISH.alike.keys() & ENGLISH.contrast.keys())
    assert [
        pair
        for pair in combinations(both, 2)
        if mean_the_same(*pair) and ENGLISH.contrast[pair[0]] & ENGLISH.contrast[pair[1]]
    ] == []


def test_every_word_of_the_english_list_is_found() -> None:
    """As a whole name it is the word or phrase of the list."""
    names = Names(register_of("version: 1"), find_language("english"))
    listed = sorted(ENGLISH.alike.keys() | ENGLISH.contrast.keys() | ENGLISH.forms)
    beside = [[part.text for part in names.content(["wine", *word.split("_")])] for word in listed]
    assert [word for word, parts in zip(listed, beside, strict=True) if parts != ["wine", word]] == []
