"""What a clone left out to save room, and the command that brings it from where it was cloned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.errors import UnusableRevision
from raci.text.shell import command

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.revisions.revision import Revision
    from raci.revisions.tree import Tree

_READ = (".yaml", ".yml", ".toml")  # the kinds of files that are read
_PATTERNS = tuple(f":/*{ending}" for ending in _READ)
_NOTHING = {
    40: "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
    64: "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321",
}
_MOST_PATHS = 20


class LeftOutByClone(UnusableRevision):
    """What a revision holds was not fetched with the rest; the message says which command does."""

    @staticmethod
    def at(revision: Revision, what: str, tree: Tree | None, missing: Iterable[str] = ()) -> LeftOutByClone:
        """Return that `what` was left out, with the command for all that can be missing of the revision.

        It compares the revision with nothing, for which git fetches all of the files in one go.
        """
        links = [path for path, each in tree.kept.items() if each.is_link] if tree else []
        others = sorted(path for path in {*links, *missing} if not path.endswith(_READ))
        paths = (
            () if len(others) > _MOST_PATHS else (*_PATTERNS, *(f":(top,literal){path}" for path in others))
        )
        nothing, commit = _NOTHING[len(revision.commit)], revision.commit
        return _told(what, "git", "diff-tree", "-r", "--shortstat", nothing, commit, "--", *paths)

    @staticmethod
    def before(revision: Revision) -> LeftOutByClone:
        """Return the same of all commits that a revision came of."""
        brings = ("git", "--no-pager", "log", "-m", "--format=", "--shortstat", revision.commit)
        return _told("files of older commits", *brings, "--", *_PATTERNS)


def _told(what: str, *words: str) -> LeftOutByClone:
    return LeftOutByClone(f"{what}: left out when this was cloned. Fetched by: {command(*words)}")
