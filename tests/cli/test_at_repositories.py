"""--at in repositories of every kind: it works, or a line says what to do; and what it says to do helps."""

from __future__ import annotations

import shlex
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from raci.revisions import git
from raci.revisions.repository import Repository

from repositories import Repo, roles

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunRaci

CONFIGURED = 'data = ["own/"]\n'


@pytest.fixture
def repo(in_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """Work beside a repository whose menu was the cook's (v1) and is the chef's (main)."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(in_folder))
    monkeypatch.setenv("HOME", str(in_folder / "home"))
    repo = Repo.new(in_folder / "repo")
    repo.commit_files({"raci.toml": CONFIGURED, "own/menu.yaml": roles(cook="Menu"), "other/x.yaml": "x"})
    repo.git("tag", "v1")
    repo.commit_files({"own/menu.yaml": roles(waiter="Menu")})
    repo.commit_files({"own/menu.yaml": roles(chef="Menu")})
    return repo


def cloned(repo: Repo, *options: str) -> Repo:
    """Clone a repository, as over a network."""
    clone = Repo(repo.folder.parent / "clone", repo.day)
    clone.folder.mkdir()
    repo.git("config", "uploadpack.allowFilter", "true")
    clone.git("clone", "--quiet", *options, f"file://{repo.folder}", ".")
    return clone


def test_a_bare_repository(repo: Repo, raci: RunRaci, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its paths begin at its own folder."""
    clone = cloned(repo, "--bare")
    monkeypatch.chdir(clone.folder)
    assert "Cook (v1:own/menu.yaml:5)" in raci("who-owns", "menu", "--at", "v1").out
    assert "Chef (main:own/menu.yaml:5)" in raci("who-owns", "menu", "--at", "main", "--data", "own").out
    assert raci("lint", "--at", "v1", "--format", "github").code == 0


def test_a_worktree(repo: Repo, raci: RunRaci, monkeypatch: pytest.MonkeyPatch) -> None:
    """It has a HEAD of its own."""
    repo.git("worktree", "add", "--quiet", "../tree", "v1")
    monkeypatch.chdir(repo.folder.parent / "tree/own")
    assert "Cook (HEAD:own/menu.yaml:5)" in raci("who-owns", "menu", "--at", "HEAD").out
    assert "Chef (main:own/menu.yaml:5)" in raci("who-owns", "menu", "--at", "main").out


def test_a_repository_of_longer_ids(in_folder: Path, raci: RunRaci, monkeypatch: pytest.MonkeyPatch) -> None:
    """SHA-256."""
    repo = Repo.new(in_folder / "long", "--object-format=sha256")
    commit = repo.commit_files({"raci.toml": CONFIGURED, "own/menu.yaml": roles(cook="Menu")})
    monkeypatch.chdir(repo.folder)
    assert f"Cook ({commit}:own/menu.yaml:5)" in raci("who-owns", "menu", "--at", commit).out


def test_a_folder_that_is_there_no_more(repo: Repo, raci: RunRaci, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of another repository, too."""
    repo.git("mv", "own", "ownership")
    repo.commit_files({})
    monkeypatch.chdir(repo.folder.parent)
    assert "Cook (v1:own/menu.yaml:5)" in raci("who-owns", "menu", "--at", "v1", "--data", "repo/own").out


def test_a_link_to_the_repository(repo: Repo, raci: RunRaci) -> None:
    """Above the root links lead where they lead today."""
    (repo.folder.parent / "link").symlink_to("repo")
    assert "Cook (v1:own/menu.yaml:5)" in raci("who-owns", "menu", "--at", "v1", "--data", "link/own").out


def test_a_shallow_clone_says_how_to_get_the_rest(
    repo: Repo, raci: RunRaci, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And that helps."""
    clone = cloned(repo, "--depth=1")
    monkeypatch.chdir(clone.folder)
    assert "Chef" in raci("who-owns", "menu", "--at", "HEAD").out
    shallow = "This clone is shallow: git fetch --unshallow --tags brings the rest, --deepen=100 some of it."
    old = repo.git("rev-parse", "v1")
    said = {
        "v1": "there is no such revision.",
        "HEAD~1": "HEAD does not go back so far.",
        old: "this commit is not here.",
    }
    for at, told in said.items():
        ran = raci("who-owns", "menu", "--at", at)
        assert (ran.code, ran.err) == (2, f"raci: {at}: {told} {shallow}\n")
    clone.git("fetch", "--quiet", "--unshallow", "--tags")
    for at in said:
        assert raci("who-owns", "menu", "--at", at).code == 0


def test_commits_that_never_met(repo: Repo, raci: RunRaci, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nowhere did they part."""
    monkeypatch.chdir(repo.folder)
    repo.git("checkout", "--quiet", "--orphan", "alone")
    repo.commit_files({})
    ran = raci("who-owns", "menu", "--at", "main...alone")
    assert (ran.code, ran.err) == (2, "raci: main and alone have no commit in common here.\n")


FILTERS = ("--filter=blob:none", "--filter=tree:0")


def brought(clone: Repo, told: str) -> None:
    """Do what a message says; nothing else may have happened before, and nothing may have to be done after."""
    command = told.strip().partition(": left out when this was cloned. Fetched by: ")[2]
    clone.git(*shlex.split(command)[1:])


@pytest.mark.parametrize("options", [(FILTERS[0],), (FILTERS[1],), (FILTERS[0], "--bare")], ids=" ".join)
def test_a_partial_clone_says_what_brings_the_files(
    repo: Repo, raci: RunRaci, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...]
) -> None:
    """All at once: the configuration, files, and links. Nothing is fetched unasked."""
    repo.git("checkout", "--quiet", "-b", "linked", "v1")
    (repo.folder / "own/door.yaml").symlink_to("../own/menu.yaml")
    repo.commit_files({"own/sub/soup.yml": roles(baker="Soup"), "large.txt": "not needed\n"})
    repo.git("tag", "--force", "v1")
    repo.git("checkout", "--quiet", "--force", "main")
    clone = cloned(repo, *options)
    below = clone.folder / ("hooks" if "--bare" in options else "other")
    monkeypatch.chdir(below)
    before = clone.state()
    ran = raci("who-owns", "menu", "--at", "v1")
    assert (ran.code, ran.out, clone.state()) == (2, "", before)
    brought(Repo(below), ran.err)
    ran = raci("who-owns", "menu", "--at", "v1")
    assert (ran.code, ran.err) == (0, "")
    assert "Cook (v1:own/door.yaml:5)" in ran.out
    assert "?" in clone.git("rev-list", "--objects", "--missing=print", "v1")  # large.txt


def test_links_and_files_of_any_name_are_brought_too(
    repo: Repo, raci: RunRaci, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those that a link leads to, and those that are named, whatever they are called."""
    (repo.folder / "link").symlink_to("own")
    (repo.folder / ":(x)*").symlink_to("link")
    repo.commit_files({"data.txt": roles(baker="Bread")})
    repo.commit_files({"data.txt": None, "link": None, ":(x)*": None})
    clone = cloned(repo, FILTERS[0])
    monkeypatch.chdir(clone.folder)
    for data, work, said in ((":(x)*", "menu", "main~1: a link:"), ("data.txt", "bread", "main~1:data.txt:")):
        words = ("who-owns", work, "--at", "main~1", "--data", data, "--config", "raci.toml")
        ran = raci(*words)
        assert said in ran.err
        brought(clone, ran.err)
        assert raci(*words).code == 0


@pytest.mark.parametrize("filtered", FILTERS)
@pytest.mark.parametrize("words", [("health", "--since", "v1", "--every", "week"), ("log",)], ids=" ".join)
def test_a_history_is_brought_at_once(
    repo: Repo, raci: RunRaci, monkeypatch: pytest.MonkeyPatch, filtered: str, words: tuple[str, ...]
) -> None:
    """With what only a merge has."""
    repo.git("checkout", "--quiet", "-b", "side", "v1")
    repo.commit_files({"own/b.yaml": roles(baker="Bread")})
    repo.git("checkout", "--quiet", "main")
    repo.git("merge", "--quiet", "--no-commit", "side")
    repo.commit_files({"own/b.yaml": roles(baker="Bread, Rolls")})
    repo.commit_files({"own/b.yaml": roles(baker="Bread, Rolls, Cake")})
    clone = cloned(repo, filtered)
    monkeypatch.chdir(clone.folder)
    ran = raci(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("raci: files of older commits: left out when this was cloned. Fetched by: git ")
    brought(clone, ran.err)
    ran = raci(*words)
    assert (ran.code, ran.err) == (0, "")


def test_a_repository_of_another_user(repo: Repo, raci: RunRaci, monkeypatch: pytest.MonkeyPatch) -> None:
    """The line that says it is trusted is git's own, and holds as people's own configuration has it."""
    monkeypatch.chdir(repo.folder)
    monkeypatch.setattr(git, "_ALWAYS", {**git._ALWAYS, "GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"})  # noqa: SLF001
    ran = raci("who-owns", "menu", "--at", "v1")
    line = f"git config --global --add safe.directory {repo.folder}"
    assert (ran.code, ran.err) == (
        2,
        f"raci: Git takes this repository for another user's. If you trust it: {line}\n",
    )
    monkeypatch.setenv("GIT_CONFIG_COUNT", "2")
    for number, (key, value) in enumerate((("core.bare", "true"), ("safe.directory", "*"))):
        monkeypatch.setenv(f"GIT_CONFIG_KEY_{number}", key)
        monkeypatch.setenv(f"GIT_CONFIG_VALUE_{number}", value)
    assert raci("who-owns", "menu", "--at", "v1").code == 0
    monkeypatch.delenv("GIT_CONFIG_COUNT")
    assert raci("who-owns", "menu", "--at", "v1").code == 2
    (repo.folder.parent / "home").mkdir()
    subprocess.run(shlex.split(line), check=True)
    assert raci("who-owns", "menu", "--at", "v1").code == 0


def test_a_damaged_repository_is_told(repo: Repo, raci: RunRaci, monkeypatch: pytest.MonkeyPatch) -> None:
    """An object that is garbage, and one that is gone."""
    monkeypatch.chdir(repo.folder)
    oid = repo.git("rev-parse", "v1:own/menu.yaml")
    path = repo.folder / ".git/objects" / oid[:2] / oid[2:]
    path.chmod(0o644)
    path.write_bytes(b"garbage")
    ran = raci("who-owns", "menu", "--at", "v1")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("raci: v1: the repository is damaged: ")
    assert ran.err.endswith(". git fsck says more.\n")
    path.unlink()
    ran = raci("who-owns", "menu", "--at", "v1")
    assert (ran.code, ran.err) == (2, "raci: v1: the repository is damaged. git fsck says more.\n")
    tree = repo.git("rev-parse", "v1:own")
    (repo.folder / ".git/objects" / tree[:2] / tree[2:]).unlink()
    ran = raci("who-owns", "menu", "--at", "v1")
    assert ran.code == 2
    assert ran.err.startswith("raci: v1: its list of files cannot be read: ")


def test_a_hook_answers_from_what_is_pushed(repo: Repo, in_folder: Path) -> None:
    """Before it is accepted: git keeps it apart until then."""
    hub = cloned(repo, "--bare")
    hook = hub.folder / "hooks/pre-receive"
    raci = f"{shlex.quote(sys.executable)} -m raci"
    hook.write_text(f"#!/bin/sh\nread old new ref\nunset HOME\n{raci} who-owns menu --at $new\n", "utf-8")
    hook.chmod(0o755)
    repo.commit_files({"own/menu.yaml": roles(baker="Menu")})
    pushed = subprocess.run(
        ["git", "push", str(hub.folder), "main"],
        cwd=repo.folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert pushed.returncode == 0, pushed.stderr
    assert f"Baker ({repo.git('rev-parse', 'HEAD')}:own/menu.yaml:5)" in pushed.stderr


def test_below_a_folder_of_git(repo: Repo, raci: RunRaci, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hook of a repository with a work tree runs there."""
    monkeypatch.chdir(repo.folder / ".git")
    assert "Cook (v1:own/menu.yaml:5)" in raci("who-owns", "menu", "--at", "v1").out


def test_the_current_folder_is_gone(repo: Repo, raci: RunRaci, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody else removed it."""
    (repo.folder / "gone").mkdir()
    monkeypatch.chdir(repo.folder / "gone")
    (repo.folder / "gone").rmdir()
    ran = raci("who-owns", "menu", "--at", "v1")
    assert (ran.code, ran.err) == (2, "raci: The current folder has been removed.\n")


def test_a_repository_of_a_later_git_is_told(
    repo: Repo, raci: RunRaci, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What git says of it, in a line."""
    monkeypatch.chdir(repo.folder)
    repo.git("config", "core.repositoryFormatVersion", "99")
    ran = raci("who-owns", "menu", "--at", "v1")
    assert ran.code == 2
    assert ran.err.startswith("raci: .: git refuses this repository: ")
    assert ran.err.count("\n") == 1


SETTINGS = {
    "encoding": ("i18n.logOutputEncoding=UTF-16", "i18n.commitEncoding=UTF-16"),
    "no encoding": ("i18n.logOutputEncoding=nonsense",),
    "others": (
        *("core.quotePath=true", "core.abbrev=4", "core.disambiguate=tree", "color.ui=always"),
        *("log.date=relative", "log.showRoot=false", "format.pretty=%s", "safe.bareRepository=explicit"),
        *("diff.renames=false", "diff.renameLimit=1", "diff.relative=true", "transfer.hideRefs=refs/tags"),
    ),
}


@pytest.mark.parametrize("settings", SETTINGS.values(), ids=SETTINGS)
def test_no_setting_changes_an_answer(
    repo: Repo, raci: RunRaci, monkeypatch: pytest.MonkeyPatch, settings: tuple[str, ...]
) -> None:
    """Whatever it changes in what git shows to people."""
    bread, cake = roles(baker="Bread, Roll, Bun"), roles(cook="Cake, Tart")
    before = repo.commit_files({"own/b.yaml": bread, "own/c.yaml": cake})
    repo.git("mv", "own", "größe")
    repo.git("mv", "größe/b.yaml", "größe/brot.yaml")
    repo.git("mv", "größe/c.yaml", "größe/torte.yaml")
    changed = {"größe/brot.yaml": bread + "# 1\n", "größe/torte.yaml": cake + "# 2\n"}
    after = repo.commit_files({"raci.toml": 'data = ["größe/"]\n', **changed}, "größer")
    monkeypatch.chdir(repo.folder / "größe")
    questions = (
        ("who-owns", "menu", "--at", "v1"),
        ("who-owns", "menu", "--at", "v9"),
        ("health", "--since", "v1", "--every", "week"),
        ("diff", "v1", "HEAD"),
        ("log",),
    )
    answers = [raci(*words) for words in questions]
    for setting in settings:
        repo.git("config", *setting.split("="))
    assert [raci(*words) for words in questions] == answers
    assert len(Repository.around(".").moved(before, after)) == 3


def test_a_git_that_is_none_is_told(repo: Repo, raci: RunRaci, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program of that name that cannot be started."""
    monkeypatch.chdir(repo.folder)
    program = repo.folder.parent / "bin/git"
    program.parent.mkdir()
    program.write_bytes(b"\0garbage")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))
    ran = raci("who-owns", "menu", "--at", "v1")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert ran.err.startswith("raci: git cannot be started: ")


def test_what_begins_several_commits_is_too_short(
    in_folder: Path, raci: RunRaci, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a thousand commits some two begin alike."""
    many = Repo.new(in_folder / "many")
    monkeypatch.chdir(many.folder)
    first = datetime(2025, 1, 1, tzinfo=UTC)
    many.commits_in_bulk((first + timedelta(hours=hour), {"x.yaml": "x"}) for hour in range(1_000))
    counted = Counter(commit[:4] for commit in many.git("rev-list", "main").split())
    begins = next(begin for begin, count in counted.items() if count > 1)
    ran = raci("who-owns", "menu", "--at", begins, "--data", "x.yaml")
    assert (ran.code, ran.err) == (2, f"raci: {begins} begins several commits; write more of it.\n")
