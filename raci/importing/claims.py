"""What tables say before it is put in order: a row a piece of work, with who holds what."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from raci.importing.report import CellReport

if TYPE_CHECKING:
    from raci.importing.own_workbook import SheetMark


@dataclass
class Claim:
    """A piece of work as a row has it; `held` has the letters of each role by its name.

    Its id and kind are known only where raci wrote the table.
    """

    name: str
    place: str
    area: str = ""
    section: str = ""
    summary: str = ""
    source: str = ""
    held: dict[str, tuple[str, ...]] = field(default_factory=dict)
    comments: list[str] = field(default_factory=list)
    id: str = ""
    kind: str = ""
    unclear: set[str] = field(default_factory=set)
    """Roles of which a cell was not understood; an empty name may be any."""
    keeps_area: bool = False
    """Whether its cell of the area could not be read, and so says nothing of it."""

    def give(self, role: str, codes: tuple[str, ...]) -> None:
        """Let a role hold letters beside those it has."""
        self.held[role] = tuple(dict.fromkeys((*self.held.get(role, ()), *codes)))


@dataclass
class Taken:
    """A table that is a matrix: how it is laid out, its roles and rows, and what is to be told of it.

    `ids` are those of roles by their names, and `scheme` the letters, as far as the table says. `own` says
    that raci wrote it, `mark` is what a workbook of ours says of itself, `areas` whether work without an
    area has none. `covers` are the letters that it has a place for, where these are not all.
    """

    layout: str
    how: str
    roles: list[str] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)
    unread: list[CellReport] = field(default_factory=list)
    noted: list[CellReport] = field(default_factory=list)
    sections: int = 0
    left_out: int = 0
    joined: int = 0
    letters: int = 0
    empty: int = 0
    puzzling: int = 0
    score: float = 0
    ids: dict[str, str] = field(default_factory=dict)
    scheme: str = ""
    mark: SheetMark | None = None
    own: bool = False
    areas: bool = False
    covers: frozenset[str] | None = None

    def leave_out(self, place: str, text: str, reason: str) -> None:
        """Note a row of which nothing is taken."""
        self.left_out += 1
        self.unread.append(CellReport(place, text, reason))

    def puzzle(self, place: str, text: str, reason: str) -> None:
        """Note a cell that was not understood."""
        self.puzzling += 1
        self.unread.append(CellReport(place, text, reason))


@dataclass(frozen=True)
class Passed:
    """A table that is none, and why."""

    reason: str
