"""The report as Markdown: one table whose cells are text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lint_reports import CLEAN, FINDINGS, REPORT, holding
from markdown_it import MarkdownIt
from nasty import NASTY
from raci.linter.lint_report import LintReport
from raci.render.lint.markdown import MOST_ROWS, render
from raci.text.visible import one_line

if TYPE_CHECKING:
    from markdown_it.token import Token

PARSER = MarkdownIt("gfm-like", {"linkify": False, "html": True})


def cells(report: LintReport) -> list[list[str]]:
    """Return the rows of the table below its head, read back; assert that all else is ours."""
    tokens = PARSER.parse(render(report))
    assert not {token.type for token in tokens} & {"html_block", "fence", "bullet_list_open"}
    assert sum(token.type == "heading_open" for token in tokens) == 1
    rows: list[list[str]] = []
    for number, token in enumerate(tokens):
        if token.type == "tr_open":
            rows.append([])
        if token.type in {"td_open", "th_open"}:
            rows[-1].append(text(tokens[number + 1]))
    return rows[1:]


def text(inline: Token) -> str:
    """Return the text of a cell, and assert that it is nothing else."""
    parts = inline.children or []
    assert {part.type for part in parts} <= {"text", "code_inline"}
    return "".join(part.content for part in parts)


def test_a_row_is_a_finding() -> None:
    """Errors first, then by place."""
    found = cells(REPORT)
    assert [row[0] for row in found] == ["error"] * 5 + ["warning", "info"]
    assert found[1] == [
        "error",
        "RACI201 no-accountable",
        "kitchen.yaml:6:31",
        "no role is accountable for Menu",
        "Give one role the letter.",
    ]
    assert render(CLEAN) == "## raci lint\n\nNo findings in 4 files.\n"


@pytest.mark.parametrize("text", NASTY, ids=ascii)
def test_nasty_text_is_text(text: str) -> None:
    """It comes back in its cell."""
    shown = one_line(text)
    rule = "RACI402 look-alike"
    assert cells(holding(text)) == [["warning", rule, one_line(f"{text}:1:1"), shown, shown]]


@given(st.text(st.sampled_from("\\`*_[]<>&#|~!-+=1.):;(){}$/@\"' \t\n\r ab\u00e9\u202e")))
def test_any_text_is_text(text: str) -> None:
    """No sign ends a cell, whatever stands before it."""
    shown = one_line(text)
    ((_, _, place, message, help_),) = cells(holding(text))
    assert (place, message, help_) == (one_line(f"{text}:1:1"), shown, shown)


def test_there_is_an_end_to_rows_and_texts() -> None:
    """GitHub takes a summary of 1 MiB."""
    long = replace(FINDINGS[3], message="x" * 10_000)
    found = tuple(replace(long, subject=str(number)) for number in range(MOST_ROWS + 50))
    shown = render(LintReport(found, 1, 0, {}))
    assert len(cells(LintReport(found, 1, 0, {}))) == MOST_ROWS
    assert shown.startswith("## raci lint\n\nFound 250 errors in 1 file.\n")
    assert shown.endswith("\n\n50 more not shown here.\n")
    assert len(shown) < 200_000
