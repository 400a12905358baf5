"""Grids as text for a terminal: aligned for the eye, and never wider than it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from raci.render.room import GAP, fitting, shared_out
from raci.text.names import counted, in_words
from raci.text.visible import one_line
from raci.views.document import Column
from raci.views.wording import few

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.text import Text

    from raci.views.document import Grid, Group

_INDENT = 2
_FIRST = 0.4  # of the width is the first column's, before others are left out
_READABLE = 12  # columns of text are at least so wide, if they have so much
_LONGEST_WORD = 24  # in a head; a longer one, or one of a script without spaces, is folded
_IN_SIGHT = 16  # rows below the heads, they can still be seen
_NAMED = 8  # of the columns that have no room
_EMPTY = "·"


@dataclass(frozen=True)
class _Shown:
    """A column that has room: where it is in a row, and how wide it is."""

    index: int
    column: Column
    width: int


class Layout:
    """Which columns of a grid there is room for, how wide each is, and how their cells become lines."""

    def __init__(self, grid: Grid, width: int) -> None:
        from rich.cells import cell_len

        self.own = range(len(grid.columns))
        self.grid, self.width, self.length = _with_instead(grid), width, cell_len
        columns = self.grid.columns
        first, *others = range(len(columns))
        wide = self._natural(first)
        room = max(width - _INDENT, 1)
        self.indent = " " * (_INDENT if width > _INDENT else 0)
        least = min(wide, max(int(room * _FIRST), min(self._words(first) + _INDENT, room // 2), 1))
        needed = {index: self._least(index, columns[index]) for index in others}
        self._shorten(needed, room - least)
        columns = self.grid.columns
        kept = self._kept(needed, room - least)
        rest = room - sum(needed[index] + GAP for index in kept)
        wide = max(wide, self._headings() - len(self.indent))
        self.shown = [_Shown(first, columns[first], max(min(wide, rest), 1))]
        rest -= self.shown[0].width
        # Columns of text first: where these are narrow rows are folded, elsewhere but heads.
        for are_text in (True, False):
            alike = [each for each in kept if (columns[each].marks or columns[each].number) is not are_text]
            wanted = {index: max(self._natural(index) - needed[index], 0) for index in alike}
            for index, more in shared_out(max(rest, 0), wanted).items():
                needed[index] += more
                rest -= more
        self.shown += (_Shown(index, columns[index], needed[index]) for index in kept)

    def lines(self) -> Iterator[Text]:
        """Yield the grid, at most its width wide; the heads come again where they went by."""
        under_heads = _IN_SIGHT
        for number, group in enumerate(self.grid.groups):
            if number:
                yield self._text("", "")
            if under_heads >= _IN_SIGHT:
                under_heads = 0
                yield from self.heads(group)
            elif group.heading:
                yield from self.heading(group)
            for row in group.rows:
                yield from self.row(row)
            under_heads += len(group.rows) + 2

    def notes(self) -> Iterator[str]:
        """Yield what stands below the grid: what initials are short for, and which columns have no room."""
        columns = (each.column for each in self.shown)
        short = [each for each in columns if each.meaning and each.head == each.initials]
        if short:
            yield f"{in_words(f'{one_line(each.head)} is {one_line(each.meaning)}' for each in short)}."
        if left_out := self._left_out():
            yield left_out

    def _left_out(self) -> str:
        """Return which columns have no room, and how to see them; empty where all have."""
        has_room = {each.index for each in self.shown}
        missing = [self.grid.columns[index] for index in self.own if index not in has_room]
        names = in_words(few([one_line(column.meaning or column.head) for column in missing], _NAMED))
        number = counted(len(missing), "column has", "columns have")
        return f"{number} no room here: {names}. {one_line(self.grid.more)}".rstrip() if missing else ""

    def heading(self, group: Group) -> list[Text]:
        """Return the heading of a group without the heads of columns."""
        return self._folded(group.heading, self.width, "bold")

    def heads(self, group: Group) -> Iterator[Text]:
        """Yield the heads over a group; its heading stands for the first of them."""
        first, *others = self.shown
        cells = [self._folded(each.column.head, each.width, "bold") for each in others]
        width = first.width + len(self.indent)
        if not group.heading:
            own = self._folded(first.column.head, first.width, "bold")
            yield from self._lines([own, *cells], self.indent)
        elif max(map(self.length, one_line(group.heading).split()), default=0) <= width:
            yield from self._lines([self._folded(group.heading, width, "bold"), *cells], "")
        else:  # a word of it would be broken
            yield from self.heading(group)
            yield from self._lines([[], *cells], "")

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
                text.append(" " * GAP if number else "")
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
        from rich.console import Console

        lines = list(shown.wrap(Console(width=width, _environ={}), width, overflow="fold"))
        for line in lines:
            line.rstrip()
        return lines

    def _text(self, text: str, style: str) -> Text:
        from rich.text import Text

        return Text(text, style=style)

    def _shorten(self, needed: dict[int, int], room: int) -> None:
        """Give columns their initials for a head, from the right, until all have room or none is left."""
        columns, over = list(self.grid.columns), sum(needed[each] + GAP for each in self.own[1:]) - room
        for index in reversed(self.own[1:]):
            if over <= 0:
                break
            columns[index] = columns[index].in_short()
            least = self._least(index, columns[index])
            over -= needed[index] - least
            needed[index] = least
        self.grid = replace(self.grid, columns=tuple(columns))

    def _kept(self, needed: dict[int, int], room: int) -> list[int]:
        """Return which columns to show after the first; with the one instead of others where it is of use."""
        columns = self.grid.columns
        kept = fitting(columns, {index: needed[index] for index in needed if index in self.own}, room)
        if self.grid.instead and self._are_strong(set(self.own[1:]) - set(kept)):
            told = fitting(columns, needed, room)
            # It is no use where it has no room itself, or leaves none to any column of the others' kind.
            if told[-1:] != kept[-1:] and any(columns[index].spare for index in told):
                return told
        return kept

    def _are_strong(self, columns: Iterable[int]) -> bool:
        rows = [row for group in self.grid.groups for row in group.rows]
        return any(row[index] in self.grid.strong for index in columns for row in rows)

    def _headings(self) -> int:
        return max((self.length(one_line(group.heading)) for group in self.grid.groups), default=0)

    def _natural(self, index: int) -> int:
        cells = (row[index] for group in self.grid.groups for row in group.rows)
        return max(map(self.length, map(one_line, (self.grid.columns[index].head, *cells))))

    def _words(self, index: int) -> int:
        """Return how wide the longest word in the cells of a column is."""
        cells = (one_line(row[index]) for group in self.grid.groups for row in group.rows)
        return max((self.length(word) for text in cells for word in text.split()), default=0)

    def _least(self, index: int, column: Column) -> int:
        """Return how wide a column is whose head is folded between words, and whose marks never are."""
        head = one_line(column.head).split()
        longest = min(max(map(self.length, head), default=0), _LONGEST_WORD)
        texts = {row[index] for group in self.grid.groups for row in group.rows}
        cells = [one_line(text) for text in texts]
        widest = max(map(self.length, cells), default=0)
        if not (column.marks or column.number):
            words = max((self.length(word) for text in cells for word in text.split()), default=0)
            widest = max(min(words, _LONGEST_WORD), min(widest, _READABLE))
        return max(longest, widest, 1)


def _with_instead(grid: Grid) -> Grid:
    """Return a grid with the column that stands instead of others as its last one."""
    if not grid.instead:
        return grid
    texts = iter(grid.instead_of)
    groups = (
        replace(group, rows=tuple((*row, text) for row, text in zip(group.rows, texts, strict=False)))
        for group in grid.groups
    )
    return replace(grid, columns=(*grid.columns, Column(grid.instead)), groups=tuple(groups))
