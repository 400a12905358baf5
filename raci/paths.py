"""What files are called: from a folder on, in one form of Unicode, and by patterns."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from unicodedata import normalize

if TYPE_CHECKING:
    from collections.abc import Hashable

    from pathspec import GitIgnoreSpec


def composed(path: str) -> str:
    """Return a path in the form in which paths are compared: macOS writes an ü as two characters."""
    return normalize("NFC", path)


def path_from(path: str, folder: str = ".") -> str:
    """Return a path as seen from a folder, with slashes; one on another drive of Windows in full."""
    try:
        path = os.path.relpath(path, folder)
    except ValueError:
        path = os.path.abspath(path)  # noqa: PTH100 - a path may be no text that pathlib can hold
    except OSError:  # the current folder is gone
        path = os.path.normpath(path)
    return path.replace(os.sep, "/")


def name_from(path: str, folder: str = ".") -> str:
    """Return what a file is called from a folder on, to compare: in one form of Unicode, with slashes."""
    try:
        return path_from(composed(os.path.abspath(path)), composed(os.path.abspath(folder)))  # noqa: PTH100
    except OSError:  # the current folder is gone
        return composed(path_from(path))


def identity(path: str) -> Hashable:
    """Return what a file or folder has under each of its names: links, hard ones too, and capitals."""
    try:
        found = os.stat(path)  # noqa: PTH116 - as above
    except (OSError, ValueError):
        found = None
    if found is not None and found.st_ino:
        return found.st_dev, found.st_ino
    return os.path.normcase(os.path.realpath(path))  # Windows has file systems that number nothing


def repository_of(folder: str) -> str | None:
    """Return the folder with .git that a folder is in or is, or None outside of a repository."""
    try:
        folder = os.path.abspath(folder)  # noqa: PTH100 - a path may be no text that pathlib can hold
    except OSError:
        return None
    while not os.path.lexists(os.path.join(folder, ".git")):  # noqa: PTH118 - as above
        above = os.path.dirname(folder)  # noqa: PTH120 - as above
        if above == folder:
            return None
        folder = above
    return folder


@dataclass(frozen=True)
class Patterns:
    """Patterns of gitignore, for paths from `folder` on."""

    folder: str
    lines: tuple[str, ...]

    def say(self, path: str, *, is_folder: bool = False) -> bool | None:
        """Return whether a path fits, by the last pattern that is about it; None where none is."""
        if not self.lines:
            return None
        name = name_from(path, self.folder)
        return self._spec.check_file(f"{name}/" if is_folder else name).include

    @cached_property
    def _spec(self) -> GitIgnoreSpec:
        import warnings  # noqa: PLC0415 - most runs have no patterns

        from pathspec import GitIgnoreSpec  # noqa: PLC0415 - as above

        def is_one(line: str) -> bool:
            try:
                return bool(GitIgnoreSpec.from_lines([line]))
            except (ValueError, re.error):  # git passes over what is no pattern
                return False

        with warnings.catch_warnings():
            # Of sets that Python may come to read otherwise: nobody here could mend what pathspec makes.
            warnings.simplefilter("ignore", FutureWarning)
            return GitIgnoreSpec.from_lines(filter(is_one, map(composed, self.lines)))
