"""How sure it is that two names stand for one thing."""

from __future__ import annotations

import json
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from raci.language.language import find_language
from raci.look_alikes.described_names import Names
from raci.look_alikes.likeness import Evidence, evidence, matched_words

from conftest import register_of

NOTHING = Evidence(
    called=0,
    shared=0.0,
    left_on_both=0.0,
    made_up_for=0.0,
    cosine=0.0,
    same_area=False,
    contrast=False,
    produces=False,
    more_than_forms=False,
)


def names_of(*entries: str) -> Names:
    """Return the names of entries, all on one role's list, with the ids w0, w1, …, among others."""
    listed = [f"{{id: w{number}, {text}}}" for number, text in enumerate(entries)]
    listed += [
        "{id: x1, name: Garden Care}",
        "{id: x2, name: Bicycle Repair}",
        "{id: x3, name: Museum Tickets}",
    ]
    register = register_of(
        f"{{version: 1, roles: {{a: {{name: A, responsibilities: [{', '.join(listed)}]}}}}}}"
    )
    language = find_language("english")
    return Names(register, language)


def between(one: str, other: str) -> Evidence:
    """Return the evidence on two entries."""
    names = names_of(one, other)
    return evidence(names[0], names[1])


def matches(one: str, other: str) -> list[tuple[str, str, float]]:
    """Return the words of two names that are matched, and how surely."""
    names = names_of(f"name: {one}", f"name: {other}")
    found = matched_words(names[0], names[1])
    return [(match.word.text, match.its.text, match.degree) for match in found]


def test_without_anything_to_point_at_there_is_no_score() -> None:
    """However much alike all texts are, and whatever is said elsewhere."""
    said = NOTHING._replace(shared=1.5, made_up_for=1.0, cosine=1.0, same_area=True)
    assert said.score() == 0
    assert said._replace(more_than_forms=True).score() > 0.9
    assert said._replace(called=1).score() > 0.9
    assert said._replace(produces=True).score() > 0.9


EVIDENCE = st.builds(
    Evidence,
    called=st.integers(0, 2),
    shared=st.floats(0, 1.5),
    left_on_both=st.floats(0, 1),
    made_up_for=st.floats(0, 1),
    cosine=st.floats(0, 1),
    same_area=st.booleans(),
    contrast=st.booleans(),
    produces=st.booleans(),
    more_than_forms=st.booleans(),
)


@given(EVIDENCE)
def test_a_score_is_from_0_to_1(found: Evidence) -> None:
    """Whatever there is of evidence."""
    assert 0 <= found.score() <= 1


@given(EVIDENCE)
def test_what_speaks_for_one_thing_never_lowers_the_score(found: Evidence) -> None:
    """And what speaks against it never raises it."""
    score = found.score()
    for more in (
        {"called": found.called + 1},
        {"shared": found.shared + 0.1},
        {"made_up_for": found.made_up_for + 0.1},
        {"cosine": found.cosine + 0.1},
        {"same_area": True},
        {"produces": True},
        {"more_than_forms": True},
    ):
        assert found._replace(**more).score() >= score
    for less in ({"contrast": True}, {"left_on_both": found.left_on_both + 0.1}):
        assert found._replace(**less).score() <= score


@pytest.mark.parametrize(
    ("one", "other", "matched"),
    [
        ("User Tests", "Test of Users", [("user", "users", 1.0), ("tests", "test", 1.0)]),
        ("Client Visit", "Customer Visit", [("visit", "visit", 1.0), ("client", "customer", 0.85)]),
        ("Examination Hall", "Exam Hall", [("hall", "hall", 1.0), ("examination", "exam", 0.85)]),
        ("Wine Process", "Wine Procedure", [("wine", "wine", 1.0), ("process", "procedure", 0.5)]),
        ("DR Bell", "Disaster Recovery Bell", [("dr", "disaster_recovery", 0.95), ("bell", "bell", 1.0)]),
        ("Wine Cellar", "Bread Oven", []),
        ("Car Wash", "Cart Wash", [("wash", "wash", 1.0)]),
    ],
)
def test_which_words_are_one(one: str, other: str, matched: list[tuple[str, str, float]]) -> None:
    """Of one stem, for one another, abbreviated, one the other's beginning, or both a form."""
    assert sorted(matches(one, other)) == sorted(matched)


def test_a_word_is_matched_once() -> None:
    """With the one that it is, rather than with one that may mean the same."""
    assert matches("Client Customer Lunch", "Customer Lunch") == [
        ("customer", "customer", 1.0),
        ("lunch", "lunch", 1.0),
    ]


def test_an_abbreviation_is_every_word_that_it_stands_for() -> None:
    """Its words share it."""
    assert matches("QBR Room", "Quiet Bird Reading Room") == [
        ("qbr", "quiet", 0.95),
        ("qbr", "bird", 0.95),
        ("qbr", "reading", 0.95),
        ("room", "room", 1.0),
    ]


def test_names_and_aliases_that_both_go_by_are_counted() -> None:
    """However they are spelt; beyond two it makes no difference."""
    bread = "name: Bread, aliases: [loaf, brown crust, toast]"
    assert between(bread, "name: Wine, aliases: [red]").called == 0
    assert between(bread, "name: Wine, aliases: [Loaf]").called == 1
    assert between(bread, "name: Loaf, aliases: [Brown-Crust]").called == 2
    assert between(bread, "name: Rolls, aliases: [loaf, brown crust, toast]").called == 2


def test_only_a_word_that_says_more_than_a_form_counts() -> None:
    """Two plans have nothing in common yet."""
    assert not between("name: Wine Plan", "name: Bread Plan").more_than_forms
    assert between("name: Wine Plan", "name: Wine Report").more_than_forms


def test_words_in_common_count_less_for_what_is_left_over() -> None:
    """A longer name is another thing the more, the more it says besides; nothing left over is best."""
    full = between("name: Wine Tasting", "name: Tasting of Wine")
    part = between("name: Wine Tasting", "name: Wine Tasting Ladder")
    both = between("name: Wine Tasting Hat", "name: Wine Tasting Ladder")
    assert (
        full.shared
        > part.shared
        > between("name: Wine Tasting", "name: Wine Tasting Ladder Wagon").shared
        > 0
    )
    assert full.left_on_both == part.left_on_both == 0 < both.left_on_both


def test_what_the_other_says_elsewhere_is_made_up_for() -> None:
    """In its aliases best, as a word for the same there, or in its summary."""
    alias = between("name: Wine Ladder", "name: Wine Box, aliases: [ladder]")
    alike = between("name: Wine Customer", "name: Wine Box, aliases: [clients]")
    summary = between("name: Wine Ladder", "name: Wine Box, summary: Holds a ladder.")
    nothing = between("name: Wine Ladder", "name: Wine Box, summary: Holds nothing.")
    assert alias.made_up_for > alike.made_up_for > summary.made_up_for > nothing.made_up_for == 0


def test_the_texts_of_two_pieces_of_work_are_compared() -> None:
    """The same summary is alike, none in common is not."""
    same = between(
        "name: Wine, summary: Red grapes pressed late.", "name: Bread, summary: Red grapes pressed late."
    )
    other = between(
        "name: Wine, summary: Red grapes pressed late.", "name: Bread, summary: Flour kneaded early."
    )
    assert 1 >= same.cosine > 0.4
    assert other.cosine == 0


def test_an_area_counts_where_both_name_it() -> None:
    """Two pieces of work without an area are not in the same one."""
    assert between("name: Wine, area: Bar", "name: Beer, area: Bar").same_area
    assert not between("name: Wine, area: Bar", "name: Bread, area: Oven").same_area
    assert not between("name: Wine", "name: Bread").same_area


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("Day Handover", "Night Handover", True),
        ("Gate 1 Check", "Gate 2 Check", True),
        ("Day Handover", "Handover of the Day", False),
        ("Day and Night Handover", "Night and Day Handover", False),
        ("Day Handover", "Handover", False),
        ("Gate 1 Check", "Gate Check", False),
        ("Purchases over 10k", "Purchases over 20k", True),
        ("Purchases over 10k", "Purchases above 10.000", False),
        ("Hotline of 24 Hours", "24h Hotline", False),
        ("Handover from Sales to Delivery", "Handover to Delivery", False),
    ],
)
def test_a_contrast_is_between_words_that_are_left_over(one: str, other: str, differ: bool) -> None:
    """A word that both have tells nothing apart, and it takes two to differ."""
    assert between(f"name: {one}", f"name: {other}").contrast is differ


def test_either_may_produce_the_other() -> None:
    """The order in which two names are looked at makes no difference."""
    assert between("name: Cooking, produces: [Soup]", "name: Soup").produces
    assert between("name: Soup", "name: Cooking, produces: [Soup]").produces
    assert not between("name: Soup", "name: Cooking").produces


WORDS = [
    "Client",
    "Customer",
    "Patron",
    "Guest",
    "Exam",
    "Examination",
    "Test",
    "Tests",
    "Plan",
    "Process",
    "QA",
    "Quality",
    "Day",
    "Night",
    "3",
    "4",
]
ENTRIES = st.builds(
    "name: {}, aliases: {}, summary: {}".format,
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=3, unique_by=str.lower).map(json.dumps),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(lambda text: json.dumps(" ".join(text))),
)


@given(ENTRIES, ENTRIES)
@settings(max_examples=150)
def test_evidence_is_the_same_from_either_side(one: str, other: str) -> None:
    """Which of two names comes first makes no difference to how sure it is that they are one."""
    if one.partition(",")[0].lower() == other.partition(",")[0].lower():
        other = f"name: Other {other.removeprefix('name: ')}"
    names = names_of(one, other)
    forth = evidence(names[0], names[1])
    back = evidence(names[1], names[0])
    assert forth.score() == pytest.approx(back.score())


def test_texts_are_compared_only_where_it_may_matter() -> None:
    """Which pairs come to a score, and to which, is the same."""
    entries = (
        "name: Wine List, summary: What guests may drink",
        "name: Menu of Wines, summary: What guests may drink",
        "name: Wine Cellar, summary: Where the bottles are",
    )
    names = names_of(*entries)
    for one, other in combinations(range(len(entries)), 2):
        whole = evidence(names[one], names[other])
        for least in (0.0, 0.2, 0.45, whole.score(), 0.9, 1.0):
            found = evidence(names[one], names[other], least=least)
            assert found == whole if whole.score() >= least else found.score() < least
    assert evidence(names[0], names[1], least=1.0).cosine == 1 > evidence(names[0], names[1]).cosine
