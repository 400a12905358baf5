"""The outline of a file: where its entries begin and end, and where it is text and not comment."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raci.location import Place, Span

_CONTENT = re.compile(r"\s*(?!#|---(?:\s|$))\S")  # of a line: no comment, and no beginning of a document

Position = tuple[int, int]
"""Line and column, from 1."""


class Outline:
    """The entries and the scalars of a file, in the order of their places.

    An entry is a key with its value or an item of a list. It ends before the next thing in the file.
    """

    def __init__(self, place: Place, lines: list[str]) -> None:
        self.lines = lines
        self._scalars: list[tuple[Position, Position]] = []
        self._entries = sorted(self._walk(place), key=lambda entry: entry[0])  # stable: the outer one first
        self._scalars.sort()

    def is_text(self, position: Position) -> bool:
        """Return whether a `#` at this place is a part of a key or a value."""
        number = bisect_right(self._scalars, (position, (1 << 62, 0))) - 1
        return number >= 0 and position < self._scalars[number][1]

    def entry_below(self, line: int) -> tuple[Position, Position] | None:
        """Return start and end of the entry that begins in the next line with content, None if none does."""
        below = bisect_right(self._with_content, line)
        if below == len(self._with_content):
            return None
        number = self._with_content[below]
        text = self.lines[number - 1]
        content = text.lstrip()
        start = (number, len(text) - len(content) + 1)
        at = bisect_left(self._entries, start, key=lambda entry: entry[0])
        if at == len(self._entries):
            return None
        found, end = self._entries[at]
        begins = content.split(maxsplit=1)[0] in {"-", "?"}  # the value may wait for the next line
        return (start, end) if found[0] == number or begins else None

    @cached_property
    def _with_content(self) -> list[int]:
        """Return the numbers of the lines that hold more than a comment or the beginning of a document."""
        return [number for number, line in enumerate(self.lines, 1) if _CONTENT.match(line)]

    def _walk(self, place: Place) -> Iterator[tuple[Position, Position]]:
        for key, span, below in place.children():
            if key is not None:
                self._scalar(key)
            yield (key or span)[:2], max(span[2:], (key or span)[2:])
            if below is None:
                self._scalar(span)
            else:
                yield from self._walk(below)

    def _scalar(self, span: Span) -> None:
        line, column, *_ = span
        text = self.lines[line - 1] if line <= len(self.lines) else ""
        if text[column - 1 : column] in {"|", ">"}:  # a comment may follow the sign, the text begins below
            line, column = line + 1, 1
        if (line, column) < span[2:]:
            self._scalars.append(((line, column), span[2:]))
