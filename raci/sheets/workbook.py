"""The sheets of an .xlsx workbook, with what only its cells tell: hidden, merged, struck out, commented."""

from __future__ import annotations

import io
import warnings
from typing import Any

from raci.errors import UnusableFile
from raci.sheets.new_sheet import column_name
from raci.sheets.packed import refuse_bombs
from raci.sheets.table import MOST_CELLS, Cell, Mark, Table, tidy

_MOST_COLUMNS = 2_000


def read_workbook(content: bytes, shown: str) -> list[Table]:
    """Return the table of each sheet. Raises UnusableFile."""
    formulas = refuse_bombs(content)
    book = _opened(content, values=True)
    written = _opened(content, values=False) if formulas else None
    found = []
    for sheet in book.worksheets:
        source = written[sheet.title] if written is not None else None
        found.append(_table(sheet, source, shown))
    return found


def _opened(content: bytes, *, values: bool) -> Any:
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return load_workbook(io.BytesIO(content), data_only=values, keep_links=False, rich_text=True)
    except Exception as error:
        raise UnusableFile("it is no workbook that can be read") from error


def _table(sheet: Any, written: Any, shown: str) -> Table:
    place = f"{shown}!{sheet.title}"
    texts = {at: cell for at, cell in sheet._cells.items() if cell.value is not None or cell.comment}  # noqa: SLF001
    formulas = written._cells if written is not None else {}  # noqa: SLF001
    merged: dict[tuple[int, int], tuple[int, int]] = {}
    for span in sheet.merged_cells.ranges:
        for row in range(span.min_row, span.max_row + 1):
            for column in range(span.min_col, span.max_col + 1):
                merged[row, column] = (span.min_row, span.min_col)
    used = [*texts, *(at for at, first in merged.items() if first in texts)]
    used += [at for at, cell in formulas.items() if cell.data_type == "f"]
    rows, columns = sorted({at[0] for at in used}), max((at[1] for at in used), default=0)
    if columns > _MOST_COLUMNS or columns * len(rows) > 4 * MOST_CELLS:
        raise UnusableFile(f"the sheet {sheet.title} is {columns:,} columns wide")
    hidden = _hidden_columns(sheet)
    made = []
    for row in rows:
        line = []
        for column in range(1, columns + 1):
            first = merged.get((row, column), (row, column))
            at = f"{place}!{column_name(column)}{row}"
            marks = {Mark.MERGED} if first != (row, column) else set()
            if column in hidden or (row in sheet.row_dimensions and sheet.row_dimensions[row].hidden):
                marks.add(Mark.HIDDEN)
            line.append(_cell(texts.get(first), formulas.get(first), at, marks))
        made.append(tuple(line))
    return Table(tuple(made), place, "", sheet.title, sheet.sheet_state != "visible")


def _hidden_columns(sheet: Any) -> set[int]:
    return {
        number
        for each in sheet.column_dimensions.values()
        if each.hidden
        for number in range(each.min or 1, min(each.max or 1, _MOST_COLUMNS) + 1)
    }


def _cell(cell: Any, written: Any, place: str, marks: set[Mark]) -> Cell:
    if written is not None and written.data_type == "f" and (cell is None or cell.value is None):
        return Cell("", place, frozenset(marks | {Mark.FORMULA}))
    if cell is None:
        return Cell("", place, frozenset(marks))
    font = cell.font
    struck = font is not None and bool(font.strike) and not isinstance(cell.value, list)
    text, gone = _text(cell.value, struck=struck)
    if gone:
        marks.add(Mark.STRUCK)
    if font is not None and font.b:
        marks.add(Mark.BOLD)
    comment = tidy(cell.comment.text or "") if cell.comment else ""
    return Cell(tidy(text), place, frozenset(marks), comment, tidy(gone))


def _text(value: Any, *, struck: bool) -> tuple[str, str]:
    """Return what a cell says, and what is struck out: that is said no more, as on a page."""
    if isinstance(value, list):  # rich text: runs with fonts of their own
        kept: list[str] = []
        gone: list[str] = []
        for run in value:
            font = getattr(run, "font", None)
            (gone if font is not None and font.strike else kept).append(str(getattr(run, "text", run)))
        return "".join(kept), "".join(gone)
    text = _plain(value)
    return ("", text) if struck else (text, "")


def _plain(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if hasattr(value, "isoformat"):
        return str(value.isoformat()).removesuffix("T00:00:00")
    return "" if value is None else str(value)
