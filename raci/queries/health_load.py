"""How the work is spread over the roles, and which of them would be missed most, in numbers of health."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, Any

from raci.queries.absence import Touched, touched
from raci.queries.workload import workloads

if TYPE_CHECKING:
    from raci.graph.ownership import OwnershipGraph

_FULLEST = 3  # roles
_DIGITS = 4  # of a share: a hundredth of a percent


def load_numbers(graph: OwnershipGraph) -> dict[str, Any]:
    """Return how much the fullest roles and those in the middle have, by the fields of health."""
    found = workloads(graph)
    with_list = [load for load in found if load.listed]
    numbers: dict[str, Any] = {"roles_with_list": len(with_list)}
    for part in ("accountable", "responsible"):
        counts = {load.role: getattr(load, part) for load in found}
        most = max(counts.values(), default=0)
        numbers[f"{part}_max"] = most
        numbers[f"{part}_max_roles"] = tuple(role for role, count in counts.items() if most and count == most)
        middle = [getattr(load, part) for load in with_list]
        numbers[f"{part}_median"] = float(median(middle)) if middle else None
    letters = sorted((load.accountable for load in found), reverse=True)
    numbers["accountable_letters"], numbers["accountable_in_three"] = sum(letters), sum(letters[:_FULLEST])
    numbers["accountable_in_three_share"] = share(sum(letters[:_FULLEST]), sum(letters))
    return numbers


def absence_numbers(graph: OwnershipGraph) -> dict[str, Any]:
    """Return which role's absence would touch most, and what, by the fields of health."""
    found = touched(graph)
    most = max((sum(each) for each in found.values()), default=0)
    roles = tuple(role for role, each in found.items() if most and sum(each) == most)
    first = found[roles[0]] if roles else Touched(0, 0, 0, 0)
    parts = {f"absence_max_{part}": count for part, count in first._asdict().items()}
    return {"absence_max": most, "absence_max_roles": roles, **parts}


def share(part: int, whole: int) -> float | None:
    """Return which part of a whole something is; None where there is no whole."""
    return round(part / whole, _DIGITS) if whole else None
