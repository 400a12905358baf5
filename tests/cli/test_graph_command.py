"""raci graph, as its users run it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import networkx as nx
import pytest
import raci as library
from raci.graph.nodes import EdgeKind, NodeKind
from raci.queries import focus
from raci.queries import graph as query
from raci.queries.drawing import drawn
from raci.render.graph import dot, mermaid
from raci.render.graph.forms import FORMS
from raci.views import graph as view

from conftest import (
    FORMATS,
    PROJECT,
    WORDS_AND_RECORDS,
    Golden,
    RunRaci,
    graph_of,
    write_files,
)

SCHEMA: dict[str, Any] = json.loads((PROJECT / "docs/json/graph.schema.json").read_text("utf-8"))
GRAPH_FORMATS = [form.name for form in FORMS]
DRAWINGS = [each for each in GRAPH_FORMATS if each not in FORMATS]
ENDINGS = [
    *WORDS_AND_RECORDS,
    *((form.name, form.suffixes[0][1:]) for form in FORMS if form.name in DRAWINGS),
]

# Contested, unowned, unowned on purpose and settled work; an overlap without work in common with its sides.
KITCHEN = """
    version: 1
    roles:
      chef:
        name: Head Chef
        aliases: [the boss]
        reports_to: owner
        responsibilities:
          - {name: Menu Planning, area: Kitchen, produces: [Menu]}
          - {name: Tasting, letters: R, with: {guest: C}}
        deliverables:
          - {name: Menu, area: Kitchen, with: {guest: I}}
          - {name: Recipe Book, area: Kitchen}
      buyer:
        name: Buyer
        reports_to: owner
        deliverables: [{name: Menu, area: Kitchen}, {name: Order List}, {name: Recipe Book}]
      waiter: {name: Waiter, responsibilities: [{name: Table Service, letters: A}]}
      guest: {name: Guest}
      owner: {name: Owner}
      porter: {name: Porter}
    unowned:
      - {name: Car Park, because: The landlord sees to it.}
    overlaps:
      taste:
        name: Taste and price
        sides: {chef: The palate., buyer: The purse.}
        tension: Both taste.
        work: [Tasting, Order List]
      book:
        name: Book
        work: [Recipe Book]
        sides: {chef: It cooks., waiter: It serves.}
        agreement: {accountable: chef, because: It is so.}
"""


def asked(raci: RunRaci, *arguments: str) -> dict[str, Any]:
    """Return the JSON of an answer."""
    found: dict[str, Any] = json.loads(raci("graph", "--format", "json", *arguments).out)
    return found


def keys(answer: query.Graph) -> set[str]:
    """Return the keys of an answer's nodes."""
    return {node.key for node in drawn(answer).nodes}


# What it looks like


@pytest.mark.parametrize(("format_", "ending"), ENDINGS)
@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("shipped", ()),
        ("pricing", ("--focus", "pricing")),
        ("pmm", ("--focus", "PMM")),
        ("messaging", ("--focus", "Messaging, Positioning, and Branding")),
    ],
)
def test_the_shipped_data_in_each_format(
    name: str,
    arguments: tuple[str, ...],
    format_: str,
    ending: str,
    raci: RunRaci,
    in_folder: Path,
    golden: Golden,
) -> None:
    """The whole graph, and that around work, a role and an overlap, byte for byte."""
    ran = raci("graph", "--full", "--format", format_, *arguments)
    assert ran.code == 0
    golden(ran.out, "graph", f"{name}.{ending}")


def test_the_first_screen(
    raci: RunRaci, in_folder: Path, golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The roles and where they meet fit a screen; a register with many roles counts those that do not."""
    golden(raci("graph").out, "graph", "first.txt")
    monkeypatch.setattr("raci.cli.answering.width", lambda _: 80)
    ran = raci("graph")
    assert len(ran.out.splitlines()) + -(-len(ran.err) // 80) <= 24
    roles = "".join(f"  r{n}: {{name: Role {n}, deliverables: [{{name: Paper {n}}}]}}\n" for n in range(30))
    write_files(in_folder, {"r.yaml": f"version: 1\nroles:\n{roles}"})
    many = raci("graph", "--data", "r.yaml").out
    assert "21 more roles with --full" in " ".join(many.split())
    assert len(many.splitlines()) <= 24


@pytest.mark.parametrize(("format_", "ending"), ENDINGS)
def test_a_kitchen_with_every_status(
    format_: str, ending: str, raci: RunRaci, in_folder: Path, golden: Golden
) -> None:
    """Contested and unowned work, open and settled overlaps, roles that nothing is joined to."""
    write_files(in_folder, {"kitchen.yaml": KITCHEN})
    ran = raci("graph", "--full", "--data", ".", "--format", format_)
    assert (ran.code, ran.err) == (0, "")
    golden(ran.out, "graph", f"kitchen.{ending}")


@pytest.mark.parametrize("name", ["", "pricing", "PMM"])
def test_the_shipped_data_on_a_terminal(
    name: str, raci: RunRaci, in_folder: Path, golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a person reads on 80 columns: no line runs over the edge."""
    monkeypatch.setattr("raci.cli.answering.width", lambda _: 80)
    out = raci("graph", "--full", *(("--focus", name) if name else ())).out
    assert max(map(len, out.splitlines())) <= 80
    golden(out, "graph", f"{name.lower() or 'shipped'}-80.txt")


def test_colors_are_for_terminals(raci: RunRaci, in_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With them the words are the same."""
    plain = raci("graph").out
    assert "\x1b" not in plain
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in raci("graph").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert raci("graph").out == plain


# The JSON


@pytest.mark.parametrize(
    "arguments", [(), ("--focus", "roadmap"), ("--focus", "PMM"), ("--data", "kitchen.yaml")]
)
def test_the_json_keeps_to_its_schema(arguments: tuple[str, ...], raci: RunRaci, in_folder: Path) -> None:
    """Every answer validates, and its edges join nodes that are there."""
    write_files(in_folder, {"kitchen.yaml": KITCHEN})
    answer = asked(raci, *arguments)
    jsonschema.Draft7Validator(SCHEMA).validate(answer)
    there = [node["id"] for node in answer["nodes"]]
    assert len(there) == len(set(there))
    assert {end for edge in answer["edges"] for end in (edge["source"], edge["target"])} <= set(there)


@pytest.mark.parametrize("data", ["kitchen.yaml", str(PROJECT / "data")])
def test_networkx_reads_the_json_back(data: str, raci: RunRaci, in_folder: Path) -> None:
    """As the very graph that the library gives, node by node and edge by edge."""
    write_files(in_folder, {"kitchen.yaml": KITCHEN})
    read = nx.node_link_graph(asked(raci, "--data", data), edges="edges")
    assert nx.utils.graphs_equal(read, library.to_networkx(library.load(data)))


def test_every_form_of_other_answers_is_one_of_a_graph() -> None:
    """Beside those that draw it."""
    assert set(FORMATS) < set(GRAPH_FORMATS)


# What is in it


def test_the_whole_graph_has_all_that_was_written() -> None:
    """Every role, piece of work and overlap is a node, also those that nothing is joined to."""
    graph = graph_of(KITCHEN)
    register, answer = graph.register, query.graph(graph)
    assert len(answer.nodes) == len(register.roles) + len(register.work) + len(register.overlaps)
    assert answer.focus is None
    assert not any(node.focused for node in drawn(answer).nodes)


def test_letters_are_the_effective_ones() -> None:
    """What an agreement gives and takes counts, and the strongest letter says which part it is."""
    answer = query.graph(graph_of(KITCHEN))
    held = {(edge.from_, edge.to): (edge.letters, edge.part) for edge in drawn(answer).edges if edge.part}
    assert held["role:chef", "work:recipe-book"] == ("AR", "accountable")
    assert held["role:buyer", "work:recipe-book"] == ("R", "responsible")
    assert held["role:guest", "work:menu"] == ("I", "informed")


def test_around_a_role() -> None:
    """Its work, who else claims some of it, the overlaps it is a side of, its superior; not who only hears."""
    answer = query.graph(graph_of(KITCHEN), "the boss")
    assert keys(answer) == {
        "role:chef", "role:buyer", "role:owner", "work:menu", "work:menu-planning", "work:recipe-book",
        "work:tasting", "overlap:taste", "overlap:book",
    }  # fmt: skip
    assert [node.key for node in drawn(answer).nodes if node.focused] == ["role:chef"]


def test_around_a_superior() -> None:
    """Who reports to it."""
    assert keys(query.graph(graph_of(KITCHEN), "owner")) == {"role:owner", "role:chef", "role:buyer"}


def test_around_a_piece_of_work() -> None:
    """All roles on it, what produces it, and what it produces."""
    graph = graph_of(KITCHEN)
    assert keys(query.graph(graph, "Menu")) == {
        "work:menu", "work:menu-planning", "role:chef", "role:buyer", "role:guest",
    }  # fmt: skip
    assert keys(query.graph(graph, "menu planning")) >= {"work:menu", "work:menu-planning"}
    assert keys(query.graph(graph, "Recipe Book")) >= {"overlap:book"}


def test_around_an_overlap() -> None:
    """Its sides, the work it covers, and all roles on that."""
    assert keys(query.graph(graph_of(KITCHEN), "Taste and price")) == {
        "overlap:taste", "role:chef", "role:buyer", "role:guest", "work:tasting", "work:order-list",
    }  # fmt: skip


def test_a_side_without_letters_is_around_its_overlap() -> None:
    """Its view is told, whether or not it has a part in the work."""
    assert "role:waiter" in keys(query.graph(graph_of(KITCHEN), "book"))


def test_around_an_area() -> None:
    """All work in it."""
    answer = query.graph(graph_of(KITCHEN), "kitchen")
    assert answer.focus == focus.FocusRecord(
        "kitchen", ("work:menu", "work:recipe-book", "work:menu-planning")
    )
    assert view.graph(answer).title.startswith(
        "Around Menu, Recipe Book and Menu Planning: 3 roles, 3 pieces"
    )


def test_many_pieces_of_work_are_counted_in_the_title(raci: RunRaci, in_folder: Path) -> None:
    """A list of seven names is no title."""
    out = raci("graph", "--focus", "product strategy").out
    assert out.startswith('Around 7 pieces of work that answer to "product strategy": 2 roles, ')


def test_the_records_are_the_connections() -> None:
    """A spreadsheet has a row for each, with names."""
    rows = view.graph(query.graph(graph_of(KITCHEN), "Menu")).records.rows
    assert ("Head Chef", "role", "holds", "AR", "Menu", "deliverable") in rows
    assert ("Menu Planning", "responsibility", "produces", "", "Menu", "deliverable") in rows


@pytest.mark.parametrize("form", ["mermaid", "dot"])
def test_an_area_is_one_frame_however_it_is_spelt(form: str, raci: RunRaci, in_folder: Path) -> None:
    """The matrix has it once as well, by the same spelling."""
    text = """
        version: 1
        roles:
          a:
            name: Ann
            deliverables: [{name: A, area: go to market}, {name: B, area: Go-To-Market}, {name: C, area: Hall}]
    """
    write_files(in_folder, {"r.yaml": text})
    out = raci("graph", "--data", "r.yaml", "--format", form).out
    assert [out.count(area) for area in ("Go-To-Market", "go to market", "Hall")] == [1, 0, 1]


def test_unowned_on_purpose_is_told_in_a_drawing() -> None:
    """In words, by its border and in the legend; where a drawing is about it, it keeps its border."""
    graph = graph_of(KITCHEN)
    for render, border in (
        (mermaid.render, "  class n1 nobodys\n  class n1 focus\n"),
        (dot.render, "dotted"),
    ):
        drawing = render(query.graph(graph, "Car Park"))
        assert "(unowned on purpose)" in drawing
        assert "dotted border: unowned on purpose" in drawing
        assert border in drawing
        assert "on purpose" not in render(query.graph(graph, "Menu"))


# What cannot be answered


@pytest.mark.parametrize(
    ("asked_for", "hint"),
    [
        ("Head Chief", 'Did you mean "Head Chef"?'),
        ("zzz", "raci role lists the roles, raci matrix the work.\n"),
        ("", "raci role lists the roles, raci matrix the work.\n"),
    ],
)
def test_an_unknown_focus_is_an_error(asked_for: str, hint: str, raci: RunRaci, in_folder: Path) -> None:
    """It names what may have been meant, and no graph of something else is shown."""
    write_files(in_folder, {"kitchen.yaml": KITCHEN})
    ran = raci("graph", "--data", ".", "--focus", asked_for)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f'raci: "{asked_for}" is no known role, piece of work or overlap. {hint}')


def test_words_that_much_work_has_are_no_focus(raci: RunRaci, in_folder: Path) -> None:
    """Half of the register is not what lies around something."""
    ran = raci("graph", "--quiet", "--focus", "Head of Marketin")
    assert ran.code == 2
    assert ran.err.startswith('raci: "Head of Marketin" is no known role, piece of work or overlap. ')


def test_an_empty_register_is_an_empty_graph() -> None:
    """It is said in a sentence, and a focus has nothing to suggest."""
    graph = graph_of("version: 1\nroles: {}\n")
    assert view.graph(query.graph(graph)).title == "Nothing, with 0 connections."
    with pytest.raises(focus.UnknownFocus, match=r'^"x" is no known role, piece of work or overlap\.$'):
        query.graph(graph, "x")


def test_what_mermaid_would_refuse_is_an_error_with_the_numbers(raci: RunRaci, in_folder: Path) -> None:
    """And with the ways out; the other formats have no such limit."""
    listed = ", ".join(f"{{name: Work {number}}}" for number in range(501))
    text = f"version: 1\nroles: {{one: {{name: One, responsibilities: [{listed}]}}, two: {{name: Two}}}}\n"
    write_files(in_folder, {"large.yaml": text})
    ran = raci("graph", "--data", ".", "--format", "mermaid")
    assert (ran.code, ran.out) == (2, "")
    assert "501 lines between nodes" in ran.err
    assert "at most 500 and 50,000" in ran.err
    assert all(way in ran.err for way in ("--focus", "--format dot", "--format graphml"))
    for form in ("text", "json", "dot", "graphml"):
        assert raci("graph", "--data", ".", "--format", form).code == 0
    assert raci("graph", "--data", ".", "--format", "mermaid", "--focus", "work 7").code == 0


# Hostile texts, and the same bytes

HOSTILE = r'"a\e[31mb\u202Ec [bold]d[/x] <script>alert(1)</script>\n=cmd \\\" ]; n1 --> n2"'


@pytest.mark.parametrize("format_", GRAPH_FORMATS)
def test_hostile_names_come_through_as_text(format_: str, raci: RunRaci, in_folder: Path) -> None:
    """Escapes are shown and not sent; a line of a drawing holds one node, whatever its name says."""
    text = f"""
        version: 1
        roles:
          r: {{name: {HOSTILE}, deliverables: [{{name: {HOSTILE}, area: {HOSTILE}}}]}}
          s: {{name: S}}
        overlaps:
          o: {{name: {HOSTILE}, work: [{HOSTILE}], tension: {HOSTILE}, sides: {{r: {HOSTILE}, s: {HOSTILE}}}}}
    """
    write_files(in_folder, {"x.yaml": text})
    for options in ((), ("--color", "always"), ("--focus", "r")):
        ran = raci("graph", "--data", "x.yaml", "--format", format_, *options)
        assert ran.code == 0
        assert "\x1b[31mb" not in ran.out
        assert "\u202e" not in ran.out
    if format_ == "graphml":
        names = [each.text for each in ET.fromstring(ran.out).iter() if each.get("key") == "node_label"]  # noqa: S314
        assert sum("<script>" in (name or "") for name in names) == 3
    elif format_ in {"mermaid", "dot"}:
        lines = [line.strip() for line in ran.out.splitlines()]
        assert sum(line.startswith(("n1[", "n1(", "n1 [")) for line in lines) == 1
        assert not [line for line in lines if line.startswith("=cmd")]


@pytest.mark.parametrize("value", [*DRAWINGS, *NodeKind, *EdgeKind])
def test_every_drawing_and_kind_is_documented(value: str) -> None:
    """Each has its row in a table of the page."""
    assert f"\n| `{value}` |" in (PROJECT / "docs/graph.md").read_text("utf-8")


def test_the_picture_in_the_page_is_what_raci_draws() -> None:
    """The page shows it with Mermaid, not as an example that is run."""
    page = (PROJECT / "docs/graph.md").read_text("utf-8")
    drawing = (PROJECT / "tests/golden/graph/pricing.mmd").read_text("utf-8")
    assert f"\n```mermaid\n{drawing}```\n" in page
