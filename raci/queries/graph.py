"""The ownership graph as node-link data: all of it, or what lies around a focus."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.graph.node_link import edge_data, node_data
from raci.language.language import DEFAULT
from raci.queries.focus import FocusRecord, around, meant

if TYPE_CHECKING:
    from collections.abc import Mapping

    from raci.graph.node_link import EdgeData, NodeData
    from raci.graph.ownership import OwnershipGraph


@dataclass(frozen=True)
class GraphRecord:
    """What is true of the whole graph."""

    scheme: str


@dataclass(frozen=True)
class Graph:
    """Nodes by kind and id, and the edges between them, as networkx.node_link_graph reads them.

    `focus` is what it is about, if not about everything; `letters` has the words of the scheme's letters.
    """

    directed: bool
    multigraph: bool
    graph: GraphRecord
    focus: FocusRecord | None
    letters: Mapping[str, str]
    nodes: tuple[NodeData, ...]
    edges: tuple[EdgeData, ...]


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
