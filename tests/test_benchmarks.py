"""The questions of the benchmark are about the register that ships."""

from __future__ import annotations

from typing import Any

import pytest
import raci
import yaml
from raci.graph import OwnershipGraph

from conftest import PROJECT

HALVES = ("tuning.yaml", "held_out.yaml")
NOBODY = {"other-world", "near-miss", "company-but-not-here", "generic", "gibberish"}
ANSWERED = {"name", "part", "synonym", "abbreviation", "question", "verb", "typo", "paraphrase"}


def questions(half: str) -> list[dict[str, Any]]:
    """Return the questions of one half."""
    found: list[dict[str, Any]] = yaml.safe_load((PROJECT / "benchmarks/answers" / half).read_text("utf-8"))
    return found


@pytest.mark.parametrize("half", HALVES)
def test_every_question_is_about_work_that_is_there(half: str) -> None:
    """Its items exist, its owners are accountable for them, and its kind says whether there are any."""
    graph = OwnershipGraph(raci.load())
    for each in questions(half):
        assert each["kind"] in (ANSWERED if each["items"] else NOBODY)
        owners = {owner for item in each["items"] for owner in graph.accountable(item)}
        assert set(each["owners"]) == owners, each["ask"]


def test_there_are_enough_questions_and_none_is_in_both_halves() -> None:
    """At least 200 with an answer and 60 without, each in one half only."""
    tuning, held_out = (questions(half) for half in HALVES)
    together = [*tuning, *held_out]
    assert sum(bool(each["items"]) for each in together) >= 200
    assert sum(not each["items"] for each in together) >= 60
    assert {each["ask"] for each in tuning}.isdisjoint(each["ask"] for each in held_out)
