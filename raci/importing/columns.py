"""The columns of a table under a header: which are roles or letters, and what the others are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from raci.importing.letters import is_cross, is_nothing
from raci.importing.options import Hints, is_column
from raci.importing.wording import (
    AREAS,
    ITEMS,
    LETTER_COLUMNS,
    NOT_ROLES,
    OTHERS,
    ROLES,
    SOURCES,
    SUMMARIES,
    plain,
)
from raci.sheets.table import Mark
from raci.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raci.importing.letters import Letters
    from raci.sheets.table import Cell

_NUMBER = re.compile(r"[\s#]*(?:[A-Za-z]{0,4}[-.]?)?\d+(?:[.\-]\d+)*[.)]?\s*%?")
_ENOUGH = 0.6  # of the cells of a role's column are letters
_FEW_NAMES = 0.7


@dataclass
class Columns:
    """A header's row, and the columns below it by their numbers."""

    header: int
    heads: list[str]
    roles: list[int] = field(default_factory=list)
    letters: dict[int, str] = field(default_factory=dict)
    items: int | None = None
    area: int | None = None
    summary: int | None = None
    source: int | None = None
    holder: int | None = None
    code: int | None = None
    told: list[str] = field(default_factory=list)


def head_of(cell: Cell) -> str:
    """Return a header in one line, without Markdown."""
    return " ".join(plain(cell.text.replace("\n", " ")).split())


def is_number(text: str) -> bool:
    """Return whether a text is nothing but a number, or that of a step."""
    return _NUMBER.fullmatch(text) is not None


def key(head: str) -> str:
    """Return a header as it is compared."""
    return fold(head).strip(" :*.?")


class Sorting:
    """Sorts the columns of a table below one of its rows."""

    def __init__(self, rows: Sequence[Sequence[Cell]], header: int, letters: Letters, hints: Hints) -> None:
        self.hints, self.letters = hints, letters
        self.below = rows[header + 1 :]
        self.columns = Columns(header, [head_of(each) for each in rows[header]])

    def is_free(self, number: int) -> bool:
        """Return whether a column may be one of roles: neither its header nor anybody says otherwise."""
        head, hints = self.columns.heads[number], self.hints
        if any(is_column(each, head, number) for each in hints.columns):
            return False
        named = AREAS | SUMMARIES | SOURCES | OTHERS | NOT_ROLES | LETTER_COLUMNS
        return bool(head) and key(head) not in named

    def texts(self, number: int) -> list[str]:
        """Return what stands below a header, empty cells left out; a merged row is no cell of a column."""
        return [
            row[number].text
            for row in self.below
            if not is_nothing(row[number].text) and not self._is_across(row)
        ]

    @staticmethod
    def _is_across(row: Sequence[Cell]) -> bool:
        return len(row) > 1 and len({each.text for each in row}) == 1

    def find_roles(self) -> None:
        """Find the columns whose cells are letters; empty ones between them are roles as well."""
        found, empty = [], []
        for number in range(len(self.columns.heads)):
            if not self.is_free(number):
                continue
            texts = self.texts(number)
            said = sum(bool(self.letters.read(each).codes) for each in texts)
            if texts and said >= _ENOUGH * len(texts):
                found.append(number)
            elif not texts:
                empty.append(number)
        head = self.columns.heads
        if found:
            found += [each for each in empty if min(found) < each and key(head[each]) not in ITEMS | ROLES]
        self.columns.roles = sorted(found)

    def find_letters(self) -> None:
        """Find the columns whose headers are letters."""
        for number, head in enumerate(self.columns.heads):
            if head and not any(is_column(each, head, number) for each in self.hints.ignored):
                code = self.letters.of_header(head)
                if code:
                    self.columns.letters[number] = code

    def find_others(self, taken: Sequence[int]) -> None:
        """Find the column of items, and say what becomes of the others."""
        columns, hints = self.columns, self.hints
        rest = [each for each in range(len(columns.heads)) if each not in taken]
        rest = [
            each
            for each in rest
            if not any(is_column(one, columns.heads[each], each) for one in hints.ignored)
        ]
        columns.items = self._said(rest, hints.items)
        columns.area = self._said(rest, hints.area)
        kinds = {each: key(columns.heads[each]) for each in rest}
        texts = {each: self.texts(each) for each in rest}
        free = [
            each
            for each in rest
            if texts[each]
            and each not in {columns.area, columns.items, columns.holder, columns.code}
            and sum(map(is_number, texts[each])) < len(texts[each]) / 2
        ]
        items = [each for each in free if kinds[each] not in AREAS | SUMMARIES | SOURCES | OTHERS | ROLES]
        if columns.items is None:
            columns.items = self._items(items, kinds, texts, free, min(taken, default=0))
        if columns.area is None:
            named = [each for each in free if kinds[each] in AREAS and each != columns.items]
            before = [each for each in items if columns.items is not None and each < columns.items]
            columns.area = next(iter(named or [each for each in before if self._repeats(texts[each])]), None)
        columns.summary = next(
            (each for each in free if kinds[each] in SUMMARIES and each != columns.items), None
        )
        columns.source = next(
            (each for each in free if kinds[each] in SOURCES and each != columns.items), None
        )
        self._tell(rest, texts)

    def _items(
        self,
        items: list[int],
        kinds: dict[int, str],
        texts: dict[int, list[str]],
        free: list[int],
        first: int,
    ) -> int | None:
        worded = [each for each in items if kinds[each] in ITEMS and not self._repeats(texts[each])]
        worded = worded or [each for each in items if kinds[each] in ITEMS]
        before = [each for each in items if each < first] or items
        if worded and (len(worded) == 1 or not before):
            return worded[0]
        distinct = [each for each in (worded or before) if not self._repeats(texts[each])]
        fallback = [each for each in free if kinds[each] not in OTHERS | SOURCES]
        return next(iter(distinct or before or fallback), None)

    def _said(self, rest: list[int], wanted: str | None) -> int | None:
        return next((each for each in rest if is_column(wanted, self.columns.heads[each], each)), None)

    def _repeats(self, texts: list[str]) -> bool:
        rows = sum(1 for row in self.below if any(each.text for each in row))
        return len(set(texts)) < _FEW_NAMES * max(len(texts), 1) or len(texts) < rows / 2

    def _tell(self, rest: list[int], texts: dict[int, list[str]]) -> None:
        columns = self.columns
        became = {columns.summary: "summaries", columns.source: "sources", columns.area: "areas"}
        for each in rest:
            name = columns.heads[each] or f"column {each + 1}"
            if each in {columns.items, columns.holder, columns.code} or not texts[each]:
                continue
            if each in became:
                columns.told.append(f'"{name}" gives {became[each]}.')
            elif all(map(is_cross, texts[each])) and key(name) not in OTHERS:
                columns.told.append(f'"{name}" is left out: it has crosses.')
            else:
                columns.told.append(f'"{name}" is left out; --items, --area or --roles would take it.')


def is_hidden(cells: Sequence[Cell]) -> bool:
    """Return whether all cells are hidden."""
    return bool(cells) and all(Mark.HIDDEN in each.marks for each in cells)
