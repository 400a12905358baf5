"""Ten thousand edits of files in every style: each is what was meant, and nothing else is touched."""

from __future__ import annotations

import pytest
from held import hold_an_edit
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st


@pytest.mark.parametrize("number", range(10))
def test_an_edit_touches_only_what_it_is_about(number: int) -> None:
    """A thousand from each seed, the same at every run."""

    @seed(number)
    @settings(max_examples=1000, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def edit(data: st.DataObject) -> None:
        hold_an_edit(data)

    edit()
