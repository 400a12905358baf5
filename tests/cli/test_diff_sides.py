"""raci diff where a side cannot be read, or its files are elsewhere: never an answer that nothing changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conftest import RunRaci, write_files
from repositories import Repo

if TYPE_CHECKING:
    from pathlib import Path

MENU = """version: 1
roles:
  chef:
    name: Chef
    people: [{who}]
    responsibilities:
      - name: Menu
      - name: Wine
      - name: Bread and Butter
      - name: Salt and Pepper
"""
POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:{oid}\nsize 1\n"


@pytest.fixture
def repo(in_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """Work in a repository with one file, committed as v1."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(in_folder))
    repo = Repo.new(in_folder / "repo")
    monkeypatch.chdir(repo.folder)
    repo.commit_files({"own/menu.yaml": MENU.format(who="Ana")})
    repo.git("tag", "v1")
    return repo


def test_a_pointer_in_place_of_a_file_is_no_answer(repo: Repo, raci: RunRaci) -> None:
    """Its content may name other owners, on whichever side it is; named outright it is told as what it is."""
    repo.commit_files({"own/big.yaml": POINTER.format(oid=1)})
    repo.git("tag", "v2")
    write_files(repo.folder, {"own/big.yaml": POINTER.format(oid=2)})
    for sides in (("v1", "v2"), ("v2", "v1"), ("v2",), ("v1", "./own"), ("v2", "v2")):
        ran = raci("diff", *sides, "--data", "own")
        assert (ran.code, ran.out) == (2, "")
        assert "only pointers of Git LFS, whose content may name owners. git lfs pull fetches it" in ran.err
    ran = raci("diff", "v2", "--data", "own/menu.yaml", "--data", "own/big.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert "own/big.yaml:1:1: this is a pointer of Git LFS" in ran.err


def test_a_submodule_is_not_nothing(repo: Repo, raci: RunRaci) -> None:
    """A side whose files are in a repository of their own is told as that, whatever the other side is."""
    oid = repo.git("rev-parse", "HEAD")
    repo.git("update-index", "--add", "--cacheinfo", f"160000,{oid},teams")
    repo.git("commit", "-q", "-m", "teams")
    write_files(repo.folder, {"teams/own/menu.yaml": MENU.format(who="Ana")})
    for sides in ((), ("HEAD", "HEAD"), ("v1", "HEAD")):
        ran = raci("diff", *sides, "--data", "teams/own")
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith("raci: HEAD:teams is a submodule, a repository of its own; ask in it")


@pytest.mark.parametrize("sides", [("v1", "v2"), ("v1", "HEAD"), ("v1",)])
def test_a_folder_that_was_moved_is_followed(sides: tuple[str, ...], repo: Repo, raci: RunRaci) -> None:
    """Where --data names it as it is called on one side only, as of raci log."""
    repo.git("mv", "own", "ownership")
    repo.commit_files({"ownership/menu.yaml": MENU.format(who="Eva")})
    repo.git("tag", "v2")
    ran = raci("diff", *sides, "--data", "ownership")
    assert ran.code == 0
    assert ran.err == "v1 has the files elsewhere: own.\n"
    assert ran.out.startswith("1 change from v1 to")
    assert "Eva holds it instead of Ana" in ran.out
    back = raci("diff", "v2", "v1", "--data", "ownership")
    assert "Ana holds it instead of Eva" in back.out
    other = raci("diff", "v1", "v2", "--data", "own")
    assert other.err == "v2 has the files elsewhere: ownership.\n"
    assert "Eva holds it instead of Ana" in other.out


def test_a_folder_that_was_moved_and_then_rewritten_is_followed(repo: Repo, raci: RunRaci) -> None:
    """Commit by commit, from either side."""
    repo.git("mv", "own", "ownership")
    repo.commit("Moved")
    text = "version: 1\nroles:\n  chef: {name: Chef, people: [Eva], deliverables: [{name: Soup}]}\n"
    repo.commit_files({"ownership/menu.yaml": text})
    for sides in (("v1", "HEAD"), ("v1",)):
        ran = raci("diff", *sides, "--data", "ownership")
        assert (ran.code, ran.err) == (0, "v1 has the files elsewhere: own.\n")
        assert "Eva holds it instead of Ana" in raci("diff", *sides, "--data", "ownership", "--all").out
    ran = raci("diff", "v1", "HEAD", "--data", "own")
    assert ran.err == "HEAD has the files elsewhere: ownership.\n"


def test_what_is_wrong_with_both_sides_is_told_at_once(repo: Repo, raci: RunRaci) -> None:
    """So that nobody mends one to learn of the other."""
    repo.commit_files({"own/bad.yaml": "version: 1\nroles: {x: {name: X, reports_to: nobody}}\n"})
    write_files(repo.folder, {"own/bad.yaml": "version: 1\nroles: {x: {name: X, reports_to: none}}\n"})
    ran = raci("diff", "HEAD", "./own", "--data", "own")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[:2] == ["raci: HEAD cannot be compared:", "raci: own cannot be compared:"]
    assert "HEAD:own/bad.yaml:2:34" in ran.err
    assert "\nown/bad.yaml:2:34" in ran.err
    ran = raci("diff", "nope", "HEAD", "--data", "own")
    assert "raci: nope: there is no such revision, file or folder." in ran.err
    assert "HEAD:own/bad.yaml:2:34" in ran.err
    ran = raci("diff", "nope", "none", "--data", "own")
    assert [line.partition(":")[0] for line in ran.err.removeprefix("raci: ").splitlines()] == [
        "nope",
        "none",
    ]


def test_policies_add_up_and_an_unknown_one_is_told_with_those_near(repo: Repo, raci: RunRaci) -> None:
    """In one list or several."""
    write_files(repo.folder, {"own/menu.yaml": MENU.format(who="Eva")})
    both = ("--data", "own", "--fail-on", "people-changed", "--fail-on", "contested,unowned")
    assert raci("diff", *both).code == 1
    unknown = raci("diff", "--data", "own", "--fail-on", "agreement").err
    assert "Did you mean agreement-changed, agreement-ended, agreement-made or agreement-reviewed?" in unknown
    assert (
        "Known: contested, unowned, accountable-moved, "
        in raci("diff", "--data", "own", "--fail-on", "xyz").err
    )


def test_a_single_text_is_counted_once(repo: Repo, raci: RunRaci) -> None:
    """The first line has the number already."""
    text = MENU.format(who="Ana").replace("    name: Chef\n", "    name: Chef\n    summary: Cooks.\n")
    write_files(repo.folder, {"own/menu.yaml": text})
    assert raci("diff", "--data", "own").out == (
        "1 change from HEAD to the files as they lie here: 1 text.\n\n--all shows which.\n"
    )
