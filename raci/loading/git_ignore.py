"""What git ignores, by the .gitignore files of a repository and its own list; git is not asked."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from raci.errors import UnusableFile
from raci.paths import Patterns, repository_of
from raci.regular_file import read_regular_file

if TYPE_CHECKING:
    from collections.abc import Collection

Ignored = tuple[Patterns, ...] | None
"""The patterns that hold in a folder, the nearest first, or None outside of a repository."""

_LARGEST = 1  # MiB


def ignored_above(folder: str) -> Ignored:
    """Return the patterns from the folders above one, without those by which it is ignored itself."""
    folder = os.path.abspath(folder)  # noqa: PTH100 - a path may be no text that pathlib can hold
    root = repository_of(folder)
    if root is None or root == folder:
        return None if root is None else ()
    found: list[Patterns] = []
    here = folder
    while here != root:
        here = os.path.dirname(here)  # noqa: PTH120 - as above
        found += _patterns(here, f"{here}/.gitignore")
    return tuple(each for each in (*found, *_own_list(root)) if not each.say(folder, is_folder=True))


def ignored_in(folder: str, names: Collection[str], above: Ignored) -> Ignored:
    """Return the patterns that hold in a folder with these `names`, by those that hold above it."""
    inherited = _own_list(folder) if ".git" in names else above
    if inherited is None or ".gitignore" not in names:
        return inherited
    return (*_patterns(folder, f"{folder}/.gitignore"), *inherited)


def is_ignored(path: str, patterns: Ignored, *, is_folder: bool) -> bool:
    """Return whether git ignores a file or folder by the patterns that hold where it lies."""
    said = (each.say(path, is_folder=is_folder) for each in patterns or ())
    return next((each for each in said if each is not None), False)


def _own_list(root: str) -> tuple[Patterns, ...]:
    """Return the patterns in the repository's own folder, to which a worktree's or submodule's .git leads."""
    git = os.path.join(root, ".git")  # noqa: PTH118 - as above
    if pointer := _text(git):
        git = os.path.join(root, pointer.removeprefix("gitdir:").strip())  # noqa: PTH118 - as above
    of_all_worktrees = _text(f"{git}/commondir").strip()
    return _patterns(root, os.path.join(git, of_all_worktrees, "info/exclude"))  # noqa: PTH118 - as above


def _patterns(folder: str, file: str) -> tuple[Patterns, ...]:
    text = _text(file)
    return (Patterns(folder, tuple(line.rstrip("\r") for line in text.split("\n"))),) if text else ()


def _text(file: str) -> str:
    try:
        return read_regular_file(file, _LARGEST).decode("utf-8-sig", "replace")
    except UnusableFile:  # git goes on without it as well
        return ""
