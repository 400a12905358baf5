"""The graph in GraphML, which Gephi, yEd, Cytoscape and networkx read."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from raci.render.graph.drawing import made_up_ids
from raci.text.visible import visible

if TYPE_CHECKING:
    from raci.queries.graph import Graph

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_OF_NODES = ("key", "kind", "id", "label", "status", "area", "focused")
_OF_EDGES = ("kind", "label", "part")


def render(graph: Graph) -> str:
    """Return the graph as XML. What is not known of a node or an edge is left out."""
    root = Element("graphml", xmlns=_NAMESPACE)
    for domain, names in (("node", _OF_NODES), ("edge", _OF_EDGES)):
        for name in names:
            kind = "boolean" if name == "focused" else "string"
            attributes = {"id": f"{domain}_{name}", "for": domain, "attr.name": name, "attr.type": kind}
            SubElement(root, "key", attributes)
    drawn = SubElement(root, "graph", edgedefault="directed")
    ids = made_up_ids(graph)
    for node in graph.nodes:
        element = SubElement(drawn, "node", id=ids[node.key])
        focused = "true" if node.focused else "false"
        values = (node.key, node.kind, node.id, node.name, node.status, node.area, focused)
        _add(element, "node", dict(zip(_OF_NODES, values, strict=True)))
    for edge in graph.edges:
        element = SubElement(drawn, "edge", source=ids[edge.from_], target=ids[edge.to])
        said = edge.letters or edge.kind.value.replace("-", " ")
        _add(element, "edge", dict(zip(_OF_EDGES, (edge.kind, said, edge.part), strict=True)))
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _add(element: Element, domain: str, values: dict[str, str | None]) -> None:
    for name, value in values.items():
        if value is not None:
            SubElement(element, "data", key=f"{domain}_{name}").text = visible(value)
