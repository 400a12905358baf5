"""raci health --since: whether it gets better."""

from __future__ import annotations

import csv
import json
from datetime import UTC, datetime, timedelta
from io import StringIO
from typing import TYPE_CHECKING, Any
from unittest.mock import Mock

import jsonschema
import pytest
from raci.loading.load import read_files

from conftest import PROJECT, WORDS_AND_RECORDS
from repositories import Repo, roles

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Golden, RunRaci

SCHEMA: dict[str, Any] = json.loads((PROJECT / "docs/json/health-since.schema.json").read_text("utf-8"))
AGREED = """
overlaps:
  menu:
    work: [Menu]
    agreement: {accountable: chef, because: Guests come for the food., review: 2026-05-15}
"""


def dated(repo: Repo, day: str, files: dict[str, str | None], message: str = "a change") -> str:
    """Commit files on a day."""
    names = {"GIT_AUTHOR_DATE": f"{day}T12:00:00+00:00", "GIT_COMMITTER_DATE": f"{day}T12:00:00+00:00"}
    for name, text in files.items():
        (repo.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (repo.folder / name).write_text(text or "", "utf-8")
    repo.git("add", "--all")
    repo.git("commit", "--quiet", "--allow-empty", "--message", message, **names)
    return repo.git("rev-parse", "HEAD")


@pytest.fixture
def repo(in_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """Work in a repository in which the menu was contested, broken for a while, and then agreed on."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(in_folder))
    repo = Repo.new(in_folder / "repo")
    monkeypatch.chdir(repo.folder)
    both = roles(cook="Menu, Soup", chef="Menu")
    dated(repo, "2026-01-10", {"raci.toml": 'data = ["own/"]\n', "own/a.yaml": both})
    repo.git("tag", "v1")
    dated(repo, "2026-02-10", {"own/a.yaml": both.replace("letters", "leters", 1)})
    repo.git("checkout", "--quiet", "-b", "side")
    dated(repo, "2026-03-20", {"own/a.yaml": both, "own/b.yaml": roles(baker="Bread")})
    repo.git("checkout", "--quiet", "main")
    day = "2026-04-02T12:00:00+00:00"
    repo.git("merge", "--quiet", "--no-ff", "side", "-m", "m", GIT_AUTHOR_DATE=day, GIT_COMMITTER_DATE=day)
    dated(repo, "2026-04-20", {"own/a.yaml": both + AGREED})
    return repo


@pytest.mark.parametrize(("form", "ending"), WORDS_AND_RECORDS)
def test_the_numbers_over_time(repo: Repo, raci: RunRaci, golden: Golden, form: str, ending: str) -> None:
    """At the end of each month, of the branch itself; what could not be read is a gap, and told."""
    ran = raci("health", "--since", "v1", "--as-of", "2026-06-15", "--format", form)
    assert ran.code == 0
    golden(ran.out, "health-since", f"contested.{ending}")
    bad = repo.git("rev-parse", "main~2")[:12]
    assert ran.err.splitlines() == [
        f'Not read, as of {day}: {bad}:own/a.yaml:5:33: "leters" is no field of a deliverable. Did you mean '
        '"letters"? Known: name, id, area, summary, letters, with, aliases, keywords, paths, links, source.'
        for day in ("2026-02-28", "2026-03-31")
    ]


def test_json_is_as_its_schema_says(repo: Repo, raci: RunRaci) -> None:
    """Gaps have a problem in place of numbers, and each time is that of raci health --at."""
    answer = json.loads(raci("health", "--since", "v1", "--json").out)
    jsonschema.validate(answer, SCHEMA)
    days = ["2026-01-10", "2026-01-31", "2026-02-28", "2026-03-31", "2026-04-20"]
    assert [point["day"] for point in answer["points"]] == days
    assert [point["health"] is None for point in answer["points"]] == [False, False, True, True, False]
    for point in answer["points"]:
        if point["health"]:
            alone = json.loads(raci("health", "--at", point["commit"], "--as-of", point["day"], "--json").out)
            assert {"schema_version": 1, **point["health"]} == alone


def test_csv_has_the_rows_of_health_for_each_time(repo: Repo, raci: RunRaci) -> None:
    """With the commit."""
    rows = list(csv.DictReader(StringIO(raci("health", "--since", "v1", "--format", "csv").out)))
    found = [(row["as_of"], row["value"], row["of"]) for row in rows if row["number"] == "contested"]
    assert found == [("2026-01-10", "1", "2"), ("2026-01-31", "1", "2"), ("2026-04-20", "0", "3")]


def test_where_no_character_can_be_drawn_a_line_is_plain(
    repo: Repo, raci: RunRaci, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or where nothing but text is wanted."""
    assert "█" in raci("health", "--since", "v1").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert raci("health", "--since", "v1").out.isascii()
    assert "█" in raci("health", "--since", "v1", "--format", "markdown").out


WRONG = {
    ("--every", "week"): "--every says how often to look back, and --since how far: name both.",
    ("--since", "v9"): "v9: there is no such revision. Known: main, side, v1.",
    (
        "--since",
        "v1",
        "--as-of",
        "2026-04-01",
    ): "--as-of is 2026-04-01, before the last commit of 2026-04-20; end with an earlier one by --at.",
    ("--since", "main", "--at", "v1"): "v1 did not come of main; since where they parted: --since main...v1",
    ("--since", "main~2", "--at", "main~2"): "",
    ("--since", "v1", "--data", "none/"): "none: there is no such file or folder at this revision",
}


@pytest.mark.parametrize(("arguments", "told"), WRONG.items(), ids=map(str, WRONG))
def test_what_has_no_numbers_is_told(
    repo: Repo, raci: RunRaci, arguments: tuple[str, ...], told: str
) -> None:
    """One line, exit code 2, and nothing on standard output."""
    ran = raci("health", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err


def test_dates_that_were_rewritten_do_not_go_back(repo: Repo, raci: RunRaci) -> None:
    """The order is that of the commits; a clock that was wrong ends no month early."""
    dated(repo, "2024-01-01", {"own/b.yaml": roles(baker="Bread, Cake")})
    answer = json.loads(raci("health", "--since", "v1", "--json").out)
    assert answer["points"][-1]["day"] == "2026-04-20"
    assert answer["points"][-1]["health"]["work"] == 4


def test_files_that_say_the_same_are_read_once(
    in_folder: Path, raci: RunRaci, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of five hundred commits in as many days, all but two change something else."""
    repo = Repo.new(in_folder / "long")
    monkeypatch.chdir(repo.folder)
    first = datetime(2025, 1, 1, 12, tzinfo=UTC)
    changes: dict[int, dict[str, str]] = {
        0: {"raci.toml": 'data = ["own/"]\n', "own/a.yaml": roles(cook="Menu", chef="Menu")},
        200: {"own/a.yaml": roles(cook="Menu")},
        400: {"own/b.yaml": roles(chef="Soup")},
    }
    repo.commits_in_bulk(
        (first + timedelta(days=day), {"other.txt": str(day), **changes.get(day, {})}) for day in range(500)
    )
    read = Mock(side_effect=read_files)
    monkeypatch.setattr("raci.cli.health_series.read_files", read)
    answer = json.loads(raci("health", "--since", "main~499", "--json").out)
    points = answer["points"]
    assert (len(points), read.call_count) == (18, 3)
    assert [point["day"] for point in points[:2]] == ["2025-01-01", "2025-01-31"]
    assert points[-1]["day"] == "2026-05-15"
    assert [point["health"]["contested"] for point in points] == [1] * 7 + [0] * 11
    assert [point["health"]["work"] for point in points] == [1] * 14 + [2] * 4


def test_what_may_hide_an_owner_is_told_of_the_last_time(repo: Repo, raci: RunRaci) -> None:
    """As every answer tells it."""
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 1\n"
    commit = dated(repo, "2026-05-01", {"own/large.yaml": pointer, "own/b.yaml": roles(baker="Cake")})
    ran = raci("health", "--since", "main~1")
    assert (ran.code, ran.err) == (
        0,
        f"{commit[:12]}:own/large.yaml is a pointer of Git LFS: its content was not fetched.\n",
    )


def test_the_same_every_time(repo: Repo, raci: RunRaci) -> None:
    """No clock, and nothing changes in the repository."""
    before = repo.state()
    first = raci("health", "--since", "v1", "--every", "week", "--json")
    assert raci("health", "--since", "v1", "--every", "week", "--json") == first
    assert repo.state() == before


@pytest.mark.parametrize("width", [40, 60, 80])
def test_a_narrow_terminal_has_the_end_and_the_change(
    in_folder: Path, raci: RunRaci, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    """Before the line and the start, which the title and the change make up for; no line is folded."""
    repo = Repo.new(in_folder / "long")
    monkeypatch.chdir(repo.folder)
    first = datetime(2022, 1, 1, 12, tzinfo=UTC)
    repo.commits_in_bulk(
        (
            first + timedelta(days=30 * month),
            {"raci.toml": 'data = ["a.yaml"]\n', "a.yaml": roles(cook="Menu, Soup", chef=menu)},
        )
        for month, menu in enumerate(["Menu"] * 20 + ["Bread"] * 30)
    )
    monkeypatch.setattr("raci.cli.output.is_terminal", lambda _: True)
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("TERM", "dumb")
    out = raci("health", "--since", "main~49").out
    lines = out.splitlines()
    assert max(map(len, lines)) <= width
    contested = next(line for line in lines if line.startswith("  Contested"))
    assert " 0  1 less," in contested
    assert len([line for line in lines if set(line.strip()) & set("▁█")]) == (14 if width == 80 else 0)
