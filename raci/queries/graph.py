"""The ownership graph as nodes and edges, to be drawn: all of it, or what lies around a focus."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from raci.language.language import DEFAULT
from raci.model import relations
from raci.model.relations import Node
from raci.model.scheme import Meaning
from raci.queries.focus import FocusRecord, around, meant

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from raci.graph import OwnershipGraph
    from raci.model.scheme import Letters, Scheme


class NodeKind(StrEnum):
    """What a node stands for."""

    ROLE = "role"
    RESPONSIBILITY = "responsibility"
    DELIVERABLE = "deliverable"
    OVERLAP = "overlap"


class EdgeKind(StrEnum):
    """What an edge says of the first of two nodes: a role holds letters for work, an overlap covers it."""

    HOLDS = "holds"
    REPORTS_TO = "reports-to"
    SIDE_OF = "side-of"
    COVERS = "covers"
    PRODUCES = "produces"


@dataclass(frozen=True)
class GraphNode:
    """A role, a piece of work or a declared overlap.

    `key` is unique among all nodes: "role:", "work:" or "overlap:" and the id. Work and overlaps have a
    status, work may have an area. `focused` says that the drawing is about this node.
    """

    key: str
    kind: NodeKind
    id: str
    name: str
    status: str | None
    area: str | None
    focused: bool


@dataclass(frozen=True)
class GraphEdge:
    """What joins two nodes, named by their keys.

    `letters` are the effective ones that a role holds for work, and `part` what the strongest of them
    means, as `Meaning` has it.
    """

    from_: str
    to: str
    kind: EdgeKind
    letters: str | None = None
    part: str | None = None


@dataclass(frozen=True)
class Graph:
    """Nodes by kind and id, and the edges between them; `letters` has the words of the scheme's letters."""

    scheme: str
    focus: FocusRecord | None
    nodes: tuple[GraphNode, ...]
    edges: tuple[GraphEdge, ...]
    letters: Mapping[str, str]


def graph(ownership: OwnershipGraph, focus: str | None = None, *, language: str = DEFAULT) -> Graph:
    """Return the whole graph, or `focus` with what lies around it and all edges between those nodes.

    A focus is the name, id or alias of a role, a piece of work or a declared overlap, or words that
    `who_owns` understands. Raises UnknownFocus and UnknownLanguage.
    """
    focused = () if focus is None else meant(ownership, focus, language)
    shown = set(_nodes(ownership)) if focus is None else around(ownership, focused)
    scheme = ownership.register.scheme
    return Graph(
        scheme=scheme.name,
        focus=None if focus is None else FocusRecord(focus, tuple(map(_key, focused))),
        nodes=tuple(_node(ownership, each, each in focused) for each in _nodes(ownership) if each in shown),
        edges=tuple(
            edge for one, other, edge in _edges(ownership, scheme) if one in shown and other in shown
        ),
        letters={letter.code: letter.word for letter in scheme.letters},
    )


def _nodes(ownership: OwnershipGraph) -> Iterator[Node]:
    register = ownership.register
    yield from (Node("role", id_) for id_ in register.roles)
    yield from (Node("work", id_) for id_ in register.work)
    yield from (Node("overlap", id_) for id_ in register.overlaps)


def _node(ownership: OwnershipGraph, node: Node, focused: bool) -> GraphNode:  # noqa: FBT001 - private
    register, key = ownership.register, _key(node)
    if node.kind == "role":
        return GraphNode(key, NodeKind.ROLE, node.id, register.roles[node.id].name, None, None, focused)
    if node.kind == "overlap":
        status = ownership.overlap_status(node.id).value
        name = register.overlaps[node.id].name
        return GraphNode(key, NodeKind.OVERLAP, node.id, name, status, None, focused)
    work = register.work[node.id]
    status = ownership.status(node.id).value
    return GraphNode(key, NodeKind(work.kind), node.id, work.name, status, work.area, focused)


def _edges(ownership: OwnershipGraph, scheme: Scheme) -> Iterator[tuple[Node, Node, GraphEdge]]:
    """Yield each edge with its ends: by kind, then in the order of the ids."""
    register = ownership.register
    for work in register.work:
        for role, letters in ownership.letters(work).items():
            yield _edge(Node("role", role), Node("work", work), EdgeKind.HOLDS, letters, scheme)
    for one, other in relations.reporting(register):
        yield _edge(one, other, EdgeKind.REPORTS_TO)
    for one, other in relations.meetings(register):
        yield _edge(one, other, EdgeKind.SIDE_OF)
    for one, other in relations.covers(register):
        yield _edge(one, other, EdgeKind.COVERS)
    for work in register.work:
        for near, made in sorted(ownership.products[work].items()):
            if made == near:
                yield _edge(Node("work", work), Node("work", made), EdgeKind.PRODUCES)


def _edge(
    one: Node, other: Node, kind: EdgeKind, letters: Letters = (), scheme: Scheme | None = None
) -> tuple[Node, Node, GraphEdge]:
    if scheme is None:
        return one, other, GraphEdge(_key(one), _key(other), kind)
    edge = GraphEdge(_key(one), _key(other), kind, "".join(letters), _part(letters, scheme))
    return one, other, edge


def _part(letters: Letters, scheme: Scheme) -> str:
    """Return the strongest of what letters mean; without any, a role has some other part."""
    meanings = {scheme.letter(code).meaning for code in letters}
    return next((each.value for each in Meaning if each in meanings), Meaning.OTHER.value)


def _key(node: Node) -> str:
    return f"{node.kind}:{node.id}"
