"""What the card of a role is made of: its work, and the declared overlaps where it meets others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.model.overlap_status import WORST_FIRST, OverlapStatus
from raci.model.scheme import Meaning
from raci.queries.records import (
    DisagreementRecord,
    OverlapRecord,
    disagreement_record,
    escalation,
    overlap_record,
    written,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from raci.graph import OwnershipGraph
    from raci.model.register import Overlap
    from raci.model.scheme import Letters, Scheme


@dataclass(frozen=True)
class RoleWork:
    """A piece of work that a role has a part in. Letters are the effective ones, roles are ids.

    `parts` are what the role's letters mean; `others` has the letters of every other role. `file` and `line`
    are where the work stands on the role's own list, if it does. `escalation` says to whom to turn where
    roles disagree; `differences` are what this role and another expect of each other and do not hold.
    """

    id: str
    name: str
    kind: str
    area: str | None
    summary: str | None
    status: str
    letters: str
    parts: tuple[str, ...]
    accountable: tuple[str, ...]
    others: Mapping[str, str]
    overlaps: tuple[str, ...]
    escalation: tuple[str, ...]
    differences: tuple[DisagreementRecord, ...]
    file: str | None
    line: int | None


@dataclass(frozen=True)
class RoleOverlap:
    """A declared overlap where roles meet: each side's view, and the covered work that they have a part in.

    `accountable` maps all work that it covers to the roles that are accountable. `roles` are its sides and
    all who claim its work; `escalation` is to whom to turn.
    """

    overlap: OverlapRecord
    sides: Mapping[str, str]
    roles: tuple[str, ...]
    work: tuple[str, ...]
    accountable: Mapping[str, tuple[str, ...]]
    escalation: tuple[str, ...]


def role_work(graph: OwnershipGraph, role: str, work: str) -> RoleWork:
    """Return what a role has to do with a piece of work."""
    entry, holds = graph.register.work[work], graph.standing(work)
    own = next((claim for claim in entry.claims if claim.role == role), None)
    where = own.place.at("name") if own else None
    held = holds.letters[role]
    return RoleWork(
        id=work,
        name=entry.name,
        kind=entry.kind,
        area=entry.area,
        summary=entry.summary,
        status=holds.status.value,
        letters="".join(held),
        parts=parts_of(graph.register.scheme, held),
        accountable=holds.accountable,
        others=written({other: letters for other, letters in holds.letters.items() if other != role}),
        overlaps=tuple(overlap.id for overlap in graph.overlaps_covering(work)),
        escalation=escalation(graph, work),
        differences=tuple(
            disagreement_record(each) for each in holds.disagreements if role in (each.role, each.by.role)
        ),
        file=where.file if where else None,
        line=where.line if where else None,
    )


def parts_of(scheme: Scheme, letters: Letters) -> tuple[str, ...]:
    """Return what letters mean, each meaning once, accountable first."""
    held = {scheme.letter(code).meaning for code in letters}
    return tuple(meaning.value for meaning in Meaning if meaning in held)


def overlaps_of(
    graph: OwnershipGraph, work: Collection[str], roles: Iterable[str]
) -> tuple[RoleOverlap, ...]:
    """Return the declared overlaps where all of `roles` are sides or claim work, worst first.

    `work` is what they have a part in; an overlap that covers some of it which several of them share is
    one of theirs as well.
    """
    asked = set(roles)
    found = [
        _role_overlap(graph, overlap, work, met)
        for overlap in graph.register.overlaps.values()
        if asked <= (met := _who_meets(graph, overlap)) or (len(asked) > 1 and set(work) & set(overlap.work))
    ]
    found.sort(key=lambda each: (WORST_FIRST.index(OverlapStatus(each.overlap.status)), each.overlap.name))
    return tuple(found)


def _who_meets(graph: OwnershipGraph, overlap: Overlap) -> set[str]:
    return {*overlap.sides, *(claim.role for work in overlap.work for claim in graph.claims(work))}


def _role_overlap(
    graph: OwnershipGraph, overlap: Overlap, work: Collection[str], met: Collection[str]
) -> RoleOverlap:
    return RoleOverlap(
        overlap=overlap_record(graph, overlap),
        sides=dict(overlap.sides),
        roles=tuple(sorted(met)),
        work=tuple(each for each in overlap.work if each in work),
        accountable={each: graph.accountable(each) for each in overlap.work},
        escalation=graph.escalation_path(overlap.id),
    )
