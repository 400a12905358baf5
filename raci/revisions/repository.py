"""A repository: its revisions, and what they hold."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from raci.errors import UnusableRevision
from raci.paths import identity, path_from
from raci.revisions import objects
from raci.revisions.git import Git
from raci.revisions.history import mainline
from raci.revisions.left_out import LeftOutByClone
from raci.revisions.log import brought, commits, is_here, moved, parents
from raci.revisions.revision import parted, resolved
from raci.revisions.tree import Tree
from raci.text.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.revisions.git import Ran
    from raci.revisions.history import Commit
    from raci.revisions.log import Logged
    from raci.revisions.revision import Revision
    from raci.revisions.tree import Kept


class NoRepository(UnusableRevision):
    """A folder that is in no repository."""


@dataclass(frozen=True)
class Repository:
    """A repository, by the folder that the paths of its revisions begin at; of a bare one that is its own."""

    root: str
    git: Git

    @staticmethod
    def around(folder: str) -> Repository:
        """Return the repository that a folder, or the nearest one above that is there, is in.

        Raises NoRepository; UnusableRevision where there is no git, or it refuses the repository.
        """
        try:
            folder = os.path.abspath(folder)  # noqa: PTH100 - a path may be no text that pathlib can hold
        except OSError:
            raise UnusableRevision("The current folder has been removed.") from None
        while not os.path.isdir(folder):  # noqa: PTH112 - as above
            folder = os.path.dirname(folder)  # noqa: PTH120 - as above
        folder = os.path.realpath(folder)
        git = Git.at(folder)
        ran = git.run("rev-parse", "--is-inside-work-tree", "--show-cdup", "--absolute-git-dir")
        if ran.code:
            raise _refused(ran, folder)
        inside, _, rest = os.fsdecode(ran.out).partition("\n")
        if inside == "true":
            return Repository(os.path.normpath(os.path.join(folder, rest.partition("\n")[0])), git)  # noqa: PTH118
        return Repository(rest.strip("\n"), git)  # there is no way up in a bare one, or just an empty line

    def revision(self, text: str) -> Revision:
        """Return the revision that a text names: a commit, branch or tag, HEAD~3, main@{2026-03-01}, A...B.

        Raises UnusableRevision, with what to do, for one that is not there or is no commit.
        """
        return resolved(self.git, text)

    def commits(self, revision: Revision, paths: Iterable[str]) -> tuple[Logged, ...]:
        """Return the commits up to a revision that touched paths, newest first. Raises UnusableRevision."""
        # Paths are from the root on, and git takes them from the folder that it is started in.
        return commits(replace(self.git, folder=self.root), revision, [path or "." for path in paths])

    def brought(self, commit: str, newest: Revision) -> Logged | None:
        """Return the merge by which a commit came onto a branch; None for one that was made on it."""
        return brought(self.git, commit, newest.commit)

    def parents(self, commit: Logged) -> tuple[str, ...]:
        """Return the commits that a commit says it comes after, whatever they touched."""
        return parents(self.git, commit)

    def has(self, commit: str) -> bool:
        """Return whether a commit is here: a shallow clone left out some."""
        return is_here(self.git, commit)

    def moved(self, before: str, after: str) -> dict[str, str]:
        """Return where files come from that were moved from one commit to another, by their new paths."""
        return moved(self.git, before, after)

    def parted(self, one: Revision, other: Revision) -> Revision:
        """Return the commit from which two went apart. Raises UnusableRevision where there is none."""
        return parted(self.git, one, other)

    def mainline(self, since: Revision, until: Revision) -> tuple[Commit, ...]:
        """Return `since`, and after it what its branch went through up to `until`, with days.

        Raises UnusableRevision if the one did not come of the other.
        """
        return mainline(self.git, since, until)

    def inside(self, path: str) -> str | None:
        """Return a path of the file system from the root on, with slashes; None for one outside.

        Links above the root are followed as they are today, those below it are left to the revision.
        """
        path = os.path.abspath(path)  # noqa: PTH100 - as above
        root = identity(self.root)
        above, *steps = Path(path).parts
        for count, step in enumerate(("", *steps)):
            above = os.path.join(above, step)  # noqa: PTH118 - as above
            if identity(above) == root:
                return "/".join(steps[count:])
        return None

    def files(self, revision: Revision) -> Tree:
        """Return the paths of all files of a revision. Raises UnusableRevision."""
        ran = self.git.run("ls-tree", "-rz", "--full-tree", revision.commit)
        if ran.code and objects.is_partial(self.git):
            raise LeftOutByClone.at(revision, f"{revision}: folders", None)
        if ran.code:
            raise UnusableRevision(f"{revision}: its list of files cannot be read: {one_line(ran.fatal)}.")
        return Tree.parsed(ran.out, partial(self._links, revision))

    def sizes(self, revision: Revision, files: Iterable[Kept]) -> dict[str, int]:
        """Return how many bytes objects have, by their ids. Raises UnusableRevision for a missing one."""
        return objects.sizes(self.git, revision, [each.oid for each in files])

    def read(self, revision: Revision, files: Iterable[Kept]) -> dict[str, bytes]:
        """Return the bytes of objects, by their ids. Raises UnusableRevision for one that is missing.

        All are in memory at once: whoever asks knows their `sizes`.
        """
        return objects.contents(self.git, revision, [each.oid for each in files])

    def _links(self, revision: Revision, links: Iterable[Kept]) -> dict[str, bytes]:
        try:
            sizes = self.sizes(revision, links := tuple(links))
            return self.read(revision, [each for each in links if sizes[each.oid] <= _LONGEST_LINK])
        except objects.MissingObjects:
            raise LeftOutByClone.at(revision, f"{revision}: a link", self.files(revision)) from None


@dataclass(frozen=True)
class Remembered(Repository):
    """A repository that remembers what it has read: files at the next commit are nearly all the same."""

    contents: dict[str, bytes] = field(default_factory=dict)

    def sizes(self, revision: Revision, files: Iterable[Kept]) -> dict[str, int]:
        """Return how many bytes objects have, by their ids. Raises UnusableRevision for a missing one."""
        files = tuple(files)
        try:
            asked = super().sizes(revision, [each for each in files if each.oid not in self.contents])
        except objects.MissingObjects:
            raise LeftOutByClone.before(revision) from None
        return asked | {each.oid: len(self.contents[each.oid]) for each in files if each.oid not in asked}

    def read(self, revision: Revision, files: Iterable[Kept]) -> dict[str, bytes]:
        """Return the bytes of objects, by their ids. Raises UnusableRevision for one that is missing."""
        files = tuple(files)
        asked = super().read(revision, [each for each in files if each.oid not in self.contents])
        found = asked | {each.oid: self.contents[each.oid] for each in files if each.oid not in asked}
        if sum(map(len, self.contents.values())) > _REMEMBERED:
            self.contents.clear()
        self.contents.update(found)
        return found


_REMEMBERED = 100_000_000  # bytes
_LONGEST_LINK = 4096  # bytes, as systems have it


def _refused(ran: Ran, folder: str) -> UnusableRevision:
    """Return why git takes a folder for no repository, and what to do."""
    shown = one_line(path_from(folder))
    if "dubious ownership" in ran.err:
        said = next((line.strip() for line in ran.err.splitlines() if "--add safe.directory" in line), "")
        return UnusableRevision(
            f"Git takes this repository for another user's. If you trust it: {one_line(said)}"
        )
    if "not a git repository" in ran.err:
        where = "the current folder" if shown == "." else shown
        return NoRepository(f"Revisions are those of a git repository, and {where} is in none.")
    return UnusableRevision(f"{shown}: git refuses this repository: {one_line(ran.fatal)}.")
