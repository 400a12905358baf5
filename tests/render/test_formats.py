"""All formats: each answer comes in each of them, and each loads no more than it needs."""

from __future__ import annotations

import csv
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from raci.cli.options import Format
from raci.render import html, markdown, text
from raci.views.document import Document, Section, Snippet

from conftest import Golden, RunRaci, write_files


@pytest.mark.parametrize(("format_", "ending"), [("markdown", "md"), ("html", "html"), ("csv", "csv")])
def test_an_answer_in_each_format(
    format_: str, ending: str, raci: RunRaci, in_folder: Path, golden: Golden
) -> None:
    """The answer of the shipped data, byte for byte."""
    golden(raci("who-owns", "pricing", "--format", format_).out, "who-owns", f"owned.{ending}")


@pytest.mark.parametrize("format_", Format)
def test_a_file_holds_what_is_printed(format_: str, raci: RunRaci, in_folder: Path) -> None:
    """Each format has its renderer; the name of the file does not choose it."""
    printed = raci("who-owns", "pricing", "--format", format_)
    assert (printed.code, printed.out[-1]) == (0, "\n")
    assert raci("who-owns", "pricing", "--format", format_, "-o", "page.html").out == ""
    assert (in_folder / "page.html").read_text("utf-8") == printed.out


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


@pytest.mark.parametrize("format_", Format)
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
