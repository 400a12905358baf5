"""Words that are misspellings of other words of a register."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from raci.language.language import find_language
from raci.look_alikes.misspellings import SHORTEST, misspellings
from rapidfuzz.distance import OSA

ENGLISH = find_language("english").dictionary
NONE = find_language("none").dictionary


@pytest.mark.parametrize(
    "slip", ["warehuose", "warehose", "warehousse", "warehouze", "warhehouse", "arehouse"]
)
def test_one_error_in_a_long_word_is_mended(slip: str) -> None:
    """Letters swapped, missing, too many, or wrong, anywhere in the word."""
    assert misspellings({slip: 1, "warehouse": 2}, ENGLISH) == {slip: "warehouse"}


def test_an_error_that_others_make_too_is_mended() -> None:
    """In a large register: where the right word stands a hundred times as often."""
    assert misspellings({"warehuose": 2, "warehouse": 200}, ENGLISH) == {"warehuose": "warehouse"}
    assert misspellings({"warehuose": 2, "warehouse": 199}, ENGLISH) == {}


@pytest.mark.parametrize(
    ("count", "because"),
    [
        ({"warehuose": 2, "warehouse": 3}, "it stands twice"),
        ({"warehuose": 1, "warehousing": 1}, "there are more errors"),
        ({"wearhuose": 1, "warehouse": 2}, "there are two errors"),
        ({"winr": 1, "wine": 9}, "the words are short"),
        ({"contact": 1, "contract": 9}, "it is a word of the language"),
        ({"gate17": 1, "gate18": 9}, "numbers are not spelt"),
        ({"warehuose": 1}, "there is nothing to compare with"),
        ({}, "there is nothing"),
    ],
)
def test_other_words_are_left_alone(count: dict[str, int], because: str) -> None:
    """What stands more than once, is a word, short, a number, or too far from any other."""
    assert misspellings(count, ENGLISH) == {}, because


def test_the_most_frequent_neighbour_is_meant() -> None:
    """Of two that are as frequent, the first in the alphabet, however they are listed."""
    assert misspellings({"xanner": 1, "tanner": 2, "banner": 3}, ENGLISH) == {"xanner": "banner"}
    for count in ({"xanner": 1, "tanner": 2, "banner": 2}, {"banner": 2, "tanner": 2, "xanner": 1}):
        assert misspellings(count, ENGLISH) == {"xanner": "banner"}


def test_without_a_dictionary_no_word_is_known_to_be_wrong() -> None:
    """A laser is no misspelt store (Lager), whatever the language."""
    assert misspellings({"laser": 1, "lager": 5}, NONE) == {}


@given(st.dictionaries(st.text("abc", min_size=4, max_size=7), st.integers(1, 3), max_size=40))
def test_misspellings_are_those_of_comparing_all_with_all(count: dict[str, int]) -> None:
    """The short cut finds every word that is one error from a more frequent one, and no other."""
    long = [word for word in count if len(word) >= SHORTEST]
    slips = {
        word
        for word in long
        if count[word] == 1
        and any(count[known] > 1 and OSA.distance(word, known) == 1 for known in long)
        and not ENGLISH.knows(word)
    }
    found = misspellings(count, ENGLISH)
    assert found.keys() == slips
    assert all(OSA.distance(word, right) == 1 < count[right] for word, right in found.items())
