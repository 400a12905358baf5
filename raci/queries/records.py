"""What answers are made of: claims, overlaps and agreements as plain records, and how they are made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.graph.settlement import overlap_status, unmoved
from raci.model.field_types import (
    Codes,
    CodesByRole,
    Column,
    Day,
    Escalation,
    File,
    Line,
    Name,
    OverlapId,
    OverlapStatusValue,
    PracticeId,
    Record,
    RoleId,
    RoleIds,
    StatusValue,
    Text,
    WorkId,
    WorkIds,
    WorkKind,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.graph.ownership import OwnershipGraph
    from raci.model.register import Agreement, Claim, Overlap
    from raci.model.scheme import Letters
    from raci.model.standing import Disagreement


@dataclass(frozen=True)
class BestRecord(Record):
    """Work that answers the question as well as any."""

    id: WorkId
    name: Name
    status: StatusValue
    accountable: RoleIds
    """The roles that are accountable for it."""


@dataclass(frozen=True)
class TwinRecord(Record):
    """Other work that is easily taken for this one."""

    id: WorkId
    name: Name
    accountable: RoleIds
    """The roles that are accountable for it."""


@dataclass(frozen=True)
class DisagreementRecord(Record):
    """What one role's claim expects of another role, and what that one holds."""

    role: RoleId
    """The role of which it is expected."""
    holds: Codes
    """The letters that it holds."""
    expected: Codes
    """The letters that are expected."""
    by: RoleId
    """The role that expects it."""
    file: File
    line: Line


@dataclass(frozen=True)
class ClaimRecord(Record):
    """One role's own entry for a piece of work."""

    role: RoleId
    work: WorkId
    kind: WorkKind
    letters: Codes
    """The part that the role has in it."""
    with_: CodesByRole
    """What it expects of other roles."""
    produces: WorkIds
    """The ids of the work that comes of it."""
    summary: Text | None
    """What it is, in this role's words."""
    source: Text | None
    """Where this is written down."""
    file: File
    line: Line
    column: Column
    """Where the entry's fields begin."""


@dataclass(frozen=True)
class AgreementRecord(Record):
    """How an overlap is settled. The place is that of `accountable` in the file."""

    accountable: Mapping[WorkId, RoleId]
    """The work that this agreement speaks of, and the role it names."""
    unmoved: Mapping[WorkId, RoleId]
    """Work for which another role than it names is accountable already, and that role."""
    because: Text | None
    """Why it was settled this way; without it nothing is settled yet."""
    escalation: Escalation
    practices: tuple[PracticeId, ...]
    """The practices that help."""
    decided: Day | None
    """The day it was decided."""
    review: Day | None
    """The day it is to be looked at again."""
    file: File
    line: Line
    column: Column
    """Where the value of accountable begins."""
    inline: bool
    """Whether accountable is written on the line of its key."""


@dataclass(frozen=True)
class OverlapRecord(Record):
    """What the file says of a declared overlap."""

    id: OverlapId
    name: Name
    tension: Text | None
    """What pulls the sides apart."""
    status: OverlapStatusValue
    agreement: AgreementRecord | None
    """How it is settled."""
    distinct: Text | None
    """Why names that look alike are different work."""
    same: WorkId | None
    """The work whose name is to be kept, of names that look alike and are one."""
    because: Text | None
    """Why they are the same."""
    file: File
    line: Line
    column: Column
    """Where its fields begin."""

    @property
    def is_about_names(self) -> bool:
        """Return whether it only says that names which look alike differ or are one: no area to settle."""
        return self.distinct is not None or self.same is not None


def written(letters: Mapping[str, Letters]) -> dict[str, str]:
    """Return letters by role as they are written, such as "AR"."""
    return {role: "".join(held) for role, held in letters.items()}


def escalation(graph: OwnershipGraph, work: str) -> tuple[str, ...]:
    """Return whom to turn to: what an agreement on the work says, or a superior of all who claim it."""
    overlaps, settling = graph.overlaps_covering(work), graph.named_by(work)
    for overlap in sorted(overlaps, key=lambda each: each.id not in settling):
        if path := graph.escalation_path(overlap.id):
            return path
    return superior(graph, graph.claims(work))


def superior(graph: OwnershipGraph, claims: Iterable[Claim]) -> tuple[str, ...]:
    """Return the first role that all who claim something report to, if several do and there is one."""
    claimants = {claim.role for claim in claims}
    common = graph.first_common_superior(claimants) if len(claimants) > 1 else None
    return (common,) if common else ()


def best_record(graph: OwnershipGraph, work: str) -> BestRecord:
    """Return the record of a piece of work, and who is accountable for it."""
    holds = graph.standing(work)
    return BestRecord(work, graph.register.work[work].name, holds.status.value, holds.accountable)


def disagreement_record(each: Disagreement) -> DisagreementRecord:
    """Return the record of a disagreement; its place is that of the expectation."""
    where = each.by.place.at("with", each.by.expects_written[each.role])
    return DisagreementRecord(
        role=each.role,
        holds="".join(each.holds),
        expected="".join(each.expected),
        by=each.by.role,
        file=where.file,
        line=where.line,
    )


def claim_record(claim: Claim) -> ClaimRecord:
    """Return the record of a claim; its place is that of the work's name in the role's list."""
    where = claim.place.at("name")
    return ClaimRecord(
        role=claim.role,
        work=claim.work,
        kind=claim.kind,
        letters="".join(claim.letters),
        with_=written(claim.expects),
        produces=claim.produces,
        summary=claim.entry.summary,
        source=str(claim.entry.source) if claim.entry.source else None,
        file=where.file,
        line=where.line,
        column=claim.place.key("name").column,
    )


def overlap_record(graph: OwnershipGraph, overlap: Overlap) -> OverlapRecord:
    """Return the record of an overlap with its status."""
    where = overlap.place.at("name")
    return OverlapRecord(
        id=overlap.id,
        name=overlap.name,
        tension=overlap.entry.tension,
        status=overlap_status(graph, overlap.id).value,
        agreement=agreement_record(graph, overlap.id, overlap.agreement) if overlap.agreement else None,
        distinct=overlap.entry.distinct,
        same=overlap.same,
        because=overlap.entry.because,
        file=where.file,
        line=where.line,
        column=overlap.place.at().column,
    )


def agreement_record(graph: OwnershipGraph, overlap: str, agreement: Agreement) -> AgreementRecord:
    """Return the record of an overlap's agreement, with the work that it speaks of."""
    where, entry = agreement.place.at("accountable"), agreement.entry
    return AgreementRecord(
        accountable=graph.named_in(overlap),
        unmoved=unmoved(graph, overlap),
        because=entry.because if agreement.has_reason else None,
        escalation=agreement.escalation,
        practices=agreement.practices,
        decided=entry.decided.isoformat() if entry.decided else None,
        review=entry.review.isoformat() if entry.review else None,
        file=where.file,
        line=where.line,
        column=where.column,
        inline=where.line == agreement.place.key("accountable").line,
    )
