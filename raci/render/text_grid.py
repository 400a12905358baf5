"""Grids as text: aligned for the eye on a terminal, parted by tabs in a pipe."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from raci.names import in_words
from raci.render.csv import cell
from raci.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.text import Text

    from raci.views.document import Column, Grid, Group, Table

_GAP = 2
_INDENT = 2
_FIRST = 0.4  # of the width is the first column's, before others are left out
_READABLE = 12  # columns of text are at least so wide, if they have so much
_LONGEST_WORD = 24  # in a head; a longer one, or one of a script without spaces, is folded
_IN_SIGHT = 16  # rows below the heads, they can still be seen
_EMPTY = "·"


def tab_separated(table: Table) -> Iterator[str]:
    """Yield a line for the header and one for each row; no cell holds a tab, or is a formula."""
    return map(_tabbed, (table.header, *table.rows))


def plain_lines(grid: Grid) -> Iterator[str]:
    """Yield a grid for a pipe: the heads, then each group's heading and its rows."""
    yield _tabbed(column.head for column in grid.columns)
    for group in grid.groups:
        if group.heading:
            yield cell(group.heading)
        yield from map(_tabbed, group.rows)


def _tabbed(cells: Iterable[str]) -> str:
    return "\t".join(map(cell, cells))


def left_out(grid: Grid, width: int) -> str:
    """Return which columns have no room, and how to see them; empty where all have."""
    has_room = {each.index for each in _Layout(grid, width).shown}
    missing = [column for index, column in enumerate(grid.columns) if index not in has_room]
    names = in_words(one_line(column.meaning or column.head) for column in missing)
    counted = "1 column has" if len(missing) == 1 else f"{len(missing)} columns have"
    return f"{counted} no room here: {names}. {one_line(grid.more)}".rstrip() if missing else ""


def styled_lines(grid: Grid, width: int) -> Iterator[Text]:
    """Yield a grid for a terminal, at most `width` columns wide; the heads come again where they went by."""
    layout = _Layout(grid, width)
    under_heads = _IN_SIGHT
    for number, group in enumerate(grid.groups):
        if number:
            yield layout.empty_line
        if under_heads >= _IN_SIGHT:
            under_heads = 0
            yield from layout.heads(group)
        elif group.heading:
            yield from layout.heading(group)
        for row in group.rows:
            yield from layout.row(row)
        under_heads += len(group.rows) + 2


@dataclass(frozen=True)
class _Shown:
    """A column that has room: where it is in a row, and how wide it is."""

    index: int
    column: Column
    width: int


class _Layout:
    """Which columns of a grid there is room for, how wide each is, and how their cells become lines."""

    def __init__(self, grid: Grid, width: int) -> None:
        from rich.cells import cell_len  # noqa: PLC0415 - a pipe needs no rich

        self.grid, self.width, self.length = grid, width, cell_len
        first, *others = range(len(grid.columns))
        wide = self._natural(first)
        room = max(width - _INDENT, 1)
        self.indent = " " * (_INDENT if width > _INDENT else 0)
        least = min(wide, max(int(room * _FIRST), 1))
        needed = {index: self._least(index) for index in others}
        kept = _fitting(grid.columns, needed, room - least)
        rest = room - sum(needed[index] + _GAP for index in kept)
        self.shown = [_Shown(first, grid.columns[first], max(min(wide, rest), 1))]
        rest -= self.shown[0].width
        for index in kept:
            more = min(max(rest, 0), max(self._natural(index) - needed[index], 0))
            self.shown.append(_Shown(index, grid.columns[index], needed[index] + more))
            rest -= more

    @property
    def empty_line(self) -> Text:
        """Return a line with nothing in it."""
        return self._text("", "")

    def heading(self, group: Group) -> list[Text]:
        """Return the heading of a group without the heads of columns."""
        return self._folded(group.heading, self.width, "bold")

    def heads(self, group: Group) -> Iterator[Text]:
        """Yield the heads over a group; its heading stands for the first of them."""
        first, *others = self.shown
        cells = [self._folded(each.column.head, each.width, "bold") for each in others]
        if group.heading:
            own = self._folded(group.heading, first.width + len(self.indent), "bold")
            indent = ""
        else:
            own, indent = self._folded(first.column.head, first.width, "bold"), self.indent
        yield from self._lines([own, *cells], indent)

    def row(self, row: Sequence[str]) -> Iterator[Text]:
        """Yield the lines of a row; where the first cell is folded, the rest of it is set in."""
        first, *others = self.shown
        cells = [self._hanging(row[first.index], first.width)]
        for each in others:
            text = row[each.index]
            if each.column.marks and not text:
                cells.append([self._text(_EMPTY, "dim")])
            else:
                cells.append(self._folded(text, each.width, self._style(text)))
        yield from self._lines(cells, self.indent)

    def _lines(self, cells: list[list[Text]], indent: str) -> Iterator[Text]:
        for line in zip_longest(*cells):
            text = self._text(indent, "")
            for number, (each, part) in enumerate(zip(self.shown, line, strict=True)):
                width = each.width + (0 if number or indent else len(self.indent))
                blank = " " * max(width - (part.cell_len if part else 0), 0)
                text.append(" " * _GAP if number else "")
                text.append(blank if each.column.number else "")
                text.append_text(part or self._text("", ""))
                text.append("" if each.column.number else blank)
            text.rstrip()
            yield text

    def _style(self, text: str) -> str:
        if text in self.grid.striking:
            return "bold red"
        return "bold" if text in self.grid.strong else ""

    def _hanging(self, text: str, width: int) -> list[Text]:
        first, *rest = self._folded(text, width, "")
        if not rest:
            return [first]
        set_in = _INDENT if width > 4 * _INDENT else 0
        further = one_line(text)[len(first.plain) :].lstrip()
        lines = self._folded(further, width - set_in, "")
        return [first, *(self._text(" " * set_in, "").append_text(line) for line in lines)]

    def _folded(self, text: str, width: int, style: str) -> list[Text]:
        shown = self._text(one_line(text), style)
        if shown.cell_len <= width:
            return [shown]
        from rich.console import Console  # noqa: PLC0415

        lines = list(shown.wrap(Console(width=width, _environ={}), width, overflow="fold"))
        for line in lines:
            line.rstrip()
        return lines

    def _text(self, text: str, style: str) -> Text:
        from rich.text import Text  # noqa: PLC0415

        return Text(text, style=style)

    def _natural(self, index: int) -> int:
        cells = (row[index] for group in self.grid.groups for row in group.rows)
        return max(map(self.length, map(one_line, (self.grid.columns[index].head, *cells))))

    def _least(self, index: int) -> int:
        """Return how wide a column is whose head is folded between words, and whose marks never are."""
        column = self.grid.columns[index]
        head = one_line(column.head).split()
        longest = min(max(map(self.length, head), default=0), _LONGEST_WORD)
        texts = {row[index] for group in self.grid.groups for row in group.rows}
        cells = [one_line(text) for text in texts]
        widest = max(map(self.length, cells), default=0)
        if not (column.marks or column.number):
            words = max((self.length(word) for text in cells for word in text.split()), default=0)
            widest = max(min(words, _LONGEST_WORD), min(widest, _READABLE))
        return max(longest, widest, 1)


def _fitting(columns: Sequence[Column], needed: dict[int, int], room: int) -> list[int]:
    """Return the columns that fit: the spare ones are left out first, and all of them from the right."""
    kept = list(needed)
    for spare in (True, False):
        for index in reversed(needed):
            if sum(needed[each] + _GAP for each in kept) <= room:
                return kept
            if columns[index].spare is spare:
                kept.remove(index)
    return kept
