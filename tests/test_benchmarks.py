"""The benchmarks ask about what is in their registers, and raci is better than its baselines."""

from __future__ import annotations

import runpy
import sys
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
import raci
import yaml
from raci.faults.finding import InvalidRegister
from raci.graph.ownership import OwnershipGraph
from raci.linter.lint import LintOptions, lint
from raci.loading.load import read_files
from raci.loading.origin import find_files
from raci.text.names import fold, slug

from conftest import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

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


ANSWERS = runpy.run_path(str(PROJECT / "benchmarks/answers/run.py"))
THIN = ANSWERS["registers_of"]("thin")


def test_every_question_to_a_thin_register_is_about_what_is_there() -> None:
    """Items and roles exist, and the owners are accountable for the items."""
    for each in ANSWERS["read"](ANSWERS["SETS"]["thin"] / "tuning.yaml"):
        graph = OwnershipGraph(THIN[each.register])
        assert set(each.items) <= graph.register.work.keys(), each.ask
        assert {
            *each.owners,
            *(each.expects[key] for key in ("role", "owner") if key in each.expects),
        } <= graph.register.roles.keys(), each.ask
        if each.items:
            assert set(each.owners) == {owner for item in each.items for owner in graph.accountable(item)}
        assert each.kind != "none" or not each.is_answerable


def test_an_answer_is_judged_by_what_it_costs() -> None:
    """Right, right behind others, refused with the right one near, wrong and sure, wrong with a "Perhaps"."""
    hotel = OwnershipGraph(THIN["hotel"])
    judging, searchers = (sys.modules[f"answers.{name}"] for name in ("judging", "searchers"))
    found = searchers.Found
    owner = hotel.accountable("check-in")
    asked = judging.Question("hotel", "arrivals", "synonym", ("check-in",), owner, {})
    for answer, said in (
        (found(("check-in",)), {"first", "third", "owner"}),
        (found(("spa-price-list", "check-in")), {"third", "sure"}),
        (found(("spa-price-list",), sure=False), set()),
        (found(near=("duty-roster", "check-in")), {"refused", "missed", "near"}),
        (found(("check-in",), score=1.0).unless_below(2.0), {"refused", "missed", "near"}),
    ):
        assert set(judging.judged(asked, answer, hotel)) == said
    nobody = judging.Question("hotel", "zebras", "none", (), (), {})
    assert set(judging.judged(nobody, found(), hotel)) == {"refused"}
    assert set(judging.judged(nobody, found(("check-in",)), hotel)) == {"sure"}


def test_the_tables_of_answers_go_between_their_marks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Those of each half and search, and of each kind; the rest of the page stays."""
    page = tmp_path / "answers.md"
    page.write_text("before\n<!-- thin: begin -->\nold\n<!-- thin: end -->\nafter\n", "utf-8")
    monkeypatch.setitem(ANSWERS["write"].__globals__, "DOCUMENT", page)
    ANSWERS["main"](["thin", "--half", "tuning", "--write"])
    text = page.read_text("utf-8")
    assert text.startswith("before\n<!-- thin: begin -->\n| half | search | top-1 |")
    assert text.endswith("|\n<!-- thin: end -->\nafter\n")
    assert "old" not in text
    assert text.count("\n| tuned against | ") == len(ANSWERS["SEARCHERS"])
    assert (
        text.removeprefix("before\n<!-- thin: begin -->\n").partition("\n<!--")[0] in capsys.readouterr().out
    )


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


SPEED = runpy.run_path(str(PROJECT / "benchmarks/speed/run.py"))
generate = SPEED["generator"].generate
ITEMS = 200


def test_a_generated_register_is_the_same_each_time() -> None:
    """The same number and seed give the same files, another seed others."""
    assert generate(ITEMS) == generate(ITEMS)
    assert generate(ITEMS).files != generate(ITEMS, seed=2).files


@pytest.mark.parametrize("files", [1, 7])
def test_a_generated_register_has_what_was_planted(files: int, tmp_path: Path) -> None:
    """It loads, lint finds every mistake by its code, and overlaps every duplicate, in one file or in many."""
    planted = generate(ITEMS, files=files)
    planted.write(tmp_path)
    assert len(list(tmp_path.iterdir())) == (1 if files == 1 else files + 1)
    register = raci.load(tmp_path)
    claims = [claim for work in register.work.values() for claim in work.claims]
    assert len(claims) == ITEMS
    found = findings(tmp_path)
    assert planted.mistakes
    for code, name in planted.mistakes:
        assert any(code == its and slug(name) in subject for its, subject in found), (code, name)
    overlaps = raci.overlaps(register).overlaps
    several = {name for each in overlaps if each.kind == "duplicate" for name in each.names}
    pairs = {frozenset(each.names) for each in overlaps}
    assert planted.duplicates
    assert set(planted.duplicates) <= several
    assert {frozenset(pair) for pair in planted.near} <= pairs


def test_a_broken_register_has_its_mistakes_found(tmp_path: Path) -> None:
    """Lint names the code of each; nothing else can be answered."""
    planted = generate(ITEMS, broken=6)
    planted.write(tmp_path)
    codes = [code for code, _ in findings(tmp_path)]
    for code in ("RACI101", "RACI104", "RACI008"):
        assert codes.count(code) == 2
    with pytest.raises(InvalidRegister):
        raci.load(tmp_path)


@pytest.mark.parametrize("kind", range(5))
def test_every_tenth_item_can_be_mended(kind: int, tmp_path: Path) -> None:
    """By a fix of the kind's rule; the last kind is all others in turn."""
    planted = generate(ITEMS, fixable=kind)
    planted.write(tmp_path)
    codes = [code for code, _ in findings(tmp_path)]
    rules = SPEED["generator"].FIXABLE
    slips = [code for code, _ in planted.mistakes if code in (rules[kind : kind + 1] or rules)]
    assert len(slips) == ITEMS // 10
    for rule in set(slips):
        assert codes.count(rule) >= slips.count(rule) - 1  # a waiver may silence one of the other mistakes


def findings(folder: Path) -> list[tuple[str, str]]:
    """Return the codes of what lint finds in a folder, and the ids that it is about."""
    loaded = read_files(find_files([str(folder)]), keep_texts=True)
    return [(each.code, each.subject) for each in lint(loaded, LintOptions(date(2026, 1, 1))).findings]


def test_the_table_of_speed_has_a_row_for_each_goal() -> None:
    """Met, not met, or why it was not measured; a goal is a floor or a ceiling."""
    figure = SPEED["Figure"]
    goals = {goal.key: goal for goal in SPEED["GOALS"]}
    figures = {
        "who-owns": figure(1.3, "made of"),
        "yamllint": figure(12.4, "made of"),
        "agenraci": "is not there",
    }
    rows = SPEED["table"](figures).splitlines()[2:]
    assert [row.split(" | ")[0].removeprefix("| ") for row in rows] == [goal.what for goal in goals.values()]
    by_goal = dict(zip(goals, rows, strict=True))
    assert " **no** " in by_goal["who-owns"]
    assert " yes " in by_goal["yamllint"]
    assert "is not there" in by_goal["agenraci"]
    assert "not measured" in by_goal["memory"]


def test_goals_for_the_full_scale_are_not_held_against_less() -> None:
    """A look at a tenth tells what it saw and judges the others."""
    figure = SPEED["Figure"]
    seen = {"memory": figure(0.9, "9 MiB against 10 MiB"), "lint": figure(0.9, "made of")}
    figures = SPEED["below_scale"](seen, 10_000)
    assert figures == {**seen, "memory": "0.90 at 10,000 items: 9 MiB against 10 MiB"}
    assert seen["memory"] == figure(0.9, "9 MiB against 10 MiB")


def test_growth_is_an_exponent_without_the_start_up() -> None:
    """Ten times the items in ten times the time is 1, in a hundred times the time 2."""
    assert SPEED["exponent"](0.5, 1.5, 10.5) == pytest.approx(1)
    assert SPEED["exponent"](0.5, 1.5, 100.5) == pytest.approx(2)
