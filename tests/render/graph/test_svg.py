"""The picture of what roles share, as a file of its own that any viewer shows."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from drawings import TEXTS, holding
from raci.queries.graph import graph
from raci.render.graph import svg
from raci.render.graph.sharing import shared
from raci.text.visible import one_line

from browser import started
from conftest import PROJECT, graph_of

_SVG = "{http://www.w3.org/2000/svg}"
_EXAMPLES = ["shipped", "pricing", "pmm", "messaging", "kitchen"]


def read(text: str) -> ET.Element:
    """Return a picture as XML."""
    return ET.fromstring(text)  # noqa: S314 - our own output


def titles(text: str) -> list[str]:
    """Return the names of what is drawn, in full: things, then roles."""
    return [group.findtext(f"{_SVG}title") or "" for group in read(text).iter(f"{_SVG}g")]


@pytest.mark.parametrize("text", TEXTS)
def test_what_people_wrote_is_text(text: str) -> None:
    """Work, area and role have this name, and nothing in it becomes an element or an attribute."""
    drawn = svg.render(holding(text))
    parts = list(read(drawn).iter())
    assert {each.tag.removeprefix(_SVG) for each in parts} <= {"svg", "title", "rect", "path", "text", "g"}
    assert not [name for each in parts for name in each.attrib if name.startswith("on") or "href" in name]
    assert {" ".join(each.split()) for each in titles(drawn)} == {one_line(text)}


@pytest.mark.parametrize("name", _EXAMPLES)
def test_it_needs_no_style(name: str) -> None:
    """Each shape has its fill, each line its stroke, each text its place, as attributes; there is no style."""
    drawn = read((PROJECT / "tests/golden/graph" / f"{name}.svg").read_text("utf-8"))
    assert not list(drawn.iter(f"{_SVG}style"))
    for shape in (*drawn.iter(f"{_SVG}rect"), *drawn.iter(f"{_SVG}path")):
        assert shape.get("fill") in {"#fff", "#f4f6f9", "none"}
    assert all(line.get("stroke") for line in drawn.iter(f"{_SVG}path"))
    assert all(text.get("text-anchor") == "middle" and text.get("fill") for text in drawn.iter(f"{_SVG}text"))


def test_a_browser_shows_it(tmp_path: Path) -> None:
    """It is a picture of its size, whose texts lie inside their boxes, and it asks for nothing."""
    file = tmp_path / "shipped.svg"
    file.write_text((PROJECT / "tests/golden/graph/shipped.svg").read_text("utf-8"), encoding="utf-8")
    with started() as chromium, chromium.opened(file) as seen:
        assert (seen.requests, seen.messages) == ([], [])
        outside = seen.page.evaluate(
            """() => [...document.querySelectorAll('g')].flatMap((group) => {
                const box = group.querySelector('rect').getBBox();
                return [...group.querySelectorAll('text')].map((text) => text.getBBox())
                    .filter((text) => text.x < box.x || text.x + text.width > box.x + box.width);
            }).length"""
        )
        assert outside == 0


def test_what_is_shared_is_told_by_the_status_of_the_work() -> None:
    """The words are those of the matrix: contested, unowned, owned, settled, the worst first; areas are open."""
    found = shared(
        graph(
            graph_of(
                """
                version: 1
                roles:
                  cook:
                    name: Cook
                    responsibilities:
                      - {name: Alone}
                      - {name: Budget, letters: A}
                      - {name: Menu}
                      - {name: Orders, letters: R}
                      - {name: Wine}
                  buyer:
                    name: Buyer
                    responsibilities: [{name: Budget, letters: R}, {name: Menu}, {name: Wine}]
                overlaps:
                  taste: {name: Taste, sides: {cook: The palate., buyer: The purse.}, tension: Both taste.}
                  wine: {name: Wine, work: [Wine], agreement: {accountable: buyer, because: It is so.}}
                """
            )
        )
    )
    assert [(each.name, each.status, each.note) for each in found] == [
        ("Menu", "contested", "contested"),
        ("Taste", "open", "area, open"),
        ("Orders", "unowned", "unowned"),
        ("Budget", "owned", "owned: Cook is accountable"),
        ("Wine", "settled", "settled: Buyer is accountable"),
    ]


def test_nothing_shared_is_said() -> None:
    """A register of one role is a picture with a sentence."""
    one = graph_of("version: 1\nroles: {one: {name: One, responsibilities: [{name: Work}]}}\n")
    assert [each.text for each in read(svg.render(graph(one))).iter(f"{_SVG}text")] == [
        "The roles share nothing here."
    ]


def test_more_than_can_be_told_apart_is_counted() -> None:
    """Of much that is shared the worst is drawn, and the rest is a number."""
    work = ", ".join(f"{{name: Work {number}}}" for number in range(30))
    roles = ", ".join(f"{name}: {{name: {name}, responsibilities: [{work}]}}" for name in ("one", "two"))
    drawn = svg.render(graph(graph_of(f"version: 1\nroles: {{{roles}}}\n")))
    assert len(titles(drawn)) == svg.ROOM + 2
    assert "and 6 more" in drawn
