"""The layouts of a matrix, each tried on a table below one of its rows."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from raci.importing.claims import Claim, Taken
from raci.importing.columns import Sorting
from raci.importing.headers import head_of
from raci.importing.letters import is_nothing
from raci.importing.names import are_short_names
from raci.importing.report import CellReport
from raci.importing.rows import Rows, shown
from raci.importing.wording import plain
from raci.sheets.table import Mark
from raci.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raci.importing.columns import Columns
    from raci.importing.letters import Letters, Said
    from raci.importing.options import Hints
    from raci.sheets.table import Cell


_ABOVE = "stands above the roles, and is left out; --header would take it"


class Layout:
    """One way to read a table: `taken` is what it makes of it, None where it is not laid out so."""

    name = ""

    def __init__(self, rows: Sequence[Sequence[Cell]], header: int, letters: Letters, hints: Hints) -> None:
        self.rows, self.letters, self.hints = rows, letters, hints
        self.sorting = Sorting(rows, header, letters, hints)
        self.columns: Columns = self.sorting.columns

    def _claim(self, row: Sequence[Cell], name: str, area: str) -> Claim:
        text = {
            each: "" if each is None or is_nothing(row[each].text) else plain(row[each].text)
            for each in (self.columns.summary, self.columns.source)
        }
        return Claim(
            name,
            row[self.columns.items or 0].place,
            area,
            summary=text[self.columns.summary],
            source=" ".join(text[self.columns.source].split()),
            kind=fold(row[self.columns.kind].text) if self.columns.kind is not None else "",
        )

    def _told(self, taken: Taken, claim: Claim, cell: Cell, said: Said, role: str) -> None:
        """Note what a cell says beside its letters."""
        if said.conditional:
            taken.noted.append(
                CellReport(cell.place, cell.text, "taken without the condition that stands with it")
            )
            claim.comments.append(f"{role}: {said.note}")
        if cell.comment:
            taken.noted.append(
                CellReport(cell.place, cell.comment, "a comment on the cell, kept as one in the file")
            )
            claim.comments.append(f"{role}: {cell.comment}")


def unreadable(cell: Cell) -> str:
    """Return why nothing can be read in a cell, whatever stands there; empty where it can."""
    if Mark.FORMULA in cell.marks:
        return "a formula without a stored value"
    if Mark.MENTION in cell.marks and not cell.text:
        return "a mention of somebody, without a name"
    if Mark.STRUCK in cell.marks and not cell.text:
        return "struck out"
    return ""


class RoleColumns(Layout):
    """Roles are columns, letters are in the cells."""

    name = "roles"

    def taken(self) -> Taken | None:
        """Return what the table says."""
        self.sorting.find_roles()
        columns = self.columns
        said = {each: self.letters.read(columns.heads[each]) for each in columns.roles}
        lettered = [columns.heads[at] for at, each in said.items() if each.codes and not each.conditional]
        if len(said) < 2 or (2 * len(lettered) >= len(said) and not are_short_names(lettered)):
            return None  # a row of letters is no header
        self.sorting.find_others(columns.roles)
        if columns.items is None:
            return None
        apart = self._apart()
        taken = Taken(
            "roles",
            f"roles are columns, work is the column {columns.heads[columns.items] or 'without a name'}",
        )
        taken.roles, taken.columns = [columns.heads[each] for each in columns.roles], columns.told
        taken.columns += [f'"{name}" stands under several heads, and is a role under each.' for name in apart]
        taken.columns += [
            f'{count} columns are called "{name}": their letters are put together.'
            for name, count in Counter(taken.roles).items()
            if count > 1
        ]
        heads = self.rows[columns.header]
        if not apart:
            self._tell_above(taken)
        hidden = [heads[each] for each in columns.roles if Mark.HIDDEN in heads[each].marks]
        if len(hidden) < len(heads):
            taken.noted += [
                CellReport(each.place, each.text, "a hidden column, and taken") for each in hidden
            ]
        for row, name, area in Rows(self.rows, columns, taken, columns.roles).items():
            claim = self._claim(row, name, area)
            if all(Mark.HIDDEN in each.marks for each in row):
                taken.noted.append(CellReport(row[0].place, name, "a hidden row, and taken"))
            for number in columns.roles:
                self._cell(taken, claim, row[number], columns.heads[number])
            taken.claims.append(claim)
        taken.score = taken.letters - 2 * taken.puzzling - 0.5 * taken.left_out
        return taken if taken.letters else None

    def _tell_above(self, taken: Taken) -> None:
        """Note a row of several names over the columns of roles."""
        above = [row for row in self.rows[: self.columns.header] if any(map(head_of, row))][-1:]
        for row in above:
            if len({head_of(row[each]) for each in self.columns.roles} - {""}) > 1:
                taken.noted.append(CellReport(row[0].place, shown(row), _ABOVE))

    def _apart(self) -> list[str]:
        """Tell roles of one name apart by the heads above them, where there are any; return their names."""
        columns, above = self.columns, ""
        if not columns.header:
            return []
        full = {}
        for number in range(columns.roles[0], columns.roles[-1] + 1):
            above = head_of(self.rows[columns.header - 1][number]) or above
            full[number] = f"{above} {columns.heads[number]}".strip()
        count = Counter(fold(columns.heads[each]) for each in columns.roles)
        several = [each for each in columns.roles if count[fold(columns.heads[each])] > 1]
        if len({fold(full[each]) for each in several}) < len(several):
            return []
        names = list(dict.fromkeys(columns.heads[each] for each in several))
        for each in several:
            columns.heads[each] = full[each]
        return names

    def _cell(self, taken: Taken, claim: Claim, cell: Cell, role: str) -> None:
        if why := unreadable(cell):
            if why == "struck out":
                taken.empty += 1
            else:
                taken.puzzle(cell.place, cell.text, why)
                claim.unclear.add(role)
            return
        said = self.letters.read(cell.text)
        if not said.understood:
            taken.puzzle(cell.place, cell.text, "no letters that are known")
            claim.unclear.add(role)
            return
        taken.letters += bool(said.codes)
        taken.empty += not said.codes
        if said.codes:
            claim.give(role, said.codes)
            self._told(taken, claim, cell, said, role)
