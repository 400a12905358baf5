"""CSV: records come back from a reader, and no cell is a formula."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from nasty import NASTY, holding
from raci.render.csv import cell, render
from raci.views.document import Document, Table


def read(text: str) -> list[list[str]]:
    """Return the rows that a reader finds."""
    return list(csv.reader(StringIO(text, newline=""), strict=True))


@pytest.mark.parametrize("text", NASTY, ids=ascii)
def test_nasty_text_is_text(text: str) -> None:
    """A row is a line, a cell comes back, and none begins as a formula does."""
    rendered = render(holding(text))
    assert read(rendered) == [["a", "b"], [cell(text), "x"], ["y", cell(text)]]
    assert rendered.count("\n") == len(rendered.splitlines()) == 3
    assert cell(text).lstrip()[0] not in "=+-@\uff1d\uff0b\uff0d\uff20"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+49 30", "'+49 30"),
        ("-1", "'-1"),
        ("@ben", "'@ben"),
        ("  =1", "'  =1"),
        ("\u3000=1", "'\u3000=1"),
        ("\t=1", "'\\t=1"),
        ("\r\n=1", "' =1"),
        ("\x00=1", "'\\x00=1"),
        ("\uff1d1", "'\uff1d1"),
        ("\uff0b1", "'\uff0b1"),
        ("\uff0d1", "'\uff0d1"),
        ("\uff20ben", "'\uff20ben"),
        ("a\r\nb\nc\rd\u2028e", "a b c d e"),
        ("a\x1bb\u202ec", "a\\x1bb\\u202ec"),
        ("2  spaces, a-b = c", "2  spaces, a-b = c"),
        ("", ""),
    ],
)
def test_a_cell(text: str, shown: str) -> None:
    """What begins as a formula stands behind a quote; line breaks are spaces; all else stays."""
    assert cell(text) == shown


def test_records_as_csv() -> None:
    """The header, then a row a record, quoted, with quotes doubled."""
    records = Table(("name", "who"), (('the "Menu", daily', "Ann; Ben"), ("Brot", "Jürgen")))
    assert render(Document("Title", notes=("Note",), records=records)) == (
        '"name","who"\n"the ""Menu"", daily","Ann; Ben"\n"Brot","Jürgen"\n'
    )
