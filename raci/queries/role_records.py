"""What the card of a role is made of: its work, and the declared overlaps where it meets others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Annotated

from raci.model.field_types import (
    Area,
    Codes,
    CodesByRole,
    Escalation,
    File,
    Line,
    Name,
    OverlapIds,
    Part,
    Record,
    RoleIds,
    Shape,
    Sides,
    StatusValue,
    Text,
    WorkId,
    WorkIds,
    WorkKind,
)
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
from raci.queries.work_paths import LinkRecord, PathRecord, where_it_lies
from raci.text.names import by_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from raci.graph.ownership import OwnershipGraph
    from raci.model.register import Overlap
    from raci.model.scheme import Letters, Scheme
    from raci.model.standing import Standing


@dataclass(frozen=True)
class RoleWork(Record):
    """A piece of work that a role has a part in."""

    id: WorkId
    name: Name
    kind: WorkKind
    area: Area | None
    summary: Text | None
    """What it is."""
    status: StatusValue
    letters: Codes
    """The role's effective letters."""
    parts: Annotated[tuple[Part, ...], Shape(uniqueItems=True)]
    """What the letters mean, whatever the scheme."""
    accountable: RoleIds
    """The roles that are accountable: one, none, or several where it is contested."""
    by_agreement: bool
    """Whether an agreement names who is accountable, and the claims alone would not."""
    others: CodesByRole
    """The effective letters of every other role."""
    overlaps: OverlapIds
    """The declared overlaps that cover it."""
    escalation: Escalation
    disagreements: tuple[DisagreementRecord, ...]
    """What this role and another expect of each other and do not hold."""
    paths: tuple[PathRecord, ...]
    """Where it lies in the repository."""
    links: tuple[LinkRecord, ...]
    """Where it lies elsewhere."""
    file: File | None
    """Where it stands on the role's own list, if it does."""
    line: Line | None


@dataclass(frozen=True)
class RoleOverlap(Record):
    """A declared overlap where roles meet."""

    overlap: OverlapRecord
    sides: Sides
    roles: RoleIds
    """Its sides, all who claim work that it covers, and those whom its agreement names."""
    work: WorkIds
    """The covered work that the role has a part in; of two roles, both."""
    accountable: Mapping[WorkId, RoleIds]
    """All work that it covers, and the roles that are accountable for it."""
    escalation: Escalation


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
        **where_it_lies(graph.register, work),
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
    found = [_role_overlap(graph, graph.register.overlaps[overlap], work) for overlap in where]
    return tuple(sorted(found, key=_worst_first))


def _worst_first(each: RoleOverlap) -> tuple[object, ...]:
    overlap = each.overlap
    return (WORST_FIRST.index(OverlapStatus(overlap.status)), by_name(overlap.name), by_name(overlap.id))


def _role_overlap(graph: OwnershipGraph, overlap: Overlap, work: Collection[str]) -> RoleOverlap:
    covered, sides = graph.work_covered_by(overlap.id), graph.sides(overlap.id)
    claimants = (claim.role for each in covered for claim in graph.claims(each))
    return RoleOverlap(
        overlap=overlap_record(graph, overlap),
        sides=sides,
        roles=tuple(sorted({*sides, *claimants, *graph.named(overlap.id)}, key=by_name)),
        work=tuple(each for each in covered if each in work),
        accountable={each: graph.accountable(each) for each in covered},
        escalation=graph.escalation_path(overlap.id),
    )
