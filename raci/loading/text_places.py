"""Where a character of a text or the mark of a parser stands, in lines as editors count them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from raci.location import Span

_LINE_BREAK = re.compile("\r\n|\r|\n")


def span_of_mark(text: str, line: int, column: int) -> Span:
    """Return the span of a parser's mark; one behind the text is put at its end."""
    lines = _LINE_BREAK.split(text)
    if line >= len(lines):
        line, column = len(lines) - 1, len(lines[-1])
    return (line + 1, column + 1, line + 1, column + 2)


def span_of_character(text: str, index: int) -> Span:
    """Return the span of the character at an index."""
    breaks = list(_LINE_BREAK.finditer(text, 0, index))
    line, column = len(breaks) + 1, index - (breaks[-1].end() if breaks else 0) + 1
    return (line, column, line, column + 1)
