"""Which rules speak, in which files, and how loud: what the words of an option or a configuration mean."""

from __future__ import annotations

import pytest
from raci.errors import BadConfiguration
from raci.faults.finding import Severity
from raci.linter.catalogue import BY_NAME, FAULTS
from raci.linter.selection import Selection, rules_named, select, thresholds_named
from raci.rules import RULES

from linting import found, linted

EVERY = frozenset(BY_NAME)
MENU = """
    version: 1
    roles:
      cook: {name: Cook, deliverables: [{name: Menu, letters: R, summary: TBD}]}
"""


def test_a_rule_is_meant_by_its_code_and_by_its_name() -> None:
    """A code may be written small; none of them is the beginning of another."""
    for rule in FAULTS:
        for written in (rule.code, rule.code.lower(), rule.name):
            assert rules_named([written]) == {rule.name}


@pytest.mark.parametrize("beginning", ["RACI0", "RACI2", "raci4", "RACI10", "RACI20"])
def test_the_beginning_of_a_code_means_all_that_begin_so(beginning: str) -> None:
    """A family, or ten of it."""
    meant = {rule.name for rule in FAULTS if rule.code.startswith(beginning.upper())}
    assert meant
    assert rules_named([beginning]) == meant


def test_all_means_every_rule() -> None:
    """ALL, and several words together; no word means no rule."""
    assert rules_named(["ALL"]) == rules_named(["ALL", "RACI201"]) == EVERY
    assert rules_named(["RACI201", "no-accountable", "look-alike"]) == {"no-accountable", "look-alike"}
    assert rules_named([]) == frozenset()


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("no-acountable", '"no-acountable" is no rule. Did you mean "no-accountable"?'),
        ("RACI2O1", '"RACI2O1" is no rule. Did you mean "RACI201"?'),
        ("RACI2011", '"RACI2011" is no rule.'),
        ("No-Accountable", '"No-Accountable" is no rule. Did you mean "no-accountable"?'),
        ("wrong-shape", '"wrong-shape" is no rule.'),  # what loading calls a part of wrong-value
        ("RACI6", '"RACI6" is no rule.'),
        ("ACI201", '"ACI201" is no rule. Did you mean "RACI201"?'),
        ("", '"" is no rule.'),
    ],
)
def test_what_means_no_rule_is_refused(written: str, message: str) -> None:
    """With the nearest that is known."""
    with pytest.raises(BadConfiguration) as refused:
        rules_named(["RACI201", written])
    assert str(refused.value).startswith(message)


def test_every_unknown_rule_is_named_at_once() -> None:
    """Nobody mends a list one word a run."""
    with pytest.raises(BadConfiguration) as refused:
        rules_named(["RACI2O1", "look-alike", "no-acountable"])
    assert [line.split()[0] for line in str(refused.value).splitlines()] == ['"RACI2O1"', '"no-acountable"']


def test_all_may_be_written_in_small_letters() -> None:
    """As codes may."""
    assert rules_named(["all"]) == rules_named(["ALL"]) == EVERY


def test_what_is_left_of_what_is_chosen() -> None:
    """All or the chosen, with the added, less the ignored: what is ignored has the last word."""
    assert select(None) == EVERY
    assert select(["RACI201"]) == {"no-accountable"}
    assert select(["RACI201"], added=["RACI402"]) == {"no-accountable", "look-alike"}
    assert select(None, ["RACI0", "look-alike"]) == EVERY - rules_named(["RACI0", "RACI402"])
    assert select(["RACI2"], ["RACI2"], ["RACI201"]) == frozenset()
    assert select(None, [], ["RACI201"]) == EVERY


def test_thresholds_are_given_by_code_or_name() -> None:
    """They come back by name; 0 is a number."""
    assert thresholds_named({"RACI206": 2, "too-many-informed": 0}) == {
        "too-many-responsible": 2,
        "too-many-informed": 0,
    }
    assert thresholds_named({}) == {}


def test_a_threshold_for_a_rule_without_one_is_refused() -> None:
    """The rules that have one are listed, and they are those."""
    with pytest.raises(BadConfiguration) as refused:
        thresholds_named({"RACI201": 2})
    message, _, known = str(refused.value).partition(" Known: ")
    assert message == 'the rule "RACI201" has no threshold.'
    assert known.rstrip(".").split(", ") == sorted(rule.name for rule in RULES if rule.threshold is not None)
    with pytest.raises(BadConfiguration, match='Did you mean "too-many-informed"'):
        thresholds_named({"too-many-informd": 2})


def test_only_what_is_selected_is_heard() -> None:
    """Findings of rules and findings of loading alike."""
    assert found(linted(MENU), "RACI201", "RACI503") == ["a.yaml:3 RACI201", "a.yaml:3 RACI503"]
    chosen = Selection(rules=select(["RACI503"]))
    assert {each.code for each in linted(MENU, selection=chosen).findings} == {"RACI503"}
    assert chosen.speaks(BY_NAME["placeholder-text"])
    assert not chosen.speaks(BY_NAME["no-accountable"])
    bad = MENU.replace("letters: R", "leters: R")
    assert "RACI008" in {each.code for each in linted(bad).findings}
    assert "RACI008" not in {each.code for each in linted(bad, selection=chosen).findings}


@pytest.mark.parametrize(
    ("pattern", "heard"),
    [
        ("a.yaml", ["b.yaml"]),
        ("?.yaml", []),
        ("*", []),
        ("[b-z].yaml", ["a.yaml"]),
        ("A.yaml", ["a.yaml", "b.yaml"]),
        ("yaml", ["a.yaml", "b.yaml"]),
    ],
)
def test_a_pattern_ignores_rules_in_files(pattern: str, heard: list[str]) -> None:
    """The whole name of the file must fit, and small letters are not capitals."""
    other = MENU.replace("cook", "baker").replace("Cook", "Baker").replace("Menu", "Bread")
    selection = Selection(per_file_ignores={pattern: frozenset({"no-accountable"})})
    report = linted(MENU, other, selection=selection)
    assert [each.location.file for each in report.findings if each.code == "RACI201"] == heard
    assert len([each for each in report.findings if each.code == "RACI503"]) == 2


def test_several_patterns_add_up() -> None:
    """A file that fits two patterns is spared by both."""
    selection = Selection(
        per_file_ignores={"*": frozenset({"no-accountable"}), "a.*": frozenset({"placeholder-text"})}
    )
    assert not {"RACI201", "RACI503"} & {each.code for each in linted(MENU, selection=selection).findings}


def test_a_severity_may_be_another() -> None:
    """Only that of the named rule changes, and nothing else about its findings."""
    plain = {each.code: each for each in linted(MENU).findings}
    selection = Selection(severities={"no-accountable": Severity.INFO})
    changed = {each.code: each for each in linted(MENU, selection=selection).findings}
    assert (plain["RACI201"].severity, changed["RACI201"].severity) == ("error", "info")
    assert (changed["RACI201"].message, changed["RACI201"].location) == (
        plain["RACI201"].message,
        plain["RACI201"].location,
    )
    assert plain.keys() == changed.keys()
    assert plain["RACI503"] == changed["RACI503"]
