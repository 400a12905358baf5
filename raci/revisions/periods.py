"""How things stood at the end of each week, month, quarter or year."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from raci.errors import UnusableRevision
from raci.revisions.history import Commit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LONGER = {"week": "month", "month": "quarter", "quarter": "year"}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_MOST = 1_000


def states(commits: Sequence[Commit], every: str, until: date) -> tuple[Commit, ...]:
    """Return the first commit, the last one at the end of each period after it, and the last one of all.

    Each has the day that it stands for: its own the first, `until` the last. Raises UnusableRevision where
    there are too many.
    """
    first, last = commits[0], commits[-1]
    if first == last and until <= first.day:
        return (first,)
    found, number = [first], 0
    for end in _ends(first.day, every):
        if end >= until:
            return (*found, Commit(last.commit, until))
        while number + 1 < len(commits) and commits[number + 1].day <= end:
            number += 1
        found.append(Commit(commits[number].commit, end))
        if len(found) > _MOST:
            break
    seldom = f"less often (--every {_LONGER[every]}) or " if every in _LONGER else ""
    raise UnusableRevision(
        f"From {first.day} to {until} there are more than {_MOST:,} times the end of a {every}. "
        f"Look back {seldom}less far (--since)."
    )


def _ends(first: date, every: str) -> Iterator[date]:
    """Yield the last days of the periods from a day on; not that day itself."""
    day = first
    try:
        while True:
            end = _end(day, every)
            if end > first:
                yield end
            day = end + timedelta(days=1)
    except (OverflowError, ValueError):  # there is no day after the year 9999
        yield date.max


def _end(day: date, every: str) -> date:
    """Return the last day of the period that a day is in; weeks end on Sunday."""
    if every == "week":
        return day + timedelta(days=6 - day.weekday())
    count = _MONTHS[every]
    months = day.year * 12 + (day.month - 1) // count * count + count
    return date(months // 12, months % 12 + 1, 1) - timedelta(days=1)
