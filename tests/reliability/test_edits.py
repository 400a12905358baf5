"""Ten thousand edits of files and decisions on registers in every style: what was meant, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from held import hold_an_edit
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from test_decisions import decisions, hold_a_decision, texts

if TYPE_CHECKING:
    from functools import partial

    from raci.decisions.decision import Decision


@pytest.mark.parametrize("number", range(10))
def test_an_edit_touches_only_what_it_is_about(number: int) -> None:
    """A thousand from each seed, the same at every run."""

    @seed(number)
    @settings(max_examples=1000, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def edit(data: st.DataObject) -> None:
        hold_an_edit(data)

    edit()


@pytest.mark.parametrize("number", range(4))
def test_a_decision_changes_only_what_it_is_about(number: int) -> None:
    """Of every kind of settle, rename and alias: five hundred from each seed."""

    @seed(number)
    @settings(max_examples=500, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(texts(), decisions())
    def decide(text: str, decision: partial[Decision]) -> None:
        hold_a_decision(text, decision)

    decide()
