"""The layout of a workbook that raci wrote: it says itself what its columns and rows are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.importing.claims import Claim, Passed, Taken
from raci.importing.layouts import RoleColumns, unreadable
from raci.importing.letters import Letters, is_nothing
from raci.importing.options import is_column
from raci.importing.own_text import own_grid, own_records
from raci.importing.own_workbook import own_matrix
from raci.importing.report import CellReport
from raci.model.scheme import SCHEMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from raci.importing.options import Hints
    from raci.importing.own_workbook import OwnColumn, OwnMatrix, OwnRow, SheetMark
    from raci.sheets.table import Table

_ENOUGH = 0.6  # of the cells of a new role's column are letters
_KINDS = ("responsibility", "deliverable")


def own(table: Table, mark: SheetMark, hints: Hints) -> Taken | Passed:
    """Return what a sheet says that has this mark, or why it is passed over."""
    if not mark.is_known:
        return Passed("a newer raci wrote it, and this one does not know how")
    if mark.sheet != "matrix":
        return Passed("raci wrote it to be read: only the sheet of the matrix comes back")
    found = own_matrix(table)
    if found is None or mark.scheme not in SCHEMES:
        return Passed("raci wrote it, but what says which column is which is gone")
    scheme = SCHEMES[mark.scheme]
    codes = frozenset(each.code for each in scheme.letters)
    return OwnColumns(found, Letters(codes, hints.words, scheme), hints).taken()


def own_text(table: Table, letters: Letters, hints: Hints, *, ours: bool = False) -> Taken | None:
    """Return what a table of CSV or Markdown says that raci wrote, None where it did not."""
    if hints.scheme:
        letters = Letters(letters.allowed, hints.words, SCHEMES[hints.scheme])
    found = own_records(table) or own_grid(table, letters, ours=ours or hints.into)
    return None if found is None else OwnColumns(found, letters, hints).taken()


class OwnColumns(RoleColumns):
    """Roles are columns whose ids are known, and so are those of the work."""

    def __init__(self, found: OwnMatrix, letters: Letters, hints: Hints) -> None:
        super().__init__([[each.head for each in found.columns]], 0, letters, hints)
        self.found = found

    def taken(self) -> Taken:
        """Return what the sheet says."""
        mark = self.found.mark
        ids = ", with the ids of its roles and work" if mark.scheme else ""
        taken = Taken("roles", f"it is a matrix that raci wrote{ids}", scheme=mark.scheme, own=True)
        taken.mark, taken.areas = mark if mark.scheme else None, self.found.areas
        roles = self._called(self._roles(taken))
        taken.roles = [name for _, name in roles]
        for name in sorted({each for each in taken.roles if taken.roles.count(each) > 1}):
            taken.columns.append(f'"{name}" stands over several columns, which are one role.')
        taken.ids = {name: each.id for each, name in reversed(roles) if each.id}
        for row in self.found.rows:
            if claim := self._claimed(row, [each for each, _ in roles], taken):
                for each, name in roles:
                    self._cell(taken, claim, row.cells[each.number], name)
                taken.claims.append(claim)
        return taken

    def _called(self, columns: Iterable[OwnColumn]) -> list[tuple[OwnColumn, str]]:
        """Return columns and what they are called; where ids are known, two of one name are told apart."""
        called: list[tuple[OwnColumn, str]] = []
        ids: dict[str, str] = {}
        for each in columns:
            name = " ".join(each.head.text.split()) or each.id
            apart = self.hints.into and each.id and ids.setdefault(name, each.id) != each.id
            called.append((each, f"{name} ({each.id})" if apart else name))
        return called

    def _roles(self, taken: Taken) -> Iterator[OwnColumn]:
        """Yield the columns of roles: those that have an id, and new ones with letters in them."""
        for each in self.found.columns:
            head = each.head.text
            if any(is_column(one, head, each.number) for one in self.hints.ignored):
                continue
            texts = (row.cells[each.number].text for row in self.found.rows)
            said = [text for text in texts if not is_nothing(text)]
            read = sum(bool(self.letters.read(text).codes) for text in said)
            if each.id or not self.found.mark.scheme or (said and read >= _ENOUGH * len(said)):
                yield each
            else:
                why = "its cells are no letters" if said else "nobody has given it a letter yet"
                taken.columns.append(f'"{head}" is left out: {why}.')

    def _claimed(self, row: OwnRow, roles: list[OwnColumn], taken: Taken) -> Claim | None:
        """Return the piece of work of a row; none, which is noted, where it has no name or no letters."""
        name = " ".join(row.name.text.split())
        kind = row.kind.lower() if row.kind.lower() in _KINDS else ""
        claim = Claim(name, row.name.place, row.area, id=row.id, kind=kind)
        if row.area_cell is not None and (why := unreadable(row.area_cell)):
            claim.keeps_area = True
            reason = f"{why}; {'the area stays' if self.hints.into else 'no area is taken'}"
            taken.noted.append(CellReport(row.area_cell.place, row.area_cell.text, reason))
        if self.hints.into and (name or row.id):  # work that is known keeps its name
            return claim
        if name and any(not is_nothing(row.cells[each.number].text) for each in roles):
            return claim
        shown = " | ".join(each.text for each in row.cells[1:] if each.text)[:200]
        taken.leave_out(row.name.place, shown, "no letters stand in its row" if name else "it has no name")
        return None
