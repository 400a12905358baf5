"""GraphML, as networkx reads it."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from io import BytesIO
from itertools import pairwise
from typing import Any

import networkx as nx
import pytest
from drawings import TEXTS, holding
from raci.queries.graph import graph
from raci.render.graph import graphml
from raci.text.visible import visible

from conftest import PROJECT, graph_of


def without_graphics(data: dict[str, Any]) -> dict[str, Any]:
    """Return what a node says, without what networkx takes from the drawing of it."""
    return {name: value for name, value in data.items() if name not in {"x", "y", "shape_type"}}


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_read_is_what_people_wrote(text: str) -> None:
    """Names, ids and areas come back as they are, but for what XML cannot hold."""
    read = nx.read_graphml(BytesIO(graphml.render(holding(text)).encode()))
    assert set(read) == {"n1", "n2", "n3", "n4"}
    assert {node["label"] for _, node in read.nodes(data=True)} == {visible(text)}
    assert read.nodes["n1"]["contact"] == read.nodes["n2"]["area"] == read.nodes["n4"]["id"] == visible(text)
    assert read.edges["n1", "n3"]["view"] == visible(text)


def test_all_is_there() -> None:
    """Kinds, status and letters are attributes; what is not known is left out."""
    text = """
        version: 1
        roles:
          cook: {name: Cook, reports_to: owner, responsibilities: [{name: Menu, letters: A, area: Food}]}
          owner: {name: Owner}
    """
    read = nx.read_graphml(BytesIO(graphml.render(graph(graph_of(text), "menu")).encode()))
    told = {node: without_graphics(data) for node, data in read.nodes(data=True)}
    assert told["n1"] == {
        "key": "role:cook",
        "kind": "role",
        "id": "cook",
        "label": "Cook",
        "focused": False,
    }
    assert told["n2"] == {
        "key": "work:menu",
        "kind": "responsibility",
        "id": "menu",
        "label": "Menu",
        "status": "owned",
        "area": "Food",
        "focused": True,
    }
    claims, holds = (edge for _, _, edge in read.edges(data=True))
    assert claims == {"kind": "claims", "label": "A", "letters": "A", "file": "a.yaml", "line": 4}
    assert holds == {"kind": "holds", "label": "A", "letters": "A", "part": "accountable"}


def test_yed_shows_each_name_in_a_box_of_its_own() -> None:
    """Boxes have names, fills and borders; no two lie on one another, and each is as wide as its name."""
    graphics = "{http://www.yworks.com/xml/graphml}"
    root = ET.fromstring((PROJECT / "tests/golden/graph/shipped.graphml").read_bytes())  # noqa: S314 - our own
    keys = {key.get("yfiles.type") for key in root.iter() if key.get("yfiles.type")}
    assert keys == {"nodegraphics", "edgegraphics"}
    boxes = list(root.iter(f"{graphics}ShapeNode"))
    labels = [box.findtext(f"{graphics}NodeLabel") or "" for box in boxes]
    assert len(boxes) == len(list(root.iter("{http://graphml.graphdrawing.org/xmlns}node")))
    assert all(labels)
    places: dict[float, list[tuple[float, float, float]]] = {}
    for box, label in zip(boxes, labels, strict=True):
        geometry = box.find(f"{graphics}Geometry")
        assert geometry is not None
        x, y, width, height = (float(geometry.get(name, "")) for name in ("x", "y", "width", "height"))
        assert width > 6 * len(label)
        places.setdefault(x, []).append((y, y + height, width))
    columns = sorted((x, x + max(width for _, _, width in held)) for x, held in places.items())
    assert all(right < left for (_, right), (left, _) in pairwise(columns))
    for held in places.values():
        assert all(bottom < top for (_, bottom, _), (top, _, _) in pairwise(sorted(held)))


@pytest.mark.parametrize("name", ["shipped", "pricing", "pmm", "messaging", "kitchen"])
def test_every_example_can_be_read(name: str) -> None:
    """As many nodes and edges as the file has."""
    file = PROJECT / "tests/golden/graph" / f"{name}.graphml"
    read, text = nx.read_graphml(file), file.read_text("utf-8")
    assert (len(read), read.number_of_edges()) == (text.count("<node "), text.count("<edge "))
