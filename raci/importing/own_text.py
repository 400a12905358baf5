"""The matrix that raci writes as CSV or Markdown: known by its header, and without ids."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from raci.importing.letters import is_nothing
from raci.importing.own_workbook import OwnColumn, OwnMatrix, OwnRow, SheetMark

if TYPE_CHECKING:
    from raci.importing.letters import Letters
    from raci.sheets.table import Cell, Table

_RECORDS = ("area", "work", "kind", "status", "accountable")
_WORK, _STATUS = "Work", "Status"
_TITLES = ("What holds", "What each role claims")
_WITHOUT_AREA = "Without an area"
_SIGNS = "!?"
_MARK = SheetMark("matrix", whole=False)


def own_records(table: Table) -> OwnMatrix | None:
    """Return the matrix of CSV that raci wrote, None where the header is another."""
    head = table.rows[0] if table.rows else ()
    if tuple(each.text for each in head[: len(_RECORDS)]) != _RECORDS:
        return None
    columns = (OwnColumn(number, each) for number, each in enumerate(head) if number >= len(_RECORDS))
    rows = (
        OwnRow("", row[1], " ".join(row[0].text.split()), row[2].text, row)
        for row in table.rows[1:]
        if any(each.text for each in row)
    )
    return OwnMatrix(_MARK, tuple(each for each in columns if each.head.text), tuple(rows))


def own_grid(table: Table, letters: Letters) -> OwnMatrix | None:
    """Return the matrix of one area of Markdown, None where it is no table of work and letters alone.

    The signs on letters of work that is contested, or nobody's, are no part of them.
    """
    head = [each.text for each in table.rows[0]] if table.rows else []
    if head[:1] != [_WORK] or table.sheet:
        return None
    roles = range(1, len(head) - (head[-1] == _STATUS))
    rows = [tuple(map(_unsigned, row)) for row in table.rows[1:]]
    if not all(letters.read(row[each].text).understood for row in rows for each in roles):
        return None
    area = "" if table.heading in {*_TITLES, _WITHOUT_AREA} else table.heading
    return OwnMatrix(
        _MARK,
        tuple(OwnColumn(each, table.rows[0][each]) for each in roles),
        tuple(OwnRow("", row[0], area, "", row) for row in rows if row[0].text),
        table.heading not in _TITLES,
    )


def _unsigned(cell: Cell) -> Cell:
    bare = cell.text.rstrip(_SIGNS)
    return replace(cell, text=bare) if bare != cell.text and not is_nothing(bare) and bare.isupper() else cell
