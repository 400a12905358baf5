"""What would not fit together once one role had taken over all that another had."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from raci.model.standing import Status
from raci.queries.handover_records import Clash

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raci.graph.ownership import OwnershipGraph


def clashes(before: OwnershipGraph, after: OwnershipGraph, one: str, to: str) -> Iterator[Clash]:
    """Yield what would clash for the role `to`, which has all that `one` had."""
    for work in after.register.work:
        if after.status(work) is Status.CONTESTED and one in before.accountable(work):
            yield Clash("contested", work, None, after.accountable(work))
        was = {tuple(to if role == one else role for role in pair) for pair in _differing(before, work)}
        for pair in dict.fromkeys(each for each in _differing(after, work) if to in each):
            if pair not in was:
                yield Clash("differs", work, None, pair)
    for overlap in after.register.overlaps:
        if _judges_itself(after, overlap, to) and not _judges_itself(before, overlap, to):
            yield Clash("judges-itself", None, overlap, (to,))
    known = [{to if role == one else role for role in loop} for loop in before.deputy_loops()]
    loops = (loop for loop in after.deputy_loops() if set(loop) not in known)
    yield from (Clash("deputies", None, None, loop) for loop in loops)
    for work, role in changed_for_others(before, after, one, to):
        yield Clash("changes-others", work, None, (role,))


def changed_for_others(
    before: OwnershipGraph, after: OwnershipGraph, one: str, to: str
) -> Iterator[tuple[str, str]]:
    """Yield the work for which a role holds other letters than before that is neither `one` nor `to`."""
    for work in before.register.work:
        was, is_ = before.letters(work), after.letters(work)
        for role in dict.fromkeys(chain(was, is_)):
            if role not in {one, to} and was.get(role, ()) != is_.get(role, ()):
                yield work, role


def _differing(graph: OwnershipGraph, work: str) -> tuple[tuple[str, str], ...]:
    """Return who expects other letters of whom than that role holds."""
    return tuple((each.by.role, each.role) for each in graph.disagreements(work))


def _judges_itself(graph: OwnershipGraph, overlap: str, role: str) -> bool:
    """Return whether an agreement turns to a role that is a side of it, or accountable by it."""
    own = {*graph.sides(overlap), *graph.named(overlap)}
    return role in own and role in graph.escalation(overlap)
