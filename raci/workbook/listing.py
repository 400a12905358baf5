"""Sheets that are lists to read: a title, a header, rows; only the matrix comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.importing.own_workbook import TITLE, SheetMark
from raci.sheets.new_sheet import NewCell, NewColumn, NewRow, NewSheet, Rule, column_name
from raci.workbook import looks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from raci.importing.own_workbook import SheetName
    from raci.sheets.new_sheet import Look

HEADER, FIRST = 3, 4
"""The rows of the header and of what comes first below it."""


def listing(
    sheet: SheetName,
    title: str,
    widths: dict[str, int],
    rows: Iterable[Sequence[str | int]],
    rules: Iterable[tuple[str, Look]] = (),
) -> NewSheet:
    """Return a sheet of rows below a header; `widths` are the heads of its columns, in their order.

    Where a rule holds of a row, its first cell has the look that stands with it.
    """
    made = tuple(_row(row) for row in rows)
    last = column_name(len(widths) + 1)
    return NewSheet(
        name=sheet.capitalize(),
        columns=(NewColumn(10, hidden=True), *(NewColumn(width) for width in widths.values())),
        rows=(
            NewRow((NewCell(SheetMark(sheet).text()),), hidden=True),
            NewRow((NewCell(TITLE), NewCell(title, looks.TITLE)), height=24),
            NewRow((NewCell(), *(NewCell(head, looks.HEAD) for head in widths)), height=32),
            *made,
        ),
        frozen=f"C{FIRST}",
        filtered=f"B{HEADER}:{last}{HEADER + max(len(made), 1)}",
        repeated=HEADER,
        rules=tuple(Rule(f"B{FIRST}:B{FIRST + len(made)}", when, look) for when, look in rules),
    )


def _row(row: Sequence[str | int]) -> NewRow:
    return NewRow((NewCell(), *(_cell(number, value) for number, value in enumerate(row))))


def _cell(number: int, value: str | int) -> NewCell:
    if isinstance(value, int):
        return NewCell(value, looks.COUNT)
    return NewCell(value, looks.TALL if number else looks.TALL_STRONG)
