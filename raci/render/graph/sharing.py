"""What roles share in a graph: areas where they meet, and work of several, or without one owner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.graph.nodes import EdgeKind, NodeKind
from raci.model.scheme import Meaning
from raci.text.visible import one_line
from raci.views.wording import spoken, together

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from raci.queries.graph import Graph

WORST_FIRST = ("contested", "open", "unowned", "owned", "unowned-on-purpose", "settled")
"""The statuses of what is drawn, those of work and of areas: nobody draws names that look alike."""

_TO_SETTLE = {"contested", "unowned"}


@dataclass(frozen=True, slots=True)
class Thing:
    """What roles share: its name, how it stands, what is said of that, and what each role holds of it.

    A role is its node; what it holds may be empty.
    """

    name: str
    status: str
    note: str
    holds: Mapping[str, str]


def shared(graph: Graph) -> tuple[Thing, ...]:
    """Return what roles share in a graph, the worst first, and else in the graph's order."""
    found = (thing for thing in _things(graph) if thing.holds)
    return tuple(sorted(found, key=lambda thing: WORST_FIRST.index(thing.status)))


def names_of_roles(graph: Graph) -> dict[str, str]:
    """Return the names of a graph's roles in a line each, by their nodes."""
    return {node["id"]: one_line(node["name"]) for node in graph.nodes if node["kind"] is NodeKind.ROLE}


def _things(graph: Graph) -> Iterator[Thing]:
    names = names_of_roles(graph)
    at_end = together(((edge["key"], edge["target"]), edge) for edge in graph.edges)
    for node in graph.nodes:
        status, id_, name = node.get("status"), node["id"], one_line(node["name"])
        if status not in WORST_FIRST:
            continue
        if node["kind"] is NodeKind.OVERLAP:
            sides = (edge["source"] for edge in at_end.get((EdgeKind.SIDE_OF, id_), ()))
            yield Thing(name, status, f"area, {spoken(status)}", dict.fromkeys(sides, ""))
        elif status in _TO_SETTLE or len(at_end.get((EdgeKind.CLAIMS, id_), ())) > 1:
            held = at_end.get((EdgeKind.HOLDS, id_), ())
            owners = [names[edge["source"]] for edge in held if edge.get("part") == Meaning.ACCOUNTABLE]
            letters = {edge["source"]: edge.get("letters", "") for edge in held}
            yield Thing(name, status, _note(status, owners), letters)


def _note(status: str, owners: list[str]) -> str:
    return f"{spoken(status)}: {owners[0]} is accountable" if len(owners) == 1 else spoken(status)
