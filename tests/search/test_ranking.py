"""What a question finds, and what it does not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from raci.model.limits import LONGEST_QUESTION
from raci.search.ranking import IN_AREA, NAMED, LongQuestion, Search

from conftest import register_of

KITCHEN = """
    version: 1
    roles:
      chef:
        name: Chef
        responsibilities:
          - {name: Seasonal Planning, area: Menu, summary: Turns what grows into dishes for guests.,
             aliases: [what we cook, harvest calendar]}
          - {name: Knife Training, area: Skills, summary: Shows apprentices how to cut without injury.}
          - {name: Kitchen Hygiene, area: Safety, aliases: [HACCP, cleaning plan]}
          - {name: Kitchen Rota, area: Staff, aliases: [shift plan]}
          - {name: Kitchen Tools, area: Skills, aliases: [pots and pans, x-ray of pans]}
          - {name: Kitchen Budget, area: Money, aliases: [food cost]}
          - {name: Go To Market Round, area: Menu, summary: Visits the market at dawn.}
        deliverables:
          - {name: Menu Card, area: Menu, aliases: [the menu, bill of fare]}
      buyer:
        name: Buyer
        responsibilities:
          - {name: Supplier Negotiation, area: Money, summary: Haggles with farmers and fishmongers over prices.}
          - {name: Order Sheet, area: Money, aliases: [purchase order, PO]}
"""

SEARCH = Search(register_of(KITCHEN))


def best(question: str) -> str | None:
    """Return the first answer to a question."""
    hits = SEARCH.rank(question)
    return hits[0].work if hits else None


@pytest.mark.parametrize(
    "question",
    [
        "Seasonal Planning",
        "seasonal-planning",
        "SEASONAL PLANNINGS",
        "who does the seasonal planning?",
        "what we cook",
    ],
)
def test_a_name_id_or_alias_in_full_is_certain(question: str) -> None:
    """Whatever the case, punctuation and plural, and the words around it that only ask."""
    (hit, *_) = SEARCH.rank(question)
    assert (hit.work, hit.score) == ("seasonal-planning", NAMED)


@pytest.mark.parametrize(
    ("question", "work"),
    [
        ("HACCP", "kitchen-hygiene"),
        ("who signs the POs for next week", "order-sheet"),
        ("seasonal", "seasonal-planning"),
        ("hygiene", "kitchen-hygiene"),
        ("negotiating with suppliers", "supplier-negotiation"),
        ("who teaches apprentices to cut", "knife-training"),
        ("haggling with the fishmonger", "supplier-negotiation"),
        ("seasonl plannng", "seasonal-planning"),
        ("knife trainning", "knife-training"),
        ("menucard", "menu-card"),
        ("bill of fare", "menu-card"),
    ],
)
def test_words_of_any_inflection_find_their_work(question: str, work: str) -> None:
    """Abbreviations, parts, verbs, words of the summary, typing errors and joined words."""
    assert best(question) == work


@pytest.mark.parametrize(
    "question",
    [
        "",
        "?",
        "who is responsible?",
        "kitchen",  # names half of the work, and none of it alone
        "the kitchen",
        "bicycle repair",
        "knife crime statistics in Birmingham",
        "harvest of the grapes in Bordeaux",
        "xyzzy quux",
        "2026",
        "x y z",
    ],
)
def test_nobody_is_an_answer(question: str) -> None:
    """Nothing said, generic words, other worlds, and one word of the register beside others from elsewhere."""
    assert best(question) is None


def test_a_real_word_is_no_typing_error() -> None:
    """A word of the language is what was meant, however near it comes to another."""
    assert best("card") == "menu-card"
    assert best("cards") == "menu-card"
    assert best("carp") is None
    assert best("seasonel planning") == "seasonal-planning"


def test_short_words_are_not_mended() -> None:
    """One wrong letter in three makes another word."""
    assert best("PQ") is None


def test_the_name_of_an_area_finds_the_work_in_it() -> None:
    """All of it, and nothing else."""
    hits = SEARCH.rank("money")
    assert {(hit.work, hit.score) for hit in hits} == {
        ("kitchen-budget", IN_AREA),
        ("order-sheet", IN_AREA),
        ("supplier-negotiation", IN_AREA),
    }


def test_a_score_by_chance_is_no_area() -> None:
    """Two audits are two answers, whatever the first one is worth."""
    listed = ", ".join(
        f"{{name: {name}}}"
        for name in ("Safety Audit", "Audit of All Old Kitchens", *(f"Dish{number}" for number in range(60)))
    )
    search = Search(register_of(f"version: 1\nroles: {{a: {{name: A, deliverables: [{listed}]}}}}"))
    hits = search.rank("audit")
    assert (len(hits), hits[0].score) == (2, IN_AREA)


def test_ties_go_to_the_shorter_name() -> None:
    """Of two pieces of work with one alias the plainer one comes first."""
    text = """
        version: 1
        roles:
          a: {name: A, deliverables: [{name: Long Name of a Thing, aliases: [thing]}, {name: Short, aliases: [thing]}]}
    """
    assert [hit.work for hit in Search(register_of(text)).rank("thing")] == ["short", "long-name-of-a-thing"]


def test_what_matched_is_told_in_the_words_of_the_question() -> None:
    """A wrong answer can be seen to be wrong."""
    (hit, *_) = SEARCH.rank("who is haggling with fishmongers?")
    assert hit.matched == ("haggling", "fishmongers")
    assert 0 < hit.score < NAMED


def test_two_claims_on_one_name_are_one_answer() -> None:
    """Work that two roles list is found once."""
    text = """
        version: 1
        roles:
          a: {name: A, deliverables: [{name: Menu, aliases: [card]}]}
          b: {name: B, deliverables: [{name: menu, aliases: [bill of fare]}]}
    """
    for question in ("menu", "card", "bill of fare"):
        assert [hit.work for hit in Search(register_of(text)).rank(question)] == ["menu"]


@given(st.text())
@settings(max_examples=60)
def test_any_question_has_an_answer_or_none(question: str) -> None:
    """Whatever is typed, scores are from 0 to 1, best first, and asking twice gives the same."""
    hits = SEARCH.rank(question)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert all(0 < hit.score <= 1 for hit in hits)
    assert hits == SEARCH.rank(question)


@given(st.sampled_from([work.id for work in register_of(KITCHEN).work.values()]))
def test_every_name_finds_its_work(work: str) -> None:
    """Each name, id and alias typed in full comes first."""
    described = register_of(KITCHEN).work[work]
    for name in (described.name, described.id, *described.aliases):
        assert SEARCH.rank(name)[0].work == work


def test_the_name_that_is_spelt_like_the_question_comes_first() -> None:
    """Two names of one stem are told apart by how they are spelt, and a name comes before an alias."""
    text = """
        version: 1
        roles:
          a:
            name: A
            responsibilities: [{name: Product Roadmapping}]
            deliverables: [{name: Product Roadmap}, {name: Map, aliases: [product roadmapping]}]
    """
    search = Search(register_of(text))
    assert [hit.work for hit in search.rank("product roadmapping")] == [
        "product-roadmapping",
        "map",
        "product-roadmap",
    ]
    assert search.rank("Product Roadmap")[0].work == "product-roadmap"


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("setup sheet", "Set-Up Sheet"),
        ("set up sheet", "Setup Sheet"),
        ("up-sell talks", "Upsell Talks"),
        ("colour card", "Color Card"),
        ("color card", "Colour Card"),
        ("catalog of wines", "Wine Catalogue"),
        ("organisation chart", "Organization Chart"),
        ("licence renewal", "License Renewal"),
    ],
)
def test_one_word_written_in_two_ways_is_one(question: str, name: str) -> None:
    """Apart or together, British or American, in the question or in the register."""
    register = register_of(
        f"version: 1\nroles: {{a: {{name: A, deliverables: [{{name: {name}}}, {{name: Other}}]}}}}"
    )
    (hit, *_) = Search(register).rank(question)
    assert register.work[hit.work].name == name


def test_an_alias_in_full_beats_one_that_is_so_but_for_silent_words() -> None:
    """Only silent words tell the two aliases apart, and they do."""
    text = """
        version: 1
        roles:
          a: {name: A, deliverables: [{name: Launch Strategy, aliases: [go to market plan]}, {name: Plan, aliases: [market plan]}]}
    """
    hits = Search(register_of(text)).rank("go to market plan")
    assert (hits[0].work, hits[0].score) == ("launch-strategy", NAMED)
    assert all(hit.score < NAMED for hit in hits[1:])


def test_words_for_papers_and_for_doing_choose_between_twins() -> None:
    """Who writes it is asked for the paper, who decides it for the activity."""
    text = """
        version: 1
        roles:
          a:
            name: A
            responsibilities: [{name: Wine Tariff Choice}]
            deliverables: [{name: Wine Tariff Folder}, {name: Bread}, {name: Salt}, {name: Oil}, {name: Tea}]
    """
    search = Search(register_of(text))
    assert search.rank("who writes the wine tariff?")[0].work == "wine-tariff-folder"
    assert search.rank("who decides the wine tariff?")[0].work == "wine-tariff-choice"


def test_generic_words_never_carry_an_answer() -> None:
    """However many of them there are, unless together they are a name."""
    assert best("the kitchen in the kitchen") is None
    assert SEARCH.with_a_word_of("the kitchen") == (
        "kitchen-budget",
        "kitchen-hygiene",
        "kitchen-rota",
        "kitchen-tools",
    )


def test_keywords_find_work_and_are_no_names() -> None:
    """They count as the words of a summary do, and a question that is one of them is not certain."""
    search = Search(
        register_of("""
            version: 1
            roles:
              chef:
                name: Chef
                responsibilities:
                  - {name: Menu, keywords: [tonight's asparagus, Specials, set dinner]}
                  - {name: Rota, summary: Who cooks when.}
            unowned:
              - {name: Car Park, because: The landlord sees to it., keywords: [bicycles]}
        """)
    )
    for question, work in {
        "specials": "menu",
        "who decides on the asparagus": "menu",
        "bicycles": "car-park",
    }.items():
        (hit,) = search.rank(question)
        assert (hit.work, hit.score < NAMED) == (work, True)


def test_question_is_as_long_as_the_limit_at_most() -> None:
    """One that is longer is refused with its length."""
    assert SEARCH.rank("menu card".ljust(LONGEST_QUESTION))[0].work == "menu-card"
    with pytest.raises(LongQuestion, match="1,001 characters; 1,000 are the most"):
        SEARCH.rank("menu card".ljust(LONGEST_QUESTION + 1))
