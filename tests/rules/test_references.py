"""The rules on references see names as people do, and are not led astray by short ones."""

from __future__ import annotations

from datetime import date

import pytest
from raci.graph.ownership import OwnershipGraph
from raci.look_alikes.confusables import look
from raci.rule.rule import Sight

from conftest import register_of
from linting import CHECKS, found, linted


def said(rule: str, text: str) -> list[str]:
    """Return the messages of one rule on a file."""
    check = CHECKS[rule]
    sight = Sight(OwnershipGraph(register_of(text)), date(2026, 1, 1), "english")
    return [finding.message for finding in check(sight)]


def two_names(one: str, other: str) -> str:
    """Return a file in which two roles have work with these names."""
    return f"""
    version: 1
    roles:
      cook: {{name: Cook, deliverables: [{{name: "{one}"}}]}}
      buyer: {{name: Buyer, deliverables: [{{name: "{other}"}}]}}
    """


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Roadmap", "Road Map"),
        ("E-mail", "Email"),
        ("Menu", "\u039cenu"),  # Greek
        ("Coupon", "\u0421\u043eup\u043en"),  # Cyrillic
        ("Menu", "Me\u0578u"),  # Armenian
        ("Road Map", "\uff32\uff4f\uff41\uff44\uff4d\uff41\uff50"),  # full width
        ("Menu", "Me\u200bnu"),  # a space without width
        ("Menu", "Me\u00adnu"),  # a soft hyphen
        ("Ship It", "Sh\u0131p It"),  # an i without its dot
    ],
)
def test_names_of_one_look_are_confusable(one: str, other: str) -> None:
    """Spaces, hyphens, invisible characters and letters of other scripts do not change how a name looks."""
    assert look(one) == look(other)
    assert len(said("confusable-names", two_names(one, other))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Menu", "\u041c\u0435\u043d\u044e"),  # the Russian word
        ("Phase 1 12", "Phase 11 2"),
        ("Team 0", "Team O"),
        ("Burn Rate", "Bum Rate"),
        ("Men\u00fc", "Menu"),
    ],
)
def test_names_that_read_differently_are_not(one: str, other: str) -> None:
    """Another language, another number or an accent is another name."""
    assert said("confusable-names", two_names(one, other)) == []


def test_the_strange_letter_is_named() -> None:
    """The message says which letter it is, because nobody can see it."""
    text = two_names("Menu", "M\u0435nu")
    assert said("confusable-names", text) == [
        '"M\u0435nu" looks like "Menu" and is another name: one has a CYRILLIC SMALL LETTER IE'
    ]


def test_one_name_in_several_spellings_is_no_finding() -> None:
    """Names that fold alike are one piece of work already."""
    assert said("confusable-names", two_names("Back-Up & Restore", "BACK UP and restore")) == []


def test_of_names_of_one_look_the_first_in_the_files_is_the_other_name() -> None:
    """Whichever comes first by its id, and also where several names are those of one thing."""
    road_maps = """
        version: 1
        roles:
          b: {name: Bea, responsibilities: [{name: Road Map}]}
          c: {name: Cy, responsibilities: [{name: Roadmap}]}
          a: {name: Abe, responsibilities: [{name: Road Map, letters: R}]}
    """
    assert said("confusable-names", road_maps) == [
        '"Roadmap" looks like "Road Map" and is another name: they differ in spaces or hyphens'
    ]
    chefs = """
        version: 1
        roles:
          b: {name: Head Chef}
          a: {name: Head Chef, aliases: [Headchef]}
    """
    assert said("confusable-names", chefs) == [
        '"Headchef" looks like "Head Chef" and is another name: they differ in spaces or hyphens'
    ]
    text = "{version: 1, roles: {a: {aliases: [Head Chef], name: HeadChef}, b: {name: Hea D Chef}}}"
    check = CHECKS["confusable-names"]
    (finding,) = check(Sight(OwnershipGraph(register_of(text)), date(2026, 1, 1), "english"))
    assert [related.location.column for related in finding.related] == [text.index("Head Chef") + 1]


def escalating(to: str, *roles: str) -> str:
    """Return a file whose agreement escalates to a text beside these roles."""
    ids = "".join(f"\n      r{number}: {{name: {name}}}" for number, name in enumerate(roles))
    return f"""
    version: 1
    roles:{ids}
      cook: {{name: Cook, deliverables: [{{name: Menu}}]}}
    overlaps:
      menu: {{work: [Menu], agreement: {{accountable: cook, escalation: ["{to}"], because: It is so.}}}}
    """


@pytest.mark.parametrize("text", ["Onwer", "Ownr", "Ownner", "Owxer", "owners", "the owner", "\u041ewner"])
def test_a_slip_is_close(text: str) -> None:
    """A letter too many, too few, wrong or moved is close."""
    assert said("nearly-a-role", escalating(text, "Owner")) == [
        f'"{text}" is taken as plain text, but may be the role "Owner"'
    ]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("CEO", "CTO"),
        ("Squad B", "Squad A"),
        ("Line 12", "Line 13"),
        ("Lead", "Head"),
        ("Project", "Product"),
    ],
)
def test_another_name_is_not_close(text: str, role: str) -> None:
    """Short names, numbers and first letters tell names apart."""
    assert said("nearly-a-role", escalating(text, role)) == []


def test_a_name_of_two_roles_is_taken_as_text() -> None:
    """An alias that two roles share leads nowhere, and both are offered."""
    text = """
    version: 1
    roles:
      one: {name: Owner, aliases: [boss]}
      two: {name: Manager, aliases: [Boss]}
      cook: {name: Cook, deliverables: [{name: Menu}]}
    overlaps:
      menu: {work: [Menu], agreement: {accountable: cook, escalation: [boss], because: It is so.}}
    """
    assert said("nearly-a-role", text) == [
        '"boss" is taken as plain text, but may be the role "Owner" or "Manager"'
    ]


@pytest.mark.parametrize("listed", ["responsibilities", "deliverables"])
def test_a_role_whose_entry_was_taken_out_may_have_a_part(listed: str) -> None:
    """Where a list has an entry that cannot be read, nobody knows that the role has no work."""
    text = f"""
    version: 1
    roles:
      cook: {{name: Cook, {listed}: [{{nam: Menu}}]}}
      porter: {{name: Porter}}
    """
    assert found(linted(text), "RACI112") == ["a.yaml:4 RACI112"]


def test_a_role_of_which_something_else_was_taken_out_has_no_part() -> None:
    """A mistake in how to reach somebody says nothing of the work."""
    text = """
    version: 1
    roles:
      cook: {name: Cook, deliverables: [{name: Menu}]}
      porter: {name: Porter, contact: [at the gate]}
      waiter: {name: Waiter, contact: [at the bar], deliverables: []}
    """
    assert found(linted(text), "RACI112") == ["a.yaml:4 RACI112", "a.yaml:5 RACI112"]
