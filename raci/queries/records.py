"""What answers are made of: claims, overlaps and agreements as plain records, and how they are made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.graph.settlement import overlap_status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from raci.graph.ownership import OwnershipGraph
    from raci.model.register import Agreement, Claim, Overlap
    from raci.model.scheme import Letters
    from raci.model.standing import Disagreement


@dataclass(frozen=True)
class PersonRecord:
    """Somebody who holds an accountable role now."""

    name: str
    contact: str | None
    role: str


@dataclass(frozen=True)
class TwinRecord:
    """Other work that is easily taken for this one, and who is accountable for it."""

    id: str
    name: str
    accountable: tuple[str, ...]


@dataclass(frozen=True)
class DisagreementRecord:
    """What one role's claim (at `file`, `line`) expects of another, and what that one holds."""

    role: str
    holds: str
    expected: str
    by: str
    file: str
    line: int


@dataclass(frozen=True)
class ClaimRecord:
    """One role's own entry for a piece of work; `with_` is what it expects of other roles.

    `produces` are the ids of the work that comes of it; `column` is where the entry's fields begin.
    """

    role: str
    work: str
    kind: str
    letters: str
    with_: Mapping[str, str]
    produces: tuple[str, ...]
    summary: str | None
    source: str | None
    file: str
    line: int
    column: int


@dataclass(frozen=True)
class AgreementRecord:
    """How an overlap is settled; `accountable` maps the work it speaks of to the role it names.

    The place is that of `accountable` in the file; `inline` says that it is written on the key's line.
    """

    accountable: Mapping[str, str]
    because: str | None
    escalation: tuple[str, ...]
    practices: tuple[str, ...]
    decided: str | None
    review: str | None
    file: str
    line: int
    column: int
    inline: bool


@dataclass(frozen=True)
class OverlapRecord:
    """A declared overlap; `distinct` and `same` speak of names that look alike.

    `column` is where its fields begin.
    """

    id: str
    name: str
    tension: str | None
    status: str
    agreement: AgreementRecord | None
    distinct: str | None
    same: str | None
    because: str | None
    file: str
    line: int
    column: int

    @property
    def is_about_names(self) -> bool:
        """Return whether it only says that names which look alike differ or are one: no area to settle."""
        return self.distinct is not None or self.same is not None


def written(letters: Mapping[str, Letters]) -> dict[str, str]:
    """Return letters by role as they are written, such as "AR"."""
    return {role: "".join(held) for role, held in letters.items()}


def escalation(graph: OwnershipGraph, work: str) -> tuple[str, ...]:
    """Return whom to turn to: what an agreement on the work says, or a superior of all who claim it."""
    overlaps = graph.overlaps_covering(work)
    settling = [overlap for overlap in overlaps if overlap.id in graph.named_by(work)]
    for overlap in (*settling, *overlaps):
        if path := graph.escalation_path(overlap.id):
            return path
    claimants = {claim.role for claim in graph.claims(work)}
    common = graph.first_common_superior(claimants) if len(claimants) > 1 else None
    return (common,) if common else ()


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
        because=entry.because,
        escalation=agreement.escalation,
        practices=agreement.practices,
        decided=entry.decided.isoformat() if entry.decided else None,
        review=entry.review.isoformat() if entry.review else None,
        file=where.file,
        line=where.line,
        column=where.column,
        inline=where.line == agreement.place.key("accountable").line,
    )
