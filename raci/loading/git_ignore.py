"""What git ignores, by the .gitignore files of a repository and its own list; git is not asked."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from raci.errors import UnusableFile
from raci.paths import Patterns, path_from, repository_of
from raci.regular_file import read_regular_file

if TYPE_CHECKING:
    from collections.abc import Collection

_LARGEST = 64  # MiB


@dataclass(frozen=True)
class Ignored:
    """What is ignored in a folder of the repository at `root`: by `patterns`, the nearest first."""

    root: str
    patterns: tuple[Patterns, ...]

    def has(self, path: str, *, is_folder: bool) -> bool:
        """Return whether a file or folder is ignored: it fits, and git keeps no version of it."""
        said = (each.say(path, is_folder=is_folder) for each in self.patterns)
        if not next((each for each in said if each is not None), False):
            return False
        name = os.fsencode(path_from(path, self.root))
        # Before the whole name of a file stands how long it is, in two bytes, and behind it a zero.
        return (name + b"/" if is_folder else bytes([len(name) & 0xFF]) + name + b"\0") not in self._index

    @cached_property
    def _index(self) -> bytes:
        return _content(f"{_git_folder(self.root)}/index")


def ignored_above(folder: str) -> Ignored | None:
    """Return what the folders above one ignore, but for the patterns by which it is ignored itself.

    None outside of a repository.
    """
    folder = os.path.abspath(folder)  # noqa: PTH100 - a path may be no text that pathlib can hold
    root = repository_of(folder)
    if root is None:
        return None
    found: list[Patterns] = []
    here = folder
    while here != root:
        here = os.path.dirname(here)  # noqa: PTH120 - as above
        found += _patterns(here, f"{here}/.gitignore")
    above = (*found, *_own_list(root))
    return Ignored(root, tuple(each for each in above if not each.say(folder, is_folder=True)))


def ignored_in(folder: str, names: Collection[str], above: Ignored | None) -> Ignored | None:
    """Return what is ignored in a folder with these `names`, by what is above it."""
    inherited = Ignored(folder, _own_list(folder)) if ".git" in names else above
    if inherited is None or ".gitignore" not in names:
        return inherited
    own = _patterns(folder, f"{folder}/.gitignore")
    return replace(inherited, patterns=(*own, *inherited.patterns))


def _own_list(root: str) -> tuple[Patterns, ...]:
    git = _git_folder(root)
    of_all_worktrees = _text(f"{git}/commondir").strip()
    return _patterns(root, os.path.join(git, of_all_worktrees, "info/exclude"))  # noqa: PTH118 - as above


def _git_folder(root: str) -> str:
    """Return the repository's own folder, to which the .git of a worktree or submodule leads."""
    git = os.path.join(root, ".git")  # noqa: PTH118 - as above
    return os.path.join(root, _text(git).removeprefix("gitdir:").strip() or git)  # noqa: PTH118 - as above


def _patterns(folder: str, file: str) -> tuple[Patterns, ...]:
    text = _text(file)
    return (Patterns(folder, tuple(line.rstrip("\r") for line in text.split("\n"))),) if text else ()


def _text(file: str) -> str:
    return _content(file).decode("utf-8-sig", "replace")


def _content(file: str) -> bytes:
    try:
        return read_regular_file(file, _LARGEST)
    except UnusableFile:  # git goes on without it as well
        return b""
