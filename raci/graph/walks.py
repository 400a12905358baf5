"""Walks along the edges of the graph, of one kind or another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx

from raci.graph.nodes import EdgeKind, id_of, node

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from raci.graph.nodes import Sort

    _Neighbours = Mapping[str, Mapping[str, Any]]
    _Walk = Sequence[tuple[str, Mapping[str, Any]]]

_BY_TARGET = frozenset({EdgeKind.CLAIMS, EdgeKind.HOLDS, EdgeKind.SIDE_OF, EdgeKind.FILLS})


class Walks:
    """A graph, and what lies along its edges. An unknown node is a KeyError."""

    def __init__(self, graph: nx.MultiDiGraph[str]) -> None:
        self._graph = graph
        # networkx's own dictionaries, as it hands them out: its views take four times as long to walk.
        self._from: _Neighbours = dict(self._graph.adjacency())
        self._to: _Neighbours = dict(self._graph.reverse(copy=False).adjacency())

    def _out(self, sort: Sort, id_: str, kind: EdgeKind) -> _Walk:
        """Return the ids that edges of a kind lead to, each with what stands on the edge."""
        found = self._from[node(sort, id_)].items()
        return [(id_of(to), edges[kind]) for to, edges in found if kind in edges]

    def _into(self, sort: Sort, id_: str, kind: EdgeKind) -> _Walk:
        """Return the ids that edges of a kind come from, each with what stands on the edge."""
        found = self._to[node(sort, id_)].items()
        return [(id_of(of), edges[kind]) for of, edges in found if kind in edges]

    def nodes(self) -> _Walk:
        """Return every node with what stands on it."""
        return list(self._graph.nodes.items())

    def joined_to(self, of: str, kinds: Collection[EdgeKind]) -> frozenset[str]:
        """Return the nodes that a node is joined to by edges of some kinds, in either direction."""
        part = nx.subgraph_view(self._graph, filter_edge=lambda _, __, kind: kind in kinds)  # type: ignore[comparison-overlap]
        return frozenset(nx.all_neighbors(part, of))

    def kinds_at(self, of: str) -> tuple[set[EdgeKind], set[EdgeKind]]:
        """Return the kinds of the edges that lead from a node, and of those that lead to it."""
        ways = (self._from[of], self._to[of])
        out, into = ({kind for edges in way.values() for kind in edges} for way in ways)
        return out, into

    def edges(self) -> Iterator[tuple[str, str, EdgeKind, Mapping[str, Any]]]:
        """Yield every edge with what stands on it, by kind; what roles do by what they do it to."""
        for kind in EdgeKind:
            backwards = kind in _BY_TARGET
            for here, others in (self._to if backwards else self._from).items():
                for there, edges in others.items():
                    if kind in edges:
                        yield (*((there, here) if backwards else (here, there)), kind, edges[kind])
