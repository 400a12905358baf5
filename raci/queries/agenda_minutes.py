"""How long each topic of a meeting may take: the minutes that there are, shared out by what each needs."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from raci.queries.agenda_records import Topic, TopicKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

NEEDS: Mapping[str, int] = {
    TopicKind.CONTESTED: 5,
    TopicKind.OPEN: 5,
    TopicKind.REVIEW: 3,
    TopicKind.UNOWNED: 2,
    TopicKind.UNEXAMINED: 2,
    TopicKind.PRACTICES: 2,
    TopicKind.OPEN_FLOOR: 3,
}
"""How many minutes a topic needs at least."""


def timed(topics: Iterable[Topic], minutes: int | None, *, practices: bool) -> tuple[Topic, ...]:
    """Return the topics with those that end each meeting, practices if there are, and with their minutes."""
    last = [TopicKind.PRACTICES] * practices + [TopicKind.OPEN_FLOOR]
    all_ = (*topics, *map(Topic, last))
    if minutes is None:
        return all_
    shares = shared_out(minutes, [NEEDS[topic.kind] for topic in all_])
    return tuple(replace(topic, minutes=share) for topic, share in zip(all_, shares, strict=True))


def shared_out(minutes: int, needs: Sequence[int]) -> list[int]:
    """Return the minutes of each topic, by what each needs at least, in their order; the sum is `minutes`.

    Topics are taken as long as each gets what it needs, and the first in any case. These share all the
    time in proportion to that; the others get 0, and wait for the next meeting.
    """
    fit = sum(total <= minutes for total in accumulate(needs)) or 1
    taken = needs[:fit]
    whole = sum(taken)
    shares = [minutes * need // whole for need in taken]
    # What whole minutes leave over goes to those that lost most, the first of equals first.
    lost = sorted(range(len(taken)), key=lambda each: -(minutes * taken[each] % whole))
    for each in lost[: minutes - sum(shares)]:
        shares[each] += 1
    return shares + [0] * len(needs[fit:])
