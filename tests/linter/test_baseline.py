"""A baseline silences what is known, by rule, file and subject, and says when it knows too much."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from raci.errors import BadConfiguration
from raci.linter.baseline import Baseline, pruned, written
from raci.linter.baseline_file import Entry
from raci.linter.lint_report import LintReport
from raci.linter.selection import Selection, select

from linting import found, linted, waived

COOK = """\
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - {name: Menu, letters: R}
      - {name: Dish, letters: R}
"""
MENDED = COOK.replace("{name: Menu, letters: R}", "{name: Menu, letters: AR}")


def baseline(*entries: dict[str, Any]) -> Baseline:
    """Return a baseline with these entries, one a line from the third line on."""
    lines = ",\n".join(json.dumps(each) for each in entries)
    return Baseline.read(f'{{"schema_version": 1,\n "findings": [\n{lines}\n]}}\n', "known.json")


def entry(subject: str = "menu", **fields: Any) -> dict[str, Any]:
    """Return an entry for work without an accountable role in a.yaml."""
    return {"rule": "RACI201", "file": "a.yaml", "subject": subject, "count": 1, **fields}


def about(report: LintReport) -> list[str]:
    """Return what is said about the baseline itself."""
    return [f"{x.location}: {x.code} {x.message}" for x in report.findings if x.location.file == "known.json"]


def test_what_is_known_is_silenced() -> None:
    """An entry silences its finding; the others are reported."""
    report = linted(COOK, baseline=baseline(entry(reason="since last year")))
    assert waived(report) == ["a.yaml:6 RACI201 external: since last year"]
    assert found(report) == ["a.yaml:7 RACI201"]
    assert linted(COOK, baseline=baseline(entry())).waived[0].reason == "in the baseline"


def test_no_more_are_silenced_than_are_counted() -> None:
    """One finding more with the same rule, file and subject is reported."""
    text = "version: 1\nroles:\n  cook:\n    name: Cook\n    summary: TBD\n    contact: TODO\n"
    subjects = [(each.code, each.subject) for each in linted(text).findings]
    for key in set(subjects):
        known = baseline({**entry(key[1]), "rule": key[0], "count": max(1, subjects.count(key) - 1)})
        report = linted(text, baseline=known)
        assert len(report.waived) == known.entries[0].count


def test_a_stale_entry_is_found_where_it_stands() -> None:
    """What silences less than it says is a finding in the baseline's line, and its text is there for excerpts."""
    known = baseline(entry("dish"), entry("menu"), entry("plan", file="b.yaml", count=3))
    other = (
        COOK.replace("cook", "buyer").replace("Cook", "Buyer").replace("Menu", "Bill").replace("Dish", "Plan")
    )
    report = linted(MENDED, other, baseline=known)
    assert about(report) == [
        'known.json:4:1: RACI905 the baseline lists RACI201 (no-accountable) "menu" in a.yaml, which is found no more',
        'known.json:5:1: RACI905 the baseline lists RACI201 (no-accountable) "plan" in b.yaml 3 times, found: 1',
    ]
    assert report.texts["known.json"] == known.text
    assert "known.json" not in linted(COOK, baseline=baseline(entry())).texts


@pytest.mark.parametrize(
    "options",
    [
        {"selection": Selection(select(None, ["RACI201"]))},
        {"selection": Selection(per_file_ignores={"a.*": frozenset({"no-accountable"})})},
        {"only": frozenset({"b.yaml"})},
    ],
)
def test_what_was_not_looked_for_is_not_stale(options: dict[str, Any]) -> None:
    """Neither a rule that is not selected nor a file that is not linted makes an entry stale."""
    report = linted(MENDED, "version: 1\nroles: {}\n", baseline=baseline(entry()), **options)
    assert (about(report), report.stale) == ([], ())


def test_what_may_be_hidden_is_not_stale() -> None:
    """A file with something that did not load is not judged, nor is any while one cannot be read."""
    assert about(linted(MENDED + "      - {name: X, letters: Q}\n", baseline=baseline(entry()))) == []
    assert about(linted(MENDED, "version: 1\nroles: [", baseline=baseline(entry()))) == []


def test_an_entry_may_expire() -> None:
    """Past its day an entry silences nothing and is a finding, found or not; on the day it holds."""
    known = baseline(entry(expires="2026-01-01"))
    assert about(linted(COOK, baseline=known)) == []
    for text in (COOK, MENDED):
        report = linted(text, baseline=known, today=date(2026, 1, 2))
        assert about(report) == [
            'known.json:3:1: RACI904 the baseline\'s entry for RACI201 (no-accountable) "menu" in a.yaml '
            "expired on 2026-01-01"
        ]
        assert report.waived == ()


def test_a_waiver_comes_before_the_baseline() -> None:
    """What a comment silences is no longer known: the entry is stale."""
    text = COOK.replace("letters: R}\n", "letters: R} # raci: ignore[RACI201] why\n")
    report = linted(text, baseline=baseline(entry()))
    assert {each.kind for each in report.waived} == {"inSource"}
    assert len(report.stale) == 1


def test_errors_may_be_known_but_not_what_keeps_files_from_loading() -> None:
    """A baseline that is written leaves out what cannot be silenced."""
    broken = COOK + "      - {name: X, letters: Q}\n      - {name: Y}  # raci: ignore[]\n"
    report = linted(broken)
    assert {"RACI104", "RACI902", "RACI201"} <= {each.code for each in report.findings}
    rules = {each["rule"] for each in json.loads(written(report, "known.json").text)["findings"]}
    assert "RACI201" in rules
    assert not rules & {"RACI104", "RACI902"}


def test_writing_anew_keeps_what_people_wrote() -> None:
    """Reason and day of an entry stay, what is new is added, what is stale goes, what was not judged stays."""
    known = baseline(
        entry("dish", reason="since last year", expires="2026-05-01"), entry(), entry(file="z.yaml", count=2)
    )
    report = linted(MENDED, baseline=known, selection=Selection(select(["RACI2", "RACI9"], ["RACI209"])))
    assert written(report, "known.json", known).text == (
        "{\n"
        '  "schema_version": 1,\n'
        '  "findings": [\n'
        '    {\n      "rule": "RACI201",\n      "file": "a.yaml",\n      "subject": "dish",\n      "count": 1,\n'
        '      "reason": "since last year",\n      "expires": "2026-05-01"\n    },\n'
        '    {\n      "rule": "RACI201",\n      "file": "z.yaml",\n      "subject": "menu",\n      "count": 2\n    }\n'
        "  ]\n"
        "}\n"
    )


def test_a_written_baseline_is_the_one_that_is_read() -> None:
    """What is written names files from the baseline's folder on, and knows where its entries stand."""
    known = baseline(entry("dish", reason="why", expires="2026-05-01"))
    one = written(linted(COOK, baseline=known), "sub/known.json", known)
    assert json.loads(one.text)["findings"][0]["file"] == "../a.yaml"
    assert one == Baseline.read(one.text, "sub/known.json")
    assert Baseline.of([], "known.json") == Baseline.read(
        '{\n  "schema_version": 1,\n  "findings": []\n}\n', "known.json"
    )


def test_a_file_whose_name_is_no_text_is_in_no_baseline() -> None:
    """A baseline that names it could not be read again, and none is written."""
    with pytest.raises(BadConfiguration, match=r"known\.json: no baseline can name a.\.yaml, "):
        Baseline.of([Entry("RACI201", "a\udcff.yaml", "menu", 1)], "known.json")


def test_an_expired_entry_keeps_its_day() -> None:
    """Writing the baseline anew prolongs nothing."""
    known = baseline(entry(expires="2025-01-01"))
    again = written(linted(COOK, baseline=known), "known.json", known)
    assert entry(expires="2025-01-01") in json.loads(again.text)["findings"]


def test_pruning_takes_out_what_is_left_over() -> None:
    """Stale entries go or count less, the others stay as they are; without any there is nothing to write."""
    known = baseline(entry("dish", count=3, reason="why"), entry(), entry(file="z.yaml"))
    left = pruned(known, linted(MENDED, baseline=known))
    assert [(each.key, each.count, each.reason) for each in left.entries] == [
        (("RACI201", "a.yaml", "dish"), 1, "why"),
        (("RACI201", "z.yaml", "menu"), 1, ""),
    ]
    assert pruned(left, linted(MENDED, baseline=left)) is left


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "known.json:1:1: this is no JSON"),
        ('{"schema_version": 1,\n"findings": [}', "known.json:2:14: this is no JSON"),
        ("[]", 'known.json: this is no baseline: it has no list of "findings"'),
        ("[" * 100_000, "known.json: this is no baseline: "),
        ('{"findings": []}', 'known.json: this is no baseline of "schema_version" 1'),
        ('{"schema_version": 2, "findings": []}', 'known.json: this is no baseline of "schema_version" 1'),
        (
            '{"schema_version": 1, "findings": [], "findings": []}',
            'known.json: this is no baseline: the key "findings" is there twice',
        ),
        (["x"], "known.json:3:1: an entry is an object"),
        (
            [{**entry(), "expire": "2026-01-01"}],
            'known.json:3:1: "expire" is no field of an entry. Did you mean "expires"?',
        ),
        ([{"rule": "RACI201"}], 'known.json:3:1: the entry has no "file"'),
        ([entry(), entry("dish", file=1)], 'known.json:4:1: the "file" is no text'),
        ([entry("\ud800")], 'known.json:3:1: the "subject" is no text'),
        ([entry(count=0)], 'known.json:3:1: the "count" is no number from 1'),
        ([entry(count=True)], 'known.json:3:1: the "count" is no number from 1'),
        ([entry(expires="soon")], 'known.json:3:1: "expires" is no date such as 2026-12-31'),
        (
            [entry(rule="no-acountable")],
            'known.json:3:1: "no-acountable" is no rule. Did you mean "no-accountable"?',
        ),
        (
            [entry(rule="syntax")],
            "known.json:3:1: RACI001 (syntax) cannot be in a baseline: with it the files do not load in any other command",
        ),
        (
            [entry(rule="RACI901")],
            "known.json:3:1: RACI901 (unused-waiver) cannot be in a baseline: it is about waivers themselves",
        ),
        ([entry(), entry()], "known.json:4:1: this is listed in line 3 already; add up the counts"),
        (
            [entry(), entry(file="./a.yaml")],
            "known.json:4:1: this is listed in line 3 already; add up the counts",
        ),
    ],
)
def test_a_wrong_baseline_is_refused(text: str | list[dict[str, Any]], reason: str) -> None:
    """What a baseline may not hold is refused, with its place."""
    with pytest.raises(BadConfiguration) as refused:
        Baseline.read(text, "known.json") if isinstance(text, str) else baseline(*text)
    assert str(refused.value).startswith(reason)


def test_rules_may_be_named_and_the_file_may_come_from_any_editor() -> None:
    """A name means its code; a byte order mark and Windows line ends do not matter."""
    text = json.dumps({"findings": [entry(rule="no-accountable")], "schema_version": 1}, indent=1)
    read = Baseline.read("\ufeff" + text.replace("\n", "\r\n"), "known.json")
    assert [(each.rule, each.span[:2]) for each in read.entries] == [("RACI201", (3, 3))]


NAMES = st.lists(
    st.sampled_from(["Menu", "Dish", "Plan", "Bill", "Wine List", "List of Wines"]), max_size=5, unique=True
)


@st.composite
def kitchens(draw: st.DrawFn) -> str:
    """Draw a file with a few roles and their work, in order or not."""
    lines = ["version: 1", "roles:"]
    for role in ("cook", "buyer", "waiter"):
        lines += [f"  {role}:", f"    name: {role.title()}", "    responsibilities:"]
        lines += [
            f"      - {{name: {name}, letters: {draw(st.sampled_from(['A', 'R', 'AR', 'AI', 'C']))}}}"
            for name in draw(NAMES)
        ]
        if lines[-1].endswith(":"):
            lines[-1] += " []"
    return "\n".join(lines) + "\n"


def silenceable(report: LintReport) -> list[str]:
    """Return the codes of what is left, less what is found while loading."""
    return [each.code for each in report.findings if each.code > "RACI109"]


@settings(max_examples=40)
@given(kitchens())
def test_a_written_baseline_silences_what_it_was_written_from(text: str) -> None:
    """Lint says nothing more, the text is stable, and there is nothing to prune."""
    known = written(linted(text), "known.json")
    report = linted(text, baseline=known)
    assert silenceable(report) == []
    assert written(report, "known.json", known) == known == Baseline.read(known.text, "known.json")
    assert pruned(known, report) is known


@settings(max_examples=40)
@given(kitchens(), st.lists(st.sampled_from(["", "# a comment", "#"]), max_size=6), st.integers(0, 5))
def test_lines_that_move_change_nothing(text: str, added: list[str], at: int) -> None:
    """Lines above a finding do not change what a baseline covers."""
    known = written(linted(text), "known.json")
    lines = text.split("\n")
    moved = "\n".join([*lines[:at], *added, *lines[at:]])
    assert silenceable(linted(moved, baseline=known)) == []
