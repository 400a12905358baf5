"""Graphs to be drawn: small ones, and one with a text in every place that takes text of the files."""

from __future__ import annotations

from nasty import NASTY
from raci.graph.node_link import EdgeData, NodeData
from raci.graph.nodes import EdgeKind, NodeKind
from raci.queries.graph import Graph, GraphRecord

# What means something to Mermaid, to its Markdown, to DOT or to XML, beside what does so everywhere.
TEXTS = (
    *NASTY,
    "end",
    "subgraph x",
    "style a:#quot;b;",
    "classDef x:#35;y;z",
    'click n1 href "javascript:alert(1)"',
    '"]; n9 --> n1; n1["',
    '%%{init: {"theme":"dark"}}%%',
    "%% x",
    "#quot; #35; #lt;b#gt;",
    "&quot; &#38;lt; &amp;amp;",
    "$$x^2$$",
    "fa:fa-car",
    "www.evil.example",
    "1. x",
    "# x",
    "a\\nb \\N \\G \\L",
    "ends in \\",
    '\\"',
    '"`**x**`"',
    "n1@{ shape: rect }",
    ":::x",
    "a --> b --- c -.- d ~~~ e",
    "{{x}} [[x]] ((x)) [/x/] >x]",
    "|x|",
    "<br/>a<br>b",
    "]]> <![CDATA[x]]>",
    "__proto__",
    "Go-To-Market, etc. (R&D) / it's A/B",
    "Größe ﬂ ° ¶ ß é 漢字 かな",
    "\U0001f600 \U0001f469\u200d\U0001f469\u200d\U0001f467 \U0001f1e9\U0001f1ea",
    "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
    "\ufffe\uffff",
    "x" * 300,
    "word " * 60,
)


def holding(*texts: str) -> Graph:
    """Return a graph with each text as the name of a role, of work in an area of that name, of an overlap."""
    nodes: list[NodeData] = []
    edges: list[EdgeData] = []
    for number, text in enumerate(texts):
        role, work, overlap = (f"{sort}:{number}" for sort in ("role", "work", "overlap"))
        nodes += [
            NodeData(id=role, kind=NodeKind.ROLE, name=text, contact=text),
            NodeData(id=work, kind=NodeKind.DELIVERABLE, name=text, status="contested", area=text),
            NodeData(id=overlap, kind=NodeKind.OVERLAP, name=text, status="open"),
            NodeData(id=f"person:{text}", kind=NodeKind.PERSON, name=text),
        ]
        edges += [
            EdgeData(source=role, target=work, key=EdgeKind.HOLDS, letters="AR", part="accountable"),
            EdgeData(source=overlap, target=work, key=EdgeKind.COVERS),
            EdgeData(source=role, target=overlap, key=EdgeKind.SIDE_OF, view=text),
        ]
    words = {"A": "accountable", "R": "responsible"}
    return Graph(
        directed=True,
        multigraph=True,
        graph=GraphRecord("raci"),
        focus=None,
        letters=words,
        nodes=tuple(nodes),
        edges=tuple(edges),
    )
