"""The sheet of the matrix: work down, roles across, letters to choose; it can be sorted, and comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.importing.own_workbook import (
    AREA,
    HEADER,
    KIND,
    STATUS,
    TITLE,
    WORK,
    SheetMark,
    digest,
    of_role,
)
from raci.model.scheme import SCHEMES
from raci.model.standing import Status
from raci.sheets.new_sheet import (
    Choices,
    NewCell,
    NewColumn,
    NewRow,
    NewSheet,
    Rule,
    column_name,
    letters_in,
    width_of,
)
from raci.text.columns import columns as room_of
from raci.views.matrix import matrix as view
from raci.views.wording import spoken
from raci.workbook import looks
from raci.workbook.legend_sheet import choices, together

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from raci.queries.matrix import MatrixRow
    from raci.workbook.contents import Contents

_HEADER, _FIRST = 3, 4  # rows
_NAMED = f"$C{_FIRST}"  # the name of the work in the row of a cell
_ROLES = 5  # the first column of roles: id, area, work and status come before
_TO_ADD = 500  # rows below the last that are ready for more work
_FEW = 9  # roles whose names have room side by side
_LARGE = 22  # roles that need larger paper
_NARROW = 5.7  # a column below a turned name; others are as wide as the longest word, within these:
_SHORTEST, _LONGEST = 11, 20
_TALLEST, _POINTS = 170, 5.4  # of a turned name, and of a character in it
_NO_LONGER = {
    Status.OWNED: "<>1",
    Status.SETTLED: "<>1",
    Status.CONTESTED: "<2",
    Status.UNOWNED: ">0",
    Status.UNOWNED_ON_PURPOSE: ">0",
}
"""How many are accountable where a status is true no more."""
_EMPTY = NewCell()  # its column says how it looks


def matrix_sheet(contents: Contents) -> NewSheet:
    """Return the sheet of a matrix."""
    return _Sheet(contents).sheet()


class _Sheet:
    def __init__(self, contents: Contents) -> None:
        self.answer, self.roles = contents.matrix, contents.columns
        self.contents, self.scheme = contents, SCHEMES[contents.matrix.scheme]
        self.turned = len(self.roles) > _FEW
        words = _longest(word for role in self.roles for word in role.name.split())
        self.wide = _NARROW if self.turned else width_of(min(max(words, _SHORTEST), _LONGEST) + 2)
        self.written = {text: together(text, self.scheme) for text in self.answer.legend}
        last = column_name(_ROLES + max(len(self.roles), 1) - 1)
        self.kind = column_name(_ROLES + len(self.roles))
        self.last_row = _FIRST + max(len(self.answer.rows), 1) - 1
        self.cells = f"{column_name(_ROLES)}{_FIRST}:{last}{self.last_row + _TO_ADD}"
        self.row = f"${column_name(_ROLES)}{_FIRST}:${last}{_FIRST}"

    def sheet(self) -> NewSheet:
        return NewSheet(
            name="Matrix",
            columns=tuple(self._columns()),
            rows=(*self._head(), *map(self._row, self.answer.rows)),
            frozen=f"D{_FIRST}",
            filtered=f"A{_HEADER}:{self.kind}{self.last_row}",
            repeated=_HEADER,
            footer="   ".join(f"{each.code} {each.word}" for each in self.scheme.letters),
            rules=tuple(self._rules()),
            choices=Choices(
                self.cells,
                choices(self.contents),
                "Other letters",
                f"The letters here: {self.scheme.allowed()}. Several are parted by a slash.",
            ),
            large=len(self.roles) > _LARGE,
        )

    def _columns(self) -> Iterator[NewColumn]:
        areas = _longest(row.area or "" for row in self.answer.rows)
        work = _longest(row.name for row in self.answer.rows)
        statuses = _longest(spoken(row.status) for row in self.answer.rows)
        yield NewColumn(10, hidden=True)
        yield NewColumn(width_of(min(max(areas + areas // 8, 12), 40)), looks.NEW)
        yield NewColumn(width_of(min(max(work, 24), 50)), looks.NEW)
        yield NewColumn(width_of(max(statuses, 10)), looks.NEW)
        for _ in self.roles:
            yield NewColumn(self.wide, looks.NEW_LETTER)
        yield NewColumn(17, looks.NEW)

    def _head(self) -> Iterator[NewRow]:
        answer = self.answer
        mark = SheetMark(
            "matrix", answer.scheme, answer.claims, not answer.filtered, digest(self.contents.whole)
        )
        roles = (of_role(each.id) for each in self.roles)
        hidden = (mark.text(), AREA, WORK, STATUS, *roles, KIND)
        yield NewRow(tuple(map(NewCell, hidden)), hidden=True)
        said = "what each role claims, before agreements" if answer.claims else "what holds"
        blank = (NewCell("", looks.TITLE) for _ in range(len(self.roles) + _ROLES - 2))
        yield NewRow(
            (NewCell(TITLE), NewCell(f"{view(answer).title} The letters are {said}.", looks.TITLE), *blank),
            height=24,
        )
        look = looks.TURNED_ROLE if self.turned else looks.ROLE
        heads = (NewCell(each.name, look) for each in self.roles)
        others = (NewCell(each, looks.HEAD) for each in ("Area", "Work", "Status"))
        longest = _longest(each.name for each in self.roles)
        lines = 1 if self.turned else max(2, -(-longest // (letters_in(self.wide) - 2)))
        height = int(longest * _POINTS) + 20 if self.turned else lines * 15 + 18
        yield NewRow((NewCell(HEADER), *others, *heads, NewCell("Kind", looks.HEAD)), min(height, _TALLEST))

    def _row(self, row: MatrixRow) -> NewRow:
        written, letters = self.written, row.letters
        cells = (
            NewCell(written[letters[each.id]], looks.LETTER) if each.id in letters else _EMPTY
            for each in self.roles
        )
        return NewRow(
            (
                NewCell(row.work),
                NewCell(row.area or "", looks.TEXT),
                NewCell(row.name, looks.TEXT),
                NewCell(spoken(row.status), looks.SOFT),
                *cells,
                NewCell(row.kind, looks.SOFT),
            )
        )

    def _rules(self) -> Iterator[Rule]:
        """Yield what colours the sheet: work that needs somebody, the letters, and where an area begins."""
        end = self.last_row + _TO_ADD
        yield from self._about_work(end)
        yield from looks.of_letters(self.scheme, self.cells, self.row)
        area, begins = f"$B{_FIRST}", f'AND({_NAMED}<>"",$B{_FIRST}<>$B{_HEADER})'
        yield Rule(f"B{_FIRST}:B{end}", f'AND({area}<>"",{area}=$B{_HEADER})', looks.AGAIN)
        yield Rule(f"B{_FIRST}:B{end}", begins, looks.BEGINS)
        yield Rule(f"C{_FIRST}:{self.kind}{end}", begins, looks.LINE_ABOVE)
        yield Rule(f"B{_FIRST}:{self.kind}{end}", f'{_NAMED}<>""', looks.FILLED)

    def _about_work(self, end: int) -> Iterator[Rule]:
        """Yield what the letters say of work. Where they are claims, several are what is to be settled."""
        held = looks.count_of(self.scheme.accountable, self.row)
        if not self.answer.claims:
            past = (f"AND({_is(status)},{held}{count})" for status, count in _NO_LONGER.items())
            yield Rule(f"D{_FIRST}:D{end}", f"OR({','.join(past)})", looks.NO_LONGER, stops=True)
        contested = f"AND({held}>1,NOT({_is(Status.SETTLED)}))" if self.answer.claims else f"{held}>1"
        unowned = f'AND({_NAMED}<>"",{held}=0,NOT({_is(Status.UNOWNED_ON_PURPOSE)}))'
        yield Rule(f"C{_FIRST}:D{end}", contested, looks.CONTESTED)
        yield Rule(f"C{_FIRST}:D{end}", unowned, looks.UNOWNED)


def _longest(texts: Iterable[str]) -> int:
    return max(map(room_of, texts), default=0)


def _is(status: Status) -> str:
    """Return the condition that the row of a cell has a status."""
    return f'$D{_FIRST}="{spoken(status)}"'
