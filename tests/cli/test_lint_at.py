"""raci lint --at REV: what would have been found then, by the configuration and the baseline of that time."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from repositories import Repo

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunRaci

TWICE = """\
version: 1
roles:
  cook:
    name: Cook
    responsibilities: [{name: Cooking, letters: A/R, summary: x}]
    deliverables:
      - {name: Menu, letters: A}
"""
CONFIGURED = 'data = ["own/"]\n[lint]\nselect = ["missing-summary"]\n'


@pytest.fixture
def repo(in_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """Work below a repository whose menu has no summary at v1, and has one at main."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(in_folder))
    repo = Repo.new(in_folder / "repo")
    repo.commit_files(
        {
            "raci.toml": CONFIGURED,
            "own/menu.yaml": TWICE,
            "own/old/soup.yaml": TWICE.replace("cook", "chef")
            .replace("Cook", "Chef")
            .replace("Menu", "Soup"),
        }
    )
    repo.git("tag", "v1")
    repo.commit_files(
        {"own/menu.yaml": TWICE.replace("letters: A}", "letters: A, summary: x}"), "own/old/soup.yaml": None}
    )
    monkeypatch.chdir(repo.folder)
    return repo


def test_findings_are_named_by_revision(repo: Repo, raci: RunRaci, monkeypatch: pytest.MonkeyPatch) -> None:
    """From any folder, with the lines of that time; nothing is offered to be mended."""
    assert raci("lint").code == 0
    for folder in (".", "own"):
        monkeypatch.chdir(repo.folder / folder)
        ran = raci("lint", "--at", "v1", "--format", "concise", "--strict")
        assert ran.out.splitlines() == [
            "v1:own/menu.yaml:4:11: info[RACI502] 1 of 2 entries on the list of Cook has no summary",
            "v1:own/old/soup.yaml:4:11: info[RACI502] 1 of 2 entries on the list of Chef has no summary",
            "Found 2 pieces of advice in 2 files.",
        ]


def test_forms_for_platforms_name_files_of_the_repository(repo: Repo, raci: RunRaci) -> None:
    """They show a report beside the files of the commit that they checked out."""
    for form, path in (
        ("github", "file=own/menu.yaml,"),
        ("gitlab", '"path": "own/menu.yaml"'),
        ("sarif", '"uri": "own/menu.yaml"'),
    ):
        out = raci("lint", "--at", "v1", "--format", form).out
        assert path in out
        assert "v1:" not in out
    for form in ("full", "junit", "markdown", "json"):
        assert "v1:own/menu.yaml" in raci("lint", "--at", "v1", "--format", form).out


def test_what_is_given_narrows_the_report(repo: Repo, raci: RunRaci, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths are those of then."""
    monkeypatch.chdir(repo.folder / "own")
    found = json.loads(raci("lint", "old", "--at", "v1", "--json").out)
    assert {each["location"]["file"] for each in found["findings"]} == {"v1:own/old/soup.yaml"}
    ran = raci("lint", "new", "--at", "v1")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "raci: v1:own/new: there is no such file or folder at this revision\n"


def test_baseline_and_patterns_are_those_of_then(repo: Repo, raci: RunRaci) -> None:
    """Both name files as they are called without a revision."""
    assert raci("lint", "--at", "v1", "--fail-on", "info").code == 1
    repo.git("checkout", "--quiet", "v1")
    assert raci("lint", "--write-baseline").code == 0
    (repo.folder / "raci.toml").write_text(CONFIGURED + 'baseline = "raci-baseline.json"\n', "utf-8")
    repo.commit_files({})
    repo.git("tag", "v2")
    text = CONFIGURED + '[lint.per-file-ignores]\n"own/old/*" = ["missing-summary"]\n'
    repo.commit_files({"raci.toml": text, "raci-baseline.json": None})
    repo.git("tag", "v3")
    repo.git("checkout", "--quiet", "main")
    assert raci("lint", "--at", "v2", "--fail-on", "info").code == 0
    assert raci("lint", "--at", "v1", "--fail-on", "info").code == 1
    assert raci("lint", "--at", "v2", "--fail-on", "info", "--no-ignores").code == 1
    found = json.loads(raci("lint", "--at", "v3", "--json").out)
    assert {each["location"]["file"] for each in found["findings"]} == {"v3:own/menu.yaml"}
    ran = raci("lint", "--at", "v1", "--baseline", "raci-baseline.json")
    assert (ran.code, ran.err) == (
        2,
        "raci: raci-baseline.json: the baseline cannot be read: there is no such file at this revision\n",
    )


@pytest.mark.parametrize(
    "option", ["--fix", "--unsafe-fixes", "--diff", "--write-baseline", "--prune-baseline"]
)
def test_the_past_is_not_changed(repo: Repo, raci: RunRaci, option: str) -> None:
    """Nor is standard input of a revision."""
    before = repo.state()
    ran = raci("lint", "--at", "v1", option)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"raci: {option} would change what --at only looks back at.\n"
    ran = raci("lint", "-", "--at", "v1")
    assert (ran.code, ran.err) == (2, "raci: Standard input is of no revision: either - or --at.\n")
    assert repo.state() == before


def test_nothing_is_offered_to_be_mended(repo: Repo, raci: RunRaci) -> None:
    """What was is no text to edit."""
    repo.commit_files({"own/menu.yaml": TWICE.replace("letters", "leters"), "raci.toml": 'data = ["own/"]\n'})
    assert "fixable" in raci("lint").out
    ran = raci("lint", "--at", "HEAD")
    assert (ran.code, "fixable" in ran.out) == (1, False)
    assert all(
        each["fix"] is None for each in json.loads(raci("lint", "--at", "HEAD", "--json").out)["findings"]
    )


def test_what_may_hide_an_owner_is_named_by_revision(repo: Repo, raci: RunRaci) -> None:
    """A pointer of Git LFS, say: git keeps nothing else of the file."""
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 1\n"
    repo.commit_files({"own/large.yaml": pointer})
    assert "HEAD:own/large.yaml is a pointer of Git LFS" in raci("lint", "--at", "HEAD").err
    assert "HEAD:own/large.yaml is a pointer of Git LFS" in raci("who-owns", "menu", "--at", "HEAD").err
