"""DOT, as Graphviz reads it."""

from __future__ import annotations

import json
import subprocess
from xml.etree import ElementTree as ET

import pytest
from drawings import TEXTS, holding
from raci.render.graph import dot
from raci.text.visible import one_line

from browser import tool
from conftest import PROJECT

_SVG = "{http://www.w3.org/2000/svg}"


def drawn(text: str, form: str) -> str:
    """Return what Graphviz makes of a graph; it has nothing to complain about."""
    ran = subprocess.run([tool("dot"), f"-T{form}"], input=text.encode(), capture_output=True, check=True)
    assert ran.stderr == b""
    return ran.stdout.decode()


def labels(svg: str, kind: str) -> dict[str, str]:
    """Return what stands in the nodes or clusters of a picture, by the id of each."""
    found: dict[str, str] = {}
    for group in ET.fromstring(svg).iter(f"{_SVG}g"):  # noqa: S314 - Graphviz made it
        if group.get("class") == kind:
            lines = (each.text or "" for each in group.iter(f"{_SVG}text"))
            found[group.findtext(f"{_SVG}title") or ""] = " ".join(lines).replace("\xa0", " ")
    return found


@pytest.mark.parametrize("text", TEXTS)
def test_what_graphviz_shows_is_what_people_wrote(text: str) -> None:
    """Nothing ends a label or acts in it: role, work, overlap and area have this text, and no more is there."""
    svg = drawn(dot.render(holding(text)), "svg")
    wanted = one_line(text)
    nodes, areas = labels(svg, "node"), labels(svg, "cluster")
    assert nodes == {"n1": wanted, "n2": f"{wanted} (contested)", "n3": f"{wanted} (open)"}
    assert list(areas.values()) == [wanted]
    assert len(labels(svg, "edge")) == 2


@pytest.mark.parametrize("name", ["shipped", "pricing", "pmm", "messaging", "kitchen"])
def test_graphviz_draws_every_example(name: str) -> None:
    """As many nodes and lines as the file has, and no warning."""
    text = (PROJECT / "tests/golden/graph" / f"{name}.dot").read_text("utf-8")
    read = json.loads(drawn(text, "json"))
    nodes = [each for each in read["objects"] if not each["name"].startswith("cluster")]
    assert len(nodes) == text.count(" shape=")
    assert len(read["edges"]) == text.count(" -> ")


def test_ids_are_made_up() -> None:
    """No part of a name is outside of quotes."""
    for line in dot.render(holding("word")).splitlines():
        outside = line.split('"')[::2]
        assert "word" not in "".join(outside)
