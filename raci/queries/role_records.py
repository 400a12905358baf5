"""What the card of a role is made of: its work, and the declared overlaps where it meets others."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from raci.model.overlap_status import WORST_FIRST, OverlapStatus
from raci.model.scheme import SCHEMES, Meaning
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

    from raci.graph.ownership import OwnershipGraph
    from raci.model.register import Overlap
    from raci.model.scheme import Letters, Scheme
    from raci.model.standing import Standing


@dataclass(frozen=True)
class RoleWork:
    """A piece of work that a role has a part in. Letters are the effective ones, roles are ids.

    `parts` are what the role's letters mean; `others` has the letters of every other role. `file` and `line`
    are where the work stands on the role's own list, if it does. `by_agreement` says that an agreement names
    who is accountable, and that the claims alone would not. `escalation` says to whom to turn where roles
    disagree; `disagreements` are what this role and another expect of each other and do not hold.
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
    by_agreement: bool
    others: Mapping[str, str]
    overlaps: tuple[str, ...]
    escalation: tuple[str, ...]
    disagreements: tuple[DisagreementRecord, ...]
    file: str | None
    line: int | None


@dataclass(frozen=True)
class RoleOverlap:
    """A declared overlap where roles meet: each side's view, and the covered work that they have a part in.

    `accountable` maps all work that it covers to the roles that are accountable. `roles` are its sides, all
    who claim its work and those whom its agreement names; `escalation` is to whom to turn.
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
    own = next((claim for claim in graph.claims(work) if claim.role == role), None)
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
        parts=_parts(graph.register.scheme.name, held),
        accountable=holds.accountable,
        by_agreement=_by_agreement(graph.register.scheme, holds),
        others=written({other: letters for other, letters in holds.letters.items() if other != role}),
        overlaps=tuple(overlap.id for overlap in graph.overlaps_covering(work)),
        escalation=escalation(graph, work),
        disagreements=tuple(
            disagreement_record(each) for each in holds.disagreements if role in (each.role, each.by.role)
        ),
        file=where.file if where else None,
        line=where.line if where else None,
    )


def _by_agreement(scheme: Scheme, holds: Standing) -> bool:
    claimants = tuple(role for role, held in holds.claimed.items() if scheme.accountable in held)
    return bool(holds.named_by) and len(holds.accountable) == 1 and holds.accountable != claimants


@cache
def _parts(scheme: str, letters: Letters) -> tuple[str, ...]:
    """Return what letters mean, each meaning once, accountable first."""
    held = {SCHEMES[scheme].letter(code).meaning for code in letters}
    return tuple(meaning.value for meaning in Meaning if meaning in held)


def overlaps_of(
    graph: OwnershipGraph, work: Collection[str], roles: Iterable[str]
) -> tuple[RoleOverlap, ...]:
    """Return the declared overlaps where each of `roles` meets others, worst first.

    A role does where it is a side, claims work that is covered, or is named by the agreement. `work` is what
    `roles` have a part in.
    """
    where = set.intersection(*(set(graph.overlaps_of(role)) for role in roles))
    found = [_role_overlap(graph, graph.register.overlaps[overlap], work) for overlap in sorted(where)]
    found.sort(key=lambda each: (WORST_FIRST.index(OverlapStatus(each.overlap.status)), each.overlap.name))
    return tuple(found)


def _role_overlap(graph: OwnershipGraph, overlap: Overlap, work: Collection[str]) -> RoleOverlap:
    covered, sides = graph.work_covered_by(overlap.id), graph.sides(overlap.id)
    claimants = (claim.role for each in covered for claim in graph.claims(each))
    return RoleOverlap(
        overlap=overlap_record(graph, overlap),
        sides=sides,
        roles=tuple(sorted({*sides, *claimants, *graph.named(overlap.id)})),
        work=tuple(each for each in covered if each in work),
        accountable={each: graph.accountable(each) for each in covered},
        escalation=graph.escalation_path(overlap.id),
    )
