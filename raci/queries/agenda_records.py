"""What an agenda is made of: its topics as plain records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from raci.model.field_types import (
    AtLeastOne,
    CodesByRole,
    Count,
    Day,
    Escalation,
    File,
    Name,
    OverlapIds,
    PracticeId,
    Record,
    RoleId,
    RoleIds,
    RoleNames,
    SchemeName,
    Shape,
    Sides,
    Text,
    WorkId,
    WorkNames,
)
from raci.queries.overlap_cases import DisputeRecord, OverlapCase
from raci.queries.records import ClaimRecord, OverlapRecord


class TopicKind(StrEnum):
    """What a topic is about, in the order of the meeting."""

    CONTESTED = "contested"
    OPEN = "open"
    REVIEW = "review"
    UNOWNED = "unowned"
    UNEXAMINED = "unexamined"
    PRACTICES = "practices"
    OPEN_FLOOR = "open-floor"


@dataclass(frozen=True)
class Topic(Record):
    """A topic of the meeting: what it is about, with whom, and how long it may take."""

    kind: Annotated[str, Shape("What the topic is about.", enum=[*TopicKind])]
    name: Text | None = None
    """The name of the work or the overlap, or both names; null for the practices and the open floor."""
    roles: RoleIds = ()
    """The roles that it concerns; empty for the practices and the open floor."""
    minutes: Count | None = None
    """How long it may take: 0 where the time does not suffice, null where no time was given."""


@dataclass(frozen=True)
class ContestedWork(Record):
    """Work that several roles are accountable for, or agreements give to different ones."""

    work: WorkId
    accountable: Annotated[RoleIds, Shape(minItems=2)]
    """The roles that are accountable."""
    claims: tuple[ClaimRecord, ...]
    """The roles' own entries for it."""
    expected: Mapping[RoleId, tuple[RoleId, ...]]
    """The accountable roles without a claim of their own, and the roles whose lists expect it of them."""
    case: OverlapCase | None
    """The overlap that several claims make; null where one list has it all."""
    areas: OverlapIds
    """The declared overlaps that cover it."""
    escalation: Escalation


@dataclass(frozen=True)
class Review(Record):
    """A declared overlap whose agreement is due for review."""

    days: int
    """Days from as_of to the review; negative where it is past."""
    overlap: OverlapRecord
    roles: RoleIds
    """The roles that meet here."""
    sides: Sides
    disputes: tuple[DisputeRecord, ...]
    """What agreements say that name different roles for its work: there, none of them holds."""


@dataclass(frozen=True)
class UnownedWork(Record):
    """Work that nobody is accountable for."""

    work: WorkId
    letters: CodesByRole
    """The letters that hold."""
    claims: tuple[ClaimRecord, ...]
    """The roles' own entries for it."""
    areas: tuple[Name, ...]
    """The names of the declared overlaps that cover it."""


@dataclass(frozen=True)
class AgreedPractice(Record):
    """A way of working that the register names."""

    id: PracticeId
    name: Name
    cadence: Text | None
    """How often it takes place."""
    summary: Text | None
    """What is done."""
    overlaps: tuple[Name, ...]
    """The names of the declared overlaps whose agreements name it."""


@dataclass(frozen=True)
class Agenda(Record):
    """What the next alignment meeting has to decide: the topics, in their order."""

    as_of: Day
    """The day by which dates were judged."""
    until: Day
    """The last day by which a review is on the agenda."""
    minutes: AtLeastOne | None
    """How long the meeting is; null where no time was given."""
    scheme: SchemeName
    topics: tuple[Topic, ...]
    """All topics, in the order of the meeting."""
    contested: tuple[ContestedWork, ...]
    """Work that several roles are accountable for."""
    areas: tuple[OverlapCase, ...]
    """The declared overlaps that cover contested work."""
    open: tuple[OverlapCase, ...]
    """The declared overlaps that are open."""
    reviews: tuple[Review, ...]
    """Agreements that are past review or due by until, the most overdue first."""
    unowned: tuple[UnownedWork, ...]
    """Work that nobody is accountable for, without what is unowned on purpose."""
    unexamined: tuple[OverlapCase, ...]
    """Pairs of names that look alike and nobody has spoken about, the surest first."""
    practices: tuple[AgreedPractice, ...]
    """The practices of the register."""
    filtered: bool
    """Some topics may have been left out by --role."""
    asked: RoleIds
    """The roles that --role names; empty where all topics were asked for."""
    present: Mapping[RoleId, tuple[Name, ...]]
    """The roles that topics are about, and the people who hold them."""
    roles: RoleNames
    work: WorkNames
    file: File | None
    """The file where overlaps are written down, if any are."""
