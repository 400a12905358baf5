"""The thesaurus: its file, and the phrases that a question's words are used for."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
from raci.language.language import find_language
from raci.language.stems import Stems
from raci.language.thesaurus import NEAR, Thesaurus
from raci.language.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

ENGLISH = find_language("english")
STEMS = Stems(ENGLISH)
TEXT = files("raci.language").joinpath("thesauri", "english.txt").read_text("utf-8")
GROUPS = [line for line in TEXT.replace(",\n", ", ").splitlines() if line and not line.startswith("#")]
LONGEST_TERM, LONGEST_LINE = 4, 118

OWN = ("Till, cash desk ~ shop", "hand in notice, resignation", "money back, refund", "fell over, outage")


def same(line: str) -> list[str]:
    """Return the terms before ~ of a line."""
    return [term.strip() for term in line.partition("~")[0].split(",")]


def stems(term: str) -> tuple[str, ...]:
    """Return the stems of a term."""
    return STEMS.all_of(words(term))


def found(question: str, own: Sequence[str] = OWN, language: str = "none") -> dict[str, set[str]]:
    """Return the words of a question that are found in groups of our own, and the terms used for them."""
    named = find_language(language)
    asked = words(question)
    meanings = Thesaurus(named, Stems(named), own).meanings(asked)
    return {
        " ".join(asked[number] for number in each.numbers): {" ".join(phrase) for phrase in each.phrases}
        for each in meanings
    }


def test_words_are_related_to_all_of_a_group_by_a_part_of_a_term() -> None:
    """Half of a term counts for half, and so on; what stands after ~ counts for less."""
    english = Thesaurus(ENGLISH, STEMS)
    related = {phrase: sure for word, phrase, sure in english.related(["mobbing"]) if word == "mobbing"}
    assert related[stems("workplace bullying")] == 1
    assert related[stems("harassment")] == NEAR
    halves = [sure for _, phrase, sure in english.related(["layoff"]) if phrase == stems("downsizing")]
    assert max(halves) == 1
    halves = [sure for _, phrase, sure in english.related(["reduction"]) if phrase == stems("downsizing")]
    assert halves == [0.5]


def test_each_group_is_a_line_of_two_terms_or_more_that_says_each_thing_once() -> None:
    """A term of too many words is none that people use; a line that is too long is hard to mend."""
    assert max(map(len, TEXT.splitlines())) <= LONGEST_LINE
    for line in GROUPS:
        terms = same(line)
        assert len(terms) > 1, f"one term is no group: {line}"
        assert line == line.lower(), f"not in small letters: {line}"
        assert all(map(stems, terms)), f"a term is empty: {line}"
        assert max(len(term.split()) for term in terms) <= LONGEST_TERM, f"a term is too long: {line}"


def test_no_term_is_in_two_groups_or_twice_in_one() -> None:
    """By its stems: organise and organizing are one, and so are plurals."""
    counted = Counter(stems(term) for line in GROUPS for term in same(line))
    assert [" ".join(term) for term, times in counted.items() if times > 1] == []


COMMON = 2500  # times in 1.6 thousand million words
ENDINGS = re.compile(
    "(?:ies|y|e|s|es|ed|ing|ings|er|ers|or|ors|ment|ments|ate|ated|ates|ating|ation|ations|ion|ions|al)?$"
)
READ = """
    administr anonym appeal approxim aw bulli busi caption cheat communic contamin contest convent cooper
    decor defens divers document elev engin evacu excel exclus expens experiment heat homeless ill immun
    inform inhabit liquid marshal mentor microscop municip offens oper organiz photograph practic profit
    prospect regul resid rival robot sanction shred sick slow specif sponsor steril sustain technolog tender
    translat vacat volunt vulner wed
"""


def is_inflected(one: str, other: str) -> bool:
    """Return whether two words differ in nothing but common endings."""
    one, other = (ENDINGS.sub("", word) for word in (one, other))
    return one == other or one[:-1] == other or other[:-1] == one


def test_no_single_word_has_the_stem_of_another_word() -> None:
    """Customs and customer, internal and intern: who asks for the one would get the other.

    Whose stems are READ were looked at: the other word is the same thing, or nothing that work is called.
    Otherwise put the word into a phrase of two words, which is found as a whole.
    """
    listed = gzip.decompress(files("spellchecker").joinpath("resources", "en.json.gz").read_bytes())
    by_stem = STEMS.words_by_stem(
        word for word, times in json.loads(listed).items() if times >= COMMON and word.isalpha()
    )
    for line in GROUPS:
        for term in same(line):
            if len(stems(term)) == 1 and stems(term)[0] not in READ.split():
                others = [word for word in by_stem.get(STEMS.of(term), ()) if not is_inflected(word, term)]
                assert others == [], f"{term} has the stem of {', '.join(others)}"


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("who sees to the till", {"till": {"cash desk"}}),
        ("TILLS?", {}),
        ("cash desk", {"cash desk": {"till"}}),
        ("desk for cash", {}),
        ("who has cash on the shop desk", {}),
        ("where is the shop", {}),
        ("the shop is shut", {}),
    ],
)
def test_a_word_or_phrase_is_used_for_the_others_in_its_group(
    question: str, meant: dict[str, set[str]]
) -> None:
    """As a whole, and not for what stands after ~ or in a comment. Of no known language, by its letters alone."""
    assert found(question) == meant


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("they want their money back", "money back"),
        ("can I get the money for it back", "money back"),
        ("the server fell right over", "fell over"),
        ("the server fell over", "fell over"),
        ("it fell on her and then was put over there", None),
        ("she handed in her notice", "handed in notice"),
        ("notice in the hand", None),
        ("desks and cash desks", "cash desks"),
        ("a desk, cash only", "desk cash"),
        ("cash in the desk", "cash desk"),
    ],
)
def test_a_phrase_is_found_by_stem_with_small_words_between(question: str, said: str | None) -> None:
    """Two words that both say something may change places; before a small word may be any other."""
    assert said in [*found(question, language="english"), None]


def test_in_a_phrase_another_word_will_do() -> None:
    """A word alone is not taken for one that is used for another: paper is no journal because both are a sheet."""
    own = ("sheet, paper", "journal, sheet of news", "paper round, delivery")
    assert found("sheet round", own) == {"sheet": {"paper"}, "sheet round": {"delivery"}}
    assert found("a sheet", own) == {"sheet": {"paper"}}


def test_longer_phrases_come_first() -> None:
    """Who asks for cash desks asks for no cash."""
    own = ("cash, money", "cash desk, till", "cash desk clerk, cashier")
    assert list(found("cash desk clerk", own)) == ["cash desk clerk", "cash desk", "cash"]


def test_only_english_has_one() -> None:
    """In other languages a company's own groups serve alone."""
    assert found("hiring", own=(), language="english")["hiring"] >= {"recruit"}
    assert found("hiring", own=(), language="german") == {}
