"""The layout of lists: a row has one role's letters for one piece of work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.importing.claims import Claim, Taken
from raci.importing.headers import key
from raci.importing.layouts import Layout
from raci.importing.letters import are_letters
from raci.importing.names import PLACEHOLDER, is_placeholder, split_names
from raci.importing.options import is_column
from raci.importing.rows import Rows
from raci.importing.wording import LETTER_COLUMNS, OTHERS, ROLES
from raci.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raci.sheets.table import Cell


class Listed(Layout):
    """A row says one role's letters for one piece of work."""

    name = "list"

    def taken(self) -> Taken | None:
        """Return what the table says."""
        columns, hints = self.columns, self.hints
        for number, head in enumerate(columns.heads):
            texts = self.sorting.texts(number)
            said = sum(bool(self.letters.read(each).codes) for each in texts)
            lettered = texts and said >= 0.6 * len(texts)
            if is_column(hints.roles, head, number) or (
                hints.roles is None and key(head) in ROLES and not are_letters(texts, self.letters, 0.5)
            ):
                columns.holder = number if columns.holder is None else columns.holder
            elif (
                lettered
                and (key(head) not in OTHERS or hints.layout)
                and (columns.code is None or key(head) in LETTER_COLUMNS)
            ):
                columns.code = number
        if columns.code is None or (columns.holder is None and not hints.role):
            return None
        named = self.sorting.texts(columns.holder) if columns.holder is not None else []
        if are_letters(named, self.letters, 0.2):
            return None  # letters are no names of roles
        used = [each for each in (columns.code, columns.holder) if each is not None]
        self.sorting.find_others(used)
        if columns.items is None:
            return None
        taken = Taken("list", "each row has one role's letters", columns=columns.told)
        claims: dict[tuple[str, str], Claim] = {}
        for row, name, area in Rows(self.rows, columns, taken, [columns.code]).items():
            claim = claims.setdefault((fold(area), fold(name)), self._claim(row, name, area))
            self._row(taken, claim, row)
            taken.joined += 1
        taken.claims = list(claims.values())
        taken.joined -= len(taken.claims)
        taken.score = taken.letters - 2 * taken.puzzling - 0.5 * taken.left_out
        return taken if taken.letters and (taken.joined or self._is_sure(taken)) else None

    def _is_sure(self, taken: Taken) -> bool:
        """Return whether rows that each name work of their own are a list, and none of people or things."""
        assert self.columns.code is not None  # noqa: S101 - for the type checker
        said = key(self.columns.heads[self.columns.code])
        several = len(taken.roles) < len(taken.claims)
        return bool(self.hints.layout) or several or said in LETTER_COLUMNS - {"type"}

    def _row(self, taken: Taken, claim: Claim, row: Sequence[Cell]) -> None:
        assert self.columns.code is not None  # noqa: S101 - for the type checker
        cell = row[self.columns.code]
        said = self.letters.read(cell.text)
        names = [self.hints.role] if self.hints.role else split_names(row[self.columns.holder or 0].text)
        if not said.understood or not names:
            taken.puzzle(
                cell.place, cell.text, "no letters that are known" if names else "no role stands beside it"
            )
            claim.unclear.update(names or [""])
            return
        if all(map(is_placeholder, names)):
            taken.puzzle(cell.place, " | ".join(names), PLACEHOLDER)
            claim.unclear.add("")
            return
        taken.letters += bool(said.codes)
        taken.empty += not said.codes
        for name in names if said.codes else ():
            if name not in taken.roles:
                taken.roles.append(name)
            claim.give(name, said.codes)
            self._told(taken, claim, cell, said, name)
