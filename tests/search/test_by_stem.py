"""Words by their stems, without stemming all of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from raci.search.by_stem import ByStem
from raci.search.language import Stems, find_language

ENDINGS = [
    "s",
    "es",
    "ed",
    "ing",
    "ings",
    "ies",
    "ied",
    "ying",
    "y",
    "e",
    "ize",
    "ised",
    "ise",
    "ising",
    "ly",
    "our",
    "ours",
    "ation",
    "able",
    "er",
]
WORDS = st.builds(str.__add__, st.text("abcdeiostuvyz", max_size=4), st.sampled_from(["", *ENDINGS])).filter(
    bool
)


@pytest.mark.parametrize("name", ["english", "german", "none"])
def test_all_words_of_a_stem_are_found(name: str) -> None:
    """Whatever was asked for before."""
    stems = Stems(find_language(name))

    @given(st.lists(WORDS, unique=True, max_size=30), st.lists(WORDS, max_size=5))
    def holds(words: list[str], asked: list[str]) -> None:
        by_stem = ByStem(words, stems)
        for word in (*asked, *words):
            stem = stems.of(word)
            assert by_stem.of(stem) == [each for each in words if stems.of(each) == stem]
        assert set(by_stem.all_stems()) == set(stems.all_of(words))

    holds()


@pytest.mark.parametrize(
    ("word", "other"), [("dying", "die"), ("skies", "sky"), ("acing", "ace"), ("ied", "i")]
)
def test_stems_that_do_not_begin_as_their_words_are_found(word: str, other: str) -> None:
    """Short ones, whose last letter may be another one."""
    stems = Stems(find_language("english"))
    assert ByStem([word], stems).of(stems.of(word)) == [word]
    assert stems.of(word)[:1] == other[:1]


def test_only_words_that_begin_alike_are_stemmed() -> None:
    """That is what it is for."""
    stemmed: list[str] = []

    class Counted(Stems):
        """Stems, counted."""

        def of(self, word: str) -> str:
            """Return the stem of a word."""
            stemmed.append(word)
            return super().of(word)

    by_stem = ByStem(["pricing", "prices", "parcels", "wine"], Counted(find_language("english")))
    assert by_stem.of("price") == ["pricing", "prices"]
    assert stemmed == ["pricing", "prices"]
