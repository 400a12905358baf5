"""What a check does not let pass: a kind of change, or one that leaves work contested or unowned."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from raci.changes.kinds import ChangeKind, Thing
from raci.model.standing import Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.changes.records import Change
    from raci.graph.ownership import OwnershipGraph

_LEAVES = MappingProxyType({"contested": Status.CONTESTED, "unowned": Status.UNOWNED})

POLICIES = tuple(dict.fromkeys((*_LEAVES, *map(str, ChangeKind))))
"""Their names: contested and unowned, and then all kinds of changes."""


def against(
    policy: str, changes: Iterable[Change], before: OwnershipGraph, after: OwnershipGraph
) -> tuple[Change, ...]:
    """Return the changes that a policy does not let pass, one for each piece of work that is left so.

    Work that was contested or unowned before is not held against who changes something else of it.
    """
    if (status := _LEAVES.get(policy)) is None:
        return tuple(each for each in changes if each.kind == policy)
    left: dict[str, Change] = {}
    for each in changes:
        if each.thing == Thing.WORK and each.after and after.status(each.after.id) is status:
            was_so = each.before is not None and before.status(each.before.id) is status
            if not was_so:
                left.setdefault(each.after.id, each)
    return tuple(left.values())
