"""A column of the matrix: how much work falls to each role, and in which part, held against the others."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from raci.model.scheme import Meaning

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from raci.model.register import Role
    from raci.rule.rule import Sight

ENOUGH_LISTS = 5
"""From so many roles with lists of their own, what one role has can be compared with the others."""

_MUCH = 10


@dataclass(frozen=True, slots=True)
class Load:
    """How many pieces of work a role has in each part (those it has none in left out), and in any.

    `listed` is how many are on its own list.
    """

    role: Role
    parts: Mapping[Meaning, int]
    pieces: int
    listed: int


def loads(sight: Sight) -> tuple[Load, ...]:
    """Return the load of every role, in the order of their ids."""
    roles = sight.register.roles
    return tuple(
        Load(
            role=roles[load.role],
            parts={meaning: count for meaning in Meaning if (count := getattr(load, meaning))},
            pieces=load.pieces,
            listed=load.listed,
        )
        for load in sight.workloads
    )


def comparable(found: tuple[Load, ...]) -> tuple[Load, ...]:
    """Return the loads of the roles with lists of their own, or none where they are too few to compare."""
    with_lists = tuple(load for load in found if load.listed)
    return with_lists if len(with_lists) >= ENOUGH_LISTS else ()


def heaviest(found: tuple[Load, ...], meaning: Meaning, factor: int) -> Iterator[tuple[Load, int, float]]:
    """Yield the loads that are more than `factor` times the median and no small number, with both numbers."""
    compared = comparable(found)
    middle = median(load.parts.get(meaning, 0) for load in compared) if compared else 0
    for load in compared:
        count = load.parts.get(meaning, 0)
        if count >= _MUCH and count > factor * middle:
            yield load, count, middle
