"""The columns of a table under a header: which are roles or letters, and what the others are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from raci.importing.headers import are_codes, are_numbers, head_of, key
from raci.importing.letters import is_cross, is_nothing, is_to_fill_in
from raci.importing.names import are_short_names
from raci.importing.options import Hints, is_column
from raci.importing.wording import (
    AREAS,
    ITEMS,
    LETTER_COLUMNS,
    NOT_ROLES,
    NOTES,
    OTHERS,
    ROLES,
    SOURCES,
    SUMMARIES,
)
from raci.text.names import fold

if TYPE_CHECKING:
    from raci.importing.letters import Letters
    from raci.sheets.table import Cell

KINDS = frozenset({"responsibility", "deliverable"})
_ENOUGH = 0.5  # of the cells of a role's column are letters
_FEW_NAMES = 0.7
_SHORT = 25  # characters of a name, on the average


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
    kind: int | None = None
    told: list[str] = field(default_factory=list)


class Grid(list[Sequence["Cell"]]):
    """The rows of a table; what stands below a header is looked up once, whatever is tried there."""

    def __init__(self, rows: Sequence[Sequence[Cell]]) -> None:
        super().__init__(rows)
        self._texts: dict[tuple[int, int], list[str]] = {}
        self._across = [len(row) > 1 and len({each.text for each in row}) == 1 for row in rows]

    def texts(self, header: int, number: int) -> list[str]:
        """Return what stands in a column below a row, empty cells left out; a merged row is no cell of it."""
        if (header, number) not in self._texts:
            self._texts[header, number] = [
                row[number].text
                for row, across in zip(self[header + 1 :], self._across[header + 1 :], strict=True)
                if not across and not is_nothing(row[number].text)
            ]
        return self._texts[header, number]


class Sorting:
    """Sorts the columns of a table below one of its rows."""

    def __init__(self, rows: Sequence[Sequence[Cell]], header: int, letters: Letters, hints: Hints) -> None:
        self.hints, self.letters = hints, letters
        self.grid, self.below = rows if isinstance(rows, Grid) else Grid(rows), rows[header + 1 :]
        self.columns = Columns(header, [head_of(each) for each in rows[header]])

    def is_free(self, number: int) -> bool:
        """Return whether a column may be one of roles: neither its header nor anybody says otherwise."""
        head, hints = self.columns.heads[number], self.hints
        if any(is_column(each, head, number) for each in hints.columns):
            return False
        named = AREAS | SUMMARIES | SOURCES | NOTES | OTHERS | NOT_ROLES | LETTER_COLUMNS
        return bool(head) and key(head) not in named and not self._is_kind(number)

    def _is_kind(self, number: int) -> bool:
        """Return whether a column says of work whether it is a responsibility or a deliverable."""
        if key(self.columns.heads[number]) != "kind":
            return False
        texts = self.texts(number)
        return bool(texts) and KINDS.issuperset(map(fold, texts))

    def texts(self, number: int) -> list[str]:
        """Return what stands below a header, empty cells left out; a merged row is no cell of a column."""
        return self.grid.texts(self.columns.header, number)

    def find_roles(self) -> None:
        """Find the columns whose cells are letters; empty ones between them are roles as well."""
        found, empty = [], []
        for number in range(len(self.columns.heads)):
            if not self.is_free(number):
                continue
            texts = [each for each in self.texts(number) if not is_to_fill_in(each)]
            said = sum(bool(self.letters.read(each).codes) for each in texts)
            if texts and said >= _ENOUGH * len(texts):
                found.append(number)
            elif not texts:
                empty.append(number)
        if found and self._is_items(found[0]):
            del found[0]
        head = self.columns.heads
        if found:
            found += [each for each in empty if min(found) < each and key(head[each]) not in ITEMS | ROLES]
        self.columns.roles = sorted(found)

    def _is_items(self, number: int) -> bool:
        """Return whether a column is that of work, though its cells could be letters: CI, CD, IR."""
        if key(self.columns.heads[number]) not in ITEMS and any(map(self.texts, range(number))):
            return False
        return are_short_names([each for each in self.texts(number) if self.letters.read(each).codes])

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
        rest = [
            each
            for each, head in enumerate(columns.heads)
            if each not in taken and not any(is_column(one, head, each) for one in hints.ignored)
        ]
        columns.items = self._said(rest, hints.items)
        columns.area = self._said(rest, hints.area)
        columns.summary = self._said(rest, hints.summary)
        columns.source = self._said(rest, hints.source)
        columns.kind = next(filter(self._is_kind, rest), None)
        texts = {each: self.texts(each) for each in rest}
        said = {columns.area, columns.items, columns.summary, columns.source, columns.holder, columns.code}
        free = [
            each
            for each in rest
            if texts[each] and each not in {*said, columns.kind} and not are_numbers(texts[each])
        ]
        self._find_by_words(free, texts, min(taken, default=0))
        self._tell(rest, texts)

    def _find_by_words(self, free: list[int], texts: dict[int, list[str]], first: int) -> None:
        """Find what nobody said by what headers say; `first` is the first column of roles or letters."""
        columns = self.columns
        kinds = {each: key(columns.heads[each]) for each in free}
        others = AREAS | SUMMARIES | SOURCES | NOTES | OTHERS | ROLES
        items = [each for each in free if kinds[each] not in others]
        if columns.items is None:
            columns.items = self._items(items, kinds, texts, free, first)
        free = [each for each in free if each != columns.items]
        if columns.area is None:
            before = [each for each in items if columns.items is not None and each < columns.items]
            repeated = [each for each in before if self._repeats(texts[each])]
            columns.area = next((each for each in free if kinds[each] in AREAS), next(iter(repeated), None))
        for words in (SUMMARIES, NOTES):
            if columns.summary is None:
                columns.summary = next((each for each in free if kinds[each] in words), None)
        if columns.source is None:
            columns.source = next((each for each in free if kinds[each] in SOURCES), None)

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
        said = {self.columns.area, self.columns.summary, self.columns.source}
        numbers = [each for each, found in texts.items() if found and each < first and each not in said]
        coded = [
            each for each in numbers if are_codes(texts[each]) and key(self.columns.heads[each]) not in OTHERS
        ]
        before = [each for each in items if each < first] or ([] if coded else items)
        if worded and (len(worded) == 1 or not before):
            return worded[0]
        distinct = [each for each in (worded or before) if not self._repeats(texts[each])]
        fallback = [each for each in free if kinds[each] not in OTHERS | NOTES | SOURCES]
        return next(iter(distinct or before or coded or fallback or free or numbers), None)

    def _said(self, rest: list[int], wanted: str | None) -> int | None:
        return next((each for each in rest if is_column(wanted, self.columns.heads[each], each)), None)

    def _repeats(self, texts: list[str]) -> bool:
        rows = sum(1 for row in self.below if any(each.text for each in row))
        return len(set(texts)) < _FEW_NAMES * max(len(texts), 1) or len(texts) < rows / 2

    def _tell(self, rest: list[int], texts: dict[int, list[str]]) -> None:
        columns = self.columns
        became = {columns.summary: "summaries", columns.source: "sources", columns.area: "areas"}
        became[columns.kind] = "kinds of work"
        derived = ("status", "accountable") if columns.kind is not None else ()
        for each in rest:
            name = columns.heads[each] or f"column {each + 1}"
            if each in {columns.items, columns.holder, columns.code} or not texts[each]:
                continue
            if each in became:
                columns.told.append(f'"{name}" gives {became[each]}.')
            elif key(name) in derived:  # in a matrix that raci wrote
                columns.told.append(f'"{name}" is left out: it follows from the letters.')
            else:
                columns.told.append(f'"{name}" is left out{self._hint(key(name), texts[each])}')

    def _hint(self, kind: str, texts: Sequence[str]) -> str:
        """Return why a column is left out, and which option would take it."""
        if all(map(is_cross, texts)) and kind not in OTHERS:
            return ": it has crosses."
        if are_numbers(texts) or kind in OTHERS:
            return "; --source or --summary would take it."
        if kind in NOTES:
            return "; --summary would take it."
        if kind in ROLES:
            return "; --roles would take it, in a list or with crosses under letters."
        short = sum(len(each) for each in texts) < _SHORT * len(texts)
        if short and len(set(texts)) < _FEW_NAMES * len(texts):
            return "; --area would take it, or --letter WORD=LETTER if it says who does what."
        return "; --items or --summary would take it." if short else "; --summary would take it."
