"""A column of the matrix: how much work falls to each role, and in which part."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raci.model.register import Role
    from raci.model.scheme import Meaning
    from raci.rule import Sight

ENOUGH_LISTS = 5
"""From so many roles with lists of their own, what one role has can be compared with the others."""

_MUCH = 10


@dataclass(frozen=True, slots=True)
class Load:
    """How many pieces of work a role has in each part, in any part, and on its own list."""

    role: Role
    parts: Counter[Meaning]
    pieces: int
    listed: int


def loads(sight: Sight) -> tuple[Load, ...]:
    """Return the load of every role, in the order of their ids."""
    scheme = sight.register.scheme
    listed = Counter(claim.role for work in sight.register.work.values() for claim in work.claims)
    cells = Counter(cell for work in sight.register.work for cell in sight.graph.letters(work).items())
    parts: dict[str, Counter[Meaning]] = {role: Counter() for role in sight.register.roles}
    pieces = Counter[str]()
    for (role, held), count in cells.items():
        parts[role].update(dict.fromkeys((scheme.letter(code).meaning for code in held), count))
        pieces[role] += count if held else 0
    return tuple(
        Load(role, parts[id_], pieces[id_], listed[id_]) for id_, role in sight.register.roles.items()
    )


def comparable(found: tuple[Load, ...]) -> tuple[Load, ...]:
    """Return the loads of the roles with lists of their own, or none where they are too few to compare."""
    with_lists = tuple(load for load in found if load.listed)
    return with_lists if len(with_lists) >= ENOUGH_LISTS else ()


def heaviest(found: tuple[Load, ...], meaning: Meaning, factor: int) -> Iterator[tuple[Load, int, float]]:
    """Yield the loads that are more than `factor` times the median and no small number, with both numbers."""
    compared = comparable(found)
    middle = median(load.parts[meaning] for load in compared) if compared else 0
    for load in compared:
        count = load.parts[meaning]
        if count >= _MUCH and count > factor * middle:
            yield load, count, middle
