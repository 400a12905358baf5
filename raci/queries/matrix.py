"""The responsibility matrix: work down, roles across, and the letters where they meet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, get_args

from raci.model.field_types import (
    Area,
    AtLeastOne,
    Codes,
    Count,
    Name,
    Record,
    RoleId,
    RoleIds,
    SchemeName,
    Shape,
    StatusValue,
    Text,
    WorkId,
    WorkKind,
)
from raci.model.register import Kind
from raci.model.standing import Status
from raci.queries.abbreviations import short_names
from raci.queries.filter_values import all_of, areas_named, roles_named, values_named
from raci.queries.records import written
from raci.text.names import by_name, in_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from raci.graph.ownership import OwnershipGraph
    from raci.model.register import Register, Work

STATUSES_AS_TOLD = (
    *(Status.CONTESTED, Status.UNOWNED),
    *(Status.OWNED, Status.SETTLED, Status.UNOWNED_ON_PURPOSE),
)
"""The statuses of work in the order of summaries: what somebody has to act on, then what is in order."""
BY_FILES, BY_NAME = "files", "name"
"""What rows can be sorted by: where work first appears in the files, or what it is called."""
WITHOUT_AREA = "Without an area"
"""The heading of work that has no area, by which it can be asked for where other work has one."""


@dataclass(frozen=True)
class MatrixRole(Record):
    """A column: a role, and what it is called where there is little room."""

    id: RoleId
    name: Name
    short: Name
    """An alias that abbreviates the name, or the name; no two roles have the same."""


@dataclass(frozen=True)
class MatrixRow(Record):
    """A piece of work, with the letters of each role that has any; roles in the order of their ids."""

    work: WorkId
    name: Name
    kind: WorkKind
    area: Area | None
    """Of several spellings of one area, the first stands for all."""
    status: StatusValue
    """What holds, whatever is claimed."""
    accountable: RoleIds
    """The roles that are accountable by these letters: with --claims, all that claim to be."""
    letters: Mapping[RoleId, Annotated[Codes, Shape(minLength=1)]]
    """The letters of each role that has any."""


@dataclass(frozen=True)
class MatrixFilters:
    """Which rows are asked for: those with one of these roles, areas, kinds and statuses; none for all.

    Roles are asked for by id, name or alias, areas as names are, work without one by WITHOUT_AREA.
    """

    roles: Collection[str] = ()
    areas: Collection[str | None] = ()
    kinds: Collection[str] = ()
    statuses: Collection[str] = ()


@dataclass(frozen=True)
class FiltersRecord(Record):
    """The values that were asked for, sorted; an empty list keeps everything."""

    roles: RoleIds = ()
    """The roles of which a row has one."""
    areas: Annotated[tuple[Area | None, ...], Shape(uniqueItems=True)] = ()
    """As the rows have them; null is for work without an area."""
    kinds: tuple[WorkKind, ...] = ()
    """The kinds of work."""
    statuses: tuple[StatusValue, ...] = ()
    """The statuses of work."""

    def keep(self, row: MatrixRow) -> bool:
        """Return whether a row passes all filters; its area has to be among `areas` as it is written."""
        return (
            (not self.roles or any(role in row.letters for role in self.roles))
            and (not self.areas or row.area in self.areas)
            and (not self.kinds or row.kind in self.kinds)
            and (not self.statuses or row.status in self.statuses)
        )


@dataclass(frozen=True)
class Matrix(Record):
    """The responsibility matrix: work down, roles across, and the letters where they meet."""

    scheme: SchemeName
    claims: bool
    """The letters are those that each role claims (--claims), not those that hold."""
    roles: tuple[MatrixRole, ...]
    """The roles with letters in these rows: those asked for, then those that are accountable for the most."""
    rows: tuple[MatrixRow, ...]
    """Work by area, each where it first appears in the files, or by name with --sort; no area is last."""
    legend: Mapping[Annotated[Codes, Shape(minLength=1)], Text]
    """The letters that occur in the rows, in words: those that mean accountable first."""
    summary: Mapping[StatusValue, AtLeastOne]
    """How many rows have each status, without the zeros."""
    total: Count
    """How many pieces of work there are, whatever the filters."""
    filtered: bool = False
    """Some rows may have been left out by filters."""
    filters: FiltersRecord = FiltersRecord()
    names: Mapping[RoleId, Name] = field(default_factory=dict)
    """Names of the role ids in the filters."""


def matrix(
    graph: OwnershipGraph,
    filters: MatrixFilters | None = None,
    *,
    claims: bool = False,
    order: str = BY_FILES,
) -> Matrix:
    """Return who has which letters for which work: those that hold, or those that are claimed.

    Rows are in the `order` BY_FILES or BY_NAME. Raises UnknownValue with all that filters name and nothing
    here has.
    """
    register, areas = graph.register, areas_of(graph.register)
    kept = _as_kept(filters or MatrixFilters(), register, areas)
    every = (_row(graph, work, areas, claims=claims) for work in register.work.values())
    rows = [*filter(kept.keep, _sorted(every, register, order))]
    held = Counter(row.status for row in rows)
    return Matrix(
        scheme=register.scheme.name,
        claims=claims,
        roles=_columns(register, rows, kept.roles),
        rows=tuple(rows),
        legend=_legend(register, rows),
        summary={status.value: held[status] for status in STATUSES_AS_TOLD if held[status]},
        total=len(register.work),
        filtered=kept != FiltersRecord(),
        filters=kept,
        names={id_: role.name for id_, role in register.roles.items() if id_ in kept.roles},
    )


def areas_of(register: Register) -> Mapping[str, str | None]:
    """Return the areas of all work by their folded names; of several spellings the first stands for all.

    None, for work without an area, is there where some work has one and some has none.
    """
    spellings = sorted({work.area for work in register.work.values() if work.area}, reverse=True)
    areas: dict[str, str | None] = {register.fold(each): each for each in spellings}
    if areas and not all(work.area for work in register.work.values()):
        areas.setdefault(register.fold(WITHOUT_AREA), None)
    return areas


def _as_kept(asked: MatrixFilters, register: Register, areas: Mapping[str, str | None]) -> FiltersRecord:
    """Return filters as an answer has them. Raises UnknownValue."""
    named = [WITHOUT_AREA if area is None else area for area in asked.areas]
    roles, found, kinds, statuses = all_of(
        lambda: roles_named(register, asked.roles),
        lambda: areas_named(areas, WITHOUT_AREA, named, register.fold),
        lambda: values_named("kind of work", get_args(Kind), asked.kinds),
        lambda: values_named("status of work", Status, asked.statuses),
    )
    return FiltersRecord(
        roles=tuple(sorted(roles, key=by_name)),
        areas=tuple(sorted(found, key=lambda area: (area is None, by_name(area or "")))),
        kinds=tuple(sorted(kinds)),
        statuses=tuple(status.value for status in STATUSES_AS_TOLD if status in statuses),
    )


def _row(graph: OwnershipGraph, work: Work, areas: Mapping[str, str | None], *, claims: bool) -> MatrixRow:
    standing, code = graph.standing(work.id), graph.register.scheme.accountable
    letters = standing.claimed if claims else standing.letters
    return MatrixRow(
        work=work.id,
        name=work.name,
        kind=work.kind,
        area=areas[graph.register.fold(work.area)] if work.area else None,
        status=standing.status.value,
        accountable=tuple(role for role, held in letters.items() if code in held),
        letters={role: text for role, text in written(letters).items() if text},
    )


def _sorted(rows: Iterable[MatrixRow], register: Register, order: str) -> list[MatrixRow]:
    """Return rows by area, those without one last, in the order that is asked for."""
    if order == BY_NAME:
        return sorted(
            rows, key=lambda row: (row.area is None, by_name(row.area or ""), by_name(row.name), row.work)
        )
    files = {file: number for number, file in enumerate(sorted(register.files, key=by_name))}
    listed = sorted(rows, key=lambda row: _first_place(register.work[row.work], files))
    areas = [*dict.fromkeys(row.area for row in listed if row.area is not None), None]
    rank = {area: number for number, area in enumerate(areas)}
    return sorted(listed, key=lambda row: rank[row.area])


def _first_place(work: Work, files: Mapping[str, int]) -> tuple[int, int]:
    """Return in which file a piece of work first appears, and where in it."""
    places = [claim.place for claim in work.claims] + ([work.unowned.place] if work.unowned else [])
    return min((files[file], index) for file, index in (place.order for place in places))


def _columns(register: Register, rows: Sequence[MatrixRow], asked: Collection[str]) -> tuple[MatrixRole, ...]:
    answers_for = Counter(role for row in rows for role in row.accountable)
    pieces = Counter(role for row in rows for role in row.letters)
    in_order = sorted(pieces, key=by_name)
    order = sorted(in_order, key=lambda role: (role not in asked, -answers_for[role], -pieces[role]))
    short = short_names(register)
    return tuple(MatrixRole(role, register.roles[role].name, short[role]) for role in order)


def _legend(register: Register, rows: Iterable[MatrixRow]) -> dict[str, str]:
    """Return the words of the letters that occur: the accountable first, then in the order of the scheme."""
    scheme = register.scheme
    parsed = {text: scheme.parse([text]) for text in {text for row in rows for text in row.letters.values()}}
    codes = [letter.code for letter in scheme.letters]
    order = sorted(parsed, key=lambda text: [codes.index(code) for code in parsed[text]])
    order.sort(key=lambda text: scheme.accountable not in parsed[text])
    return {text: in_words(scheme.words(parsed[text])) for text in order}
