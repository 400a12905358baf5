"""Mermaid, as the real one draws it in Chromium."""

from __future__ import annotations

import os
import random
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from drawings import TEXTS, holding
from raci.errors import TooLarge
from raci.queries.graph import Graph
from raci.render.graph import mermaid
from raci.text.names import fold
from raci.text.visible import one_line

from browser import Seen, started
from conftest import PROJECT

_DRAW = """async ([text, level]) => {
    mermaid.initialize({startOnLoad: false, securityLevel: level});
    document.body.innerHTML = (await mermaid.render("drawing", text)).svg;
}"""
_LABELS = """() => [...document.querySelectorAll("g.node, g.cluster")].map(
    each => [each.id, each.querySelector("foreignObject").textContent])"""
_ELEMENTS = (
    """() => [...new Set([...document.querySelectorAll("foreignObject *")].map(each => each.localName))]"""
)


def script() -> str:
    """Return Mermaid itself, from the file that MERMAID_JS names."""
    path = os.environ.get("MERMAID_JS", "")
    if not path or not Path(path).is_file():
        missing = "MERMAID_JS names no mermaid.min.js"
        if os.environ.get("RACI_TEST_TOOLS") == "required":
            pytest.fail(f"{missing}, and RACI_TEST_TOOLS requires it")
        pytest.skip(missing)
    return Path(path).read_text("utf-8")


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seen]:
    """Open an empty page that has Mermaid, and no network."""
    code = script()
    file = tmp_path_factory.mktemp("mermaid") / "page.html"
    file.write_text("<!doctype html><meta charset=utf-8><title>drawing</title><body></body>", "utf-8")
    with started() as chromium, chromium.opened(file) as seen:
        seen.page.add_script_tag(content=code)
        yield seen


def labels(page: Seen, text: str, level: str = "strict") -> dict[str, str]:
    """Return what stands in the nodes and subgraphs of a drawing, by their ids."""
    page.page.evaluate(_DRAW, [text, level])
    found = page.page.evaluate(_LABELS)
    return {re.sub(r"^(?:drawing-)?(?:flowchart-)?(\w+?)(-\d+)?$", r"\1", id_): label for id_, label in found}


def solid(text: str) -> str:
    """Return a text without white space: where Mermaid breaks a line is its own matter."""
    return "".join(text.split())


def check(page: Seen, graph: Graph, texts: tuple[str, ...], level: str = "strict") -> None:
    """Assert that a drawing shows these texts, each in a role, work, an area and an overlap."""
    found = {id_: solid(label) for id_, label in labels(page, mermaid.render(graph), level).items()}
    wanted: dict[str, str] = {}
    for number, text in enumerate(map(solid, map(one_line, texts))):
        wanted |= {f"n{3 * number + 1}": text, f"n{3 * number + 2}": f"{text}(contested)"}
        wanted |= {f"n{3 * number + 3}": f"{text}(open)"}
    assert {id_: label for id_, label in found.items() if id_.startswith("n")} == wanted
    areas = [label for id_, label in found.items() if id_.startswith("a")]
    spelt = {fold(text): text for text in sorted(set(texts), reverse=True)}
    assert sorted(areas) == sorted(solid(one_line(text)) for text in spelt.values())
    assert set(page.page.evaluate(_ELEMENTS)) <= {"div", "span", "p", "br"}
    assert (page.requests, page.messages) == ([], [])


@pytest.mark.parametrize("level", ["strict", "loose"])
def test_what_mermaid_shows_is_what_people_wrote(level: str, page: Seen) -> None:
    """Nothing ends a label or acts in it, not even where a page lets Mermaid do what it likes."""
    for start in range(0, len(TEXTS), 20):
        texts = TEXTS[start : start + 20]
        check(page, holding(*texts), texts, level)


def test_any_mixture_of_signs_is_shown(page: Seen) -> None:
    """Signs in each other's company mean no more than alone."""
    choose = random.Random(6)  # noqa: S311 - the same texts in every run
    signs = string.punctuation + "  aZ19\u00df\ufb02\u00b0\u00b6"
    texts = tuple({f"x{''.join(choose.choices(signs, k=9))}y": None for _ in range(200)})
    for start in range(0, len(texts), 40):
        some = tuple(
            each for each in texts[start : start + 40] if not re.search("\ufb02\u00b0|\u00b6\u00df", each)
        )
        check(page, holding(*some), some)


def test_mermaids_own_marks_are_shown_as_escapes(page: Seen) -> None:
    """It would take them for entity codes wherever they stand: this is all that is not shown as it is."""
    found = labels(page, mermaid.render(holding("\ufb02\u00b0lt\u00b6\u00df")))
    assert found["n1"] == "\ufb02\\xb0lt\\xb6\u00df"


@pytest.mark.parametrize("name", ["shipped", "pricing", "pmm", "messaging", "kitchen"])
def test_mermaid_draws_every_example(name: str, page: Seen) -> None:
    """With its own limits, and as many nodes and lines as the file has."""
    text = (PROJECT / "tests/golden/graph" / f"{name}.mmd").read_text("utf-8")
    found = labels(page, text)
    assert len(found) == text.count(":::") + text.count("subgraph ")
    lines = page.page.evaluate("() => document.querySelectorAll('path.flowchart-link').length")
    assert lines == len(re.findall(r"^  n\d+ [-=]", text, flags=re.MULTILINE))
    assert page.messages == []


def test_the_limits_are_mermaids_own(page: Seen) -> None:
    """What is just within them is drawn, what is just above is not."""
    limits = page.page.evaluate(
        "() => { const {maxTextSize, maxEdges} = mermaid.mermaidAPI.defaultConfig; return [maxTextSize, maxEdges]; }"
    )
    assert limits == [mermaid.MOST_CHARACTERS, mermaid.MOST_EDGES]


def test_a_drawing_above_the_limit_of_characters_is_refused() -> None:
    """Few nodes with long names are too much as well, and characters are counted as JavaScript does."""
    most = mermaid.MOST_CHARACTERS
    rest = len(mermaid.render(holding("x"))) - 4
    name = "x" * ((most - rest) // 4)
    assert most - 4 < len(mermaid.render(holding(name))) <= most
    with pytest.raises(TooLarge, match=r"2 lines between nodes and 50,00\d characters"):
        mermaid.render(holding(f"{name}xx"))
    with pytest.raises(TooLarge):
        mermaid.render(holding("\U00020000" * (len(name) // 2 + 2)))


def test_an_empty_name_is_no_error(page: Seen) -> None:
    """White space alone is nothing in one line, and Mermaid wants something between quotes."""
    assert labels(page, mermaid.render(holding("\u3000")))["n1"].strip() == ""


def test_plain_names_stay_readable_in_the_source() -> None:
    """What means nothing to Mermaid is not written as a code."""
    for name in ("Go-To-Market, pricing (R) and A/B", "Kundengr\u00f6\u00dfe", "it's"):
        assert mermaid.label(name) == name
