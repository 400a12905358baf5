"""The data that ships with raci holds all that it promises, and answers for it."""

from __future__ import annotations

import re

import pytest
import raci
from raci.graph.ownership import OwnershipGraph

REGISTER = raci.load()
GRAPH = OwnershipGraph(REGISTER)

MANAGER, MARKETER = "product-manager", "product-marketer"

RESPONSIBILITIES = {
    MANAGER: {
        "Product Strategy": ["Vision Setting", "Objective Planning", "Market Fit and Business Case"],
        "Product Development": [
            "Feature Development",
            "Feature Prioritization",
            "Technical Feasibility",
            "Product Roadmapping",
        ],
        "User Experience": ["User Research", "Usability Testing", "Design Collaboration"],
        "Coordination and Stakeholder Management": [
            "Cross-Functional Leadership",
            "Stakeholder Communication",
        ],
        "Lifecycle and Performance Management": [
            "Product Analytics",
            "End-of-Life Planning",
            "Customer Feedback Loop",
            "Optimization and A/B Testing",
        ],
    },
    MARKETER: {
        "Market Insights and Strategy": ["Value Proposition", "Vision Alignment"],
        "Market Research": ["Customer Segmentation", "Competitor Analysis", "Market Trends"],
        "Product Development": ["Feature Prioritization", "User Testing"],
        "Messaging and Branding": ["Product Messaging", "Product Positioning"],
        "Go-To-Market": [
            "Launch Planning",
            "Channel Identification",
            "Pricing Strategy",
            "Customer Retention",
        ],
        "Lifecycle Funnel Management": [
            "Top-of-Funnel Awareness",
            "Middle-of-Funnel Engagement",
            "Bottom-of-Funnel Conversion",
            "Post-Sale Retention and Upsell",
        ],
    },
}

ACADEMY = {
    MANAGER: [
        "Life Cycle Oversight",
        "Product Differentiation",
        "Development Timeline",
        "Product Team Coordination",
        "Macro Environment Monitoring",
        "Market Acceptance Assessment",
    ],
    MARKETER: [
        "Competitive Product-Market Fit",
        "Product Presentation",
        "Target Audience Identification",
        "Marketing Strategy",
        "Sales Training",
        "Demand Generation",
        "Customer Feedback Gathering",
        "Campaign Optimization",
        "Buyer Interest Identification",
    ],
}

DELIVERABLES = {
    MANAGER: [
        "Product Roadmap",
        "Business Cases and ROI Analyses",
        "User Personas and Journeys",
        "Release Plans and Documentation",
        "Customer Journey Map",
        "Retention and Upsell Strategy Document",
        "Performance Dashboards",
    ],
    MARKETER: [
        "Value Proposition Document",
        "Market Research Reports",
        "Messaging Guidelines",
        "Product Roadmap",
        "Lifecycle Funnel Metrics Dashboard",
        "Customer Journey Map",
        "Retention and Upsell Strategy Document",
        "Go-To-Market Strategy",
        "Sales Collateral",
        "Sales Materials",
        "Pricing Models",
        "Performance Metrics",
    ],
}

LETTERS = {
    ("Feature Development", "engineering"): "R",
    ("Feature Prioritization", MANAGER): "AR",
    ("Feature Prioritization", MARKETER): "C",
    ("Technical Feasibility", MANAGER): "A",
    ("Technical Feasibility", "engineering"): "R",
    ("Design Collaboration", MANAGER): "A",
    ("Design Collaboration", "design"): "R",
    ("Vision Setting", MARKETER): "C",
    ("Vision Alignment", MARKETER): "AR",
    ("Cross-Functional Leadership", "engineering"): "C",
    ("Cross-Functional Leadership", "marketing"): "C",
    ("Cross-Functional Leadership", "sales"): "C",
    ("Cross-Functional Leadership", "customer-support"): "C",
    ("Stakeholder Communication", "senior-management"): "I",
    ("Stakeholder Communication", "investors"): "I",
    ("User Testing", MARKETER): "AR",
    ("Pricing Strategy", MARKETER): "AR",
}

SETTLED = {
    "Product Roadmap": MANAGER,
    "Customer Journey Map": MARKETER,
    "Retention and Upsell Strategy Document": MARKETER,
}

AREAS = [
    "Market Research and Customer Insights",
    "Product Strategy and Business Alignment",
    "Product Development and Feature Prioritization",
    "Go-To-Market Strategy and Execution",
    "Messaging, Positioning, and Branding",
    "Lifecycle Management and Customer Feedback",
]

PRACTICES = [
    "Structured Communication Mechanisms",
    "Centralized Documentation with Role-Specific Access Controls",
    "Unified Metrics Dashboard",
    "Clearly Defined Conflict Resolution Framework",
    "Customer-Centric Decision-Making Loops",
    "Cross-Training and Role Shadowing",
    "Feedback Loops for Continuous Improvement",
]


@pytest.mark.parametrize("role", [MANAGER, MARKETER])
def test_each_role_lists_its_responsibilities_under_their_areas(role: str) -> None:
    """The Guide's responsibilities, each under its heading, and the Academy's duties beside them."""
    listed = REGISTER.roles[role].entry.responsibilities
    names = {entry.name for entry in listed}
    guide = {name: area for area, names in RESPONSIBILITIES[role].items() for name in names}
    assert names == set(guide) | set(ACADEMY[role])
    assert {entry.name: entry.area for entry in listed if entry.name in guide} == guide


@pytest.mark.parametrize("role", [MANAGER, MARKETER])
def test_each_role_lists_its_deliverables(role: str) -> None:
    """Seven for the product manager, twelve for the product marketer, in the Guide's order."""
    assert [entry.name for entry in REGISTER.roles[role].entry.deliverables] == DELIVERABLES[role]


def test_the_counts() -> None:
    """Two roles with lists, seven others, 63 pieces of work, six areas of overlap, seven practices."""
    lists = [role for role in REGISTER.roles.values() if role.entry.responsibilities]
    assert (len(lists), len(REGISTER.roles), len(REGISTER.work)) == (2, 9, 63)
    assert sorted(overlap.name for overlap in REGISTER.overlaps.values()) == sorted(AREAS)
    assert sorted(practice.entry.name for practice in REGISTER.practices.values()) == sorted(PRACTICES)


@pytest.mark.parametrize(("work", "role", "letters"), [(*key, held) for key, held in LETTERS.items()])
def test_letters_are_what_the_wording_of_the_articles_supports(work: str, role: str, letters: str) -> None:
    """Where an article names another role's part, it has those letters."""
    (found,) = [each.id for each in REGISTER.work.values() if each.name == work]
    assert "".join(GRAPH.letters(found)[role]) == letters


def test_what_both_list_is_settled_by_an_agreement_that_says_why() -> None:
    """Three deliverables stand in both lists; a recommendation with its reason settles each."""
    both = {each.name: each for each in REGISTER.work.values() if len(each.claims) == 2}
    assert set(both) == {*SETTLED, "Feature Prioritization"}
    for name, role in SETTLED.items():
        assert (GRAPH.status(both[name].id), GRAPH.accountable(both[name].id)) == ("settled", (role,))
    for work in both.values():
        (settling,) = GRAPH.standing(work.id).named_by
        agreement = REGISTER.overlaps[settling].agreement
        assert agreement is not None
        assert agreement.entry.because
        assert (agreement.entry.decided, agreement.entry.review) == (None, None)
        assert agreement.escalation[0] == "senior-management"


def test_no_work_is_contested_or_unowned_and_no_sides_differ() -> None:
    """The model that ships is whole."""
    for id_ in REGISTER.work:
        assert GRAPH.status(id_) in {"owned", "settled"}
        assert GRAPH.standing(id_).disagreements == ()


def test_every_area_of_overlap_has_both_sides_a_tension_and_work() -> None:
    """Each side's view and what pulls them apart."""
    for overlap in REGISTER.overlaps.values():
        assert set(overlap.sides) == {MANAGER, MARKETER}
        assert overlap.entry.tension
        assert len(overlap.work) >= 2


def test_every_practice_has_a_cadence() -> None:
    """A practice without a rhythm is a wish."""
    for practice in REGISTER.practices.values():
        assert practice.entry.cadence
        assert practice.entry.summary


def test_every_entry_says_where_it_comes_from() -> None:
    """Summary and source stand on each claim, overlap, practice and on the two roles."""
    for work in REGISTER.work.values():
        assert all(claim.entry.source and claim.entry.summary for claim in work.claims)
    assert all(overlap.entry.source for overlap in REGISTER.overlaps.values())
    assert all(practice.entry.source for practice in REGISTER.practices.values())
    assert all(REGISTER.roles[role].entry.source for role in (MANAGER, MARKETER))


def test_every_summary_is_a_sentence_for_people() -> None:
    """One plain sentence of at most 140 characters; the words that only the search needs are keywords."""
    summaries = [claim.entry.summary for work in REGISTER.work.values() for claim in work.claims]
    summaries += [role.entry.summary for role in REGISTER.roles.values()]
    summaries += [practice.entry.summary for practice in REGISTER.practices.values()]
    for summary in summaries:
        assert re.fullmatch(r"[A-Z][^.!?;:]{20,138}\.", summary or ""), summary


def test_every_piece_of_work_has_the_words_people_use_for_it() -> None:
    """Five to thirteen aliases and some keywords each, on one line; near twins share some on purpose."""
    for work in REGISTER.work.values():
        assert 5 <= len(work.aliases) <= 13, work.name
        assert work.keywords, work.name
        for claim in work.claims:
            for field in ("aliases", "keywords"):
                span = claim.place.at(field)
                assert span.line == span.end_line or not getattr(claim.entry, field)


def test_no_keyword_is_a_name_already() -> None:
    """What stands among the aliases need not stand among the keywords as well."""
    for work in REGISTER.work.values():
        names = {REGISTER.fold(name) for name in (work.name, *work.aliases)}
        assert not names.intersection(map(REGISTER.fold, work.keywords)), work.name


def test_an_alias_is_no_other_works_name() -> None:
    """An alias that is another piece's name would answer with the wrong owner."""
    names = {re.sub(r"\W+", " ", each.name.lower()): each.id for each in REGISTER.work.values()}
    for work in REGISTER.work.values():
        for alias in work.aliases:
            assert names.get(re.sub(r"\W+", " ", alias.lower()), work.id) == work.id
