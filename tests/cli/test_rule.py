"""raci rule: the manual of the lint rules, and docs/rules.md, which is made of it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from markdown_it import MarkdownIt
from raci.linter.catalogue import BY_NAME
from raci.linter.manual import manual
from raci.rules import RULES as WITH_CHECK

from conftest import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Golden, RunRaci

SCHEMA: dict[str, Any] = json.loads((PROJECT / "docs/json/rule.schema.json").read_text("utf-8"))
RULES = manual().rules
BY_RULE = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


@pytest.mark.parametrize("asked", ["RACI201", "raci201", "no-accountable"])
def test_the_page_of_a_rule(asked: str, raci: RunRaci, golden: Golden) -> None:
    """A rule's page says what it finds and why, with an example, whichever way the rule is named."""
    ran = raci("rule", asked)
    assert (ran.code, ran.err) == (0, "")
    golden(ran.out, "rule", "no-accountable.txt")


def test_several_rules(raci: RunRaci) -> None:
    """Pages come in the order of the codes, each once."""
    out = raci("rule", "own-role", "RACI001", "RACI109").out
    assert re.findall(r"^RACI.*$", out, flags=re.MULTILINE) == ["RACI001 syntax", "RACI109 own-role"]


def test_the_beginning_of_a_code(raci: RunRaci) -> None:
    """RACI0 is all that is found in a file by itself."""
    codes = re.findall(r"^(RACI\d+) ", raci("rule", "RACI0").out, flags=re.MULTILINE)
    assert codes == [rule.code for rule in RULES if rule.code.startswith("RACI0")]


def test_the_list_of_rules(raci: RunRaci) -> None:
    """Without a rule each has a line: code, name, severity and what it finds, under its family."""
    ran = raci("rule")
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0] == f"{len(RULES)} rules"
    assert lines[2] == "Files: can they be read"
    listed = [re.sub(r" +", " ", line).strip() for line in lines if line.startswith("  RACI")]
    assert listed == [f"{rule.code} {rule.name} {rule.severity}: {rule.summary}" for rule in RULES]


def test_all_pages(raci: RunRaci) -> None:
    """--all prints what each rule prints by itself."""
    assert raci("rule", "--all").out == "\n".join(raci("rule", rule.code).out for rule in RULES)


def test_the_manual_is_the_documentation(raci: RunRaci, golden: Golden) -> None:
    """docs/rules.md is what the command prints; `pytest --update` writes it."""
    golden(raci("rule", "--all", "--format", "markdown").out, "..", "..", "docs", "rules.md")


def test_the_documentation_has_an_anchor_for_each_code(raci: RunRaci) -> None:
    """A link to docs/rules.md#raci201 leads to the rule, and to nothing else; examples are left as they are."""
    tokens = MarkdownIt("commonmark").parse(raci("rule", "--all", "--format", "markdown").out)
    inline = {
        level: [
            tokens[number + 1].content
            for number, each in enumerate(tokens)
            if each.type == "heading_open" and each.tag == level
        ]
        for level in ("h1", "h2", "h3")
    }
    assert inline["h1"] == ["Lint rules"]
    assert inline["h2"] == [rule.code for rule in RULES]
    assert inline["h3"].count("Why") == len(RULES)
    fences = [each.content for each in tokens if each.type == "fence"]
    written = [
        each.content
        for rule in RULES
        for each in MarkdownIt("commonmark").parse(rule.page)
        if each.type == "fence"
    ]
    assert fences == written


@BY_RULE
def test_a_page_as_markdown_keeps_its_text(rule: Any, raci: RunRaci) -> None:
    """The page of one rule is printed as it is written, below its code, name, severity and source."""
    out = raci("rule", rule.name, "--format", "markdown").out
    assert out.startswith(
        f"# {rule.code}\n\n- Name: `{rule.name}`\n- Severity: {rule.severity}\n- Source: {rule.source}\n"
    )
    assert out.endswith(f"\n\n{rule.page.strip()}\n")
    assert ("- Threshold: " in out) is (rule.threshold is not None)


@BY_RULE
def test_a_page_as_text_loses_nothing(rule: Any, raci: RunRaci) -> None:
    """Every word of a page is in the text, in its order; only headings and fences are gone."""
    words = re.sub(r"^(```.*|## )", "", rule.page, flags=re.MULTILINE).split()
    _, _, out = raci("rule", rule.code).out.partition("\n")
    facts = r"  (?:Severity|Source|Threshold) .*\n"
    assert re.sub(f"^{facts}", "", out, flags=re.MULTILINE).split() == words


@pytest.mark.parametrize("arguments", [(), ("--all",), ("RACI206",), ("no-accountable", "RACI0")])
def test_the_json(arguments: tuple[str, ...], raci: RunRaci) -> None:
    """JSON has one shape, whether one rule is asked for or all are."""
    ran = raci("rule", "--json", *arguments)
    assert ran == raci("rule", "--format", "json", *arguments)
    answer = json.loads(ran.out)
    jsonschema.Draft7Validator(SCHEMA).validate(answer)
    thresholds = {rule.code: rule.threshold for rule in WITH_CHECK}
    for record in answer["rules"]:
        assert record["code"] == BY_NAME[record["name"]].code
        assert record["threshold"] == thresholds.get(record["code"])
        assert record["page"].startswith(f"{record['summary']}\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("no-acountable",), 'raci: "no-acountable" is no rule. Did you mean "no-accountable"?\n'),
        (("RACI2O1",), 'raci: "RACI2O1" is no rule. Did you mean "RACI201"?\n'),
        (
            ("RACI201", "--all"),
            "raci: Invalid value: Name rules, or give --all, not both.\nTry raci rule --help.\n",
        ),
    ],
)
@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_no_such_rule(arguments: tuple[str, ...], message: str, form: str, raci: RunRaci) -> None:
    """An unknown rule gives no answer but the nearest that there is."""
    ran = raci("rule", *arguments, "--format", form)
    assert (ran.code, ran.out, ran.err) == (2, "", message)


def test_a_page_in_a_file_and_in_colour(raci: RunRaci, in_folder: Path) -> None:
    """-o writes to a file, --color colours the screen."""
    plain = raci("rule", "RACI201").out
    assert raci("rule", "RACI201", "-q", "-o", "page.txt", "--color", "always").out == ""
    assert (in_folder / "page.txt").read_text("utf-8") == plain
    colored = raci("rule", "RACI201", "--color", "always").out
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == plain
    assert colored != plain


def test_the_manual_needs_no_data_and_no_graph() -> None:
    """Looking up a rule loads neither YAML nor the graph nor the search."""
    code = (
        "import sys; from raci.cli.app import main; main(['rule', '--all']); "
        "print({'networkx', 'yaml', 'rapidfuzz', 'raci.graph.ownership', 'raci.model.entries', 'raci.look_alikes.look_alikes'}"
        " & set(sys.modules), file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert ran.stderr == "set()\n"
