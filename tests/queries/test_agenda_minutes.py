"""How a meeting's time is shared out among its topics."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from raci.queries.agenda_minutes import shared_out


@pytest.mark.parametrize(
    ("minutes", "needs", "shares"),
    [
        (60, [5, 5, 5, 2, 2, 3], [14, 14, 14, 5, 5, 8]),
        (22, [5, 5, 5, 2, 2, 3], [5, 5, 5, 2, 2, 3]),
        (21, [5, 5, 5, 2, 2, 3], [6, 6, 5, 2, 2, 0]),
        (13, [5, 5, 5, 2, 2, 3], [7, 6, 0, 0, 0, 0]),
        (1, [5, 5], [1, 0]),
        (90, [3], [90]),
    ],
)
def test_topics_share_the_time_by_what_they_need(minutes: int, needs: list[int], shares: list[int]) -> None:
    """In their order, each with what it needs at least; what does not fit gets none."""
    assert shared_out(minutes, needs) == shares


@given(st.integers(1, 1440), st.lists(st.integers(1, 5), min_size=1, max_size=300))
def test_the_whole_time_is_given_and_no_more(minutes: int, needs: list[int]) -> None:
    """Whole minutes, exactly as many as there are; nobody waits for who comes later."""
    shares = shared_out(minutes, needs)
    assert (sum(shares), len(shares)) == (minutes, len(needs))
    taken = sum(share > 0 for share in shares)
    assert not any(shares[taken:])
    assert taken == 1 or all(share >= need for share, need in zip(shares[:taken], needs, strict=False))
    assert taken == len(needs) or sum(needs[: taken + 1]) > minutes
