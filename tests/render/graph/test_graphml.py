"""GraphML, as networkx reads it."""

from __future__ import annotations

from io import BytesIO

import networkx as nx
import pytest
from drawings import TEXTS, holding
from raci.queries.graph import graph
from raci.render.graph import graphml
from raci.text.visible import visible

from conftest import PROJECT, graph_of


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
    assert read.nodes["n1"] == {
        "key": "role:cook",
        "kind": "role",
        "id": "cook",
        "label": "Cook",
        "focused": False,
    }
    assert read.nodes["n2"] == {
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


@pytest.mark.parametrize("name", ["shipped", "pricing", "pmm", "messaging", "kitchen"])
def test_every_example_can_be_read(name: str) -> None:
    """As many nodes and edges as the file has."""
    file = PROJECT / "tests/golden/graph" / f"{name}.graphml"
    read, text = nx.read_graphml(file), file.read_text("utf-8")
    assert (len(read), read.number_of_edges()) == (text.count("<node "), text.count("<edge "))
