"""What a check does not let pass: a kind of change, or one that leaves work contested or unowned."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from raci.changes.kinds import ChangeKind, Thing
from raci.model.standing import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from raci.changes.records import Change
    from raci.graph.ownership import OwnershipGraph

_LEAVES = MappingProxyType({"contested": Status.CONTESTED, "unowned": Status.UNOWNED})
_WHOLE = {ChangeKind.OVERLAP_OPENED, ChangeKind.OVERLAP_CLOSED}

POLICIES = tuple(dict.fromkeys((*_LEAVES, *map(str, ChangeKind))))
"""Their names: contested and unowned, and then all kinds of changes."""


def against(
    policy: str, changes: Iterable[Change], before: OwnershipGraph, after: OwnershipGraph
) -> tuple[Change, ...]:
    """Return the changes that a policy does not let pass, one for each piece of work that is left so.

    Work that was contested or unowned before is not held against who changes something else of it, but who
    joins those who contest it is. An agreement is made or ended also with the overlap that it is on.
    """
    if (status := _LEAVES.get(policy)) is None:
        return tuple(each for each in changes if policy in _kinds(each, before, after))
    left: dict[str, Change] = {}
    for each in changes:
        if each.thing == Thing.WORK and each.after and after.status(each.after.id) is status:
            was_so = each.before is not None and before.status(each.before.id) is status
            if not was_so or each.kind == policy:
                left.setdefault(each.after.id, each)
    return tuple(left.values())


def _kinds(change: Change, before: OwnershipGraph, after: OwnershipGraph) -> Iterator[str]:
    """Yield the kind of a change, and what it is of the agreement that came or went with an overlap."""
    yield change.kind
    for state, graph, kind in (
        (change.before, before, ChangeKind.AGREEMENT_ENDED),
        (change.after, after, ChangeKind.AGREEMENT_MADE),
    ):
        if change.kind in _WHOLE and state:
            agreement = graph.register.overlaps[state.id].agreement
            if agreement and agreement.has_reason:
                yield kind
