"""The commits that touched some paths, newest first, and which files a commit moved."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from raci.errors import UnusableRevision
from raci.revisions.left_out import LeftOutByClone
from raci.revisions.objects import is_partial
from raci.text.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.revisions.git import Git
    from raci.revisions.revision import Revision

_FIELDS = ("%H", "%P", "%cs", "%an", "%s")
_FORMAT = "%x00".join(_FIELDS)


class Logged(NamedTuple):
    """A commit, with the nearest commits before it that touched the same paths.

    `day` is when it was made, where it was made, as 2026-03-01; one that a rebase wrote anew has the new day.
    """

    id: str
    parents: tuple[str, ...]
    day: str
    author: str
    subject: str


def commits(git: Git, revision: Revision, paths: Iterable[str]) -> tuple[Logged, ...]:
    """Return the commits up to a revision that touched paths, each before those that it came after.

    What was dropped in a merge is not among them. Raises UnusableRevision.
    """
    try:
        return listed(git, "--date-order", "--parents", revision.commit, "--", *paths)
    except UnusableRevision as error:
        raise (LeftOutByClone.before(revision) if is_partial(git) else error) from None


def listed(git: Git, *which: str) -> tuple[Logged, ...]:
    """Return the commits that `git rev-list` lists. Raises UnusableRevision."""
    ran = git.run("rev-list", f"--format={_FORMAT}", *which)
    if ran.code:
        raise UnusableRevision(f"The history cannot be read: {one_line(ran.fatal)}.")
    lines = ran.out.decode("utf-8", "replace").split("\n")
    told = (line.split("\0") for line in lines if "\0" in line)  # the others only announce a commit
    return tuple(
        Logged(id_, tuple(parents.split()), day, author, subject)
        for id_, parents, day, author, subject in told
    )


def brought(git: Git, commit: str, newest: str) -> Logged | None:
    """Return the merge by which a commit came onto a branch; None for one that was made on it."""
    line = listed(git, "--first-parent", newest, f"^{commit}")
    containing = {each.id for each in listed(git, "--ancestry-path", f"{commit}..{newest}")}
    since = [each for each in line if each.id in containing]
    return since[-1] if since and commit not in since[-1].parents[:1] else None


def parents(git: Git, commit: Logged) -> tuple[str, ...]:
    """Return the commits that a commit says it comes after, whatever they touched."""
    head = git.run("cat-file", "commit", commit.id).out.partition(b"\n\n")[0].decode("ascii", "replace")
    lines = (line.partition(" ") for line in head.split("\n"))
    return tuple(id_ for word, _, id_ in lines if word == "parent")


def is_here(git: Git, commit: str) -> bool:
    """Return whether the repository has a commit."""
    return git.run("cat-file", "-e", commit).code == 0


def moved(git: Git, before: str, after: str) -> dict[str, str]:
    """Return where files come from that were moved from one commit to another, by their new paths."""
    ran = git.run("diff-tree", "-r", "-z", "-M", "-l1000", "--diff-filter=R", "--name-status", before, after)
    words = [os.fsdecode(word) for word in ran.out.split(b"\0")[:-1]]
    return dict(zip(words[2::3], words[1::3], strict=True))
