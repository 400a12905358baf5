"""The numbers of health: each as docs/health.md defines it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import raci
from raci.graph.ownership import OwnershipGraph
from raci.queries.health import Health, health

from conftest import graph_of, register_of

TODAY = date(2026, 6, 15)
WARD = """
    version: 1
    scheme: {scheme}
    roles:
      nurse:
        name: Nurse
        responsibilities:
          - {{name: Rounds, summary: Who lies where., source: House rules}}
          - {{name: Drug Chart, letters: {doing}}}
          - {{name: Bed Plan}}
        deliverables: [{{name: Handover}}]
      doctor:
        name: Doctor
        responsibilities: [{{name: Bed Plan}}, {{name: Visit}}]
        deliverables: [{{name: Handover}}]
      porter:
        name: Porter
    unowned: [{{name: Garden, because: The town sees to it.}}]
    overlaps:
      morning:
        work: [Handover]
        agreement: {{accountable: nurse, because: It is so.}}
      two-names:
        work: [Rounds, Visit]
        distinct: The nurse goes alone.
"""


def agreeing(*dates: str, more: str = "") -> Health:
    """Return the numbers of a ward with an agreement for each of the review dates, which may be empty."""
    overlaps = (
        f"  o{number}: {{work: [W{number}], agreement: {{accountable: nurse{f', review: {each}' if each else ''}"
        f"{more}, because: It is so.}}}}"
        for number, each in enumerate(dates)
    )
    work = ", ".join(f"{{name: W{number}}}" for number in range(len(dates)))
    text = f"version: 1\nroles: {{nurse: {{name: Nurse, deliverables: [{work}]}}}}\noverlaps:\n"
    return health(graph_of(text + "\n".join(overlaps)), TODAY)


@pytest.mark.parametrize(("scheme", "doing"), [("raci", "R"), ("daci", "D"), ("rapid", "P"), ("dri", "C")])
def test_each_status_is_counted_in_every_scheme(scheme: str, doing: str) -> None:
    """What the letters mean counts, not how they are called; what is unowned on purpose is no gap."""
    numbers = health(graph_of(WARD.format(scheme=scheme, doing=doing)), TODAY)
    assert (numbers.scheme, numbers.as_of) == (scheme, "2026-06-15")
    assert (numbers.work, numbers.responsibilities, numbers.deliverables, numbers.on_no_list) == (6, 4, 1, 1)
    assert (numbers.unowned_on_purpose, numbers.work_to_own) == (1, 5)
    assert (numbers.owned, numbers.settled, numbers.with_owner) == (2, 1, 3)
    assert (numbers.contested, numbers.unowned) == (1, 1)
    assert numbers.with_owner_share == 0.6
    assert (numbers.contested_share, numbers.unowned_share) == (0.2, 0.2)


def test_kinds_are_those_of_the_work_on_lists() -> None:
    """What only stands under `unowned` is neither done nor handed over; on a list as well, it is."""
    text = """
        version: 1
        roles: {cook: {name: Cook, deliverables: [{name: Menu, letters: C}, {name: Bill}]}}
        unowned: [{name: Menu, because: Gone.}, {name: Garden, because: Sold.}]
    """
    numbers = health(graph_of(text), TODAY)
    assert (numbers.work, numbers.unowned_on_purpose) == (3, 2)
    assert (numbers.responsibilities, numbers.deliverables, numbers.on_no_list) == (0, 2, 1)


def test_the_load_is_that_of_the_letters_that_hold() -> None:
    """The highest is named; the median is of those with lists, and the porter has none."""
    numbers = health(graph_of(WARD.format(scheme="raci", doing="R")), TODAY)
    assert numbers.roles_with_list == 2
    assert (numbers.accountable_max, numbers.accountable_max_roles) == (3, ("nurse",))
    assert numbers.accountable_median == 2.5  # the agreement takes the handover from the doctor
    assert (numbers.responsible_max, numbers.responsible_max_roles) == (4, ("nurse",))
    assert numbers.responsible_median == 3.5
    assert numbers.roles == {"nurse": "Nurse"}


def test_summaries_and_sources_are_those_of_the_entries() -> None:
    """Work on two lists has two entries, each to be told by itself."""
    numbers = health(graph_of(WARD.format(scheme="raci", doing="R")), TODAY)
    assert (numbers.claims, numbers.claims_with_summary, numbers.claims_with_source) == (7, 1, 1)
    assert (numbers.claims_with_summary_share, numbers.claims_with_source_share) == (0.1429, 0.1429)


def test_an_area_is_open_contested_or_neither() -> None:
    """Names that were told apart are no area; what covers contested work is contested and not open."""
    overlaps = """
        version: 1
        overlaps:
          agreed: {work: [Rounds], agreement: {accountable: nurse, because: It is so.}}
          beds: {tension: Both plan the beds., work: [Bed Plan]}
          visits: {tension: Neither waits for the other., work: [Visit]}
          drugs: {work: [Drug Chart], agreement: {accountable: {Visit: doctor}, because: It is so.}}
    """
    numbers = health(graph_of(WARD.format(scheme="raci", doing="R"), overlaps), TODAY)
    assert (numbers.areas, numbers.contested_areas, numbers.open_tensions) == (5, 1, 2)


def test_names_that_nobody_has_spoken_about_are_counted() -> None:
    """A pair is counted until an overlap or a `produces` speaks of it."""
    text = """
        version: 1
        roles:
          cook:
            name: Cook
            deliverables: [{name: Prep List, aliases: [to cut]}, {name: Preparation List, aliases: [to cut]}]
    """
    spoken = "version: 1\noverlaps: {p: {work: [Prep List, Preparation List], distinct: By hand.}}"
    assert health(graph_of(text), TODAY).unexamined_look_alikes == 1
    assert health(graph_of(text, spoken), TODAY).unexamined_look_alikes == 0


def test_names_look_alike_in_the_language_of_the_register() -> None:
    """Orders and ordering are one word in English; where there is no language, they are two."""
    text = "{version: 1, roles: {a: {name: Ann, deliverables: [{name: Wine Orders}, {name: Wine Ordering}]}}}"
    found = [raci.health(register_of(text), TODAY, language=each) for each in ("english", "none")]
    assert [each.unexamined_look_alikes for each in found] == [1, 0]


def test_reviews_are_judged_by_the_day() -> None:
    """Past is before the day; due is on the day or in the thirty days after it."""
    numbers = agreeing("2026-06-14", "2026-06-15", "2026-07-15", "2026-07-16", "")
    assert numbers.agreements == 5
    assert numbers.agreements_past_review == 1
    assert numbers.agreements_due_within_30_days == 2
    assert numbers.agreements_without_review == 1


def test_escalation_is_what_the_agreement_names() -> None:
    """An agreement that names nobody to turn to is counted."""
    assert agreeing("").agreements_without_escalation == 1
    assert agreeing("", more=", escalation: [mediator]").agreements_without_escalation == 0


@pytest.mark.parametrize("roles", ["{}", "{cook: {name: Cook}}"])
def test_nothing_has_no_share_and_no_median(roles: str) -> None:
    """Without work there is nothing to divide by, and nobody who has the most."""
    numbers = health(graph_of(f"version: 1\nroles: {roles}"), TODAY)
    values: dict[str, Any] = vars(numbers)
    empty = {key for key in values if key.endswith(("_share", "_median"))}
    assert {values[key] for key in empty} == {None}
    assert (numbers.accountable_max, numbers.accountable_max_roles, numbers.roles) == (0, (), {})
    assert {value for key, value in values.items() if isinstance(value, int)} == {0}


def test_the_library_gives_the_same() -> None:
    """`raci.health` is the answer of the command."""
    register = register_of(WARD.format(scheme="raci", doing="R"))
    assert raci.health(register, TODAY) == health(OwnershipGraph(register), TODAY)
