"""The rows of a matrix as a register sees them: which work each is, and who is to hold what."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from raci.decisions.decision import CannotDecide

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from raci.graph.ownership import OwnershipGraph
    from raci.importing.claims import Claim, Taken
    from raci.merging.matching import Matching
    from raci.model.scheme import Letters


@dataclass
class Row:
    """A row: its work, None where that is new, and the letters of each role that its table has a column for.

    `roles` are by id, new ones by name. A role of which a cell was not understood is not among them.
    """

    claim: Claim
    work: str | None
    letters: dict[str, Letters]
    areas: bool
    named: bool
    """Whether its id is known, so that another name is a new name."""
    covers: frozenset[str] | None = None
    """The letters that its table has columns for, where these are not all."""


@dataclass
class Rows:
    """All rows of all tables; `new` are the names of roles that come new, `notes` what is to be told."""

    rows: list[Row] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    """The ids of roles that have a column."""
    claims: bool = False
    """Whether the letters are those that each role claims, not those that hold."""


def rows_of(graph: OwnershipGraph, matching: Matching, tables: Sequence[Taken]) -> Rows:
    """Return the rows of tables. Raises CannotDecide where a name may mean several things."""
    found = Rows()
    met: dict[str, tuple[Claim, Mapping[str, Letters]]] = {}
    register = graph.register
    for taken in tables:
        roles = matching.roles(taken)
        found.roles.update(filter(None, roles.values()))
        holding = {name for claim in taken.claims for name in claim.held}
        found.new += [name for name, id_ in roles.items() if id_ is None and name in holding]
        claims = sorted(taken.claims, key=lambda each: each.id not in register.work)
        for claim in claims:
            ids = matching.work(claim, taken=met)
            if len(ids) > 1:
                raise CannotDecide(
                    f'{claim.place}: "{claim.name}" may be {" or ".join(ids)}. Give it the area of one.'
                )
            work = ids[0] if ids else None
            letters = _letters(graph, claim, roles)
            if work in met or (work is None and (work := _twice(matching, claim, met)) is not None):
                found.notes.append(_stands_twice(claim, letters, *met[work]))
                continue
            if work is not None:
                met[work] = claim, letters
            if note := _of_row(graph, claim, work, letters):
                found.notes.append(note)
            if work is not None or (claim.name and any(letters.values())):
                areas = not claim.keeps_area and (bool(claim.area) or (taken.areas and bool(claim.name)))
                found.rows.append(Row(claim, work, letters, areas, bool(claim.id), taken.covers))
    found.claims = _are_claims(graph, found.rows, tables)
    return found


def _stands_twice(claim: Claim, letters: object, first: Claim, counts: object) -> str:
    """Return what is to be told of a row whose work has one already: what stands in that one counts."""
    told = f'{claim.place}: "{claim.name}" stands at {first.place} as well, '
    if letters == counts:
        return f"{told}and counts there."
    return f"{told}with other letters: those count. Give it a name of its own if it is other work."


def _of_row(graph: OwnershipGraph, claim: Claim, work: str | None, letters: Mapping[str, Letters]) -> str:
    """Return what is to be told of a row that lacks something; may be empty."""
    if work is not None:
        name = graph.register.work[work].name
        return "" if claim.name else f"{claim.place}: its name is gone from the row, and stays: {name}"
    if not claim.name:
        return f"{claim.place}: the row has no name, and an id that is not in the files: it is left out."
    if any(letters.values()):
        return ""
    return f'{claim.place}: "{claim.name}" is new and nobody has a letter for it: it is left out.'


def _twice(matching: Matching, claim: Claim, met: Container[str]) -> str | None:
    """Return the work that a row is called like, and that another row is already."""
    return next((each for each in matching.work(claim) if each in met), None)


def _letters(graph: OwnershipGraph, claim: Claim, roles: Mapping[str, str | None]) -> dict[str, Letters]:
    scheme = graph.register.scheme
    known = {each.code for each in scheme.letters}
    found: dict[str, Letters] = {}
    for name, id_ in roles.items():
        if name in claim.unclear or ("" in claim.unclear and name not in claim.held):
            continue
        codes = (scheme.accountable if each == "DRI" else each for each in claim.held.get(name, ()))
        key = id_ if id_ is not None else name
        found[key] = scheme.sort((*found.get(key, ()), *(each for each in codes if each in known)))
    return found


def _are_claims(graph: OwnershipGraph, rows: Sequence[Row], tables: Sequence[Taken]) -> bool:
    """Return which letters a matrix has: as it says, or else those from which fewer cells differ."""
    if marks := [each.mark for each in tables if each.mark is not None]:
        return marks[0].claims
    known = [each for each in rows if each.work is not None]
    differ = [
        sum(
            held.get(role, ()) != letters
            for row in known
            for role, letters in row.letters.items()
            for held in [by_work(graph, row.work or "", claims=claims)]
        )
        for claims in (False, True)
    ]
    return differ[1] < differ[0]


def by_work(graph: OwnershipGraph, work: str, *, claims: bool) -> Mapping[str, Letters]:
    """Return the letters of each role that has any: those that are claimed, or those that hold."""
    return graph.claimed_letters(work) if claims else graph.letters(work)
