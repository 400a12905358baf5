"""The rules on overlaps know one clock, find circles, and share pairs of names among them."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest
from raci.graph.ownership import OwnershipGraph
from raci.graph.settlement import pair_status
from raci.linter.catalogue import BY_CODE
from raci.loading.load import load, read_files
from raci.loading.source_file import SourceFile
from raci.location import Location
from raci.model.overlap_status import OverlapStatus
from raci.rule.rule import Sight
from raci.rule.series import series_once

from conftest import PROJECT, register_of
from linting import CHECKS, linted

if TYPE_CHECKING:
    from raci.faults.finding import Finding
    from raci.model.register import Register

LISTS = """
    version: 1
    roles:
      owner: {name: Owner}
      cook: {name: Cook, deliverables: [{name: Menu}, {name: Wine List}]}
      buyer: {name: Buyer, deliverables: [{name: Menu}, {name: Order Sheet}]}
      waiter: {name: Waiter}
"""


def found(rule: str, *texts: str, today: date = date(2026, 1, 1)) -> list[Finding]:
    """Return the findings of one rule on files."""
    return found_in(rule, register_of(*texts), today=today)


def found_in(rule: str, register: Register, *, today: date = date(2026, 1, 1)) -> list[Finding]:
    """Return the findings of one rule on a register."""
    check = CHECKS[rule]
    return list(check(Sight(OwnershipGraph(register), today, "english")))


def said(rule: str, *texts: str) -> list[str]:
    """Return the messages of one rule on files."""
    return [finding.message for finding in found(rule, *texts)]


def agreement(sides: str, escalation: str, *, id_: str = "menu") -> str:
    """Return a file with an overlap between two roles and whom it escalates to."""
    return f"""
    version: 1
    overlaps:
      {id_}:
        sides: {{{", ".join(f"{side}: a view" for side in sides.split())}}}
        work: [Menu]
        agreement: {{accountable: cook, escalation: [{escalation}], because: It is so.}}
    """


@pytest.mark.parametrize(
    ("today", "past"),
    [(date(2026, 7, 14), False), (date(2026, 7, 15), False), (date(2026, 7, 16), True)],
)
def test_a_review_is_past_on_the_day_after(today: date, past: bool) -> None:
    """The day that the linter is given decides; on the day of the review itself it is due, not past."""
    text = """
    version: 1
    overlaps:
      menu: {work: [Menu], agreement: {accountable: cook, escalation: [owner], review: 2026-07-15, because: It is so.}}
    """
    assert bool(found("review-past", LISTS, text, today=today)) is past


def test_a_circle_is_shown_with_each_step() -> None:
    """The finding stands at one step, and the others are related."""
    texts = (
        LISTS,
        agreement("cook buyer", "owner", id_="one"),
        agreement("owner waiter", "mediator, buyer", id_="two"),
    )
    (finding,) = found("escalation-loop", *texts)
    assert finding.message == "escalation goes in a circle: from Buyer to Owner to Buyer"
    assert str(finding.location).startswith("b.yaml:7:")
    assert [str(each.location)[:9] for each in finding.related] == ["c.yaml:7:"]


def test_a_circle_may_lie_within_one_escalation() -> None:
    """Steps that come back to one of them are a circle, whoever the sides are."""
    messages = said("escalation-loop", LISTS, agreement("cook buyer", "owner, waiter, owner"))
    assert messages == ["escalation goes in a circle: from Owner to Waiter to Owner"]


def test_a_side_that_judges_itself_is_said_once() -> None:
    """Escalation to a side is found as such, and is not called a circle as well."""
    texts = (LISTS, agreement("cook buyer", "owner, buyer"))
    assert said("escalation-loop", *texts) == []
    assert said("escalates-to-itself", *texts) == [
        "the agreement on Menu escalates to Buyer, who is a side of it"
    ]


def test_a_circle_is_found_beside_a_side_that_judges_itself() -> None:
    """An agreement that escalates to its own side does not hide the circle that others make."""
    texts = (
        LISTS,
        agreement("cook buyer", "buyer", id_="zero"),
        agreement("cook buyer", "owner", id_="one"),
        agreement("owner waiter", "buyer", id_="two"),
    )
    assert said("escalation-loop", *texts) == ["escalation goes in a circle: from Buyer to Owner to Buyer"]


def test_long_reporting_lines_that_end_are_fine() -> None:
    """A line of a thousand roles is no circle, and one more step makes it one."""
    lines = [f"      r{number}: {{name: Role {number}, reports_to: r{number + 1}}}" for number in range(999)]
    straight = "\n".join(["    version: 1", "    roles:", *lines, "      r999: {name: Role 999"])
    assert found("reporting-loop", straight + "}\n") == []
    assert len(found("reporting-loop", straight + ", reports_to: r0}\n")) == 1


@pytest.mark.parametrize("register", ["data", "tests/registers/hotel.yaml"])
def test_each_unexamined_pair_is_told_once(register: str) -> None:
    """A pair of look-alikes that nobody has spoken about is told by one rule, and by one only."""
    read = load(PROJECT / register)
    sight = Sight(OwnershipGraph(read), date(2026, 1, 1), "english")
    unexamined = [
        f"{pair.one} {pair.other}"
        for pair in sight.look_alikes
        if pair_status(sight.graph, pair.one, pair.other) is OverlapStatus.UNEXAMINED
    ]
    told = [
        each.subject for rule in ("look-alike", "look-alike-in-one-list") for each in found_in(rule, read)
    ]
    assert sorted(told) == sorted(unexamined)


def test_a_duplicate_that_both_sides_describe_alike_is_settled() -> None:
    """Where the accountable role expects what the other claims, nothing is left to settle."""
    text = """
    version: 1
    roles:
      cook: {{name: Cook, deliverables: [{{name: Menu, with: {{buyer: {expected}}}}}]}}
      buyer: {{name: Buyer, deliverables: [{{name: Menu, letters: {claimed}}}]}}
    """
    assert said("unsettled-duplicate", text.format(expected="C", claimed="C")) == []
    assert said("unsettled-duplicate", text.format(expected="C", claimed="R")) == [
        "Cook and Buyer both list Menu"
    ]


def test_the_role_above_is_suggested() -> None:
    """Whom the sides report to is named where an agreement names no escalation."""
    text = """
    version: 1
    roles:
      owner: {name: Owner}
      cook: {name: Cook, reports_to: owner, deliverables: [{name: Menu}]}
      buyer: {name: Buyer, reports_to: owner, deliverables: [{name: Menu}]}
    overlaps:
      menu: {sides: {cook: a view, buyer: a view}, work: [Menu], agreement: {accountable: cook, because: It is so.}}
    """
    (finding,) = found("no-escalation", text)
    assert finding.help == "Name in `escalation` whom to turn to, in order. All sides report to Owner."


def test_work_named_by_id_or_alias_is_found_in_the_agreement() -> None:
    """An agreement may name a piece of work in any of its names, and the finding points there."""
    text = """
    version: 1
    roles:
      owner: {name: Owner}
      cook: {name: Cook, deliverables: [{name: Menu, id: the-menu}, {name: Wine List, aliases: [bottles]}]}
    overlaps:
      menu:
        agreement:
          accountable:
            Bottles: owner
            the-menu: cook
          because: It is so.
      wine:
        agreement:
          accountable:
            wine-list: cook
            MENU: owner
          because: It is so.
    """
    places = {str(each.location) for each in found("differing-agreements", text)}
    assert places == {"a.yaml:16:20", "a.yaml:17:15"}


def test_what_was_taken_out_for_a_mistake_is_not_missed() -> None:
    """A broken agreement, escalation or reference has its own finding, and no rule adds that it is missing."""
    text = b"""\
version: 1
roles:
  cook: {name: Cook, deliverables: [{name: Menu, summary: ''}]}
  buyer: {name: Buyer, deliverables: [{name: Order Sheet, summary: What the farm is to bring.}]}
  porter: {name: Porter, deliverables: [{nmae: Bags}]}
overlaps:
  one: {sides: {cook: a, buyer: b}, tension: Who?, work: [Menu, Order Sheet], agreement: {because: c}}
  two: {sides: {cook: a, buyer: b}, work: [Menu, Odrer], agreement: {accountable: cook, escalation: {a: b}, because: It is so.}}
"""
    register = read_files([SourceFile("a.yaml", partial(bytes, text))]).register
    for rule in ("open-tension", "no-escalation", "stale-overlap", "missing-summary", "unused-role"):
        assert found_in(rule, register) == []


def generated(services: int) -> str:
    """Return a register in which each of so many services has the same three duties."""
    lines = ["version: 1", "roles:"]
    for number in range(services):
        lines += [f"  service-{number}:", f"    name: Service {number}", "    responsibilities:"]
        lines += [
            f"      - {{name: {duty} of Service {number}}}" for duty in ("On-Call", "Review", "Capacity Plan")
        ]
    return "\n".join(lines) + "\n"


def test_look_alikes_of_a_generated_register_are_one_finding() -> None:
    """What differs in the same words again and again is told once, with the number, at its first place."""
    report = linted(generated(200))
    (once,) = (each for each in report.findings if each.code in {"RACI402", "RACI403"})
    assert (str(once.location), once.subject) == ("a.yaml:7:16", "series")
    assert once.message == (
        "600 pairs of names differ in the same words again and again, "
        'such as "On-Call of Service 0" and "Review of Service 0"'
    )


def test_a_few_look_alikes_are_told_one_by_one() -> None:
    """Up to ten pairs that differ in the same words are no series; nor do others go with one."""

    def pair(number: int, one: str, other: str) -> tuple[str, str, Finding]:
        where = Location("a.yaml", number + 1, 1, number + 1, 2)
        return one, other, BY_CODE["RACI402"].at(where, f"{number}", "alike")

    few = [pair(number, f"Plan {number}", f"{number} planning") for number in range(10)]
    assert [each.subject for each in series_once(few)] == [finding.subject for *_, finding in few]
    more = pair(10, "10 Planning", "10 Plan")
    other = pair(11, "Supplier List", "List of Suppliers")
    assert [each.subject for each in series_once([*few, more, other])] == ["11", "series"]
