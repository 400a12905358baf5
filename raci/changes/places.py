"""Where the files say what holds for work: who is accountable, who has which letters, what it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.model.agreement_places import places_by_work

if TYPE_CHECKING:
    from raci.graph.ownership import OwnershipGraph
    from raci.location import Location
    from raci.model.register import Claim, Overlap


def work_at(graph: OwnershipGraph, work: str) -> Location:
    """Return where work is named: by whoever is accountable, or claims it first, or says it has no owner."""
    found = graph.register.work[work]
    claims, accountable = graph.claims(work), graph.accountable(work)
    for claim in sorted(claims, key=lambda each: each.role not in accountable):
        return claim.place.at("name")
    return found.unowned.place.at("name") if found.unowned else _nowhere(graph)


def held_at(graph: OwnershipGraph, work: str, role: str) -> Location:
    """Return where it is said which letters a role holds for work: by an agreement, itself, or others."""
    for overlap in graph.named_by(work):
        where = _agreed(graph, graph.register.overlaps[overlap], work, role)
        if where is not None:
            return where
    claims = graph.claims(work)
    for claim in claims:
        if claim.role == role:
            return letters_at(claim)
    for claim in claims:
        if role in claim.expects:
            return claim.place.at("with", claim.expects_written[role])
    return work_at(graph, work)


def letters_at(claim: Claim) -> Location:
    """Return where a claim says its letters, or what the work is called where it leaves them out."""
    return claim.place.at("letters" if claim.entry.letters is not None else "name")


def _agreed(graph: OwnershipGraph, overlap: Overlap, work: str, role: str) -> Location | None:
    agreement = overlap.agreement
    if agreement is None or graph.named_by(work)[overlap.id] != role:
        return None
    return places_by_work(agreement, graph.register.work).get(work, agreement.place.at("accountable"))


def _nowhere(graph: OwnershipGraph) -> Location:
    """Return where a register begins."""
    return min(place.at() for place in graph.register.places.values())
