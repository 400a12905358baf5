"""raci health, as its users run it."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import fields, replace
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from nasty import ALL_NASTY
from raci.queries.health import Health
from raci.queries.health import health as query
from raci.render import csv as csv_renderer
from raci.render import html, markdown, text
from raci.views.health import health as view
from raci.views.health import percent

from conftest import PROJECT, WORDS_AND_RECORDS, Golden, RunRaci, graph_of, write_files

SCHEMA: dict[str, Any] = json.loads((PROJECT / "docs/json/health.schema.json").read_text("utf-8"))
DAY = ("--as-of", "2026-06-15")

WARD = """
    version: 1
    scheme: daci
    roles:
      nurse:
        name: Nurse
        responsibilities:
          - {name: Rounds, summary: Who lies where., source: House rules}
          - {name: Drug Chart, letters: D}
          - {name: Night Watch, letters: D}
          - {name: Bed Plan}
          - {name: Prep List, aliases: [to prepare]}
          - {name: Preparation List, aliases: [to prepare]}
        deliverables: [{name: Handover}]
      doctor:
        name: Doctor
        responsibilities: [{name: Bed Plan}, {name: Visit}]
        deliverables: [{name: Handover}]
    unowned: [{name: Garden, because: The town sees to it.}]
    overlaps:
      morning: {work: [Handover], agreement: {accountable: nurse, review: 2026-06-14, because: It is so.}}
      noon: {work: [Visit], agreement: {accountable: doctor, review: 2026-07-15, escalation: [matron], because: It is so.}}
      night: {tension: Nobody wants it., work: [Night Watch]}
      drugs: {tension: Who gives it did not order it., work: [Visit]}
      beds: {tension: Both plan the beds., work: [Bed Plan]}
"""


def terminal(raci: RunRaci, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> str:
    """Return what a terminal of 80 columns shows."""
    with monkeypatch.context() as patch:
        patch.setattr("raci.cli.answering.width", lambda _: 80)
        return raci("health", *DAY, *arguments).out


@pytest.mark.parametrize(("format_", "ending"), WORDS_AND_RECORDS)
def test_the_health_of_the_shipped_data_in_each_format(
    format_: str, ending: str, raci: RunRaci, in_folder: Path, golden: Golden
) -> None:
    """All is owned, three tensions are open on purpose; byte for byte."""
    ran = raci("health", *DAY, "--format", format_)
    assert ran.code == 0
    golden(ran.out, "health", f"shipped.{ending}")


@pytest.mark.parametrize(("format_", "ending"), WORDS_AND_RECORDS)
def test_a_ward_with_all_that_can_be_bad(
    format_: str, ending: str, raci: RunRaci, in_folder: Path, golden: Golden
) -> None:
    """Contested, unowned, open, past review: still an answer, exit code 0."""
    write_files(in_folder, {"ward.yaml": WARD})
    ran = raci("health", *DAY, "--data", "ward.yaml", "--format", format_)
    assert (ran.code, ran.err) == (0, "")
    golden(ran.out, "health", f"ward.{ending}")


def test_it_fits_a_screen(
    raci: RunRaci, in_folder: Path, golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    """80 columns and 24 lines, however bad it is."""
    write_files(in_folder, {"ward.yaml": WARD})
    shown = {"shipped": terminal(raci, monkeypatch), "ward": terminal(raci, monkeypatch, "--data", ".")}
    for name, out in shown.items():
        golden(out, "health", f"{name}-80.txt")
        assert len(out.splitlines()) <= 24
        assert max(map(len, out.splitlines())) <= 80


@pytest.mark.parametrize(
    ("roles", "first_line"),
    [
        ("{}", "There is no work in the register."),
        ("{a: {name: A}}", "There is no work in the register."),
        (
            "{a: {name: A, deliverables: [{name: M}]}}",
            "The only piece of work has one owner; nothing is contested, open or past review.",
        ),
        (
            "{a: {name: A, deliverables: [{name: M, letters: R}]}}",
            "0 of 1 piece of work has one owner; 1 has none.",
        ),
        (
            "{a: {name: A, deliverables: [{name: M}, {name: N, letters: R}, {name: O, letters: R}]}}",
            "1 of 3 pieces of work has one owner; 2 have none.",
        ),
        (
            "{a: {name: A, deliverables: [{name: M}, {name: N}]}}\nunowned: [{name: O, because: Gone.}]",
            "All 2 pieces of work have one owner; nothing is contested, open or past review.",
        ),
        (
            "{a: {name: A}}\nunowned: [{name: O, because: Gone.}]",
            "All that there is has no owner on purpose.",
        ),
    ],
)
def test_the_first_line_is_the_answer(roles: str, first_line: str, raci: RunRaci, in_folder: Path) -> None:
    """How much has one owner, and the worst of what is left to do."""
    write_files(in_folder, {"r.yaml": f"version: 1\nroles: {roles}"})
    ran = raci("health", "--data", "r.yaml")
    assert (ran.code, ran.out.splitlines()[0]) == (0, first_line)


def test_the_first_line_leaves_out_nothing_that_is_bad(raci: RunRaci, in_folder: Path) -> None:
    """Five kinds of it are five parts of the sentence."""
    write_files(in_folder, {"ward.yaml": WARD})
    first, *_ = raci("health", *DAY, "--data", "ward.yaml").out.splitlines()
    assert first == (
        "5 of 8 pieces of work have one owner; 1 is contested, 2 have none, 2 tensions are open, "
        "1 agreement is past review and 1 pair of names may mean one thing."
    )


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [
        (0, 8, "0 %"),
        (1, 8, "13 %"),
        (3, 8, "38 %"),
        (1, 3, "33 %"),
        (1, 200, "1 %"),
        (1, 10_000, "1 %"),
        (9_999, 10_000, "99 %"),
        (8, 8, "100 %"),
    ],
)
def test_a_half_of_a_percent_is_rounded_up(part: int, whole: int, shown: str) -> None:
    """But something is never 0 %, and not everything never 100 %."""
    assert percent(part, whole) == shown


def test_thousands_have_a_comma_for_people() -> None:
    """A number with four digits is read at a glance; for machines it stays as it is."""
    work = ", ".join(f"{{name: W{number}}}" for number in range(1200))
    answer = query(
        graph_of(f"version: 1\nroles: {{a: {{name: A, deliverables: [{work}]}}}}"), date(2026, 6, 15)
    )
    document = view(replace(answer, unexamined_look_alikes=1500))
    shown = text.render(document)
    assert shown.startswith(
        "All 1,200 pieces of work have one owner; 1,500 pairs of names may mean one thing."
    )
    for said in (
        "(1,200 pieces of work: 0 responsibilities, 1,200 deliverables)",
        "1,200 of 1,200 (100 %)",
        "at most 1,200 pieces (A), median 1,200",
        "0 of 1,200 (0 %)",
        "1,200 entries",
    ):
        assert said in shown
    assert '"work","1200",' in csv_renderer.render(document)


def test_nothing_is_an_answer_too(raci: RunRaci, in_folder: Path, golden: Golden) -> None:
    """Roles without work: zeros in words, null in JSON, empty in CSV."""
    write_files(in_folder, {"r.yaml": "version: 1\nroles: {a: {name: A}}"})
    for format_, ending in WORDS_AND_RECORDS[:2]:
        ran = raci("health", *DAY, "--data", "r.yaml", "-f", format_)
        assert ran.code == 0
        golden(ran.out, "health", f"empty.{ending}")
    rows = csv.DictReader(StringIO(raci("health", *DAY, "--data", "r.yaml", "-f", "csv").out))
    assert {row["value"] for row in rows if row["number"].endswith(("_share", "_median"))} == {""}


@pytest.mark.parametrize("data", [(), ("--data", "ward.yaml"), ("--data", "empty.yaml")])
def test_the_json_keeps_to_its_schema(data: tuple[str, ...], raci: RunRaci, in_folder: Path) -> None:
    """Whatever is counted."""
    write_files(in_folder, {"ward.yaml": WARD, "empty.yaml": "version: 1\nroles: {}"})
    jsonschema.Draft7Validator(SCHEMA).validate(json.loads(raci("health", "--json", *data).out))


def test_every_number_is_described_and_defined() -> None:
    """The tables of the page have the fields of the record, in the same order."""
    names = [field.name for field in fields(Health)]
    page = (PROJECT / "docs/health.md").read_text("utf-8")
    assert re.findall(r"^\| `(\w+)` \|", page, flags=re.MULTILINE) == names


def test_each_row_of_the_csv_is_a_number_of_the_json(raci: RunRaci, in_folder: Path) -> None:
    """One name for one number, and the whole that it is a part of."""
    write_files(in_folder, {"ward.yaml": WARD})
    own = ("health", *DAY, "--data", "ward.yaml")
    numbers = json.loads(raci(*own, "--json").out)
    rows = list(csv.DictReader(StringIO(raci(*own, "-f", "csv").out)))
    assert {row["number"]: float(row["value"]) for row in rows} == {
        key: value
        for key, value in numbers.items()
        if isinstance(value, int | float) and key != "schema_version"
    }
    for row in (row for row in rows if row["of"]):
        assert float(row["value"]) <= float(row["of"])
        share = numbers.get(f"{row['number']}_share")
        assert share in {None, round(float(row["value"]) / float(row["of"]), 4)}
    assert {row["as_of"] for row in rows} == {"2026-06-15"}


def test_the_day_is_today_unless_one_is_given(raci: RunRaci, in_folder: Path) -> None:
    """An agreement that was to be reviewed long ago is past review without --as-of."""
    old = "version: 1\nroles: {a: {name: A}}\noverlaps: {o: {agreement: {accountable: a, review: 2019-01-01, because: It is so.}}}"
    write_files(in_folder, {"r.yaml": old})
    assert json.loads(raci("health", "--data", "r.yaml", "--json").out)["agreements_past_review"] == 1
    before = json.loads(raci("health", "--data", "r.yaml", "--json", "--as-of", "2019-01-01").out)
    assert before["agreements_past_review"] == 0


@pytest.mark.parametrize("day", ["20260615", "15.6.2026", "2026-02-30", "tomorrow", ""])
def test_a_bad_day_is_no_answer(day: str, raci: RunRaci, in_folder: Path) -> None:
    """Exit code 2, and how a day is written."""
    ran = raci("health", "--as-of", day)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f'raci: --as-of is "{day}"; write a day as 2026-01-31.\n'


def test_a_broken_file_is_no_answer(raci: RunRaci, in_folder: Path) -> None:
    """Exit code 2, with the place."""
    write_files(in_folder, {"r.yaml": "version: 1\nroles: {a: {nme: Ann}}"})
    ran = raci("health", "--data", "r.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("r.yaml:2:")


def test_a_nasty_name_is_text() -> None:
    """The role with the most work is the one text of a file that is shown: it acts on nothing."""
    answer = query(
        graph_of("version: 1\nroles: {a: {name: A, deliverables: [{name: M}]}}"), date(2026, 6, 15)
    )
    document, plain = view(replace(answer, roles={"a": ALL_NASTY})), view(answer)
    for width in (None, 500):
        shown = text.render(document, width=width)
        assert all(char == "\n" or char.isprintable() or char == "\u3000" for char in shown)
    assert text.render(document).count("\n") == text.render(plain).count("\n")
    assert html.render(document).count("<") == html.render(plain).count("<")
    assert markdown.render(document).count("\n") == markdown.render(plain).count("\n")
    assert csv_renderer.render(document) == csv_renderer.render(plain)
