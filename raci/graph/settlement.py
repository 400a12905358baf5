"""How far it is settled who does what, where roles overlap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.model.overlap_status import WORST_FIRST, OverlapStatus
from raci.model.standing import Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.graph.ownership import OwnershipGraph


def overlap_status(graph: OwnershipGraph, overlap: str, work: Iterable[str] | None = None) -> OverlapStatus:
    """Return the worst that can be said of an overlap and of the work it covers, or of some of that."""
    declared = graph.register.overlaps[overlap]
    covered = graph.work_covered_by(overlap) if work is None else tuple(work)
    of_work = {shared_status(graph, each) for each in covered}
    if OverlapStatus.CONTESTED in of_work:
        return OverlapStatus.CONTESTED
    # Names that look alike have been spoken about: who else shares the work is another matter.
    if declared.entry.distinct is not None:
        return OverlapStatus.DISTINCT
    if declared.same is not None:
        return OverlapStatus.SAME
    if declared.agreement is None or not declared.agreement.has_reason:
        return OverlapStatus.OPEN
    if not unmoved(graph, overlap).keys().isdisjoint(covered):
        of_work.add(OverlapStatus.SHARED)
    return min((OverlapStatus.SETTLED, *of_work), key=WORST_FIRST.index)


def unmoved(graph: OwnershipGraph, overlap: str) -> dict[str, str]:
    """Return the work that an overlap's agreement leaves with another role than it names, and that role.

    That has one accountable role already, and the agreement does not name it outright.
    """
    agreement = graph.register.overlaps[overlap].agreement
    if agreement is None or not agreement.has_reason or agreement.for_all is None:
        return {}
    held = {work: graph.accountable(work) for work in graph.work_covered_by(overlap)}
    return {
        work: roles[0] for work, roles in held.items() if len(roles) == 1 and roles[0] != agreement.for_all
    }


def shared_status(graph: OwnershipGraph, work: str) -> OverlapStatus:
    """Return whether those who claim a piece of work have settled whose it is."""
    status = graph.status(work)
    if status is Status.CONTESTED:
        return OverlapStatus.CONTESTED
    if status is Status.UNOWNED:
        return OverlapStatus.OPEN
    settled = not graph.is_claimed_twice(work) or bool(graph.named_by(work))
    return OverlapStatus.SETTLED if settled else OverlapStatus.SHARED


def pair_status(graph: OwnershipGraph, one: str, other: str) -> OverlapStatus:
    """Return what has been said of two pieces of work whose names look alike.

    An overlap that says whether they differ or are one speaks before an area that covers them both.
    """
    spoken = graph.overlaps_covering_all((one, other))
    if not spoken:
        return OverlapStatus.DISTINCT if graph.produced(one, other) else OverlapStatus.UNEXAMINED
    of_names = [each for each in spoken if each.is_about_names]
    statuses = (overlap_status(graph, each.id, (one, other)) for each in of_names or spoken)
    return min(statuses, key=WORST_FIRST.index)
