"""Everything that loading finds is a finding of one rule."""

from __future__ import annotations

import ast
from datetime import date
from typing import TYPE_CHECKING

import pytest
from raci.linter.lint import _FOUND_BY_LOADING, LintOptions, lint
from raci.loading.load import read_files
from raci.loading.source_file import SourceFile
from raci.loading.yaml_wording import MAX_DEPTH
from raci.model.limits import DEFAULT_LIMITS, MOST_MISTAKES
from raci.rules import BY_NAME, RULES

from conftest import PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterator

# What no rule speaks of: lint cannot answer without the file.
NO_ANSWER = {"unreadable"}
FAMILIES = ("RACI0", "RACI1")
# Names with a word filled in: where the word comes from, the function and the place of the argument.
FILLED_IN = {"unknown-{}": "Index", "ambiguous-{}": "Index", "duplicate-{}": "_once"}


def calls() -> Iterator[ast.Call]:
    """Yield the calls in the source of loading."""
    for path in sorted((PROJECT / "raci/loading").glob("*.py")):
        yield from (
            node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)
        )


def called(call: ast.Call) -> str:
    """Return the name of what is called, without what it belongs to."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def texts(node: ast.expr) -> Iterator[str]:
    """Yield the texts that an expression may be, with {} for what is filled in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*texts(node.body), *texts(node.orelse))
    elif isinstance(node, ast.JoinedStr):
        yield "".join(str(each.value) if isinstance(each, ast.Constant) else "{}" for each in node.values)


def names_in_loading() -> set[str]:
    """Return the names of findings in the source of loading: the second argument of Finding and report."""
    given = {
        text
        for call in calls()
        if called(call) in {"Finding", "report"} and len(call.args) > 1
        for text in texts(call.args[1])
    }
    assert {name for name in given if "{}" in name} == set(FILLED_IN)
    words = {
        function: {
            text for call in calls() if called(call) == function and call.args for text in texts(call.args[0])
        }
        for function in FILLED_IN.values()
    }
    filled = {name.format(word) for name, function in FILLED_IN.items() for word in words[function]}
    return {name for name in given if "{}" not in name} | filled


def test_each_name_belongs_to_one_rule() -> None:
    """Whatever loading finds is the finding of exactly one rule, which has no check of its own."""
    names = names_in_loading()
    assert {"syntax", "not-ownership-file", "duplicate-overlap", "version", "own-role"} <= names
    for name in sorted(names - NO_ANSWER):
        rules = [rule for rule in RULES if name in {rule.name, *rule.finds}]
        assert [rule.check for rule in rules] == [None], name
        assert _FOUND_BY_LOADING[name] is rules[0]


def test_no_rule_waits_for_what_is_never_found() -> None:
    """A rule on what is found while loading has a name that loading gives, or says which it covers."""
    names = names_in_loading()
    for rule in RULES:
        if rule.check is None and rule.code.startswith(FAMILIES):
            assert set(rule.finds) <= names, rule.name
            assert rule.finds or rule.name in names, rule.name


def test_the_page_on_limits_names_them() -> None:
    """The limits on the page are those of the code."""
    page = BY_NAME["limit"].page or ""
    limits = DEFAULT_LIMITS
    assert f"{MAX_DEPTH} levels, {limits.values:,} values, and {MOST_MISTAKES:,} mistakes" in page
    assert f"{limits.file_size} MiB" in page
    assert f"{limits.names:,} names" in page


ROLE = "version: 1\nroles:\n  cook:\n    name: Cook\n"


@pytest.mark.parametrize(
    ("text", "code", "subject"),
    [
        (f"{ROLE}    contct: x\n", "RACI008", "roles/cook/contct"),
        (f"{ROLE}    responsibilities: [{{name: Menu, letter: A}}]\n", "RACI008", "roles/cook/responsibilities/Menu/letter"),
        (f"{ROLE}    deliverables: [{{name: Menu, id: menu, area: }}]\n", "RACI011", "roles/cook/deliverables/menu/area"),
        (f"{ROLE}    deliverables: [{{area: x}}]\n", "RACI010", "roles/cook/deliverables/0/name"),
        (f"{ROLE}  Baker: {{name: Baker}}\n", "RACI009", "roles/Baker"),
        ("roles: {}\n", "RACI010", "version"),
        (f"{ROLE}overlaps:\n  menu: {{name: Menu}}\n", "RACI010", "menu"),
        (f"{ROLE}overlaps:\n  menu: {{sides: {{cook: x}}}}\n", "RACI009", "menu"),
        (f"{ROLE}    deliverables: [{{name: Menu, with: {{cook: A}}}}]\n", "RACI109", "cook menu"),
        (f"{ROLE}    deliverables: [{{name: Menu}}, {{name: Menu}}]\n", "RACI107", "Menu"),
        (f"{ROLE}    reports_to: onwer\n", "RACI101", "onwer"),
        ("", "RACI009", "wrong-shape"),
    ],
)  # fmt: skip
def test_the_subject_outlives_line_numbers(text: str, code: str, subject: str) -> None:
    """The subject says what a finding is about; lines above the entry do not change it."""
    for above in ("", "# a comment\n\n"):
        content = (above + text).encode()
        loaded = read_files([SourceFile("own.yaml", lambda content=content: content)])  # type: ignore[misc]
        found = [each for each in lint(loaded, LintOptions(date(2026, 1, 1))).findings if each.code == code]
        assert [each.subject for each in found] == [subject]
