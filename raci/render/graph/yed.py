"""What yEd draws of GraphML: boxes with their names, colours and places, lines with their labels.

yEd shows nothing of the plain data beside it. Whoever does not know these elements passes over them.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from raci.graph.nodes import EdgeKind, NodeKind
from raci.render.graph.drawing import FILL_AND_BORDER
from raci.text.columns import columns
from raci.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from raci.graph.node_link import EdgeData, NodeData

NAMESPACE = "http://www.yworks.com/xml/graphml"
_NODE, _EDGE = "node_graphics", "edge_graphics"
# Points. Until its reader has it laid out, the graph stands in a column for each kind of node.
_HEIGHT, _APART, _BETWEEN_COLUMNS = 30, 14, 160
_CHARACTER, _MARGIN = 7, 20  # yEd sets 12 points; wider scripts are two characters
_COLUMNS = (
    (NodeKind.PERSON,),
    (NodeKind.ROLE,),
    (NodeKind.RESPONSIBILITY, NodeKind.DELIVERABLE),
    (NodeKind.OVERLAP,),
    (NodeKind.PRACTICE, NodeKind.STEP),
)
_SHAPES = {NodeKind.ROLE: "roundrectangle", NodeKind.OVERLAP: "hexagon", NodeKind.PERSON: "ellipse"}
_LINES = {
    EdgeKind.HOLDS: ("line", "standard"),
    EdgeKind.CLAIMS: ("dashed", "standard"),
    EdgeKind.COVERS: ("dotted", "none"),
    EdgeKind.SIDE_OF: ("line", "none"),
}


def keys() -> Iterator[Element]:
    """Yield what says where the graphics of nodes and edges stand."""
    yield Element("key", {"id": _NODE, "for": "node", "yfiles.type": "nodegraphics"})
    yield Element("key", {"id": _EDGE, "for": "edge", "yfiles.type": "edgegraphics"})


def nodes(nodes: Sequence[NodeData]) -> Iterator[Element]:
    """Yield the graphics of each node, each at a place of its own."""
    x = dict(_columns(nodes))
    filled: Counter[int] = Counter()
    for node in nodes:
        left = x[node["kind"]]
        yield _node(node, left, filled[left] * (_HEIGHT + _APART))
        filled[left] += 1


def _columns(nodes: Sequence[NodeData]) -> Iterator[tuple[NodeKind, int]]:
    """Yield where the nodes of each kind begin: columns are as wide as their widest node, none is empty."""
    left = 0
    for kinds in _COLUMNS:
        widths = [_width(node) for node in nodes if node["kind"] in kinds]
        if widths:
            yield from ((kind, left) for kind in kinds)
            left += max(widths) + _BETWEEN_COLUMNS


def _width(node: NodeData) -> int:
    return _CHARACTER * columns(visible(node["name"])) + _MARGIN


def _node(node: NodeData, x: int, y: int) -> Element:
    data = Element("data", key=_NODE)
    box = SubElement(data, "y:ShapeNode")
    SubElement(box, "y:Geometry", x=str(x), y=str(y), width=str(_width(node)), height=str(_HEIGHT))
    fill, border = FILL_AND_BORDER[node["kind"]]
    SubElement(box, "y:Fill", color=fill)
    SubElement(box, "y:BorderStyle", color=border, type="line", width="1.0")
    SubElement(box, "y:NodeLabel").text = visible(node["name"])
    SubElement(box, "y:Shape", type=_SHAPES.get(node["kind"], "rectangle"))
    return data


def edge(edge: EdgeData, label: str) -> Element:
    """Return the graphics of an edge."""
    data = Element("data", key=_EDGE)
    line = SubElement(data, "y:PolyLineEdge")
    style, arrow = _LINES.get(edge["key"], ("line", "standard"))
    SubElement(line, "y:LineStyle", color="#4a4f54", type=style, width="1.0")
    SubElement(line, "y:Arrows", source="none", target=arrow)
    SubElement(line, "y:EdgeLabel").text = label
    return data
