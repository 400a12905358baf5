"""The graph in GraphML, which Gephi, Cytoscape and networkx read, and yEd with its own data beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from raci.graph.nodes import id_of
from raci.render.graph import yed
from raci.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from raci.graph.node_link import EdgeData, NodeData
    from raci.queries.graph import Graph

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_TYPES = {bool: "boolean", int: "int", str: "string"}


def render(graph: Graph) -> str:
    """Return the graph as XML. What is not known of a node or an edge is left out."""
    root = Element("graphml", {"xmlns": _NAMESPACE, "xmlns:y": yed.NAMESPACE})
    focused = graph.focus.nodes if graph.focus else ()
    nodes = [_of_node(node, focused=node["id"] in focused) for node in graph.nodes]
    edges = [_of_edge(edge) for edge in graph.edges]
    for domain, data in (("node", nodes), ("edge", edges)):
        root.extend(_keys(domain, data))
    root.extend(yed.keys())
    drawn = SubElement(root, "graph", edgedefault="directed")
    ids = {node["id"]: f"n{number}" for number, node in enumerate(graph.nodes, 1)}
    for node, values, look in zip(graph.nodes, nodes, yed.nodes(graph.nodes), strict=True):
        element = SubElement(drawn, "node", id=ids[node["id"]])
        _add(element, "node", values)
        element.append(look)
    for edge, values in zip(graph.edges, edges, strict=True):
        element = SubElement(drawn, "edge", source=ids[edge["source"]], target=ids[edge["target"]])
        _add(element, "edge", values)
        element.append(yed.edge(edge, visible(values["label"])))
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _of_node(node: NodeData, *, focused: bool) -> dict[str, Any]:
    known = {name: value for name, value in node.items() if name not in {"id", "name"}}
    return {"key": node["id"], "id": id_of(node["id"]), "label": node["name"], **known, "focused": focused}


def _of_edge(edge: EdgeData) -> dict[str, Any]:
    told = {name: value for name, value in edge.items() if name not in {"source", "target", "key"}}
    label = edge.get("letters") or edge["key"].value.replace("-", " ")
    return {"kind": edge["key"].value, "label": label, **told}


def _keys(domain: str, data: Iterable[Mapping[str, Any]]) -> Iterator[Element]:
    types = {name: _TYPES.get(type(value), "string") for each in data for name, value in each.items()}
    for name, type_ in types.items():
        yield Element("key", {"id": f"{domain}_{name}", "for": domain, "attr.name": name, "attr.type": type_})


def _add(element: Element, domain: str, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        text = str(value).lower() if isinstance(value, bool) else visible(str(value))
        SubElement(element, "data", key=f"{domain}_{name}").text = text
