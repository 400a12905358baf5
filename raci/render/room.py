"""Which columns of a grid there is room for, and how room is shared out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from raci.views.document import Column

GAP = 2  # between two columns


def shared_out(room: int, wanted: Mapping[int, int]) -> dict[int, int]:
    """Return how much room each gets: what it wants, or an equal share of what the others leave."""
    given: dict[int, int] = {}
    for number, index in enumerate(sorted(wanted, key=wanted.__getitem__)):
        given[index] = min(wanted[index], room // (len(wanted) - number))
        room -= given[index]
    return given


def fitting(columns: Sequence[Column], needed: dict[int, int], room: int) -> list[int]:
    """Return the columns that fit: the spare ones are left out first, and all of them from the right."""
    kept = list(needed)
    for spare in (True, False):
        for index in reversed(needed):
            if sum(needed[each] + GAP for each in kept) <= room:
                return kept
            if columns[index].spare is spare:
                kept.remove(index)
    return kept
