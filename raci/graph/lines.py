"""Lines from role to role, of reporting and of escalation, and where they go in circles."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def line(steps: Iterable[tuple[str, str]]) -> nx.DiGraph[str]:
    """Return the graph of steps from one role to another."""
    return nx.DiGraph(steps)


def upwards(reporting: nx.DiGraph[str], role: str) -> tuple[str, ...]:
    """Return the roles above a role, nearest first; a loop is followed once."""
    return tuple(above for _, above in nx.bfs_edges(reporting, role)) if role in reporting else ()


def steps(sides: Iterable[str], escalation: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Return whom an agreement sends to whom: each side to the first step, each step to the next."""
    return [*((side, first) for first in escalation[:1] for side in sides), *pairwise(escalation)]


def loops(graph: nx.DiGraph[str]) -> tuple[tuple[str, ...], ...]:
    """Return a loop for each group of roles that reach each other: the shortest way round, first id first."""
    found: list[tuple[str, ...]] = []
    for group in nx.strongly_connected_components(graph):
        start = min(group)
        if graph.has_edge(start, start):
            found.append((start,))
        elif len(group) > 1:
            within = graph.subgraph(group)
            back = (nx.shortest_path(within, after, start) for after in sorted(within.successors(start)))
            found.append((start, *min(back, key=len)[:-1]))
    return tuple(sorted(found))
