"""What stops raci from answering: each error says in one sentence what to mend."""

from __future__ import annotations


class RaciError(Exception):
    """A reason why there is no answer; its text is for the person who asked."""


class UnusableFile(RaciError):
    """A path that cannot be read: missing, not a regular file, too large, or without ownership data."""


class UnusableRevision(RaciError):
    """A revision that cannot be read: unknown, not fetched, no commit, or there is no git to ask."""


class BadConfiguration(RaciError):
    """A configuration file that cannot be read or holds what raci does not know."""


class TooLarge(RaciError):
    """An answer that is larger than what is to show it can hold."""


class CannotWrite(RaciError):
    """An output that could not be written whole."""


class CannotEdit(RaciError):
    """A text in which a change cannot be made without touching what it is not about."""
