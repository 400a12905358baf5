"""Word documents, and the spreadsheets of other programs; what reads them is an extra of the installation."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

from raci.errors import UnusableFile
from raci.sheets.html import read_html
from raci.sheets.packed import refuse_bombs
from raci.sheets.table import MOST_CELLS, Cell, Table, tidy

_ZIP = b"PK"


def read_document(content: bytes, shown: str) -> list[Table]:
    """Return the tables of a .docx document. Raises UnusableFile."""
    refuse_bombs(content)
    try:
        import mammoth
    except ImportError:
        raise _missing(".docx") from None
    try:
        html = mammoth.convert_to_html(io.BytesIO(content)).value
    except Exception as error:
        raise UnusableFile("it is no document that can be read") from error
    return [_named(each, f"{shown}!table {number}") for number, each in enumerate(read_html(html, shown), 1)]


def _named(found: Table, place: str) -> Table:
    rows = tuple(
        tuple(
            replace(cell, place=f"{place}, row {row}, column {column}")
            for column, cell in enumerate(cells, 1)
        )
        for row, cells in enumerate(found.rows, 1)
    )
    return replace(found, rows=rows, place=place)


def read_spreadsheet(content: bytes, shown: str) -> list[Table]:
    """Return the table of each sheet of an .ods or .xls file. Raises UnusableFile."""
    if content.startswith(_ZIP):
        refuse_bombs(content)
    try:
        from python_calamine import CalamineWorkbook
    except ImportError:
        raise _missing(".ods and .xls") from None
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        return [_sheet(book.get_sheet_by_name(each.name), each, shown) for each in book.sheets_metadata]
    except UnusableFile:
        raise
    except BaseException as error:  # a panic of the library is no Exception
        if isinstance(error, KeyboardInterrupt | SystemExit):
            raise
        raise UnusableFile("it is no spreadsheet that can be read") from error


_BLIND = "Hidden rows and columns, comments, and what is struck out cannot be seen in this format."


def _sheet(sheet: Any, about: Any, shown: str) -> Table:
    if sheet.total_height * sheet.total_width > MOST_CELLS:
        raise UnusableFile(f"the sheet {about.name} has more than {MOST_CELLS:,} cells")
    place = f"{shown}!{about.name}"
    rows = tuple(
        tuple(
            Cell(tidy(_text(value)), f"{place}!row {row}, column {column}")
            for column, value in enumerate(cells, 1)
        )
        for row, cells in enumerate(sheet.to_python(skip_empty_area=False), 1)
    )
    hidden = "visible" not in str(about.visible).lower()
    return Table(rows, place, "", about.name, hidden, (_BLIND,))


def _text(value: Any) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _missing(what: str) -> UnusableFile:
    return UnusableFile(f'{what} need an extra: pip install "raci[import]"')
