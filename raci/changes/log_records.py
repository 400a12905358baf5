"""The records that `raci log` answers with: commits in which the meaning changed."""

from __future__ import annotations

from dataclasses import dataclass

from raci.changes.records import Change
from raci.model.field_types import Day, Name, Record, RoleIds, RoleNames, Text, WorkId


@dataclass(frozen=True)
class CommitRecord(Record):
    """A commit."""

    id: Text
    """Its id in full."""
    day: Day
    """The day on which it was made, or made anew, where that was."""
    author: Name
    """Who wrote it."""
    subject: Text
    """The first line of its message."""


@dataclass(frozen=True)
class LogEntry(Record):
    """A commit in which the meaning of the ownership files changed."""

    commit: CommitRecord
    unreadable: Text | None
    """Why the files cannot be read at this commit; the next one that can be read tells what changed."""
    changes: tuple[Change, ...]
    """What changed, the weightiest first; places are in the files of this commit, and the one before."""


@dataclass(frozen=True)
class Since(Record):
    """Since when work has the accountable roles that it has, and why."""

    work: WorkId
    name: Name
    accountable: RoleIds
    """The roles that are accountable: one, none, or several where it is contested."""
    on_purpose: bool
    """Whether it was decided that nobody owns it."""
    came: Day
    """The day on which that came: that of the commit, or of the merge that brought it."""
    commit: CommitRecord


@dataclass(frozen=True)
class Log(Record):
    """The commits in which the meaning changed, newest first."""

    revision: Text
    """The revision that the history was read from."""
    query: Text | None
    """What was asked about; null for everything."""
    about: tuple[Name, ...]
    """The names of what that was taken for."""
    since: tuple[Since, ...]
    """Of work that was asked about, since when it is whose; without what is older than the history here."""
    entries: tuple[LogEntry, ...]
    """The commits; those that changed no meaning are not among them."""
    more: bool
    """Whether older commits were left out."""
    cut_off: bool
    """Whether older commits are not in this clone."""
    roles: RoleNames
