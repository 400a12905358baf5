"""What it would touch if a role were away: what hangs on it, and what would fall to whom."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from raci.model.field_types import Count, Record, RoleId

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from raci.graph.ownership import OwnershipGraph
    from raci.queries.workload import Workload


class Touched(NamedTuple):
    """What the absence of a role would touch, counted one by one."""

    accountable: int
    """Pieces of work that it is accountable for."""
    agreements: int
    """Agreements with a reason that make it accountable."""
    escalations: int
    """Agreements that turn to it."""
    deputies: int
    """Roles that it stands in for."""


def touched(graph: OwnershipGraph) -> Mapping[str, Touched]:
    """Return what the absence of each role would touch, in the order of their ids."""
    register = graph.register
    agreed = [id_ for id_, each in register.overlaps.items() if each.agreement and each.agreement.has_reason]
    accountable = Counter(chain.from_iterable(map(graph.accountable, register.work)))
    agreements = Counter(chain.from_iterable(map(graph.named, agreed)))
    escalations = Counter(chain.from_iterable(map(graph.escalation, register.overlaps)))
    return {
        role: Touched(accountable[role], agreements[role], escalations[role], len(graph.stands_in_for(role)))
        for role in register.roles
    }


@dataclass(frozen=True)
class Absence(Record):
    """What would fall to the deputy of a role that were away."""

    role: RoleId
    deputy: RoleId
    falls: Count
    """Pieces of work that the role is accountable for, and its deputy is not."""
    accountable_then: Count
    """Pieces that the deputy would be accountable for."""


def absences(graph: OwnershipGraph, loads: Mapping[str, Workload]) -> Iterator[Absence]:
    """Yield what would fall to each deputy, in the order of the ids of the roles that have one."""
    for role, found in graph.register.roles.items():
        if found.deputy is not None and found.deputy != role:
            held = [set(graph.accountable(work)) for work in graph.work_with(role)]
            falls = sum(role in each and found.deputy not in each for each in held)
            yield Absence(role, found.deputy, falls, loads[found.deputy].accountable + falls)
