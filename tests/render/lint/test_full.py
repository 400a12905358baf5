"""The report for people: excerpts with marks below the right characters, whatever the line holds."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lint_reports import CLEAN, REPORT, finding
from raci.faults.finding import Related
from raci.linter.lint_report import LintReport
from raci.location import Location
from raci.render.lint import concise, full
from raci.render.lint.excerpt import Excerpt, Sources

if TYPE_CHECKING:
    from collections.abc import Callable

ANSI = re.compile("\x1b\\[[0-9;]*m")


def excerpt(line: str, column: int, end_column: int, *, end_line: int = 1) -> Excerpt:
    """Return the excerpt of a one-line file."""
    found = Sources({"a.yaml": line}).excerpt(Location("a.yaml", 1, column, end_line, end_column))
    assert found
    return found


def columns(char: str) -> int:
    """Return how many columns of a terminal a character takes."""
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


@pytest.mark.parametrize("render", [full.render, concise.render])
def test_colour_adds_no_meaning(render: Callable[..., str]) -> None:
    """Without the colours the text is the same."""
    for report in (REPORT, CLEAN):
        assert ANSI.sub("", render(report, color=True)) == render(report)
    assert "\x1b[1;31merror[RACI201]\x1b[0m" in render(REPORT, color=True)
    assert "\x1b[1;33mwarning[RACI402]\x1b[0m" in render(REPORT, color=True)
    assert "\x1b[1;36minfo[RACI502]\x1b[0m" in render(REPORT, color=True)


@pytest.mark.parametrize(
    ("line", "columns", "expected"),
    [
        ("name: Menu", (7, 11), Excerpt("name: Menu", 6, 4)),
        ("\tname: a\tb", (8, 11), Excerpt("    name: a    b", 10, 6)),
        ("菜单: 列表", (5, 7), Excerpt("菜单: 列表", 6, 4)),
        ("e\u0301: x", (5, 6), Excerpt("e\u0301: x", 3, 1)),
        ("a: \u202eb", (5, 6), Excerpt("a: \\u202eb", 9, 1)),
        ("a: \x1b[31mb", (4, 5), Excerpt("a: \\x1b[31mb", 3, 4)),
        ("a: ##[error]b", (13, 14), Excerpt("a: ##\\x5berror]b", 15, 1)),
        ("a: b  ", (1, 99), Excerpt("a: b", 0, 4)),
        ("a: b", (4, 4), Excerpt("a: b", 3, 1)),
        ("a: b", (50, 51), Excerpt("a: b", 4, 1)),
        ("", (1, 1), Excerpt("", 0, 1)),
    ],
)
def test_marks_stand_below_what_they_mean(line: str, columns: tuple[int, int], expected: Excerpt) -> None:
    """Tabs, wide and combining and hidden characters take the room that they take."""
    assert excerpt(line, *columns) == expected


def test_a_place_of_several_lines() -> None:
    """Is marked to the end of its first line."""
    assert excerpt("  - name: x  \n    letters: R", 3, 15, end_line=2) == Excerpt("  - name: x", 2, 9)


def test_long_lines_are_cut() -> None:
    """Around the place, with signs where something is left out."""
    line = "x" * 500
    assert excerpt(line, 1, 3) == Excerpt("x" * 120 + "…", 0, 2)
    assert excerpt(line, 300, 302) == Excerpt("…" + "x" * 120 + "…", 41, 2)
    assert excerpt(line, 499, 501) == Excerpt("…" + "x" * 42, 41, 2)
    assert excerpt(line, 2, 400) == Excerpt("x" * 120 + "…", 1, 119)
    assert excerpt("x" * 120, 120, 121) == Excerpt("x" * 120, 119, 1)
    assert excerpt("x" * 120, 1, 121) == Excerpt("x" * 120, 0, 120)


def test_lines_are_those_of_editors() -> None:
    """However a file ends its lines, and whatever else Python takes for an end."""
    sources = Sources({"a.yaml": "a\r\nb\rc\x0b\u2028d\ne"})
    lines = [sources.excerpt(Location("a.yaml", number, 1, number, 2)) for number in range(6)]
    assert [found.line if found else None for found in lines] == [None, "a", "b", "c\\x0b\\u2028d", "e", None]


def test_a_text_that_is_not_known() -> None:
    """Leaves the place, with the label beside it."""
    report = LintReport(
        (
            finding(
                "RACI402",
                ("::error::.yaml", 120, 3, 120, 5),
                "twice",
                "Keep one.",
                Related(Location("b.yaml", 3, 1, 3, 2), "the first"),
            ),
        ),
        files=2,
        passed_over=0,
        texts={"b.yaml": "a"},
    )
    assert full.render(report) == (
        "warning[RACI402] look-alike: twice\n"
        "   --> ./::error::.yaml:120:3\n"
        "    |\n"
        "   --> b.yaml:3:1: the first\n"
        "    |\n"
        "    = help: Keep one.\n"
        "\n"
        "Run raci rule RACI402 to read about the rule.\n"
        "\n"
        "Found 1 warning in 2 files.\n"
    )
    assert concise.render(report).startswith("./::error::.yaml:120:3: warning[RACI402] twice\n")


def test_many_codes_are_not_all_named() -> None:
    """The way to the manual is one line."""
    one = finding("RACI201", ("a.yaml", 1, 1, 1, 2), "x")
    found = tuple(replace(one, code=f"RACI10{number}") for number in range(9))
    shown = full.render(LintReport(found, 1, 0, {}))
    assert "Run raci rule CODE to read about a rule: RACI100, RACI101, " in shown
    assert "RACI107, …\n" in shown


@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\r\n")), st.integers(1, 400), st.integers(0, 400)
)
def test_any_line_can_be_shown(line: str, column: int, length: int) -> None:
    """No line is wider than a screen, no mark is outside of its line, nothing hidden is left."""
    found = excerpt(line, column, column + length)
    assert sum(map(columns, found.line)) <= 122
    assert found.marked >= 1
    assert found.left <= 121
    assert not ANSI.search(found.line)
