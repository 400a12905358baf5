"""The layout with letters as columns: names are in the cells, or crosses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.importing.claims import Claim, Taken
from raci.importing.headers import key
from raci.importing.layouts import Layout, unreadable
from raci.importing.letters import are_letters, is_cross, is_nothing, is_to_fill_in
from raci.importing.names import (
    PLACEHOLDER,
    abbreviated,
    halves,
    is_everybody,
    is_joined,
    is_placeholder,
    split_names,
)
from raci.importing.options import is_column
from raci.importing.report import CellReport
from raci.importing.rows import Rows
from raci.importing.wording import ROLES
from raci.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raci.sheets.table import Cell

_LONGEST_ROLE = 100


class LetterColumns(Layout):
    """Letters are columns, names are in the cells; or crosses are, and roles have a column."""

    name = "letters"

    def taken(self) -> Taken | None:
        """Return what the table says."""
        self.sorting.find_letters()
        columns = self.columns
        cells = list(columns.letters)
        alone = self.hints.layout == "letters" or "DRI" in columns.letters.values()
        if len(cells) < (1 if alone else 2) or len(set(columns.letters.values())) < len(cells):
            return None
        texts = [text for each in cells for text in self.sorting.texts(each)]
        if not texts or are_letters(texts, self.letters, 0.2):
            crossed = texts and all(is_cross(each) for each in texts)
            if not crossed:
                return None
        self._find_holder(cells)
        self.sorting.find_others([*cells, *([columns.holder] if columns.holder is not None else [])])
        if columns.items is None or (columns.holder is None and key(columns.heads[columns.items]) in ROLES):
            return None  # who does what, not who holds which letter
        if all(is_to_fill_in(each) for each in texts):
            return None
        taken = Taken("letters", "letters are columns, names are in the cells")
        taken.columns, taken.covers = columns.told, frozenset(columns.letters.values())
        if told := self._both_accountable():
            taken.columns.append(told)
        self._known = {fold(each) for text in texts for each in split_names(text) if not is_joined(each)}
        self._known |= self.hints.known
        for row, name, area in Rows(self.rows, columns, taken, cells).items():
            claim = self._claim(row, name, area)
            last = taken.claims[-1] if taken.claims and columns.holder is not None else None
            if last is not None and (last.name, last.area) == (name, area):
                claim, taken.joined = last, taken.joined + 1
            else:
                taken.claims.append(claim)
            for number in cells:
                self._cell(taken, claim, row, number)
        taken.score = taken.letters - 2 * taken.puzzling - 0.5 * taken.left_out
        return taken if taken.letters else None

    def _both_accountable(self) -> str:
        """Return what is to be told of columns that both come to be A; empty where there is one at most."""
        heads = {code: self.columns.heads[at] for at, code in self.columns.letters.items()}
        if not {"A", "DRI"} <= set(heads):
            return ""
        told = f'"{heads["DRI"]}" and "{heads["A"]}" both say who is accountable'
        return f'{told}; --letter "{heads["DRI"]}=R" would part them.'

    def _find_holder(self, cells: list[int]) -> None:
        texts = [text for each in cells for text in self.sorting.texts(each)]
        if sum(map(is_cross, texts)) < len(texts) / 2:
            return
        columns = self.columns
        for number, head in enumerate(columns.heads):
            if is_column(self.hints.roles, head, number) or (self.hints.roles is None and key(head) in ROLES):
                columns.holder = number
                return

    def _cell(self, taken: Taken, claim: Claim, row: Sequence[Cell], number: int) -> None:
        cell, code = row[number], self.columns.letters[number]
        why = unreadable(cell)
        if why and why != "struck out":
            taken.puzzle(cell.place, cell.text, why)
            claim.unclear.add("")
            return
        if is_nothing(cell.text):
            taken.empty += 1
            return
        if is_cross(cell.text):
            holder = self.hints.role or (
                row[self.columns.holder].text if self.columns.holder is not None else ""
            )
            if not holder:
                taken.puzzle(
                    cell.place, cell.text, "a cross, and no column says whose; --roles or --role would"
                )
                return
            names = split_names(holder)
        else:
            names = split_names(cell.text)
        if not names or any(len(each) > _LONGEST_ROLE for each in names):
            taken.puzzle(cell.place, cell.text, "no name of a role")
            claim.unclear.add("")
            return
        nobody = [each for each in names if is_placeholder(each)]
        if len(nobody) == len(names):
            taken.puzzle(cell.place, cell.text, PLACEHOLDER)
            claim.unclear.add("")
            return
        if nobody:
            taken.noted.append(CellReport(cell.place, cell.text, f'"{nobody[0]}" is {PLACEHOLDER}'))
            claim.unclear.add("")
        taken.letters += 1
        for each in (each for each in names if each not in nobody):
            self._named(taken, claim, cell, each, code)

    def _named(self, taken: Taken, claim: Claim, cell: Cell, name: str, code: str) -> None:
        base, _, inside = name.partition("(")
        beside = self.letters.read(inside.rstrip(") ")) if inside else None
        codes: tuple[str, ...] = (code,)
        if beside is not None and beside.codes and base.strip() and len(inside) <= 4:
            name, codes = base.strip(), tuple(dict.fromkeys((code, *beside.codes)))
            taken.noted.append(
                CellReport(cell.place, cell.text, f"{name} has the letter in brackets as well")
            )
        elif inside and fold(base.strip()) in self._known:
            taken.noted.append(
                CellReport(cell.place, cell.text, f"{base.strip()} is the role, what is in brackets is not")
            )
            claim.comments.append(name)
            name = base.strip()
        elif inside and not abbreviated(name)[1]:
            taken.noted.append(
                CellReport(
                    cell.place, cell.text, "taken as one role, as it stands; is that a person in brackets?"
                )
            )
        if is_everybody(name):
            taken.noted.append(CellReport(cell.place, cell.text, "taken as the name of a role, as it stands"))
        parts = halves(name, self._known)
        if len(parts) == 1 and is_joined(name):
            taken.noted.append(CellReport(cell.place, cell.text, "taken as one role, as it stands"))
        for part in parts:
            if part not in taken.roles:
                taken.roles.append(part)
            claim.give(part, codes)
