"""A document's records as CSV that a spreadsheet can open without anything in it being run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from raci.text.visible import visible

if TYPE_CHECKING:
    from raci.views.document import Document

# With these a spreadsheet may take a cell for a formula, also in their full-width forms, also behind
# white space (OWASP ASVS 1.2.10). Quotes alone do not help: a quoted formula is run as well.
_FORMULA = re.compile("[\t\r\n\0]|(?!-\\Z)\\s*[=+\\-@\uff1d\uff0b\uff0d\uff20]")
_LINE_BREAK = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")


def render(document: Document) -> str:
    """Return the records of `document` as CSV (RFC 4180): the header, then a row a record.

    All that a cell holds is quoted: whatever it is, it ends where its quotes do. Empty cells, of which a
    matrix has millions, are left empty.
    """
    lines = [_line(document.records.header), *map(_line, document.records.rows), ""]
    return "\n".join(lines)


def _line(row: tuple[str, ...]) -> str:
    line = ",".join([_quoted(text) if text else "" for text in row])
    return line or '""'  # an empty line would be no record


def _quoted(text: str) -> str:
    return f'"{cell(text).replace(_QUOTE, 2 * _QUOTE)}"'


_QUOTE = '"'


def cell(text: str) -> str:
    """Return `text` on one line, hidden characters visible, behind a quote if it could be a formula."""
    shown = visible(_LINE_BREAK.sub(" ", text))
    return f"'{shown}" if _FORMULA.match(text) else shown
