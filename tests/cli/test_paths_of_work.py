"""Where work lies: who owns a file, how many nobody claims, and where patterns of two roles meet."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from conftest import RunRaci
from repositories import Repo

if TYPE_CHECKING:
    from pathlib import Path

KITCHEN = """\
version: 1
roles:
  chef:
    name: Chef
    deliverables:
      - {name: Menu, aliases: [menu.md], paths: [docs/menu/]}
      - {name: Handbook, paths: [/docs/], links: [{title: Wiki, url: "https://example.org/w"}]}
  buyer:
    name: Buyer
    deliverables:
      - {name: Price List, paths: ["docs/**/prices.*", "docs/*.csv"]}
      - {name: Orders, paths: ["docs/*list.csv"]}
unowned:
  - {name: Old Plans, because: Kept for the tax office., paths: [old/]}
"""


@pytest.fixture
def repo(in_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """Work in a repository with a register that has paths."""
    repo = Repo.new(in_folder / "repo")
    monkeypatch.chdir(repo.folder)
    monkeypatch.setenv("RACI_DATA", "own.yaml")
    files = ("docs/menu/spring.md", "docs/menu/prices.csv", "docs/a.md", "old/plan.md", "CI/CD", "x/y.md")
    repo.commit_files({"own.yaml": KITCHEN, **dict.fromkeys(files, "")}, "first")
    return repo


@pytest.mark.usefixtures("repo")
@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("docs/menu/spring.md", "docs/menu/spring.md: Chef is accountable for Menu."),
        ("./docs/menu/spring.md", "docs/menu/spring.md: Chef is accountable for Menu."),
        ("docs/menu", "docs/menu/: Chef is accountable for Menu."),
        ("docs/menu/prices.csv", "docs/menu/prices.csv: Chef is accountable for Menu."),
        ("docs/new/later.md", "docs/new/later.md: Chef is accountable for Handbook."),
        ("/docs/a.md", "docs/a.md: Chef is accountable for Handbook."),
        ("docs/", "docs/: Chef is accountable for Handbook."),
        ("old/plan.md", "old/plan.md: Nobody, on purpose: Old Plans has no owner."),
        ("CI/CD", "CI/CD: nobody, for no pattern here has it."),
        ("x/y.md", "x/y.md: nobody, for no pattern here has it."),
        ("x/none.md", "x/none.md: nobody, for no pattern here has it."),
        ("R/D", 'Nobody: nothing here answers to "R/D".'),
        ("menu.md", "Chef is accountable for Menu."),
        ("menu", "Chef is accountable for Menu."),
    ],
)
def test_a_path_has_the_owner_of_the_narrowest_pattern(raci: RunRaci, asked: str, said: str) -> None:
    """One that git knows, or that looks like a path; words and names stay words."""
    ran = raci("who-owns", asked)
    assert ran.out.splitlines()[0] == said
    assert ran.code == ("nobody, for" in said or "nothing here" in said)


@pytest.mark.usefixtures("repo")
def test_the_answer_has_the_line_of_the_pattern(raci: RunRaci) -> None:
    """As text, and for programs."""
    assert "  Path         docs/menu/ (own.yaml:6)\n" in raci("who-owns", "docs/menu/spring.md").out
    answer = json.loads(raci("who-owns", "docs/menu/spring.md", "--json").out)
    pattern = {"pattern": "docs/menu/", "work": "menu", "role": "chef", "file": "own.yaml", "line": 6}
    assert answer["path"] == {"path": "docs/menu/spring.md", "patterns": [pattern]}


def test_a_path_is_typed_from_the_folder_one_is_in(
    repo: Repo, raci: RunRaci, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where it lies there; any other is one from the root."""
    monkeypatch.setenv("RACI_DATA", str(repo.folder / "own.yaml"))
    monkeypatch.chdir(repo.folder / "docs/menu")
    assert raci("who-owns", "spring.md").out.startswith("docs/menu/spring.md: Chef")
    assert raci("who-owns", "../a.md").out.startswith("docs/a.md: Chef")
    assert raci("who-owns", "../").out.startswith("docs/: Chef")
    assert raci("who-owns", "docs/new/later.md").out.startswith("docs/new/later.md: Chef")


def test_equally_narrow_patterns_all_answer(in_folder: Path, raci: RunRaci) -> None:
    """Also outside of a repository."""
    entries = "version: 1\nroles: {a: {name: A, deliverables: [{name: X, paths: [d/]}]}, b: {name: B, deliverables: [{name: Y, paths: ['**/d/']}]}}"
    (in_folder / "o.yaml").write_text(entries, "utf-8")
    assert raci("who-owns", "d/e.md", "--data", "o.yaml").out.startswith("d/e.md: It depends which: A or B.")


def test_a_revision_has_the_files_of_its_time(repo: Repo, raci: RunRaci) -> None:
    """And its patterns."""
    repo.commit_files({"docs/later.csv": ""}, "second")
    assert json.loads(raci("health", "--json").out)["files"] == 8
    assert json.loads(raci("health", "--json", "--at", "HEAD~").out)["files"] == 7
    assert raci("who-owns", "docs/menu/spring.md", "--at", "HEAD~").out.splitlines()[3:4] == [
        "  Path         docs/menu/ (HEAD~:own.yaml:6)"
    ]


def test_health_counts_what_nobody_claims(repo: Repo, raci: RunRaci) -> None:
    """Of the files of the last commit; what is not committed is not known."""
    (repo.folder / "new.md").write_text("", "utf-8")
    ran = raci("health", "--as-of", "2026-01-01")
    assert (
        "Files  (7 files that git knows)\n  In some work's paths  4 of 7 (57 %)\n  In none               3 of 7 (43 %)"
        in ran.out
    )
    assert (
        '"files_unclaimed","3","7","2026-01-01"' in raci("health", "-f", "csv", "--as-of", "2026-01-01").out
    )


def test_without_a_repository_nothing_is_counted(in_folder: Path, raci: RunRaci) -> None:
    """Nor is anything said to match no file."""
    (in_folder / "own.yaml").write_text(KITCHEN, "utf-8")
    assert json.loads(raci("health", "--json", "--data", "own.yaml").out)["files"] is None
    assert "Files" not in raci("health", "--data", "own.yaml").out
    assert "RACI116" not in raci("lint", "own.yaml").out


def test_patterns_of_two_roles_may_meet(repo: Repo, raci: RunRaci) -> None:
    """Where each has files that the other has not, or both are the same; lint says so as well."""
    changed = KITCHEN.replace("[docs/menu/]", '["docs/menu/", "docs/**/p*"]')
    repo.commit_files({"own.yaml": changed, "docs/prices.md": "", "docs/menu/plums.md": ""}, "second")
    full = raci("overlaps", "--full", "--kind", "shared-files").out
    assert "The patterns docs/**/prices.* (own.yaml:11)" in full
    assert full.startswith("1 pair of work lies in the same files.")
    assert "Price List and Menu  (open, in the same files)" in full
    assert "both have docs/menu/prices.csv" in full
    linted = raci("lint", "own.yaml", "--select", "RACI418,RACI116", "-f", "concise").out
    assert linted.count("RACI418") == 1
    assert linted.count("RACI116") == 2  # no CSV lies in docs itself


def test_git_is_asked_for_registers_with_paths_only(
    repo: Repo, raci: RunRaci, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All others answer without it."""

    def asked(*_: object, **__: object) -> None:
        raise AssertionError("git was asked")

    monkeypatch.setattr("raci.revisions.git.Git.run", asked)
    (repo.folder / "own.yaml").write_text(
        "version: 1\nroles: {a: {name: A, deliverables: [{name: X}]}}", "utf-8"
    )
    for command in (["who-owns", "docs/a.md"], ["health"], ["overlaps"], ["lint", "own.yaml"], ["role", "a"]):
        assert raci(*command).code in {0, 1}


def test_the_work_tree_and_the_index_stay_as_they_are(repo: Repo, raci: RunRaci) -> None:
    """Git is only asked what it knows."""
    index = repo.folder / ".git/index"
    before = index.stat().st_mtime_ns, index.read_bytes()
    raci("health")
    raci("lint", "own.yaml")
    assert (index.stat().st_mtime_ns, index.read_bytes()) == before


@pytest.mark.usefixtures("repo")
def test_where_work_lies_is_shown_with_it(raci: RunRaci) -> None:
    """By who-owns, on the card of a role, on the page."""
    assert "  Links        Wiki (https://example.org/w)" in raci("who-owns", "handbook").out
    assert "Where it lies" in raci("role", "chef", "--full").out
    page = raci("report").out
    assert "<dd>docs/menu/</dd>" in page
    assert "<dd>Wiki (https://example.org/w)</dd>" in page
