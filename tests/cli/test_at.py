"""raci … --at REV: the answer as the files were at a revision of git."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from conftest import RunRaci
from repositories import Repo, roles

if TYPE_CHECKING:
    from pathlib import Path

CONFIGURED = 'data = ["own/"]\n'


@pytest.fixture
def repo(in_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """Work in a repository in which the menu went from the cook (v1) to the chef (main)."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(in_folder))
    repo = Repo.new(in_folder / "repo")
    monkeypatch.chdir(repo.folder)
    repo.commit_files({"raci.toml": CONFIGURED, "own/menu.yaml": roles(cook="Menu")}, "first")
    repo.git("tag", "--annotate", "v1", "--message", "One")
    repo.commit_files({"own/menu.yaml": roles(chef="Menu"), "own/soup.yaml": roles(baker="Soup")}, "second")
    return repo


REVISIONS = ("v1", "main~1", "HEAD^", "main@{1}", "@{1}", "HEAD^{/first}", ":/first", "HEAD...v1", "v1...")


@pytest.mark.parametrize("at", REVISIONS)
def test_a_revision_answers_as_git_understands_it(repo: Repo, raci: RunRaci, at: str) -> None:
    """Tags, ancestors, what a branch was, messages, and where two parted; git shows the file of a place."""
    ran = raci("who-owns", "menu", "--at", at)
    assert (ran.code, ran.err) == (0, "")
    place = ran.out.partition("Cook (")[2].partition(":5)")[0]
    assert place == f"{at}:own/menu.yaml" or at in {":/first", "HEAD...v1", "v1..."}
    assert repo.git("show", place) == roles(cook="Menu").strip()
    assert raci("lint", "--at", at, "--format", "concise", "--strict").out.startswith(f"{place}:")


def test_the_id_of_a_commit_answers_in_any_length(repo: Repo, raci: RunRaci) -> None:
    """As long as it begins one commit."""
    commit = repo.git("rev-parse", "v1^{commit}")
    for at in (commit, commit[:12], repo.git("rev-parse", "v1")):
        assert f"Cook ({at}:own/menu.yaml:5)" in raci("who-owns", "menu", "--at", at).out


def test_what_is_not_committed_is_not_there(repo: Repo, raci: RunRaci) -> None:
    """Neither changes nor new files nor what is staged."""
    (repo.folder / "own/menu.yaml").write_text(roles(waiter="Menu"), "utf-8")
    (repo.folder / "own/new.yaml").write_text(roles(waiter="Napkins"), "utf-8")
    repo.git("add", "--all")
    assert "Chef (HEAD:own/menu.yaml:5)" in raci("who-owns", "menu", "--at", "HEAD").out
    assert raci("who-owns", "napkins", "--at", "HEAD").code == 1


def test_the_date_of_a_branch_is_that_of_this_clone(repo: Repo, raci: RunRaci) -> None:
    """Git would answer with the oldest state that it knows; that may be another than was asked for."""
    assert "Cook" in raci("who-owns", "menu", "--at", "main@{2026-03-01 13:00 +0000}").out
    ran = raci("who-owns", "menu", "--at", "main@{2020-01-01}")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "raci: main@{2020-01-01}: this clone knows where it was only since Sun, 1 Mar 2026 12:00:00 +0000. "
        "By dates of commits: git rev-list -1 --before=2020-01-01 main\n"
    )


def test_paths_of_a_revision_begin_at_the_root(
    repo: Repo, raci: RunRaci, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As git writes them, from wherever they are named."""
    monkeypatch.chdir(repo.folder / "own")
    assert "Cook (v1:own/menu.yaml:5)" in raci("who-owns", "menu", "--at", "v1").out
    for data in ("menu.yaml", "../own", str(repo.folder / "own")):
        assert "Cook (v1:own/menu.yaml:5)" in raci("who-owns", "menu", "--at", "v1", "--data", data).out
    monkeypatch.chdir(repo.folder.parent)
    assert "Cook (v1:own/menu.yaml:5)" in raci("who-owns", "menu", "--at", "v1", "--data", "repo/own").out
    monkeypatch.setenv("RACI_DATA", "repo/own")
    assert "Cook (v1:own/menu.yaml:5)" in raci("who-owns", "menu", "--at", "v1").out


def test_the_configuration_is_that_of_the_revision(repo: Repo, raci: RunRaci) -> None:
    """It moved, names another folder, and has another language by now."""
    repo.git("mv", "own", "ownership")
    (repo.folder / "raci.toml").unlink()
    repo.commit_files({"pyproject.toml": '[tool.raci]\ndata = ["ownership"]\n'})
    assert "Chef (HEAD:ownership/menu.yaml:5)" in raci("who-owns", "menu", "--at", "HEAD").out
    assert "Cook (v1:own/menu.yaml:5)" in raci("who-owns", "menu", "--at", "v1").out
    assert "Cook" in raci("who-owns", "menu", "--at", "v1", "--config", "raci.toml").out
    assert (
        raci("who-owns", "menu", "--at", "HEAD", "--config", "").err
        == "raci: --config needs the name of a file.\n"
    )
    ran = raci("who-owns", "menu", "--at", "HEAD", "--config", "raci.toml")
    assert (ran.code, ran.err) == (
        2,
        "raci: HEAD:raci.toml: there is no such configuration at this revision\n",
    )


def test_a_configuration_that_was_wrong_is_told_with_its_revision(repo: Repo, raci: RunRaci) -> None:
    """It may be right by now."""
    repo.commit_files({"raci.toml": "dato = 1\n"})
    repo.commit_files({"raci.toml": CONFIGURED})
    ran = raci("who-owns", "menu", "--at", "HEAD~1")
    assert ran.code == 2
    assert ran.err.startswith('raci: HEAD~1:raci.toml: "dato" is no setting of raci.')


def test_without_a_configuration_then_files_have_to_be_named(repo: Repo, raci: RunRaci) -> None:
    """The model that ships with raci is of no revision."""
    repo.commit_files({"raci.toml": None})
    ran = raci("who-owns", "menu", "--at", "HEAD")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "raci: At HEAD no configuration names ownership files. Name them with --data, as in --data ownership/.\n"
    )


TOLD = {
    "v9": "v9: there is no such revision. Known: main, v1.",
    "mian": 'mian: there is no such revision. Did you mean "main"?',
    "HEAD~9": "HEAD~9: HEAD does not go back so far.",
    "1234567": "1234567: this commit is not here. git fetch origin 1234567 may bring it.",
    "0" * 40: f"{'0' * 40}: this stands for no commit: a hook is given it for a branch that is new, or gone.",
    "HEAD:own": "HEAD:own is a folder, not a commit, branch or tag. To read it from there: --at HEAD --data own",
    "HEAD:own/menu.yaml": "HEAD:own/menu.yaml is a file, not a commit, branch or tag. To read it from there: "
    "--at HEAD --data own/menu.yaml",
    "v1^{tree}": "v1^{tree} is a folder, not a commit, branch or tag.",
    "v1..main": "v1..main is a range; name one commit, branch or tag.",
    "main@{7}": "main@{7}: log for 'main' only has 2 entries.",
    "": '"" cannot be a revision; name a commit, branch or tag.',
    "--all": '"--all" cannot be a revision; name a commit, branch or tag.',
    "-h": '"-h" cannot be a revision; name a commit, branch or tag.',
    "main\nv1": '"main v1" cannot be a revision; name a commit, branch or tag.',
    "main...v9": "v9: there is no such revision. Known: main, v1.",
    "^main": '^main: there is no such revision. Did you mean "main"?',
    "\u202ev1": "",
    "$(touch hacked)": "",
    "`touch hacked`;touch hacked": "",
    "--output=hacked": "",
    "main --output=hacked": "",
}


@pytest.mark.parametrize(("at", "told"), TOLD.items(), ids=map(repr, TOLD))
def test_what_is_no_revision_is_told_in_a_line(repo: Repo, raci: RunRaci, at: str, told: str) -> None:
    """With what to do, and nothing else happens."""
    before = repo.state()
    ran = raci("who-owns", "menu", f"--at={at}")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert "\u202e" not in ran.err
    if told:
        assert ran.err == f"raci: {told}\n"
    assert repo.state() == before


def test_all_commands_answer_from_it(repo: Repo, raci: RunRaci) -> None:
    """In every form the places are those of the revision, and nothing is offered that would write."""
    repo.commit_files({"own/menu.yaml": roles(cook="Menu", chef="Menu"), "own/soup.yaml": None})
    here = "HEAD:own/menu.yaml"
    for form in ("text", "json", "markdown", "html", "csv"):
        for line in ("who-owns menu", "overlaps", "overlaps --full", "role cook", "agenda"):
            ran = raci(*line.split(), "--at", "HEAD", "--format", form)
            assert ran.code == 0, ran.err
            assert not {word for word in ("settle it", "writes it down", "raci settle") if word in ran.out}
            assert "own/menu.yaml" not in ran.out.replace(here, "").replace("HEAD:\u2060own/menu.yaml", "")
    for command in ("matrix", "health", "graph"):
        assert raci(command, "--at", "HEAD").code == 0
    page = raci("report", "--at", "v1", "-o", "page.html")
    assert page.code == 0
    text = (repo.folder / "page.html").read_text("utf-8")
    assert "v1:own/menu.yaml" in text
    assert "Made from 1 ownership file as of v1." in text


def test_json_has_the_places_of_the_revision(repo: Repo, raci: RunRaci) -> None:
    """As files, so that git shows them."""
    answer = json.loads(raci("who-owns", "menu", "--at", "v1", "--json").out)
    (claim,) = answer["matches"][0]["claims"]
    assert claim["file"] == "v1:own/menu.yaml"
    assert repo.git("show", claim["file"]).startswith("version: 1")


def test_nothing_is_taught_to_the_past(repo: Repo, raci: RunRaci) -> None:
    """A question that almost fits offers an alias for the files as they are, not as they were."""
    repo.commit_files({"own/menu.yaml": roles(cook="Table reservation")})
    assert "raci alias" in raci("who-owns", "reservation of rooms").out
    assert "raci alias" not in raci("who-owns", "reservation of rooms", "--at", "HEAD").out


def test_files_in_no_repository_are_told(
    in_folder: Path, raci: RunRaci, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And a repository without a commit, and a path of another one."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(in_folder))
    ran = raci("who-owns", "menu", "--at", "HEAD")
    assert (ran.code, ran.err) == (
        2,
        "raci: Revisions are those of a git repository, and the current folder is in none.\n",
    )
    Repo.new(in_folder / "new")
    monkeypatch.chdir(in_folder / "new")
    ran = raci("who-owns", "menu", "--at", "HEAD", "--data", "x.yaml")
    assert (ran.code, ran.err) == (2, "raci: HEAD: there is no commit in this repository yet.\n")


def test_without_git_that_is_said(repo: Repo, raci: RunRaci, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program of that name in the current folder is not git."""
    (repo.folder / "git").write_text("#!/bin/sh\ntouch hacked\n", "utf-8")
    (repo.folder / "git").chmod(0o755)
    for path in ("", ".", os.pathsep, str(repo.folder / "own")):
        monkeypatch.setenv("PATH", path)
        ran = raci("who-owns", "menu", "--at", "v1")
        assert (ran.code, ran.err) == (
            2,
            "raci: Files as of a revision are read with git, and no git is installed here.\n",
        )
    assert not (repo.folder / "hacked").exists()
