"""The ends of periods, and the commits that stand for them."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from raci.errors import UnusableRevision
from raci.revisions.history import Commit
from raci.revisions.periods import states

A, B, C = (
    Commit(name, date.fromisoformat(day))
    for name, day in (("a", "2026-01-10"), ("b", "2026-02-28"), ("c", "2026-04-02"))
)


def told(*commits: Commit, every: str = "month", until: str = "") -> list[str]:
    """Return the commits of each time with its day."""
    last = date.fromisoformat(until) if until else commits[-1].day
    return [f"{each.commit} {each.day}" for each in states(commits, every, last)]


def test_each_period_ends_with_its_last_commit() -> None:
    """The first and the last stand for their own days; where nothing happened the files are as they were."""
    assert told(A, B, C) == ["a 2026-01-10", "a 2026-01-31", "b 2026-02-28", "b 2026-03-31", "c 2026-04-02"]
    assert told(A, B, C, every="quarter") == ["a 2026-01-10", "b 2026-03-31", "c 2026-04-02"]
    assert told(A, B, C, every="year") == ["a 2026-01-10", "c 2026-04-02"]
    assert told(B, C, every="month", until="2026-05-31") == [
        *("b 2026-02-28", "b 2026-03-31", "c 2026-04-30", "c 2026-05-31"),
    ]
    assert told(A, B, every="week")[:3] == ["a 2026-01-10", "a 2026-01-11", "a 2026-01-18"]


def test_one_commit_is_one_time() -> None:
    """Unless a later day is asked for."""
    assert told(A) == ["a 2026-01-10"]
    assert told(A, until="2026-02-01") == ["a 2026-01-10", "a 2026-01-31", "a 2026-02-01"]


def test_there_is_an_end_to_the_times() -> None:
    """Clocks are wrong, and somebody asks for each week since the year 1."""
    old, late = Commit("a", date.min), Commit("b", date.max)
    for every, instead in (("week", "less often (--every month) or "), ("year", "")):
        why = f"times the end of a {every}. Look back {instead}less far (--since)."
        with pytest.raises(UnusableRevision, match=re.escape(f"there are more than 1,000 {why}")):
            states((old, late), every, late.day)
    assert told(Commit("a", date(9999, 11, 30)), Commit("b", date.max)) == ["a 9999-11-30", "b 9999-12-31"]


@given(
    st.lists(st.dates(date(2020, 1, 1), date(2022, 12, 31)), min_size=1, max_size=8).map(sorted),
    st.sampled_from(["week", "month", "quarter", "year"]),
    st.integers(0, 90),
)
def test_times_go_on(days: list[date], every: str, after: int) -> None:
    """Each is later than the one before, the first and the last are those of the ends, and no commit comes early."""
    commits = [Commit(str(number), day) for number, day in enumerate(days)]
    until = days[-1] + timedelta(days=after)
    found = states(commits, every, until)
    assert found[0] == commits[0]
    assert found[-1] in {Commit(commits[-1].commit, until), commits[0]}
    assert [each.day for each in found[1:]] == sorted({each.day for each in found[1:]})
    assert all(days[int(each.commit)] <= each.day for each in found)
    for each in found[1:]:
        assert int(each.commit) == max(number for number, day in enumerate(days) if day <= each.day)
