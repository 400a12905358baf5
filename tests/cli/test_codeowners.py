"""raci codeowners: the file for four hosts, kept up to date, with what it leaves out."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from pathspec import GitIgnoreSpec
from raci.codeowners.hosts import Host

from conftest import Golden, RunRaci
from repositories import Repo

if TYPE_CHECKING:
    from pathlib import Path

KITCHEN = """\
version: 1
roles:
  chef:
    name: Chef
    contact: "@kitchen/chefs"
    deliverables:
      - {name: Menu, paths: [docs/menu]}
      - {name: Handbook, paths: [/docs/, "*.recipe", "docs/**/[ab].md"]}
  buyer:
    name: "@mallory"
    contact: "#buying"
    people: [{name: Ben, contact: ben@example.org}, {name: "* @eve", contact: "@al @eve"}]
    deliverables:
      - {name: "* @eve", id: prices, paths: ["docs/**/prices.csv", "price list/", "\\\\#x"]}
      - {name: Wine, paths: [/docs/]}
  waiter:
    name: Waiter
    deliverables: [{name: Tables, paths: [tables/]}]
unowned:
  - {name: Old Plans, because: Kept for the tax office., paths: [docs/old/]}
"""


@pytest.fixture
def repo(in_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """Work in a repository with a register that has paths."""
    repo = Repo.new(in_folder / "repo")
    monkeypatch.chdir(repo.folder)
    monkeypatch.setenv("RACI_DATA", "own.yaml")
    files = ("docs/menu/spring.md", "docs/menu/prices.csv", "docs/old/plan.md", "x/y.md")
    repo.commit_files({"own.yaml": KITCHEN, **dict.fromkeys(files, "")}, "first")
    return repo


@pytest.mark.usefixtures("repo")
@pytest.mark.parametrize("host", Host)
def test_each_host_has_its_file(host: Host, raci: RunRaci, golden: Golden) -> None:
    """Broad to narrow, what it cannot say and who has no handle told; no name is a pattern or an owner."""
    ran = raci("codeowners", "--for", host, "--ownership-files")
    assert ran.code == 0
    assert "eve" not in ran.out
    assert "mallory" not in ran.out
    golden(ran.out, "codeowners", f"{host}.txt")
    golden(ran.err, "codeowners", f"{host}-told.txt")
    assert raci("codeowners", "--for", host, "--quiet").err == ""


def test_a_file_keeps_its_other_lines(repo: Repo, raci: RunRaci) -> None:
    """Also bytes that are no text; writing again changes nothing."""
    file = repo.folder / "CODEOWNERS"
    file.write_bytes(b"* @all  # \xff\n")
    assert raci("codeowners", "-o", "CODEOWNERS").code == 0
    made = file.read_bytes()
    assert made.startswith(b"* @all  # \xff\n\n# raci codeowners: begin\n")
    file.write_bytes(made + b"/x @late\n")
    assert raci("codeowners", "-o", "CODEOWNERS").code == 0
    assert file.read_bytes() == made + b"/x @late\n"


def test_a_file_is_checked(repo: Repo, raci: RunRaci) -> None:
    """What differs is shown, and nothing written."""
    ran = raci("codeowners", "--check", "CODEOWNERS", "-q")
    assert ran.code == 1
    assert "+/docs/menu @kitchen/chefs\n" in ran.out
    assert not (repo.folder / "CODEOWNERS").exists()
    raci("codeowners", "-o", "CODEOWNERS")
    ran = raci("codeowners", "--check", "CODEOWNERS", "-q")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    text = (repo.folder / "CODEOWNERS").read_text("utf-8")
    (repo.folder / "CODEOWNERS").write_text(
        text.replace("/docs/menu @kitchen", "/docs/menu @eve\x1b["), "utf-8"
    )
    ran = raci("codeowners", "--check", "CODEOWNERS", "-q")
    assert ran.code == 1
    assert "\x1b" not in ran.out


@pytest.mark.usefixtures("repo")
def test_the_owner_of_a_line_is_the_one_that_who_owns_says(raci: RunRaci) -> None:
    """The last line that matches is the narrowest pattern."""
    lines = [
        re.split(r"(?<!\\) ", line) for line in raci("codeowners").out.splitlines() if line and line[0] != "#"
    ]
    for file in ("docs/menu/spring.md", "docs/menu/prices.csv", "docs/a.md.txt", "docs/old/plan.md"):
        matching = [
            owners for pattern, *owners in lines if GitIgnoreSpec.from_lines([pattern]).match_file(file)
        ]
        answer = json.loads(raci("who-owns", file, "--json").out)
        roles = {role for match in answer["matches"] for role in match["accountable"]}
        handles = {"chef": "@kitchen/chefs", "buyer": "ben@example.org"}
        assert set(matching[-1]) == {handles[role] for role in roles}, file


def test_a_revision_has_its_file(repo: Repo, raci: RunRaci) -> None:
    """And its ownership files, by their paths."""
    then = raci("codeowners", "--ownership-files").out
    repo.commit_files({"own.yaml": KITCHEN.replace("docs/menu", "menus")}, "second")
    assert raci("codeowners", "--ownership-files").out != then
    assert raci("codeowners", "--ownership-files", "--at", "HEAD~").out == then


def test_what_cannot_be_is_said(repo: Repo, raci: RunRaci) -> None:
    """Marks without their other, both at once, a folder, an ownership file, and no paths at all."""
    (repo.folder / "broken").write_text("# raci codeowners: end\n", "utf-8")
    assert raci("codeowners", "-o", "broken").code == 2
    assert raci("codeowners", "-o", "a", "--check", "b").code == 2
    assert raci("codeowners", "-o", "docs").code == 2
    assert raci("codeowners", "-o", "own.yaml").code == 2
    (repo.folder / "own.yaml").write_text(
        "version: 1\nroles: {a: {name: A, deliverables: [{name: X}]}}", "utf-8"
    )
    ran = raci("codeowners", "-o", "CODEOWNERS")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("No path has an owner here")
    assert "@" not in (repo.folder / "CODEOWNERS").read_text("utf-8")  # nor does one that was there before
