"""An answer is sure where all that tells something is accounted for, and a Perhaps or none where it is not."""

from __future__ import annotations

import pytest
from raci.queries.who_owns import who_owns
from raci.search.ranking import Search

from conftest import graph_of, register_of

SHOP = """
    version: 1
    roles:
      a:
        name: A
        responsibilities:
          - {name: Leave Review, area: People}
          - {name: Supplier Onboarding, area: Buying, summary: Legal terms and the first tickets of a new supplier.}
          - {name: Wine List, area: Bar}
          - {name: Bread Order, area: Bakery}
          - {name: Contract Archive, area: Law, aliases: [agreements]}
          - {name: Early Access, area: Trial}
        deliverables:
          - {name: Welcome Pack, summary: Picks what a customer sees first. The home of success.}
          - {name: Price Test Report, area: Money, aliases: [split test]}
"""

SEARCH = Search(register_of(SHOP))


@pytest.mark.parametrize(
    ("question", "work"),
    [
        ("parental leave", "leave-review"),
        ("split test on the homepage", "price-test-report"),
        ("supplier audit", "supplier-onboarding"),
        ("who archives contracts of tenancy", "contract-archive"),
        ("the success of the customer", "welcome-pack"),
    ],
)
def test_an_answer_is_no_more_than_likely_while_a_word_is_unaccounted_for(question: str, work: str) -> None:
    """Something is asked that no word of the work stands for, or words are found that stand apart."""
    hits = SEARCH.rank(question)
    assert not any(hit.sure for hit in hits)
    assert not hits or hits[0].work == work


@pytest.mark.parametrize(
    "question",
    [
        "who signs off legal pages",
        "who picks the CRM",
        "customer parking",
        "train tickets",
        "accessibility",
    ],
)
def test_scattered_words_of_a_summary_are_no_answer(question: str) -> None:
    """One word that is said of a piece of work, while another is missed."""
    assert SEARCH.rank(question) == ()


@pytest.mark.parametrize(
    "question",
    [
        "who does leave reviews?",
        "who checks and updates the wine list",
        "onboarding of a supplier",
        "agreements",
        "archive the contracts",
    ],
)
def test_an_answer_that_accounts_for_all_is_sure(question: str) -> None:
    """Words that only ask, and those that are said of any work, are not missed."""
    assert SEARCH.rank(question)[0].sure


BAKERY = """
    version: 1
    roles:
      a:
        name: A
        responsibilities:
          - {name: Waste Collection}
          - {name: Purchase Orders}
          - {name: Shop Opening Hours}
          - {name: Customer Complaints}
          - {name: Player Support}
          - {name: Performance Optimisation}
          - {name: Price Setting}
          - {name: Oven Timetable, aliases: [right time, pay off]}
          - {name: Bake Plan 1}
          - {name: Bake Plan 10}
          - {name: Streamer Programme}
"""
BAKERY_SEARCH = Search(register_of(BAKERY))


@pytest.mark.parametrize(
    "question",
    [
        "waste of time",
        "order of the day",
        "job opening",
        "new customers",
        "IT support",
        "performance review",
        "time off",
        "customer of the month",
    ],
)
def test_a_small_word_beside_the_only_one_that_is_found_is_missed(question: str) -> None:
    """The two may mean another thing: it is said of any work, or asks, or is small."""
    assert not any(hit.sure for hit in BAKERY_SEARCH.rank(question))


@pytest.mark.parametrize(
    "question",
    [
        "waste",
        "who handles complaints",
        "complaints owner",
        "the new waste collection",
        "who reviews price setting",
        "WHO OWNS THE WASTE",
        "who supports players",
    ],
)
def test_a_word_of_a_name_is_sure_where_all_else_only_asks(question: str) -> None:
    """Or where the name is there in full."""
    assert BAKERY_SEARCH.rank(question)[0].sure


@pytest.mark.parametrize("question", ["payroll", "payment", "paying", "cost", "time", "fees", "clients"])
def test_other_words_and_parts_of_an_alias_are_never_sure(question: str) -> None:
    """What people use for one another, a word of the same family in an alias, or what is said of any work."""
    assert not any(hit.sure for hit in BAKERY_SEARCH.rank(question))


def test_a_number_that_is_written_out_is_that_number() -> None:
    """As good as certain, and never another one."""
    assert [(hit.work, hit.sure) for hit in BAKERY_SEARCH.rank("bake plan one")] == [("bake-plan-1", False)]
    assert BAKERY_SEARCH.rank("bake plan two") == ()


def test_to_program_is_no_programme() -> None:
    """Though the stemmer takes them for one word."""
    assert BAKERY_SEARCH.rank("programming") == ()
    assert BAKERY_SEARCH.rank("streamer programs")[0].work == "streamer-programme"


GAME = """
    version: 1
    roles:
      a:
        name: A
        responsibilities:
          - {name: C++ Coding Standards, keywords: [when am I paid, who are we]}
          - {name: "C# Scripting"}
          - {name: Pricing}
"""
GAME_SEARCH = Search(register_of(GAME))


@pytest.mark.parametrize(
    ("question", "is_sure"),
    [
        ("C++ coding standards", True),
        ("coding standards", True),
        ("C++ standards", True),
        ("C coding standards", False),
        ("who owns C coding standards?", False),
        ("C# coding standards", False),
        ("C# coding", False),
    ],
)
def test_a_name_with_other_signs_is_no_more_than_likely(question: str, *, is_sure: bool) -> None:
    """C is not C++; without the word nothing is said of it."""
    hit = GAME_SEARCH.rank(question)[0]
    assert (hit.work, hit.sure) == ("c-coding-standards", is_sure)


@pytest.mark.parametrize("question", ["when am I paid", "When am I paid?", "who are we"])
def test_a_keyword_in_full_is_likely(question: str) -> None:
    """Though all of its words are small."""
    assert [(hit.work, hit.sure) for hit in GAME_SEARCH.rank(question)] == [("c-coding-standards", False)]


@pytest.mark.parametrize(
    ("question", "matches", "nearest"),
    [
        ("C++", ("C++ Coding Standards",), ()),
        ("who owns C#?", ("C# Scripting",), ()),
        ("C", (), ("C++ Coding Standards", "C# Scripting")),
    ],
)
def test_a_word_that_says_little_is_likely_where_one_name_has_it(
    question: str, matches: tuple[str, ...], nearest: tuple[str, ...]
) -> None:
    """Of several, those are named and no others."""
    answer = who_owns(graph_of(GAME), question)
    assert tuple(match.name for match in answer.matches) == matches
    assert (answer.nearest, answer.doubtful) == (nearest, bool(matches))
