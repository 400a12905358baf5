"""--at in repositories that want to do something: nothing runs, and nothing of git's changes."""

from __future__ import annotations

import os
import stat
import subprocess
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from raci.revisions import git

from repositories import Repo, roles

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunRaci

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the traps are scripts of a shell")

# What a configuration can make git run; {trap} is a program that leaves a mark.
RUNS = {
    "core.fsmonitor": "{trap}",
    "core.hooksPath": "{hooks}",
    "core.pager": "{trap}",
    "pager.rev-parse": "{trap}",
    "pager.ls-tree": "{trap}",
    "pager.cat-file": "{trap}",
    "pager.log": "{trap}",
    "core.editor": "{trap}",
    "core.sshCommand": "{trap}",
    "core.gitProxy": "{trap}",
    "core.askPass": "{trap}",
    "core.alternateRefsCommand": "{trap}",
    "credential.helper": "!{trap}",
    "diff.external": "{trap}",
    "diff.evil.textconv": "{trap}",
    "diff.evil.command": "{trap}",
    "filter.evil.smudge": "{trap}",
    "filter.evil.clean": "{trap}",
    "filter.evil.process": "{trap}",
    "filter.evil.required": "true",
    "merge.evil.driver": "{trap}",
    "gpg.program": "{trap}",
    "log.showSignature": "true",
    "alias.ls-tree": "!{trap}",
    "alias.cat-file": "!{trap}",
    "alias.rev-parse": "!{trap}",
    "uploadpack.packObjectsHook": "{trap}",
    "interactive.diffFilter": "{trap}",
    "sequence.editor": "{trap}",
    "remote.origin.url": "ext::{trap}",
    "remote.origin.uploadpack": "{trap}",
    "remote.origin.promisor": "true",
    "remote.origin.partialclonefilter": "blob:none",
    "protocol.ext.allow": "always",
    "protocol.allow": "always",
}
VARIABLES = (
    *(
        "GIT_SSH",
        "GIT_SSH_COMMAND",
        "GIT_ASKPASS",
        "SSH_ASKPASS",
        "GIT_PAGER",
        "PAGER",
        "GIT_EDITOR",
        "EDITOR",
    ),
    *("GIT_EXTERNAL_DIFF", "GIT_PROXY_COMMAND", "GIT_SEQUENCE_EDITOR"),
)
COMMANDS = (
    ("who-owns", "menu"),
    ("overlaps", "--full"),
    ("matrix",),
    ("role", "cook"),
    ("handover", "cook"),
    ("health",),
    ("agenda",),
    ("graph",),
    ("report",),
)


@pytest.fixture
def trapped(in_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """Work in a repository whose configuration, hooks and attributes run a program wherever they can."""
    trap, mark = in_folder / "trap.sh", in_folder / "sprung"
    trap.write_text(f'#!/bin/sh\necho "$0 $@" >> {mark}\n', "utf-8")
    trap.chmod(0o755)
    repo = Repo.new(in_folder / "repo")
    repo.commit_files(
        {
            "raci.toml": 'data = ["own"]\n',
            "own/menu.yaml": roles(cook="Menu", chef="Menu"),
            ".gitattributes": "*.yaml filter=evil diff=evil merge=evil text eol=crlf\n",
        }
    )
    hooks = repo.folder / ".git/hooks"
    for hook in (
        "post-checkout",
        "post-index-change",
        "reference-transaction",
        "pre-auto-gc",
        "fsmonitor-watchman",
    ):
        (hooks / hook).write_bytes(trap.read_bytes())
        (hooks / hook).chmod(0o755)
    for key, value in RUNS.items():
        repo.git("config", key, value.format(trap=trap, hooks=hooks))
    (in_folder / "home").mkdir()
    own = in_folder / "home/.gitconfig"
    for key, value in RUNS.items():
        repo.git("config", "--file", str(own), key, value.format(trap=trap, hooks=hooks))
    monkeypatch.setenv("HOME", str(in_folder / "home"))
    for name in VARIABLES:
        monkeypatch.setenv(name, str(trap))
    monkeypatch.chdir(repo.folder)
    return repo


def _sprung(repo: Repo) -> str:
    mark = repo.folder.parent / "sprung"
    return mark.read_text("utf-8") if mark.exists() else ""


def test_the_traps_are_traps(trapped: Repo) -> None:
    """Others do run them."""
    subprocess.run(["git", "status"], check=False, capture_output=True)
    assert "trap.sh" in _sprung(trapped)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_nothing_runs_and_nothing_changes(trapped: Repo, raci: RunRaci, command: tuple[str, ...]) -> None:
    """Not a byte of the repository: objects, references, index, configuration, work tree."""
    before = trapped.state()
    for at in ("HEAD", "HEAD...main", "HEAD:own", "v9", "HEAD~9", "main@{2020-01-01}"):
        raci(*command, "--at", at)
    assert _sprung(trapped) == ""
    assert trapped.state() == before
    assert [path.name for path in (trapped.folder.parent / "home").iterdir()] == [".gitconfig"]


def test_what_is_missing_is_not_fetched(trapped: Repo, raci: RunRaci) -> None:
    """Git itself would ask the remote, by a program that the configuration names."""
    oid = trapped.git("rev-parse", "HEAD:own/menu.yaml")
    (trapped.folder / ".git/objects" / oid[:2] / oid[2:]).unlink()
    before = trapped.state()
    ran = raci("who-owns", "menu", "--at", "HEAD")
    assert (ran.code, ran.out) == (2, "")
    commit = trapped.git("rev-parse", "HEAD")
    assert ran.err == (
        "raci: HEAD:own/menu.yaml: left out when this was cloned. "
        "Fetched by: git diff-tree -r --shortstat 4b825dc642cb6eb9a060e54bf8d69288fbee4904 "
        f'{commit} -- ":/*.yaml" ":/*.yml" ":/*.toml"\n'
    )
    assert _sprung(trapped) == ""
    assert trapped.state() == before


def test_the_surroundings_of_a_hook_name_no_other_repository(
    trapped: Repo, raci: RunRaci, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hook has variables for one: the files are those of the folder."""
    other = Repo.new(trapped.folder.parent / "other")
    other.commit_files({"own/menu.yaml": roles(waiter="Menu")})
    for name, value in {
        "GIT_DIR": other.folder / ".git",
        "GIT_WORK_TREE": other.folder,
        "GIT_INDEX_FILE": other.folder / ".git/index",
        "GIT_COMMON_DIR": other.folder / ".git",
        "GIT_NAMESPACE": "x",
        "GIT_PREFIX": "own/",
        "GIT_CONFIG_PARAMETERS": "'core.fsmonitor=x'",
        "GIT_TRACE": trapped.folder / "trace",
    }.items():
        monkeypatch.setenv(name, str(value))
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "core.worktree")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", str(other.folder))
    ran = raci("who-owns", "menu", "--at", "HEAD")
    assert "Cook (HEAD:own/menu.yaml:5)" in ran.out
    assert not (trapped.folder / "trace").exists()


def test_replaced_and_grafted_objects_are_what_they_were(trapped: Repo, raci: RunRaci) -> None:
    """What `git replace` puts in place is of this clone alone."""
    first = trapped.git("rev-parse", "HEAD")
    for key in RUNS:
        trapped.git("config", "--unset-all", key)
    second = trapped.commit_files({"own/menu.yaml": roles(waiter="Menu"), ".gitattributes": None})
    trapped.git("replace", first, second)
    assert "Cook" in raci("who-owns", "menu", "--at", first).out


def test_names_of_revisions_and_files_that_act_are_shown_as_text(trapped: Repo, raci: RunRaci) -> None:
    """In a page, in Markdown, on a terminal."""
    for key in RUNS:
        trapped.git("config", "--unset-all", key)
    name = "<img src=x>|`a`_[b](http://x.example)\u202e"
    branch = "<img/src=x>|`a`_b(c)\u202e"
    trapped.git("branch", branch)
    trapped.commit_files({f"own/{name.replace('/', '')}.yaml": roles(waiter="Soup")})
    for form in ("text", "markdown", "html", "csv", "json"):
        out = raci("who-owns", "menu", "--at", branch, "--format", form).out
        assert "menu.yaml" in out
        assert "\u202e" not in out
        if form in {"html", "markdown"}:
            assert "<img" not in out


_PIECES = (*"-~^@{}:/.,!*? \\0\0\n\t'\"$`;|&<>", "HEAD", "main", "1", "commit", "é", "\u202e")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.lists(st.sampled_from(_PIECES), max_size=6).map("".join))
def test_whatever_is_asked_for_nothing_happens(trapped: Repo, raci: RunRaci, at: str) -> None:
    """There is an answer, or a line that says why not."""
    before = trapped.state()
    ran = raci("who-owns", "menu", f"--at={at}")
    assert ran.code in {0, 2}
    assert ran.code == 0 or ran.err.count("\n") == 1
    assert "\u202e" not in ran.err
    assert (trapped.state(), _sprung(trapped)) == (before, "")


def test_a_configuration_that_keeps_git_waiting(
    trapped: Repo, raci: RunRaci, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It reads from a pipe into which nobody writes."""
    os.mkfifo(trapped.folder / "pipe")
    trapped.git("config", "include.path", str(trapped.folder / "pipe"))
    monkeypatch.setattr(git, "_PATIENCE", 1)
    ran = raci("who-owns", "menu", "--at", "HEAD")
    assert (ran.code, ran.err) == (2, "raci: git did not answer in 1 seconds.\n")


def test_a_file_of_the_repository_is_no_program_of_ours(
    trapped: Repo, raci: RunRaci, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A git in the repository's folder is not started, though PATH names the folder by a dot."""
    (trapped.folder / "git").write_bytes((trapped.folder.parent / "trap.sh").read_bytes())
    (trapped.folder / "git").chmod(stat.S_IRWXU)
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.pathsep}{os.environ['PATH']}")
    assert raci("who-owns", "menu", "--at", "HEAD").code == 0
    assert _sprung(trapped) == ""
