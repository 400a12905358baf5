"""The line of a file that a finding points at, with marks below what it means."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from raci.location import lines_of
from raci.text.columns import columns
from raci.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Mapping

    from raci.location import Location

_TAB = "    "
_CUT = "…"
_COLUMNS = 120  # of a line are shown at most,
_BEFORE = 40  # so many of them before the place if that is far right


class Excerpt(NamedTuple):
    """A line to show, how many columns to leave below it, and how many to mark."""

    line: str
    left: int
    marked: int


class Sources:
    """The texts of files by name, of which excerpts are made."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._lines: dict[str, list[str]] = {}

    def excerpt(self, location: Location) -> Excerpt | None:
        """Return the line at a location; None where the text is not known or has no such line."""
        lines = self._of(location.file)
        if not 0 < location.line <= len(lines):
            return None
        line = lines[location.line - 1].rstrip()
        start = min(location.column - 1, len(line))
        end = min(location.end_column - 1, len(line)) if location.end_line == location.line else len(line)
        return _Cells(line, start).excerpt(start, end)

    def _of(self, file: str) -> list[str]:
        if file not in self._lines:
            text = self._texts.get(file)
            self._lines[file] = [] if text is None else lines_of(text)
        return self._lines[file]


class _Cells:
    """The part of a line around a character, as what is shown for each of its characters."""

    def __init__(self, line: str, start: int) -> None:
        # Not the whole line: it may have millions of characters, and as many findings.
        self._begin = max(0, start - _COLUMNS)
        self._part = line[self._begin : start + _COLUMNS]
        self._ends = len(line) <= start + _COLUMNS
        self._is_plain = self._part.isascii() and self._part.isprintable() and "##[" not in self._part

    def excerpt(self, start: int, end: int) -> Excerpt:
        """Return what of the line fits, with marks from one character of it to another."""
        start, end = start - self._begin, end - self._begin
        first = 0
        fits = not self._begin and self._ends and sum(self.widths) <= _COLUMNS
        if not fits and (self._begin or sum(self.widths[:start]) > _COLUMNS - _BEFORE):
            first = start - _fitting(self.widths[:start][::-1], _BEFORE)
        last = first + _fitting(self.widths[first:], _COLUMNS)
        left_out = _CUT if self._begin or first else ""
        more = "" if self._ends and last == len(self._part) else _CUT
        return Excerpt(
            line=f"{left_out}{''.join(self.shown[first:last])}{more}",
            left=len(left_out) + sum(self.widths[first:start]),
            marked=max(1, sum(self.widths[start : min(end, last)])),
        )

    @cached_property
    def shown(self) -> list[str]:
        """What is shown for each character; nothing that acts on a terminal or a runner."""
        if self._is_plain:
            return list(self._part)
        shown = [_TAB if char == "\t" else visible(char) for char in self._part]
        for found in re.finditer(r"##\[", self._part):
            shown[found.end() - 1] = "\\x5b"
        return shown

    @cached_property
    def widths(self) -> list[int]:
        """The columns that each character takes."""
        if self._is_plain:
            return [1] * len(self._part)
        return list(map(columns, self.shown))


def _fitting(widths: list[int], room: int) -> int:
    """Return how many of the characters fit into so many columns."""
    return sum(taken <= room for taken in accumulate(widths))
