"""The card of a role, and what two roles have to do with each other, as records."""

from __future__ import annotations

import pytest
from raci.graph.nodes import node, sort_of
from raci.queries.focus import around
from raci.queries.role import TooManyRoles, card, role
from raci.queries.workload import workloads

from conftest import graph_of

KITCHEN = """
    version: 1
    roles:
      chef:
        name: Chef
        reports_to: owner
        responsibilities: [{name: Tasting, area: Menu, summary: Says whether it is good., with: {waiter: C, owner: I}}]
        deliverables: [{name: Menu}]
      buyer: {name: Buyer, reports_to: chef, deliverables: [{name: Menu, with: {chef: C}}]}
      waiter: {name: Waiter, reports_to: owner}
      owner: {name: Owner}
    overlaps:
      served:
        name: Served
        sides: {chef: Best., buyer: Cheapest.}
        work: [Menu]
        agreement: {accountable: chef, because: B, escalation: [owner, dice]}
"""


def test_a_card_holds_what_the_role_has_a_part_in() -> None:
    """By the letters that hold, with everybody else's, where it is listed, and to whom to turn."""
    found = card(graph_of(KITCHEN), "chef")
    menu, tasting = found.work
    assert (menu.id, menu.status, menu.letters, menu.parts) == (
        "menu",
        "settled",
        "AR",
        ("accountable", "responsible"),
    )
    assert (menu.others, menu.accountable, menu.overlaps) == ({"buyer": "R"}, ("chef",), ("served",))
    assert (menu.escalation, menu.file, menu.line) == (("owner", "dice"), "a.yaml", 8)
    assert (tasting.area, tasting.summary, tasting.kind) == (
        "Menu",
        "Says whether it is good.",
        "responsibility",
    )
    assert tasting.others == {"owner": "I", "waiter": "C"}


def test_a_card_tells_of_work_that_is_on_no_list_of_the_role() -> None:
    """It stands nowhere of its own."""
    (tasting,) = card(graph_of(KITCHEN), "waiter").work
    assert (tasting.letters, tasting.parts, tasting.file, tasting.line) == ("C", ("consulted",), None, None)


def test_a_card_tells_whom_the_role_reports_to_and_who_reports_to_it() -> None:
    """Directly only."""
    found = card(graph_of(KITCHEN), "owner")
    assert (found.reports_to, found.reports) == (None, ("chef", "waiter"))


def test_a_card_holds_what_others_expect_and_does_not_hold() -> None:
    """The buyer would ask the chef, who is to decide."""
    (menu, _) = card(graph_of(KITCHEN), "chef").work
    (found,) = menu.disagreements
    assert (found.by, found.role, found.expected, found.holds) == (
        "buyer",
        "chef",
        "C",
        "AR",
    )
    assert card(graph_of(KITCHEN), "buyer").work[0].disagreements == (found,)


def test_a_card_counts_the_load_or_takes_it() -> None:
    """A page with many cards counts once."""
    graph = graph_of(KITCHEN)
    loads = {load.role: load for load in workloads(graph)}
    assert card(graph, "chef") == card(graph, "chef", loads["chef"])
    assert card(graph, "chef").load == loads["chef"]


def test_a_card_of_no_role_is_an_error() -> None:
    """An id is due."""
    with pytest.raises(KeyError):
        card(graph_of(KITCHEN), "Chef")


def test_where_a_role_meets_others_the_work_is_told_by_owner() -> None:
    """Of what an area covers, what the role has a part in and who is accountable for each."""
    (place,) = card(graph_of(KITCHEN), "buyer").overlaps
    assert (place.overlap.id, place.roles, place.work) == ("served", ("buyer", "chef"), ("menu",))
    assert place.accountable == {"menu": ("chef",)}
    assert card(graph_of(KITCHEN), "waiter").overlaps == ()


NAMED = """
    version: 1
    roles:
      a: {name: Ann, deliverables: [{name: M, with: {d: C}}, {name: N}, {name: O}]}
      b: {name: Bo, deliverables: [{name: M}, {name: N, letters: R}, {name: O}]}
      c: {name: Cy}
      d: {name: Di}
    overlaps:
      o: {name: All, sides: {a: One, b: Other}, work: [M], agreement: {accountable: c, because: It is so.}}
      p: {name: Piece, sides: {a: One, b: Other}, work: [N], agreement: {accountable: {N: c}, because: It is so.}}
      q: {name: Open, sides: {a: One, b: Other}, tension: T, work: [O]}
      r: {work: [M, N], distinct: They differ.}
"""


def test_a_role_that_an_agreement_names_meets_the_sides() -> None:
    """Though it is no side and lists nothing; one that is only asked about the work does not."""
    graph = graph_of(NAMED)
    places = card(graph, "c").overlaps
    assert {place.overlap.id: place.roles for place in places} == {"o": ("a", "b", "c"), "p": ("a", "b", "c")}
    assert card(graph, "d").overlaps == ()


def test_the_drawing_around_a_role_has_the_overlaps_that_name_it() -> None:
    """As its card has them."""
    drawn = around(graph_of(NAMED), [node("role", "c")])
    assert {each for each in drawn if sort_of(each) == "overlap"} == {"overlap:o", "overlap:p"}


@pytest.mark.parametrize(("one", "other"), ["ab", "ac", "ad", "bc", "cd"])
def test_two_roles_meet_where_each_of_them_meets_others(one: str, other: str) -> None:
    """The cards of both have the overlap, whoever else shares its work."""
    graph = graph_of(NAMED)
    each = [{place.overlap.id for place in card(graph, role_id).overlaps} for role_id in (one, other)]
    met = role(graph, [one, other]).meeting
    assert met is not None
    assert {place.overlap.id for place in met.overlaps} == each[0] & each[1]


def test_work_tells_whether_an_agreement_moved_it() -> None:
    """Also where one role alone claimed to be accountable; not where it names whom the claims name too."""
    (m, n) = card(graph_of(NAMED), "c").work
    assert (m.status, m.by_agreement, n.status, n.by_agreement) == ("settled", True, "owned", True)
    same = NAMED.replace("{N: c}", "{N: a}")
    assert [(each.id, each.by_agreement) for each in card(graph_of(same), "b").work] == [
        ("m", True),
        ("n", False),
        ("o", False),
    ]


def test_the_graph_knows_all_work_that_a_role_has_a_letter_for() -> None:
    """In the order of ids, after agreements and with what others expect of it."""
    graph = graph_of(NAMED)
    assert [graph.work_with(role_id) for role_id in "acd"] == [("m", "n", "o"), ("m", "n"), ("m",)]
    with pytest.raises(KeyError):
        graph.work_with("nobody")


def test_two_roles_share_what_both_have_letters_for() -> None:
    """With what each claims on its own list, and what is left of it."""
    met = role(graph_of(KITCHEN), ["chef", "buyer"]).meeting
    assert met is not None
    (menu,) = met.shared
    assert menu.letters == {"chef": "AR", "buyer": "R"}
    assert menu.claimed == {"chef": "AR", "buyer": "AR"}
    assert met.alone == {"chef": ("tasting",), "buyer": ()}


def test_a_role_is_not_the_superior_of_itself() -> None:
    """Both report to somebody above the two."""
    graph = graph_of(KITCHEN)
    superiors = [
        met.superior
        for other in ("buyer", "owner", "waiter")
        if (met := role(graph, ["chef", other]).meeting)
    ]
    assert superiors == ["owner", None, "owner"]


def test_a_role_may_be_above_the_other() -> None:
    """Directly or through others, whichever is asked for first."""
    graph = graph_of(KITCHEN)
    pairs = [("chef", "buyer"), ("buyer", "owner"), ("owner", "chef"), ("chef", "waiter")]
    assert [met.above for pair in pairs if (met := role(graph, pair).meeting)] == [
        "chef",
        "owner",
        "owner",
        None,
    ]


def test_more_than_two_roles_are_refused() -> None:
    """With their names."""
    with pytest.raises(TooManyRoles, match="Chef, Buyer and Waiter are 3 roles"):
        role(graph_of(KITCHEN), ["chef", "buyer", "waiter"])
