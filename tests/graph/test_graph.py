"""The graph itself: what its nodes and edges say, and that every answer comes from it."""

from __future__ import annotations

import networkx as nx
import pytest
import raci
from raci.graph.nodes import EdgeKind, NodeKind
from raci.graph.ownership import OwnershipGraph
from raci.model.standing import standing
from raci.queries.who_owns import who_owns

from conftest import PROJECT, graph_of

KITCHEN = """
    version: 1
    roles:
      chef:
        name: Chef
        reports_to: owner
        contact: "#kitchen"
        people: [Ana, {name: Ben, contact: ben@example.com}]
        responsibilities: [{name: Tasting, letters: R, produces: [Menu], with: {guest: C}}]
        deliverables: [{name: Menu, area: Food}]
      buyer: {name: Buyer, reports_to: owner, deputy: chef, people: [{name: Ben, contact: b2@example.com}], deliverables: [{name: Menu}]}
      owner: {name: Owner, people: [Ana]}
      guest: {name: Guest}
    practices: {talks: {name: Weekly Talks}}
    overlaps:
      taste:
        name: Taste and price
        sides: {chef: The palate., buyer: The purse.}
        work: [Menu, Tasting]
        agreement: {accountable: chef, escalation: [owner, a coin], practices: [talks], because: It is so.}
"""

EDGES = {
    ("role:chef", "work:menu", "claims", "AR"),
    ("role:buyer", "work:menu", "claims", "AR"),
    ("role:chef", "work:tasting", "claims", "R"),
    ("role:chef", "work:menu", "holds", "AR"),
    ("role:buyer", "work:menu", "holds", "R"),
    ("role:chef", "work:tasting", "holds", "AR"),
    ("role:guest", "work:tasting", "holds", "C"),
    ("role:chef", "role:owner", "reports-to", None),
    ("role:buyer", "role:owner", "reports-to", None),
    ("role:buyer", "role:chef", "has-deputy", None),
    ("role:chef", "overlap:taste", "side-of", None),
    ("role:buyer", "overlap:taste", "side-of", None),
    ("person:Ana", "role:chef", "fills", None),
    ("person:Ana", "role:owner", "fills", None),
    ("person:Ben <ben@example.com>", "role:chef", "fills", None),
    ("person:Ben <b2@example.com>", "role:buyer", "fills", None),
    ("overlap:taste", "work:menu", "covers", None),
    ("overlap:taste", "work:tasting", "covers", None),
    ("overlap:taste", "role:chef", "names", None),
    ("overlap:taste", "role:owner", "escalates-to", None),
    ("overlap:taste", "step:a coin", "escalates-to", None),
    ("overlap:taste", "practice:talks", "eased-by", None),
    ("work:tasting", "work:menu", "produces", None),
}


def test_all_that_is_written_is_an_edge() -> None:
    """Each kind, once, with the letters that are claimed and those that hold."""
    graph = raci.to_networkx(graph_of(KITCHEN).register)
    edges = [
        (one, other, kind, data.get("letters"))
        for one, other, kind, data in graph.edges(data=True, keys=True)
    ]
    assert len(edges) == len(EDGES)
    assert set(edges) == EDGES
    assert {kind for _, _, kind, _ in edges} == set(EdgeKind)


def test_what_stands_on_nodes_and_edges() -> None:
    """Plain values: a kind and a name, a status where there is one, and what an edge is about."""
    graph = raci.to_networkx(graph_of(KITCHEN).register)
    assert {data["kind"] for _, data in graph.nodes(data=True)} == set(NodeKind)
    assert graph.nodes["work:menu"] == {
        "kind": "deliverable",
        "name": "Menu",
        "status": "settled",
        "area": "Food",
    }
    assert graph.nodes["overlap:taste"] == {"kind": "overlap", "name": "Taste and price", "status": "settled"}
    assert graph.nodes["role:chef"] == {"kind": "role", "name": "Chef", "contact": "#kitchen"}
    assert graph.nodes["step:a coin"] == {"kind": "step", "name": "a coin"}
    assert graph.edges["role:buyer", "work:menu", "holds"] == {"letters": "R", "part": "responsible"}
    assert graph.edges["role:chef", "work:menu", "claims"] == {"letters": "AR", "file": "a.yaml", "line": 10}
    assert graph.edges["role:buyer", "overlap:taste", "side-of"] == {"view": "The purse."}
    assert graph.edges["overlap:taste", "role:chef", "names"] == {"work": "menu tasting"}
    assert graph.edges["overlap:taste", "step:a coin", "escalates-to"] == {"order": 2}
    assert graph.graph == {"scheme": "raci"}


def test_the_graph_is_given_away() -> None:
    """Whoever changes it changes nothing for anybody else."""
    register = graph_of(KITCHEN).register
    raci.to_networkx(register).clear()
    assert len(raci.to_networkx(register)) == 12


def test_every_tool_of_networkx_takes_it(tmp_path_factory: pytest.TempPathFactory) -> None:
    """It can be written as networkx writes graphs, and goes through its algorithms."""
    graph = raci.to_networkx(graph_of(KITCHEN).register)
    file = tmp_path_factory.mktemp("graph") / "kitchen.graphml"
    nx.write_graphml(graph, file)
    assert set(nx.read_graphml(file)) == set(graph)
    assert nx.is_weakly_connected(graph)


def test_from_the_question_of_the_readme_to_the_edges_that_answer_it() -> None:
    """Who owns pricing is who holds A for it, which is who claims it; the overlap is what covers it."""
    graph = OwnershipGraph(raci.load(PROJECT / "data"))
    answer = who_owns(graph, "pricing").matches[0]
    given = raci.to_networkx(graph.register)
    work = f"work:{answer.id}"
    held = {
        role: edge["letters"]
        for role, _, kind, edge in given.in_edges(work, keys=True, data=True)
        if kind == "holds"
    }
    accountable = [role for role, letters in held.items() if "A" in letters]
    assert accountable == [f"role:{role}" for role in answer.accountable] == ["role:product-marketer"]
    (claim,) = [
        (edge["file"], edge["line"])
        for _, _, kind, edge in given.in_edges(work, keys=True, data=True)
        if kind == "claims"
    ]
    assert claim == (answer.claims[0].file, answer.claims[0].line)
    covering = [overlap for overlap, _, kind in given.in_edges(work, keys=True) if kind == "covers"]
    assert covering == [f"overlap:{overlap.id}" for overlap in answer.overlaps]
    (overlap,) = covering
    order = sorted(
        (edge["order"], node) for _, node, edge in given.out_edges(overlap, data=True) if "order" in edge
    )
    assert [node.partition(":")[2] for _, node in order] == list(answer.escalation)


def test_there_is_no_other_adjacency() -> None:
    """The graph keeps a register without neighbours, networkx's graph with its two directions, and nothing else."""
    graph = OwnershipGraph(raci.load(PROJECT / "data"))
    for role in graph.register.roles:
        who_owns(graph, role)
    kept = vars(graph)
    assert set(kept) <= {"register", "_graph", "_from", "_to", "_called", "_reporting"}
    assert all(kept["_from"][node] is neighbours for node, neighbours in kept["_graph"].adjacency())
    assert all(
        kept["_to"][node] is neighbours for node, neighbours in kept["_graph"].reverse(copy=False).adjacency()
    )
    names = set(kept.get("_called", ()))
    assert names.isdisjoint(kept["_graph"])  # what work is called, not what it is joined to
    reporting = kept.get("_reporting", nx.DiGraph())
    assert {(f"role:{one}", f"role:{other}", "reports-to") for one, other in reporting.edges} <= set(
        kept["_graph"].edges(keys=True)
    )


@pytest.mark.parametrize(
    "register", ["data", "tests/registers/hotel.yaml", "tests/registers/hospital_ward.yaml"]
)
def test_what_is_read_off_the_edges_is_what_was_reckoned(register: str) -> None:
    """Letters, those claimed, who is accountable and named, and where the sides differ."""
    graph = OwnershipGraph(raci.load(PROJECT / register))
    read = graph.register
    for work in read.work.values():
        covering = [each for each in read.overlaps.values() if work.id in each.work]
        on_purpose = work.unowned is not None
        reckoned = standing(work.id, work.claims, covering, read.scheme, unowned_on_purpose=on_purpose)
        assert graph.standing(work.id) == reckoned
        assert list(graph.letters(work.id)) == sorted(reckoned.letters)


def test_work_that_is_claimed_twice() -> None:
    """By two roles; one that lists it twice by mistake claims it once."""
    assert graph_of(KITCHEN).claimed_twice() == ("menu",)
