"""The ownership graph as node-link data: all of it, or what lies around a focus."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from raci.graph.node_link import EdgeData, NodeData, edge_data, node_data
from raci.language.language import DEFAULT
from raci.model.field_types import Codes, Record, SchemeName, Shape, Text
from raci.queries.focus import FocusRecord, around, meant

if TYPE_CHECKING:
    from raci.graph.ownership import OwnershipGraph

Always = Annotated[bool, Shape(const=True)]


@dataclass(frozen=True)
class GraphRecord(Record):
    """What is true of the whole graph."""

    scheme: SchemeName


@dataclass(frozen=True)
class Graph(Record):
    """Node-link data, as networkx.node_link_graph reads it: nodes by kind and id, edges by kind."""

    directed: Always
    """An edge leads from its source to its target."""
    multigraph: Always
    """Two nodes may be joined by several edges, each of its own kind."""
    graph: GraphRecord
    focus: FocusRecord | None
    """What the graph is about; null where it is the whole graph."""
    letters: Mapping[Codes, Text]
    """The words of the scheme's letters."""
    nodes: tuple[NodeData, ...]
    """Roles, work, overlaps and practices by id, people and steps as they are met."""
    edges: tuple[EdgeData, ...]
    """All that joins two of the nodes, by kind, then in the order of the nodes."""


def graph(ownership: OwnershipGraph, focus: str | None = None, *, language: str = DEFAULT) -> Graph:
    """Return the whole graph, or `focus` with what lies around it and all edges between those nodes.

    A focus is the name, id or alias of a role, a piece of work or a declared overlap, or words that
    `who_owns` understands. Raises UnknownFocus and UnknownLanguage.
    """
    focused = () if focus is None else meant(ownership, focus, language)
    shown = {of for of, _ in ownership.nodes()} if focus is None else around(ownership, focused)
    scheme = ownership.register.scheme
    return Graph(
        directed=True,
        multigraph=True,
        graph=GraphRecord(scheme.name),
        focus=None if focus is None else FocusRecord(focus, focused),
        letters={letter.code: letter.word for letter in scheme.letters},
        nodes=tuple(node for node in node_data(ownership) if node["id"] in shown),
        edges=tuple(
            edge for edge in edge_data(ownership) if edge["source"] in shown and edge["target"] in shown
        ),
    )
