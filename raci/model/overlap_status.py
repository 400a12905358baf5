"""What can be said of an overlap: how it came to light, and whether it is settled."""

from __future__ import annotations

from enum import StrEnum


class OverlapStatus(StrEnum):
    """Whether an overlap is settled, worst first."""

    CONTESTED = "contested"
    OPEN = "open"
    UNEXAMINED = "unexamined"
    SHARED = "shared"
    SETTLED = "settled"
    DISTINCT = "distinct"
    SAME = "same"


WORST_FIRST = tuple(OverlapStatus)

NOT_SETTLED = frozenset({OverlapStatus.CONTESTED, OverlapStatus.OPEN})
"""The statuses in which something is still to be agreed; look-alikes are only to be looked at."""


class OverlapKind(StrEnum):
    """How an overlap came to light: declared in a file, or found in the lists of the roles.

    There it is one name on several, two names for one thing, an activity and the paper that it makes, or
    work of two roles that lies in the same files.
    """

    DECLARED = "declared"
    DUPLICATE = "duplicate"
    NEAR_DUPLICATE = "near-duplicate"
    ACTIVITY_AND_DELIVERABLE = "activity-and-deliverable"
    SHARED_FILES = "shared-files"
