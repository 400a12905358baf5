"""All formats: each answer comes in each of them, and each loads no more than it needs."""

from __future__ import annotations

import csv
import subprocess
import sys
from dataclasses import dataclass
from functools import partial
from io import StringIO
from pathlib import Path

import pytest
from nasty import NASTY, holding
from raci.model.field_types import Record
from raci.render import html, markdown, text
from raci.render.forms import FORMS, Form, Shown, named
from raci.render.graph.forms import FORMS as GRAPH_FORMS
from raci.text.visible import HIDDEN
from raci.views.document import Column, Document, Fact, Grid, Group, MadeRows, Section, Snippet, Table

from conftest import FORMATS, Golden, RunRaci, write_files


@dataclass(frozen=True)
class Answer(Record):
    """An answer with a value of every kind."""

    name: str
    score: float
    count: int | None
    sure: bool
    with_: dict[str, tuple[str, ...]]
    parts: tuple[Answer, ...] = ()


EMPTY = Answer("Nothing", 0.0, None, sure=False, with_={})
ANSWER = Answer("Menu", 0.5, 2, sure=True, with_={"cook": ("A", "R"), "guest": ()}, parts=(EMPTY,))
EVERYTHING = Document(
    title="A document with everything: Menu is contested.",
    sections=(
        Section(
            "Facts",
            "menu.yaml:3",
            facts=(
                Fact("One line", ("Head Cook is accountable.",)),
                Fact(
                    "Several",
                    ("One thing.", "And another, which is said at such a length that a terminal wraps it."),
                ),
                Fact("", ("A fact that goes with the one before.",)),
            ),
        ),
        Section("Facts without a label", facts=(Fact("", ("Menu; Wine List",)),)),
        Section(
            "A grid",
            "work down, roles across",
            grid=Grid(
                columns=(
                    Column("Work"),
                    Column("HC", "Head Cook", spare=True, marks=True),
                    Column("BU", "Buyer", spare=True, marks=True),
                    Column("Pieces", number=True),
                    Column("Status"),
                ),
                groups=(
                    Group(
                        "Kitchen",
                        (("Menu", "A!", "A!", "2", "CONTESTED"), ("Order List", "", "AR", "12", "")),
                    ),
                    Group("", MadeRows(1, lambda: iter([("Wine List", "I", "", "1", "")]))),
                ),
                more="Add --role cook for that role alone.",
                instead="Accountable",
                instead_of=("Head Cook, Buyer", "Buyer", ""),
                striking=frozenset({"CONTESTED", "A!"}),
                strong=frozenset({"A!", "AR"}),
            ),
        ),
        Section(
            "Text to copy",
            snippets=(
                Snippet("To settle it, add an agreement (menu.yaml:3):", "agreement:\n  accountable: cook\n"),
                Snippet("", "produces: [Menu]"),
            ),
            prose=("A paragraph to end it.", "And one more."),
        ),
    ),
    notes=("What can be asked next.", "And what else."),
    records=Table(
        ("work", "name", "roles"), (("menu", "Menu, or Card", "cook; buyer"), ("wine", '"Wine"', ""))
    ),
)
SHORT = Document("Nobody: nothing here answers to that.")


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_everything_in_each_form(form: Form[Shown[Answer]], golden: Golden) -> None:
    """A document with all that one can have, and one with next to nothing; byte for byte."""
    ending = form.suffixes[0] if form.suffixes else ".txt"
    golden(form.render(Shown(ANSWER, lambda: EVERYTHING)), "formats", f"everything{ending}")
    golden(form.render(Shown(EMPTY, lambda: SHORT)), "formats", f"short{ending}")


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_no_form_lets_through_what_acts(form: Form[Shown[Answer]]) -> None:
    """Whatever a text holds: only line ends and the tabs between cells are left of what is not shown."""
    for nasty in NASTY:
        answer = Answer(nasty, 0.0, None, sure=True, with_={nasty: (nasty,)})
        rendered = form.render(Shown(answer, partial(holding, nasty)))
        assert not HIDDEN.search(rendered.replace("\t", ""))


def test_everything_on_a_terminal(golden: Golden) -> None:
    """It is wrapped at 30 columns, and the grid leaves out what has no room."""
    shown = Shown(ANSWER, lambda: EVERYTHING, width=30)
    golden(named("text", FORMS).render(shown), "formats", "everything-30.txt")


def test_no_two_forms_have_a_name_or_a_suffix_in_common() -> None:
    """Each is one form's."""
    for forms in (FORMS, GRAPH_FORMS):
        names = [*(form.name for form in forms), *(each for form in forms for each in form.suffixes)]
        assert len(set(names)) == len(names)


@pytest.mark.parametrize("format_", FORMATS)
def test_a_file_holds_what_is_printed(format_: str, raci: RunRaci, in_folder: Path) -> None:
    """Each format has its renderer; the name of the file does not choose it."""
    printed = raci("who-owns", "pricing", "--format", format_)
    assert (printed.code, printed.out[-1]) == (0, "\n")
    assert raci("who-owns", "pricing", "--format", format_, "-o", "page.html").out == ""
    mark = named(format_, FORMS).mark
    assert (in_folder / "page.html").read_text("utf-8") == mark + printed.out


def test_the_records_are_all_matches(raci: RunRaci, in_folder: Path) -> None:
    """Roles by name, in the order of the text; the places of all claims."""
    text = """
        version: 1
        roles:
          cook: {name: Head Cook, responsibilities: [{name: Menu, area: Kitchen, with: {guest: I}}]}
          buyer: {name: "=Buyer", deliverables: [{name: Menu}, {name: Menu Cards}]}
          guest: {name: Guest}
    """
    write_files(in_folder, {"team.yaml": text})
    out = raci("who-owns", "menu", "--data", "team.yaml", "--format", "csv").out
    first, second = csv.DictReader(StringIO(out))
    assert first == {
        "work": "menu",
        "name": "Menu",
        "kind": "deliverable",
        "area": "Kitchen",
        "status": "contested",
        "accountable": "'=Buyer; Head Cook",
        "responsible": "'=Buyer; Head Cook",
        "consulted": "",
        "informed": "Guest",
        "score": "1.0",
        "matched": "menu",
        "claims": "team.yaml:5; team.yaml:4",
    }
    assert (second["work"], second["area"], second["status"]) == ("menu-cards", "", "owned")


def test_no_match_is_a_header_and_no_record(raci: RunRaci, in_folder: Path) -> None:
    """A script finds the same columns whatever the answer is."""
    ran = raci("who-owns", "bicycle repair", "--format", "csv")
    assert ran.code == 1
    header = raci("who-owns", "pricing", "--format", "csv").out.splitlines()[0]
    assert ran.out == f"{header}\n"


@pytest.mark.parametrize("format_", FORMATS)
def test_a_format_loads_no_others(format_: str) -> None:
    """Templates are for HTML, wrapping is for terminals."""
    code = (
        "import sys; from raci.cli.app import main;"
        f"main(['who-owns', 'pricing', '-q', '--format', '{format_}']);"
        "sys.stderr.write(' '.join({'jinja2', 'rich'}.intersection(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert ran.stderr == ("jinja2" if format_ == "html" else "")


def test_a_section_may_end_in_paragraphs() -> None:
    """They follow the text to copy, which needs no lead; what looks like syntax in them is text."""
    section = Section("Example", snippets=(Snippet("", "a: 1"),), prose=("Or *so*.", "<b>"))
    document = Document("Page", (section,))
    assert text.render(document) == "Page\n\nExample\n\n      a: 1\n\n  Or *so*.\n\n  <b>\n"
    styled = text.render(document, width=20)
    assert styled == text.render(document)
    assert markdown.render(document) == (
        "# Page\n\n## Example\n\n```yaml\na: 1\n```\n\nOr \\*so\\*.\n\n&lt;b>\n"
    )
    page = html.render(document)
    assert (
        "<h2>Example</h2>\n<pre><code>a: 1\n</code></pre>\n<p>Or *so*.</p>\n<p>&lt;b&gt;</p>\n</section>"
        in page
    )
