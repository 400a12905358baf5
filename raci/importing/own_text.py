"""The matrix that raci writes as CSV or Markdown: known by its header, and without ids."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from raci.importing.letters import is_nothing
from raci.importing.own_workbook import OwnColumn, OwnMatrix, OwnRow, SheetMark
from raci.sheets.table import Mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from raci.importing.letters import Letters
    from raci.sheets.table import Cell, Table

_RECORDS = ("area", "work", "kind", "status", "accountable")
_WORK, _STATUS = "Work", "Status"
_TITLES = ("What holds", "What each role claims")
_WITHOUT_AREA = "Without an area"
_SIGNS = "!?"
_LEGEND = "Legend"
_EXPLAINED = re.compile(r"\W*[A-Z!?][A-Z/]*:\W*[a-z].*", re.DOTALL)
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


def has_own_legend(tables: Iterable[Table]) -> bool:
    """Return whether one of these tables is the legend below a matrix of Markdown that raci wrote."""
    return any(
        each.listed
        and each.heading == _LEGEND
        and all(_EXPLAINED.fullmatch(row[0].text) for row in each.rows)
        for each in tables
    )


def own_grid(table: Table, letters: Letters, *, ours: bool) -> OwnMatrix | None:
    """Return the matrix of Markdown or HTML, None where it is no table of work and letters alone.

    Whose title does not say that raci wrote it is one only if it is known to be `ours`. The signs on letters
    of work that is contested, or nobody's, are no part of them.
    """
    head = [each.text for each in table.rows[0]] if table.rows else []
    if head[:1] != [_WORK] or table.sheet or not (ours or table.heading in _TITLES):
        return None
    roles = range(1, len(head) - (head[-1] == _STATUS))
    rows = [tuple(map(_unsigned, row)) for row in table.rows[1:]]
    across = [_is_across(row) for row in rows]
    if not all(
        letters.read(row[each].text).understood
        for row, merged in zip(rows, across, strict=True)
        for each in roles
        if not merged
    ):
        return None
    area, found = _area(table.heading), []
    for row, merged in zip(rows, across, strict=True):
        if merged:
            area = _area(row[0].text)
        elif row[0].text:
            found.append(OwnRow("", row[0], area, "", row))
    return OwnMatrix(
        _MARK,
        tuple(OwnColumn(each, table.rows[0][each]) for each in roles),
        tuple(found),
        table.heading not in _TITLES or any(across),
    )


def _is_across(row: Sequence[Cell]) -> bool:
    """Return whether one cell fills a row: the name of an area."""
    return len({each.text for each in row}) == 1 and any(Mark.MERGED in each.marks for each in row)


def _area(heading: str) -> str:
    return "" if heading in {*_TITLES, _WITHOUT_AREA} else " ".join(heading.split())


def _unsigned(cell: Cell) -> Cell:
    bare = cell.text.rstrip(_SIGNS)
    return replace(cell, text=bare) if bare != cell.text and not is_nothing(bare) and bare.isupper() else cell
