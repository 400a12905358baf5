"""Where a character of a text or the mark of a parser stands, in lines as editors count them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from raci.location import Span


def span_of_mark(text: str, line: int, column: int) -> Span:
    """Return the span of a parser's mark; one behind the text is put at its end."""
    last, begin = _line_of(text, len(text))
    if line > last:
        line, column = last, len(text) - begin
    return (line + 1, column + 1, line + 1, column + 2)


def span_of_character(text: str, index: int) -> Span:
    """Return the span of the character at an index."""
    line, begin = _line_of(text, index)
    column = index - begin + 1
    return (line + 1, column, line + 1, column + 1)


def _line_of(text: str, index: int) -> tuple[int, int]:
    """Return how many lines end before an index, and where the line begins that it is in.

    They are counted, not listed: a text may have sixteen million of them.
    """
    feeds, returns, both = (text.count(end, 0, index) for end in ("\n", "\r", "\r\n"))
    begin = max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1
    return feeds + returns - both, begin
