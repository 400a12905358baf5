"""The graph, asked in domain words."""

from __future__ import annotations

import pytest
from raci.graph.ownership import OwnershipGraph
from raci.graph.settlement import overlap_status, pair_status, shared_status
from raci.loading.load import read_files
from raci.loading.source_file import SourceFile

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
    graph = graph_of(
        LINES, overlap("work: [Menu], agreement: {accountable: {Stock: cook}, because: It is so.}")
    )
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
            "agreement: {accountable: cook, escalation: [Chef, outside mediator], because: It is so.}",
            ("chef", "outside mediator"),
        ),
        ("agreement: {accountable: cook, because: It is so.}", ("owner",)),
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
        ("agreement: {accountable: cook, because: It is so.}, work: [Menu]", "settled"),
        ("agreement: {accountable: {Stock: cook}, because: It is so.}, work: [Menu]", "contested"),
        (
            "agreement: {accountable: {Stock: cook, Tables: cook}, because: So.}, work: [Stock, Tables]",
            "settled",
        ),
        ("agreement: {accountable: cook, because: It is so.}, work: [Stock, Tables]", "shared"),
        ("agreement: {accountable: cook, because: ...}, work: [Menu]", "contested"),
        ("agreement: {accountable: cook, because: TBD}", "open"),
        ("agreement: {accountable: cook}", "open"),
        ("agreement: {accountable: cook, because: It is so.}", "settled"),
        ("distinct: Not alike., work: [Stock, Tables]", "distinct"),
        ("same: Stock, work: [Stock, Tables]", "same"),
    ],
)
def test_an_overlap_takes_the_worst_of_its_work(body: str, status: str) -> None:
    """Contested before open, open before settled."""
    assert overlap_status(graph_of(LINES, overlap(body)), "dinner") == status


def test_work_that_several_claim_with_one_accountable_role_is_shared() -> None:
    """Nobody disputes it, and no agreement has named it: that is worse than settled."""
    claims = LINES.replace(
        "{name: Waiter, reports_to: maitre, responsibilities: [{name: Menu},",
        "{name: Waiter, reports_to: maitre, responsibilities: [{name: Menu, letters: C},",
    )
    assert (
        overlap_status(
            graph_of(claims, overlap("agreement: {accountable: cook, because: It is so.}, work: [Menu]")),
            "dinner",
        )
        == "shared"
    )
    named = overlap("agreement: {accountable: {Menu: cook}, because: It is so.}")
    assert overlap_status(graph_of(claims, named), "dinner") == "settled"


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
          one: {sides: {cook: T., waiter: P.}, agreement: {accountable: cook, escalation: [chef, owner], because: It is so.}}
          two: {sides: {owner: T., bank: P.}, agreement: {accountable: owner, escalation: [cook, a mediator], because: It is so.}}
    """
    assert graph_of(LINES, text).escalation_loops() == (("chef", "owner", "cook"),)
    assert graph_of(LINES).escalation_loops() == ()


def test_work_that_a_role_lists_twice_is_claimed_once() -> None:
    """A mistake in a list, with which lint asks on, does not make two pieces of work of one."""
    text = b"{version: 1, roles: {cook: {name: Cook, responsibilities: [{name: Menu}, {name: menu}]}}}"
    read = read_files([SourceFile("kitchen.yaml", lambda: text)])
    assert [finding.name for finding in read.findings] == ["duplicate-work"]
    assert [work.id for work in OwnershipGraph(read.register).claimed_by("cook")] == ["menu"]


def test_what_an_agreement_speaks_of() -> None:
    """Only the pieces that need it, with the role that is named."""
    graph = graph_of(
        LINES, overlap("work: [Menu, Stock], agreement: {accountable: waiter, because: It is so.}")
    )
    assert graph.named_in("dinner") == {"menu": "waiter"}


def test_unknown_ids_are_key_errors() -> None:
    """An id that is not in the register is the caller's mistake."""
    graph = graph_of(LINES)
    with pytest.raises(KeyError):
        graph.standing("nothing")
    with pytest.raises(KeyError):
        overlap_status(graph, "nothing")


MORE = """
    version: 1
    roles:
      cook:
        name: Cook
        responsibilities:
          - {name: Menu, letters: A}
          - {name: Tasting, letters: A, produces: [Wine List]}
          - {name: Stock, letters: R}
          - {name: Spices, letters: A}
      waiter:
        name: Waiter
        responsibilities: [{name: Menu, letters: A}, {name: Tasting, letters: C}, {name: Spices, letters: A}]
        deliverables: [{name: Wine List}, {name: Card}, {name: Bill}]
    unowned: [{name: Car Park, because: Nobody parks.}]
"""


def area(id_: str, body: str) -> str:
    """Return a file with one overlap."""
    return f"{{version: 1, overlaps: {{{id_}: {{{body}}}}}}}"


def test_overlaps_that_cover_all_of_some_work() -> None:
    """Each of the pieces, in any order; of one piece, all that cover it."""
    graph = graph_of(
        MORE,
        area("a", "tension: T., work: [Menu, Card]"),
        area("b", "tension: T., work: [Card, Bill, Menu]"),
        area("c", "tension: T., work: [Bill]"),
    )
    assert [each.id for each in graph.overlaps_covering_all(("menu", "card"))] == ["a", "b"]
    assert [each.id for each in graph.overlaps_covering_all(iter(["card", "menu"]))] == ["a", "b"]
    assert [each.id for each in graph.overlaps_covering_all(("menu", "card", "bill"))] == ["b"]
    assert [each.id for each in graph.overlaps_covering_all(("bill",))] == ["b", "c"]
    assert graph.overlaps_covering_all(("menu", "stock")) == ()


def test_what_comes_of_what() -> None:
    """The deliverable, whichever of the two is named first; None where neither makes the other."""
    graph = graph_of(MORE)
    assert graph.produced("tasting", "wine-list") == "wine-list"
    assert graph.produced("wine-list", "tasting") == "wine-list"
    assert graph.produced("tasting", "card") is None


@pytest.mark.parametrize(
    ("work", "status"),
    [
        ("menu", "contested"),
        ("stock", "open"),
        ("tasting", "shared"),
        ("bill", "settled"),
        ("spices", "settled"),
        ("car-park", "settled"),
    ],
)
def test_whether_those_who_share_work_have_settled_whose_it_is(work: str, status: str) -> None:
    """Several accountable, none, one of several, one alone, one by agreement, none on purpose."""
    graph = graph_of(MORE, area("a", "agreement: {accountable: cook, because: It is so.}, work: [Spices]"))
    assert shared_status(graph, work) == status


@pytest.mark.parametrize(
    ("overlaps", "status"),
    [
        ([], "unexamined"),
        (["tension: T., work: [Card]", "tension: T., work: [Bill]"], "unexamined"),
        (["tension: T., work: [Card, Bill]"], "open"),
        (["tension: T., work: [Card, Bill, Menu]"], "open"),
        (["agreement: {accountable: cook, because: It is so.}, work: [Card, Bill]"], "shared"),
        (["agreement: {accountable: {Card: cook}, because: It is so.}, work: [Card, Bill, Menu]"], "settled"),
        (
            [
                "agreement: {accountable: cook, because: It is so.}, work: [Card, Bill]",
                "tension: T., work: [Bill, Card]",
            ],
            "open",
        ),
        (["distinct: Not alike., work: [Card, Bill]"], "distinct"),
        (["same: Card, work: [Card, Bill]"], "same"),
        (["same: Card, work: [Card, Bill]", "tension: T., work: [Card, Bill]"], "same"),
        (["tension: T., work: [Card, Bill]", "distinct: Not alike., work: [Card, Bill]"], "distinct"),
        (["same: Card, work: [Card, Bill]", "distinct: Not alike., work: [Card, Bill]"], "distinct"),
    ],
)
def test_what_was_said_of_two_names(overlaps: list[str], status: str) -> None:
    """The worst of what covers both; `same` and `distinct` speak first; what else an area covers does not count."""
    graph = graph_of(MORE, *(area(f"o{number}", body) for number, body in enumerate(overlaps)))
    assert pair_status(graph, "card", "bill") == pair_status(graph, "bill", "card") == status


def test_two_names_are_contested_where_one_of_them_is() -> None:
    """Saying that they differ does not settle whose the contested one is."""
    graph = graph_of(MORE, area("a", "distinct: Not alike., work: [Menu, Card]"))
    assert pair_status(graph, "menu", "card") == "contested"


def test_an_activity_and_what_it_produces_are_spoken_for() -> None:
    """They are two things, unless an overlap says more."""
    assert pair_status(graph_of(MORE), "wine-list", "tasting") == "distinct"
    declared = area("a", "tension: T., work: [Wine List, Tasting]")
    assert pair_status(graph_of(MORE, declared), "wine-list", "tasting") == "open"


@pytest.mark.parametrize(
    ("work", "status"),
    [
        (None, "contested"),
        (["menu"], "contested"),
        (["stock"], "open"),
        (["tasting", "bill"], "shared"),
        (["bill", "card"], "settled"),
        ([], "settled"),
    ],
)
def test_an_overlap_may_be_asked_of_some_of_its_work(work: list[str] | None, status: str) -> None:
    """Then the rest of what it covers does not count."""
    text = (
        "agreement: {accountable: {Card: cook}, because: It is so.}, work: [Menu, Stock, Tasting, Bill, Card]"
    )
    assert overlap_status(graph_of(MORE, area("a", text)), "a", work) == status


def test_unknown_work_has_no_status() -> None:
    """An id that is not in the register is the caller's mistake here too."""
    graph = graph_of(MORE)
    with pytest.raises(KeyError):
        shared_status(graph, "nothing")
    with pytest.raises(KeyError):
        graph.produced("nothing", "menu")
    with pytest.raises(KeyError):
        pair_status(graph, "menu", "nothing")
