"""The workbook that raci writes and knows again: where it keeps ids, and what it says of itself.

Each sheet has a hidden first row and a hidden first column. In the corner where they meet stands the mark
of the sheet, by which it is known in any format, whatever it is called by then:

    raci 1 matrix; scheme raci; letters held; rows all; register 0123456789abcdef

The hidden row says what each column is, the hidden column what each row is. Whoever sorts rows, moves or
hides columns, takes them along; what somebody has added has nothing there. On the sheet of the matrix:

    mark      column area   column work   column status   role head-chef   role buyer   column kind
    -         a title, which nobody reads back
    Work id   Area          Work          Status          Head Chef        Buyer        Kind
    menu      Food          Menu          owned           AR               C            deliverable

Nothing else is hidden, and no cell has a formula.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from raci.queries.matrix import Matrix
    from raci.sheets.table import Cell, Table

    Rows = tuple[tuple[Cell, ...], ...]

SheetName = Literal["matrix", "overlaps", "roles", "paths", "legend"]
AREA, WORK, STATUS, KIND = "column area", "column work", "column status", "column kind"
"""What the hidden row says of the columns that are no roles."""
TITLE, HEADER = "-", "Work id"
"""What the hidden column says of the rows that are no work; neither can be an id."""
_VERSION = 1
_ROLE = "role "
_LOOKED_AT = 10  # rows and columns, for the mark
_MARK = re.compile(r"raci (\d{1,9}) (matrix|overlaps|roles|paths|legend)((?:; \w+ [\w-]+)*)")


@dataclass(frozen=True, slots=True)
class SheetMark:
    """What a sheet says of itself.

    The letters are those that each role claims, or else those that hold. A matrix that is not `whole` has
    left out some rows. `register` is the `digest` of what the files said when it was written.
    """

    sheet: SheetName
    scheme: str = ""
    claims: bool = False
    whole: bool = True
    register: str = ""
    version: int = _VERSION

    def text(self) -> str:
        """Return the mark as it stands in the corner of a sheet."""
        letters, rows = "claimed" if self.claims else "held", "all" if self.whole else "some"
        said = f"; scheme {self.scheme}; letters {letters}; rows {rows}; register {self.register}"
        return f"raci {self.version} {self.sheet}{said if self.sheet == 'matrix' else ''}"

    @property
    def is_known(self) -> bool:
        """Return whether this raci reads sheets of this version."""
        return self.version == _VERSION


def mark_of(table: Table) -> SheetMark | None:
    """Return what a table says of itself, None where raci has not written it."""
    at = _corner(table)
    found = _MARK.fullmatch(table.rows[at[0]][at[1]].text) if at else None
    if found is None:
        return None
    said = dict(each.split(" ", 1) for each in found[3].split("; ")[1:])
    sheet: SheetName = found[2]  # type: ignore[assignment]
    return SheetMark(
        sheet,
        said.get("scheme", ""),
        said.get("letters") == "claimed",
        said.get("rows") != "some",
        said.get("register", ""),
        int(found[1]),
    )


def without_marks(table: Table) -> Table:
    """Return a table without the hidden row, which says nothing where the hidden column is gone."""
    is_ours = table.rows and any(each.text == WORK for each in table.rows[0])
    return replace(table, rows=table.rows[1:]) if is_ours else table


def of_role(id_: str) -> str:
    """Return what the hidden row says of the column of a role."""
    return f"{_ROLE}{id_}"


def digest(whole: Matrix) -> str:
    """Return what tells one state of the files from another; of a matrix without filters."""
    roles = sorted((each.id, each.name) for each in whole.roles)
    work = sorted(
        (each.work, each.name, each.area or "", each.kind, sorted(each.letters.items()))
        for each in whole.rows
    )
    return hashlib.sha256(json.dumps([whole.scheme, roles, work]).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class OwnColumn:
    """A column that may be a role's: its number from 0, its head, and the role's id; empty if it is new."""

    number: int
    head: Cell
    id: str = ""


@dataclass(frozen=True, slots=True)
class OwnRow:
    """A piece of work: its id (empty if it is new), what stands in its columns, and all cells of the row.

    `area_cell` is where its area stands, if it has a cell.
    """

    id: str
    name: Cell
    area: str
    kind: str
    cells: tuple[Cell, ...]
    area_cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class OwnMatrix:
    """The matrix of a workbook of ours, as it is by now; `areas` says that it has those of its work."""

    mark: SheetMark
    columns: tuple[OwnColumn, ...]
    rows: tuple[OwnRow, ...]
    areas: bool = True


def own_matrix(table: Table) -> OwnMatrix | None:
    """Return the matrix on a sheet that raci wrote, None where it is none or has lost its columns.

    Of two columns or rows with one id, as people make them by copying, the first has it and the others are
    new. Rows without any text are left out.
    """
    mark = mark_of(table)
    rows = _from_the_corner(table)
    header = next((row for row in rows[1:] if row[0].text == HEADER), None)
    if mark is None or mark.sheet != "matrix" or header is None:
        return None
    hidden = [each.text for each in rows[0]]
    if WORK not in hidden:
        return None
    at = {each: hidden.index(each) for each in (AREA, WORK, STATUS, KIND) if each in hidden}
    return OwnMatrix(mark, tuple(_columns(hidden, header, at.values())), tuple(_rows(rows, at)), AREA in at)


def _corner(table: Table) -> tuple[int, int] | None:
    """Return the row and the column of the mark: people put titles above it, and numbers before it."""
    for number, row in enumerate(table.rows[:_LOOKED_AT]):
        for column, cell in enumerate(row[:_LOOKED_AT]):
            if _MARK.fullmatch(cell.text):
                return number, column
    return None


def _from_the_corner(table: Table) -> Rows:
    """Return rows with the hidden one first, and in each the hidden cell first."""
    row, column = _corner(table) or (0, 0)
    rows = (table.rows[row], *table.rows[:row], *table.rows[row + 1 :])
    return tuple((each[column], *each[:column], *each[column + 1 :]) for each in rows)


def _columns(hidden: Sequence[str], header: Sequence[Cell], others: Iterable[int]) -> Iterable[OwnColumn]:
    taken, met = set(others) | {0}, set()
    for number, head in enumerate(header):
        id_ = hidden[number].removeprefix(_ROLE) if hidden[number].startswith(_ROLE) else ""
        if number in taken or not (id_ or head.text):
            continue
        yield OwnColumn(number, head, "" if id_ in met else id_)
        met.add(id_)


def _rows(rows: Rows, at: dict[str, int]) -> Iterable[OwnRow]:
    met: set[str] = set()
    for row in rows[1:]:
        id_ = row[0].text
        if id_ in {TITLE, HEADER} or not any(each.text for each in row):
            continue
        area, kind = (" ".join(row[at[each]].text.split()) if each in at else "" for each in (AREA, KIND))
        cell = row[at[AREA]] if AREA in at else None
        yield OwnRow("" if id_ in met else id_, row[at[WORK]], area, kind, row, cell)
        met.add(id_)
