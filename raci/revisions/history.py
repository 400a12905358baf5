"""The commits that a branch went through, one after the other."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from raci.errors import UnusableRevision
from raci.revisions.log import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from raci.revisions.git import Git
    from raci.revisions.log import Logged
    from raci.revisions.revision import Revision


class Commit(NamedTuple):
    """A commit, and the day on which it was made, where that was.

    What git says of the day may be none, or before that of the commit before: clocks are wrong, and histories
    are rewritten.
    """

    commit: str
    day: date


def mainline(git: Git, since: Revision, until: Revision) -> tuple[Commit, ...]:
    """Return `since`, and after it what its branch went through up to `until`: of a merge, only itself.

    No day is before that of the commit before. Raises UnusableRevision if the one did not come of the other.
    """
    if git.run("merge-base", "--is-ancestor", since.commit, until.commit).code:
        raise UnusableRevision(
            f"{until} did not come of {since}; since where they parted: --since {since}...{until}"
        )
    first = listed(git, "--max-count=1", since.commit)
    rest = listed(git, "--first-parent", until.commit, f"^{since.commit}")
    return tuple(_in_days((*first, *reversed(rest))))


def _in_days(commits: Iterable[Logged]) -> Iterator[Commit]:
    last = date.min
    for each in commits:
        with suppress(ValueError):  # there are years of five digits
            last = max(last, date.fromisoformat(each.day))
        yield Commit(each.id, last)
