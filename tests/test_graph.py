"""The graph, asked in domain words."""

from __future__ import annotations

import pytest

from conftest import graph_of

LINES = """
    version: 1
    roles:
      cook: {name: Cook, reports_to: chef, responsibilities: [{name: Menu}, {name: Stock}]}
      waiter: {name: Waiter, reports_to: maitre, responsibilities: [{name: Menu}, {name: Tables}]}
      chef: {name: Chef, reports_to: owner}
      maitre: {name: Maitre, reports_to: owner}
      owner: {name: Owner, reports_to: bank}
      bank: {name: Bank}
      guest: {name: Guest}
"""


def overlap(body: str) -> str:
    """Return a file with one overlap of cook and waiter."""
    return f"{{version: 1, overlaps: {{dinner: {{sides: {{cook: Taste., waiter: Pace.}}, {body}}}}}}}"


def test_who_claims_what() -> None:
    """Claims of a piece of work come by role, work of a role in the order of its list's ids."""
    graph = graph_of(LINES)
    assert [claim.role for claim in graph.claims("menu")] == ["cook", "waiter"]
    assert [work.id for work in graph.claimed_by("waiter")] == ["menu", "tables"]
    assert graph.claimed_by("guest") == ()


def test_what_an_overlap_covers() -> None:
    """An overlap covers the work it lists and what its agreement names outright."""
    graph = graph_of(LINES, overlap("work: [Menu], agreement: {accountable: {Stock: cook}}"))
    assert graph.work_covered_by("dinner") == ("menu", "stock")
    assert [each.id for each in graph.overlaps_covering("stock")] == ["dinner"]
    assert graph.overlaps_covering("tables") == ()


def test_the_first_role_that_two_roles_both_report_to() -> None:
    """The nearest superior that the lines share; none where they never meet."""
    graph = graph_of(LINES)
    assert graph.superiors("cook") == ("chef", "owner", "bank")
    assert graph.first_common_superior(["cook", "waiter"]) == "owner"
    assert graph.first_common_superior(["cook", "chef"]) == "owner"
    assert graph.first_common_superior(["cook", "guest"]) is None
    assert graph.first_common_superior([]) is None


@pytest.mark.parametrize(
    ("body", "path"),
    [
        ("tension: T.", ("owner",)),
        (
            "agreement: {accountable: cook, escalation: [Chef, outside mediator]}",
            ("chef", "outside mediator"),
        ),
        ("agreement: {accountable: cook}", ("owner",)),
    ],
)
def test_the_escalation_path(body: str, path: tuple[str, ...]) -> None:
    """The agreement's steps in order, or else the first role that all sides report to."""
    assert graph_of(LINES, overlap(body)).escalation_path("dinner") == path


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("tension: T., work: [Menu]", "contested"),
        ("tension: T., work: [Stock]", "open"),
        ("tension: T.", "open"),
        ("agreement: {accountable: cook}, work: [Menu]", "settled"),
        ("agreement: {accountable: {Stock: cook}}, work: [Menu]", "contested"),
        ("agreement: {accountable: cook}, work: [Stock, Tables]", "settled"),
        ("agreement: {accountable: cook}", "settled"),
        ("distinct: Not alike., work: [Stock, Tables]", "distinct"),
        ("same: Stock, work: [Stock, Tables]", "same"),
    ],
)
def test_an_overlap_takes_the_worst_of_its_work(body: str, status: str) -> None:
    """Contested before open, open before settled."""
    assert graph_of(LINES, overlap(body)).overlap_status("dinner") == status


def test_work_that_several_claim_with_one_accountable_role_is_shared() -> None:
    """Nobody disputes it, and no agreement has named it: that is worse than settled."""
    claims = LINES.replace(
        "{name: Waiter, reports_to: maitre, responsibilities: [{name: Menu},",
        "{name: Waiter, reports_to: maitre, responsibilities: [{name: Menu, letters: C},",
    )
    assert (
        graph_of(claims, overlap("agreement: {accountable: cook}, work: [Menu]")).overlap_status("dinner")
        == "shared"
    )
    named = overlap("agreement: {accountable: {Menu: cook}}")
    assert graph_of(claims, named).overlap_status("dinner") == "settled"


def test_reporting_loops_are_found_and_named() -> None:
    """Each loop once, from its first id on; a role may report to itself; asking does not hang."""
    text = """
        version: 1
        roles:
          a: {name: A, reports_to: b}
          b: {name: B, reports_to: c}
          c: {name: C, reports_to: a}
          d: {name: D, reports_to: d}
          e: {name: E, reports_to: a}
    """
    graph = graph_of(text)
    assert graph.reporting_loops() == (("a", "b", "c"), ("d",))
    assert graph.superiors("e") == ("a", "b", "c")
    assert graph_of(LINES).reporting_loops() == ()


def test_escalation_loops_are_found_and_named() -> None:
    """Two overlaps that pass a dispute to each other's sides go round for ever."""
    text = """
        version: 1
        overlaps:
          one: {sides: {cook: T., waiter: P.}, agreement: {accountable: cook, escalation: [chef, owner]}}
          two: {sides: {owner: T., bank: P.}, agreement: {accountable: owner, escalation: [cook, a mediator]}}
    """
    assert graph_of(LINES, text).escalation_loops() == (("chef", "owner", "cook"),)
    assert graph_of(LINES).escalation_loops() == ()


def test_what_an_agreement_speaks_of() -> None:
    """Only the pieces that need it, with the role that is named."""
    graph = graph_of(LINES, overlap("work: [Menu, Stock], agreement: {accountable: waiter}"))
    assert graph.named_in("dinner") == {"menu": "waiter"}


def test_unknown_ids_are_key_errors() -> None:
    """An id that is not in the register is the caller's mistake."""
    graph = graph_of(LINES)
    with pytest.raises(KeyError):
        graph.standing("nothing")
    with pytest.raises(KeyError):
        graph.overlap_status("nothing")
