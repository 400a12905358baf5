"""The graph in DOT, which Graphviz draws and many tools read.

Ids are made up, and a text of the files goes into quoted labels only, never into HTML-like ones. In a
quoted label a quote would end it, a backslash begin an escape, an ampersand an HTML entity.
"""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from raci.graph.nodes import EdgeKind, NodeKind
from raci.queries.drawing import drawn
from raci.render.graph.drawing import (
    CONTESTED,
    FILL_AND_BORDER,
    NOBODYS,
    UNOWNED,
    by_area,
    drawn_edges,
    legend,
    made_up_ids,
    status_to_say,
)
from raci.text.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from raci.queries.drawing import Drawing, DrawnEdge, DrawnNode
    from raci.queries.graph import Graph

_WIDTH = 26  # characters of a label's line: longer names are set in several
_FONT = 'fontname="Helvetica,Arial,sans-serif"'
_HEAD = (
    "rankdir=LR ranksep=1.6 nodesep=0.15",
    f"{_FONT} fontsize=11",
    f'node [{_FONT} fontsize=11 fontcolor="#1b1e20" margin="0.12,0.06" height=0.3]',
    f'edge [{_FONT} fontsize=9 arrowsize=0.7 color="#4a4f54"]',
)
_NODES = {
    NodeKind.ROLE: ("box", "rounded,filled"),
    NodeKind.RESPONSIBILITY: ("box", "filled"),
    NodeKind.DELIVERABLE: ("note", "filled"),
    NodeKind.OVERLAP: ("hexagon", "filled"),
}
_HELD = {"accountable": "penwidth=2.2", "consulted": "style=dashed", "informed": "style=dashed"}
_LINES = {
    EdgeKind.REPORTS_TO: 'label="reports to" arrowhead=empty',
    EdgeKind.SIDE_OF: "dir=none",
    EdgeKind.COVERS: "dir=none style=dotted",
    EdgeKind.PRODUCES: 'label="produces" arrowhead=vee',
}


def render(graph: Graph) -> str:
    """Return the digraph, from left to right, work grouped by area."""
    return "".join(f"{line}\n" for line in _lines(drawn(graph)))


def label(*lines: str) -> str:
    """Return lines as one quoted label, which shows each as one line, hidden characters visible."""
    return '"' + r"\n".join(map(_escaped, lines)) + '"'


def _escaped(text: str) -> str:
    return one_line(text).replace("\\", r"\\").replace('"', r"\"").replace("&", "&amp;")


def _lines(drawing: Drawing) -> Iterator[str]:
    ids = made_up_ids(drawing)
    yield "digraph ownership {"
    yield from (f"  {line}" for line in _HEAD)
    if meaning := legend(drawing):
        yield f"  label={label(meaning)} labelloc=b"
    for number, (area, nodes) in enumerate(by_area(drawing)):
        if area is None:
            yield from (f"  {_node(node, ids)}" for node in nodes)
            continue
        yield f"  subgraph cluster_{number} {{"
        yield f'    label={label(area)} labelloc=t labeljust=r style=rounded color="#8a9196"'
        yield from (f"    {_node(node, ids)}" for node in nodes)
        yield "  }"
    yield from (f"  {_edge(edge, ids)}" for edge in drawn_edges(drawing))
    yield "}"


def _node(node: DrawnNode, ids: Mapping[str, str]) -> str:
    shape, style = _NODES[node.kind]
    fill, color = FILL_AND_BORDER[node.kind]
    lines = wrap(one_line(node.name), _WIDTH, break_long_words=False, break_on_hyphens=False)
    if said := status_to_say(node):
        lines.append(f"({said})")
    if node.status == UNOWNED:
        style += ",dashed"
    if node.status == NOBODYS:
        style += ",dotted"
    look = f'shape={shape} style="{style}" fillcolor="{fill}" color="{color}"'
    if node.status == CONTESTED:
        look += " peripheries=2"
    if node.focused:
        look += " penwidth=3"
    return f"{ids[node.key]} [label={label(*lines)} {look}]"


def _edge(edge: DrawnEdge, ids: Mapping[str, str]) -> str:
    one, other = ids[edge.from_], ids[edge.to]
    if edge.kind is EdgeKind.COVERS:  # turned round, so that work stands between roles and overlaps
        one, other = other, one
    if edge.kind is EdgeKind.HOLDS:
        look = " ".join(filter(None, (f"label={label(edge.letters or '')}", _HELD.get(edge.part or ""))))
    else:
        look = _LINES[edge.kind]
    return f"{one} -> {other} [{look}]"
