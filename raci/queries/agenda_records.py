"""What an agenda is made of: its topics as plain records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from raci.queries.overlap_cases import DisputeRecord, OverlapCase
    from raci.queries.records import ClaimRecord, OverlapRecord


@dataclass(frozen=True)
class ContestedWork:
    """Work that several roles are accountable for, or agreements give to different ones.

    `expected` maps those of them that have no claim of their own to the roles whose lists expect it of them.
    `case` is the overlap that several claims make, `areas` are the ids of the declared ones that cover it.
    """

    work: str
    accountable: tuple[str, ...]
    claims: tuple[ClaimRecord, ...]
    expected: Mapping[str, tuple[str, ...]]
    case: OverlapCase | None
    areas: tuple[str, ...]
    escalation: tuple[str, ...]


@dataclass(frozen=True)
class Review:
    """A declared overlap whose agreement is due for review; `days` are left, less than none when past.

    `disputes` say which agreements name different roles for its work: there, none of them holds.
    """

    days: int
    overlap: OverlapRecord
    roles: tuple[str, ...]
    sides: Mapping[str, str]
    disputes: tuple[DisputeRecord, ...]


@dataclass(frozen=True)
class UnownedWork:
    """Work that nobody is accountable for; `areas` are the names of the declared overlaps that cover it."""

    work: str
    letters: Mapping[str, str]
    claims: tuple[ClaimRecord, ...]
    areas: tuple[str, ...]


@dataclass(frozen=True)
class AgreedPractice:
    """A way of working that the register names, and the declared overlaps whose agreements name it."""

    id: str
    name: str
    cadence: str | None
    summary: str | None
    overlaps: tuple[str, ...]


@dataclass(frozen=True)
class Agenda:
    """The topics of a meeting, in their order: reviews up to `until`, the most overdue first.

    `asked` are the roles that it was narrowed to, `filtered` says that it was, and topics may have been left
    out. `areas` are the declared overlaps that cover contested work, `open` those that are open, `unexamined`
    the look-alikes that nobody has spoken about, the surest first. `present` are the roles that topics are
    about, with the people who hold them; `roles` and `work` are the names of the ids that the answer holds.
    `file` is where overlaps are written down, if any are.
    """

    as_of: str
    until: str
    scheme: str
    contested: tuple[ContestedWork, ...]
    areas: tuple[OverlapCase, ...]
    open: tuple[OverlapCase, ...]
    reviews: tuple[Review, ...]
    unowned: tuple[UnownedWork, ...]
    unexamined: tuple[OverlapCase, ...]
    practices: tuple[AgreedPractice, ...]
    filtered: bool
    asked: tuple[str, ...]
    present: Mapping[str, tuple[str, ...]]
    roles: Mapping[str, str]
    work: Mapping[str, str]
    file: str | None
