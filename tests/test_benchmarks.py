"""The benchmarks ask about what is in their registers, and raci is better than its baselines."""

from __future__ import annotations

import runpy
from typing import TYPE_CHECKING, Any

import pytest
import raci
import yaml
from raci.graph import OwnershipGraph
from raci.names import fold

from conftest import PROJECT

if TYPE_CHECKING:
    from raci.model.register import Register

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


OVERLAPS = PROJECT / "benchmarks/overlaps"
RUN = runpy.run_path(str(OVERLAPS / "run.py"))
BASELINES = ("by_rapidfuzz", "by_tf_idf")


def register_of_set(name: str) -> Register:
    """Return the register that a set of judged pairs is about."""
    path = RUN["SETS"][name]
    return raci.load(*[path] if path else ())


@pytest.mark.parametrize("name", RUN["SETS"])
def test_every_judged_name_is_in_its_register(name: str) -> None:
    """And each pair is of two names and in one list only: it is right, arguable, or wrong."""
    lists = yaml.safe_load((OVERLAPS / f"{name}.yaml").read_text("utf-8"))
    names = {work.name for work in register_of_set(name).work.values()}
    judged = [frozenset(pair) for pairs in lists.values() for pair in pairs]
    spelt = frozenset().union(*judged)
    assert {fold(each) for each in spelt} <= {fold(each) for each in names}
    assert {len(pair) for pair in judged} == {2}
    assert len(set(judged)) == len(judged)
    counted = RUN["read"](OVERLAPS / f"{name}.yaml")
    # A name that is spelt as in another role's list would never be met with, and its pair be missed.
    assert frozenset().union(*counted.right, *counted.arguable) <= names


def test_every_set_of_judged_pairs_is_run() -> None:
    """None lies there unused."""
    assert {path.stem for path in OVERLAPS.glob("*.yaml")} == RUN["SETS"].keys()


def test_the_shipped_data_has_its_near_duplicates_found() -> None:
    """Nine in ten of what is found are right, and nine in ten of what is right are found."""
    judged = RUN["read"](OVERLAPS / "shipped.yaml")
    precision, _, f1 = RUN["figures"](RUN["by_raci"](raci.load()), judged, 0.0)
    assert precision >= 0.9
    assert f1 >= 0.9


@pytest.mark.parametrize("name", ["shipped", "platform", "builder", "university"])
def test_raci_finds_near_duplicates_better_than_the_baselines(name: str) -> None:
    """Even with the threshold that suits each of them best on the very set."""
    register, judged = register_of_set(name), RUN["read"](OVERLAPS / f"{name}.yaml")
    precision, _, f1 = RUN["figures"](RUN["by_raci"](register), judged, 0.0)
    for baseline in BASELINES:
        scores = RUN[baseline](register)
        least = RUN["best_threshold"](scores, judged)
        its_precision, _, its_f1 = RUN["figures"](scores, judged, least)
        assert (precision > its_precision, f1 > its_f1) == (True, True), baseline


def test_the_benchmark_of_overlaps_prints_its_figures(capsys: pytest.CaptureFixture[str]) -> None:
    """For every set, the three ways of finding."""
    RUN["main"]()
    out = capsys.readouterr().out
    assert out.count("\n== ") == len(RUN["SETS"])
    for way in ("raci ", "rapidfuzz token_set_ratio ", "tf-idf cosine "):
        assert out.count(f"\n  {way}") == len(RUN["SETS"])
