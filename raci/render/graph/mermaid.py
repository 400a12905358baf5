"""The graph as a flowchart for Mermaid, which GitHub, GitLab and many wikis draw.

Ids are made up, and labels are the only place where a text of the files goes. There every character that
Mermaid, its Markdown or HTML could read anything into is written as the entity code of its number.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from raci.errors import TooLarge
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

# Mermaid's own defaults. Whoever shows a drawing may allow more, but no drawing can ask for it.
MOST_CHARACTERS, MOST_EDGES = 50_000, 500

_SHAPES = {
    NodeKind.ROLE: '(["{}"])',
    NodeKind.RESPONSIBILITY: '["{}"]',
    NodeKind.DELIVERABLE: '[/"{}"/]',
    NodeKind.OVERLAP: '{{{{"{}"}}}}',
}
_HELD = {"accountable": "==>", "consulted": "-.->", "informed": "-.->"}
_LINES = {
    EdgeKind.REPORTS_TO: '-->|"reports to"|',
    EdgeKind.SIDE_OF: "---",
    EdgeKind.COVERS: "-.-",
    EdgeKind.PRODUCES: '-->|"produces"|',
}
_TEXT = {
    NodeKind.ROLE: "#14202f",
    NodeKind.RESPONSIBILITY: "#1b1e20",
    NodeKind.DELIVERABLE: "#221d10",
    NodeKind.OVERLAP: "#25142b",
}
# What only has lines takes the colour of the page's.
_CLASSES = (
    *(
        f"classDef {kind} fill:{FILL_AND_BORDER[kind][0]},stroke:{FILL_AND_BORDER[kind][1]},color:{text}"
        for kind, text in _TEXT.items()
    ),
    "classDef nobodys stroke-width:2px,stroke-dasharray:2 3",
    "classDef focus stroke-width:4px",
    "classDef contested stroke-width:4px,stroke:#a3300b",
    "classDef unowned stroke-width:2px,stroke-dasharray:6 4",
    "classDef area fill:transparent,stroke:#8a9196",
)
# Letters and digits of any script, single spaces, and what stands inside a word or beside one.
_PLAIN = re.compile(r"[^\W_]| |(?<=[^\W_])[-/'](?=[^\W_])|(?<=[^\W_]),(?= )|(?<= )\((?=[^\W_])|(?<=[^\W_])\)")
# With these Mermaid marks the entity codes it has read, and takes them for such wherever they stand.
_MARKS = (("ﬂ°", r"ﬂ\xb0"), ("¶ß", r"\xb6ß"))


def render(graph: Graph) -> str:
    """Return the flowchart, from left to right, work grouped by area. Raises TooLarge."""
    drawing = drawn(graph)
    edges = tuple(drawn_edges(drawing))
    text = "".join(f"{line}\n" for line in _lines(drawing, edges))
    length = len(text.encode("utf-16-le")) // 2  # as JavaScript counts
    if length > MOST_CHARACTERS or len(edges) > MOST_EDGES:
        raise TooLarge(
            f"The drawing has {len(edges):,} lines between nodes and {length:,} characters; Mermaid takes at "
            f"most {MOST_EDGES} and {MOST_CHARACTERS:,}. Draw a part of it: --focus with a role, a piece of "
            "work or an overlap. Or draw it with another tool: --format dot or --format graphml."
        )
    return text


def label(text: str) -> str:
    """Return `text` for a label between quotes, which shows it in one line, hidden characters visible."""
    text = one_line(text) or " "  # a label without anything is a syntax error
    for mark, escaped in _MARKS:
        text = text.replace(mark, escaped)
    return "".join(char if _PLAIN.match(text, at) else f"#{ord(char)};" for at, char in enumerate(text))


def _lines(drawing: Drawing, edges: tuple[DrawnEdge, ...]) -> Iterator[str]:
    ids = made_up_ids(drawing)
    if meaning := legend(drawing):
        yield from ("---", f'title: "{meaning}"', "---")
    yield "flowchart LR"
    yield from (f"  {line}" for line in _CLASSES)
    for number, (area, nodes) in enumerate(by_area(drawing)):
        if area is None:
            yield from (f"  {_node(node, ids)}" for node in nodes)
            continue
        yield f'  subgraph a{number}["{label(area)}"]'
        yield from (f"    {_node(node, ids)}" for node in nodes)
        yield "  end"
        yield f"  class a{number} area"
    for node in drawing.nodes:
        yield from (f"  class {ids[node.key]} {extra}" for extra in _extra_classes(node))
    yield from (f"  {_edge(edge, ids)}" for edge in edges)


def _node(node: DrawnNode, ids: Mapping[str, str]) -> str:
    said = status_to_say(node)
    # No line break in between: a label that has one is read once more, with what its codes mean in it.
    text = f"{label(node.name)} ({said})" if said else label(node.name)
    return f"{ids[node.key]}{_SHAPES[node.kind].format(text)}:::{node.kind}"


def _extra_classes(node: DrawnNode) -> Iterator[str]:
    """Yield the classes of what stands out; what a drawing is about does so above all."""
    if node.status == NOBODYS:
        yield "nobodys"
    if node.focused:
        yield "focus"
    elif node.status in {CONTESTED, UNOWNED}:
        yield node.status


def _edge(edge: DrawnEdge, ids: Mapping[str, str]) -> str:
    one, other = ids[edge.from_], ids[edge.to]
    if edge.kind is EdgeKind.COVERS:  # turned round, so that work stands between roles and overlaps
        one, other = other, one
    if edge.kind is not EdgeKind.HOLDS:
        return f"{one} {_LINES[edge.kind]} {other}"
    line = _HELD.get(edge.part or "", "-->")
    return f'{one} {line}|"{edge.letters}"| {other}' if edge.letters else f"{one} {line} {other}"
