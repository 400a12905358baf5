"""The matrix on the report page: rows by area, the legend, and what rows can be chosen by."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from raci.model.scheme import SCHEMES
from raci.page.parts import Cell, Choice, Grid, Letter, Mark, Row
from raci.page.work import role_link, spoken, work_link
from raci.queries.matrix import WITHOUT_AREA
from raci.views.matrix import OF_NONE, ONE_OF_SEVERAL, sign

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.queries.matrix import MatrixRow
    from raci.queries.report import Report


def grid(answer: Report) -> Grid:
    """Return the matrix."""
    rows = answer.matrix.rows
    cells = _Cells(answer)
    groups = tuple(
        (area or WITHOUT_AREA, tuple(_row(answer, row, cells) for row in of_area))
        for area, of_area in groupby(rows, key=lambda row: row.area)
    )
    return Grid(
        roles=tuple(role_link(answer, role.id) for role in answer.matrix.roles),
        groups=groups,
        legend=cells.legend(),
        marks=tuple(cells.marks()),
        choices=tuple(_choices(answer)),
        rows=len(rows),
    )


class _Cells:
    """The cells of rows: big matrices are nearly empty, and what is the same in many rows is made once."""

    def __init__(self, answer: Report) -> None:
        self._scheme = SCHEMES[answer.matrix.scheme]
        self._place = {role.id: place for place, role in enumerate(answer.matrix.roles)}
        self._filled: dict[tuple[str, str], Cell] = {}

    def of(self, row: MatrixRow) -> tuple[Cell, ...]:
        """Return the cells of a row, one for all roles that have no letters and stand beside each other."""
        cells: list[Cell] = []
        after = 0
        for place, role in sorted((self._place[role], role) for role in row.letters):
            cells += self._empty(place - after)
            cells.append(self._with_letters(row.letters[role], sign(row, role)))
            after = place + 1
        return (*cells, *self._empty(len(self._place) - after))

    def legend(self) -> tuple[Letter, ...]:
        """Return the letters that occurred, in the order of the scheme."""
        used = {letter.code for cell in self._filled.values() for letter in cell.letters}
        return tuple(self._letter(each.code) for each in self._scheme.letters if each.code in used)

    def marks(self) -> Iterable[Mark]:
        """Yield the signs that occurred."""
        used = {sign for _, sign in self._filled}
        if ONE_OF_SEVERAL in used:
            text = "one of several who are accountable: it is contested"
            yield Mark(ONE_OF_SEVERAL, self._letter(self._scheme.accountable), text)
        if OF_NONE in used:
            held = {each for cell in self._filled.values() if cell.sign == OF_NONE for each in cell.letters}
            shown = next(each for each in self.legend() if each in held)
            yield Mark(OF_NONE, shown, "nobody is accountable")

    def _empty(self, span: int) -> list[Cell]:
        return [Cell((), span=span)] if span else []

    def _with_letters(self, letters: str, sign: str) -> Cell:
        if (letters, sign) not in self._filled:
            codes = self._scheme.parse([letters])
            self._filled[letters, sign] = Cell(tuple(map(self._letter, codes)), sign)
        return self._filled[letters, sign]

    def _letter(self, code: str) -> Letter:
        letter = self._scheme.letter(code)
        return Letter(code, letter.meaning.value, letter.word)


def _row(answer: Report, row: MatrixRow, cells: _Cells) -> Row:
    return Row(
        work=work_link(answer, row.work),
        kind=row.kind,
        area=row.area or WITHOUT_AREA,
        status=row.status,
        roles=tuple(row.letters),
        cells=cells.of(row),
    )


def _choices(answer: Report) -> Iterable[Choice]:
    rows = answer.matrix.rows
    areas = dict.fromkeys(row.area or WITHOUT_AREA for row in rows)
    kinds = sorted({row.kind for row in rows}, reverse=True)
    yield Choice("role", "Role", "All roles", tuple((role.id, role.name) for role in answer.matrix.roles))
    yield Choice("area", "Area", "All areas", tuple((area, area) for area in areas))
    yield Choice(
        "status", "Status", "Any status", tuple((each, spoken(each)) for each in answer.matrix.summary)
    )
    yield Choice("kind", "Kind", "Any kind", tuple((kind, kind) for kind in kinds))
