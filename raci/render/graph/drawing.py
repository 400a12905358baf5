"""What drawings of the graph have alike: where nodes go, which edges are drawn, and the legend."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from raci.graph.nodes import EdgeKind, NodeKind
from raci.model.scheme import SCHEMES
from raci.text.names import by_name, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raci.queries.drawing import Drawing, DrawnEdge, DrawnNode

CONTESTED, UNOWNED, NOBODYS = "contested", "unowned", "unowned-on-purpose"
_ON_PURPOSE = "unowned on purpose"
# Light fills with dark text are read on light and on dark pages.
FILL_AND_BORDER = {
    NodeKind.ROLE: ("#e6ecf5", "#33507a"),
    NodeKind.RESPONSIBILITY: ("#fbfbf8", "#5f6468"),
    NodeKind.DELIVERABLE: ("#f3efe4", "#6f6242"),
    NodeKind.OVERLAP: ("#efe6f2", "#6b4377"),
    NodeKind.PRACTICE: ("#e8f1ec", "#2f6248"),
    NodeKind.PERSON: ("#f4ecec", "#7a4a4a"),
    NodeKind.STEP: ("#fbfbf8", "#5f6468"),
}
_OF_OVERLAPS = frozenset({EdgeKind.SIDE_OF, EdgeKind.COVERS})


def made_up_ids(drawing: Drawing) -> dict[str, str]:
    """Return an id for each node, by its key: nothing that people wrote is part of one."""
    return {node.key: f"n{number}" for number, node in enumerate(drawing.nodes, 1)}


def by_area(drawing: Drawing) -> Iterator[tuple[str | None, list[DrawnNode]]]:
    """Yield the nodes that have no area, then those of each; the first of its spellings stands for all."""
    yield None, [node for node in drawing.nodes if node.area is None]
    named = (node for node in drawing.nodes if node.area)
    in_areas = sorted(named, key=lambda node: by_name(_folded_area(node)))
    for _, nodes in groupby(in_areas, key=_folded_area):
        together = list(nodes)
        yield min(node.area or "" for node in together), together


def _folded_area(node: DrawnNode) -> str:
    return fold(node.area or "")


def status_to_say(node: DrawnNode) -> str | None:
    """Return the status that a label says: that of an overlap, and of work that is contested or nobody's."""
    if node.status == NOBODYS:
        return _ON_PURPOSE
    return node.status if node.kind is NodeKind.OVERLAP or node.status in {CONTESTED, UNOWNED} else None


def drawn_edges(drawing: Drawing) -> Iterator[DrawnEdge]:
    """Yield the edges to draw: no line from a role to an overlap where work that it covers joins them."""
    held = {(edge.from_, edge.to) for edge in drawing.edges if edge.kind is EdgeKind.HOLDS}
    covered: dict[str, list[str]] = {}
    for edge in drawing.edges:
        if edge.kind is EdgeKind.COVERS:
            covered.setdefault(edge.from_, []).append(edge.to)
    for edge in drawing.edges:
        joined = any((edge.from_, work) in held for work in covered.get(edge.to, ()))
        if edge.kind is not EdgeKind.SIDE_OF or not joined:
            yield edge


def legend(drawing: Drawing) -> str:
    """Return what the letters and lines of this drawing mean; empty where it has none.

    Nothing of it is from the files.
    """
    scheme = SCHEMES[drawing.scheme]
    used = {code for edge in drawing.edges if edge.letters for code in scheme.parse([edge.letters])}
    parts = [", ".join(f"{letter.code} {letter.word}" for letter in scheme.letters if letter.code in used)]
    if scheme.accountable in used:
        parts.append(f"thick: {scheme.letter(scheme.accountable).word}")
    if any(edge.kind in _OF_OVERLAPS for edge in drawing.edges):
        parts.append("no arrow: overlap")
    if any(node.status == NOBODYS for node in drawing.nodes):
        parts.append(f"dotted border: {_ON_PURPOSE}")
    return "; ".join(filter(None, parts))
