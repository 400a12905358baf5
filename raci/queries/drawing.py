"""What people look at of a graph: roles, work and overlaps, and how they hang together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.graph.nodes import EdgeKind, NodeKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from raci.queries.focus import FocusRecord
    from raci.queries.graph import Graph

_NODES = {NodeKind.ROLE, NodeKind.RESPONSIBILITY, NodeKind.DELIVERABLE, NodeKind.OVERLAP}
_EDGES = {EdgeKind.HOLDS, EdgeKind.REPORTS_TO, EdgeKind.SIDE_OF, EdgeKind.COVERS, EdgeKind.PRODUCES}


@dataclass(frozen=True)
class DrawnNode:
    """A role, a piece of work or a declared overlap; `focused` says that the drawing is about it."""

    key: str
    kind: NodeKind
    name: str
    status: str | None
    area: str | None
    focused: bool


@dataclass(frozen=True)
class DrawnEdge:
    """What joins two nodes, named by their keys."""

    from_: str
    to: str
    kind: EdgeKind
    letters: str | None
    part: str | None


@dataclass(frozen=True)
class Drawing:
    """The nodes and edges that are drawn of a graph, in its order."""

    scheme: str
    focus: FocusRecord | None
    nodes: tuple[DrawnNode, ...]
    edges: tuple[DrawnEdge, ...]
    letters: Mapping[str, str]


def drawn(graph: Graph) -> Drawing:
    """Return what is drawn of a graph: what holds, without who claims it, who people are, and who helps."""
    focused = graph.focus.nodes if graph.focus else ()
    return Drawing(
        scheme=graph.graph.scheme,
        focus=graph.focus,
        nodes=tuple(
            DrawnNode(
                key=node["id"],
                kind=node["kind"],
                name=node["name"],
                status=node.get("status"),
                area=node.get("area"),
                focused=node["id"] in focused,
            )
            for node in graph.nodes
            if node["kind"] in _NODES
        ),
        edges=tuple(
            DrawnEdge(edge["source"], edge["target"], edge["key"], edge.get("letters"), edge.get("part"))
            for edge in graph.edges
            if edge["key"] in _EDGES
        ),
        letters=graph.letters,
    )
