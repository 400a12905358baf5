"""The responsibility matrix: work down, roles across, and the letters where they meet."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from raci.model.standing import Status
from raci.names import fold, in_words
from raci.queries.abbreviations import short_names
from raci.queries.records import written

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from raci.graph import OwnershipGraph
    from raci.model.register import Register, Work

WORST_FIRST = (Status.CONTESTED, Status.UNOWNED, Status.OWNED, Status.SETTLED, Status.UNOWNED_ON_PURPOSE)
"""The statuses of work, what there is to do something about first."""


@dataclass(frozen=True)
class MatrixRole:
    """A column: a role, and what it is called where there is little room; `short` is unique."""

    id: str
    name: str
    short: str


@dataclass(frozen=True)
class MatrixRow:
    """A piece of work, with the letters of each role that has any; roles in the order of their ids.

    `accountable` are the roles that are accountable by these letters; `status` says what holds, whatever
    is claimed.
    """

    work: str
    name: str
    kind: str
    area: str | None
    status: str
    accountable: tuple[str, ...]
    letters: Mapping[str, str]


@dataclass(frozen=True)
class MatrixFilters:
    """The values that a matrix is of: role ids, areas, kinds and statuses, each sorted; none for all."""

    roles: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()


@dataclass(frozen=True)
class Matrix:
    """Work by area and name, work without an area last; the roles that have letters in these rows.

    Roles that were asked for come first, then those that are accountable for the most. `claims` says that
    the letters are those that are claimed, not those that hold. `legend` has the words of all letters
    that occur, `summary` how many rows have each status. `filtered` says that rows may have been left out
    of the `total` that there are, by `filters`; `names` are the names of the role ids in these.
    """

    scheme: str
    claims: bool
    roles: tuple[MatrixRole, ...]
    rows: tuple[MatrixRow, ...]
    legend: Mapping[str, str]
    summary: Mapping[str, int]
    total: int
    filtered: bool = False
    filters: MatrixFilters = MatrixFilters()
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Filters:
    """Which rows to keep: those with one of these roles (ids), areas, kinds and statuses.

    An empty set keeps all. Areas are compared as names are.
    """

    roles: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()

    def keep(self, row: MatrixRow) -> bool:
        """Return whether a row passes all filters; its area has to be among `areas` as it is written."""
        return (
            (not self.roles or not self.roles.isdisjoint(row.letters))
            and (not self.areas or row.area in self.areas)
            and (not self.kinds or row.kind in self.kinds)
            and (not self.statuses or row.status in self.statuses)
        )


def matrix(graph: OwnershipGraph, filters: Filters | None = None, *, claims: bool = False) -> Matrix:
    """Return who has which letters for which work: those that hold, or those that are claimed."""
    register, asked = graph.register, filters or Filters()
    areas = areas_of(register)
    kept = Filters(
        asked.roles,
        frozenset(areas.get(fold(each), each) for each in asked.areas),
        asked.kinds,
        asked.statuses,
    )
    spelling = {work.area: areas[fold(work.area)] for work in register.work.values() if work.area}
    every = (_row(graph, work, spelling, claims=claims) for work in register.work.values())
    rows = sorted(filter(kept.keep, every), key=_by_area_and_name)
    held = Counter(row.status for row in rows)
    return Matrix(
        scheme=register.scheme.name,
        claims=claims,
        roles=_columns(register, rows, kept.roles),
        rows=tuple(rows),
        legend=_legend(register, rows),
        summary={status.value: held[status] for status in WORST_FIRST if held[status]},
        total=len(register.work),
        filtered=kept != Filters(),
        filters=_record(kept),
        names={id_: role.name for id_, role in register.roles.items() if id_ in kept.roles},
    )


def areas_of(register: Register) -> Mapping[str, str]:
    """Return the areas of all work by their folded names; of several spellings the first stands for all."""
    spellings = sorted({work.area for work in register.work.values() if work.area}, reverse=True)
    return {fold(each): each for each in spellings}


def _row(graph: OwnershipGraph, work: Work, areas: Mapping[str, str], *, claims: bool) -> MatrixRow:
    standing, code = graph.standing(work.id), graph.register.scheme.accountable
    letters = standing.claimed if claims else standing.letters
    return MatrixRow(
        work=work.id,
        name=work.name,
        kind=work.kind,
        area=areas[work.area] if work.area else None,
        status=standing.status.value,
        accountable=tuple(role for role, held in letters.items() if code in held),
        letters={role: text for role, text in written(letters).items() if text},
    )


def _by_area_and_name(row: MatrixRow) -> tuple[bool, str, str, str]:
    return (row.area is None, fold(row.area or ""), fold(row.name), row.work)


def _columns(register: Register, rows: Sequence[MatrixRow], asked: frozenset[str]) -> tuple[MatrixRole, ...]:
    answers_for = Counter(role for row in rows for role in row.accountable)
    pieces = Counter(role for row in rows for role in row.letters)
    order = sorted(pieces, key=lambda role: (role not in asked, -answers_for[role], -pieces[role], role))
    short = short_names(register)
    return tuple(MatrixRole(role, register.roles[role].name, short[role]) for role in order)


def _legend(register: Register, rows: Iterable[MatrixRow]) -> dict[str, str]:
    """Return the words of the letters that occur, in the order of the scheme."""
    scheme = register.scheme
    parsed = {text: scheme.parse([text]) for text in {text for row in rows for text in row.letters.values()}}
    codes = [letter.code for letter in scheme.letters]
    order = sorted(parsed, key=lambda text: [codes.index(code) for code in parsed[text]])
    return {text: in_words(scheme.words(parsed[text])) for text in order}


def _record(kept: Filters) -> MatrixFilters:
    return MatrixFilters(
        roles=tuple(sorted(kept.roles)),
        areas=tuple(sorted(kept.areas)),
        kinds=tuple(sorted(kept.kinds)),
        statuses=tuple(status.value for status in WORST_FIRST if status in kept.statuses),
    )
