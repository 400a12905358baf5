"""Workflow commands: read back by the runner's own rules."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lint_reports import CLEAN, FINDINGS, REPORT, finding, holding
from nasty import NASTY
from raci.linter.lint_report import LintReport
from raci.render.lint.github import escape, render
from raci.text.visible import one_line, visible


class Command(NamedTuple):
    """What the runner takes from a line."""

    name: str
    properties: dict[str, str]
    data: str


def read(line: str) -> Command | None:
    """Return the command that GitHub's runner reads from a line, None where it reads none."""
    line = line.lstrip()
    if not line.startswith("::") or "::" not in line[2:]:
        return None
    info, data = line[2:].split("::", 1)
    name, _, properties = info.partition(" ")
    pairs = [pair.split("=", 1) for pair in properties.split(",") if pair]
    return Command(name, {key: in_property(value) for key, value in pairs}, in_data(data))


def in_data(text: str) -> str:
    """Return a message as the runner reads it, in its order."""
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


def in_property(text: str) -> str:
    """Return a property's value as the runner reads it, in its order."""
    text = text.replace("%0D", "\r").replace("%0A", "\n").replace("%3A", ":").replace("%2C", ",")
    return text.replace("%25", "%")


def commands(report: LintReport) -> list[Command]:
    """Return the commands in a report, and assert that the last line is none."""
    *lines, summary, end = render(report).split("\n")
    assert end == ""
    assert read(summary) is None
    found = [read(line) for line in lines]
    assert None not in found
    return [each for each in found if each]


def test_errors_come_first() -> None:
    """For GitHub shows only some of a kind; within a kind, by place."""
    names = [each.name for each in commands(REPORT)]
    assert names == ["error"] * 5 + ["warning", "notice"]
    places = [(each.properties["file"], int(each.properties["line"])) for each in commands(REPORT)[:5]]
    assert places == sorted(places)
    assert commands(CLEAN) == []


def test_columns_only_within_a_line() -> None:
    """GitHub refuses columns where a place has several lines."""
    for command in commands(REPORT):
        one_line = command.properties["line"] == command.properties["endLine"]
        assert ("col" in command.properties) is ("endColumn" in command.properties) is one_line
    assert commands(LintReport((FINDINGS[3],), 1, 0, {})) == [
        Command(
            "error",
            {
                "title": "RACI201 no-accountable",
                "file": "kitchen.yaml",
                "line": "6",
                "endLine": "6",
                "col": "31",
                "endColumn": "32",
            },
            "no role is accountable for Menu\nGive one role the letter.",
        )
    ]


@pytest.mark.parametrize("text", [*NASTY, "%0A::error::x", "a,line=9::x", "%250A"], ids=ascii)
def test_nasty_text_comes_back(text: str) -> None:
    """One command, its properties and its message."""
    (command,) = commands(holding(text))
    assert command.name == "warning"
    assert command.properties["file"] == visible(text)
    assert command.data == f"{one_line(text)}\n{one_line(text)}"
    assert set(command.properties) == {"title", "file", "line", "endLine", "col", "endColumn"}


@given(st.text(st.sampled_from("%0123ADC:,=\r\n ab")))
def test_any_text_comes_back(text: str) -> None:
    """In a message and in a property."""
    assert in_data(escape(text)) == text
    assert in_property(escape(text, in_property=True)) == text
    assert not set("\r\n") & set(escape(text))
    assert not set("\r\n:,") & set(escape(text, in_property=True))


def test_a_name_that_is_a_property() -> None:
    """The name of a file adds no property."""
    (command,) = commands(LintReport((finding("RACI201", ("a,line=9", 1, 1, 1, 2), "x"),), 1, 0, {}))
    assert command.properties["file"] == "a,line=9"
    assert command.properties["line"] == "1"
