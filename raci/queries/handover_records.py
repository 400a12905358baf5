"""What the answer to handover is made of: what a role leaves behind, who is near, and what would clash."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

from raci.model.field_types import (
    Area,
    Codes,
    Count,
    File,
    Line,
    Name,
    OverlapId,
    Record,
    RoleId,
    RoleIds,
    RoleNames,
    SchemeName,
    Shape,
    Text,
    WorkId,
    WorkIds,
    WorkKind,
    WorkNames,
)
from raci.queries.asked_records import NamedPerson, PersonRecord
from raci.queries.role_names import DoubtRecord

NEARNESS = ("deputy", "responsible", "consulted")
NAMED_AS = ("side", "accountable", "others", "escalation")
CLASHES = ("contested", "differs", "judges-itself", "deputies", "changes-others")

Nearness = Annotated[
    str, Shape("Why it is near: it is the deputy, or has this part in the work.", enum=[*NEARNESS])
]
NamedAs = Annotated[str, Shape("As what an overlap or its agreement names the role.", enum=[*NAMED_AS])]
ClashKind = Annotated[
    str,
    Shape(
        "What would not fit: several are accountable; claims expect other letters than are held; an "
        "agreement turns to one of its own sides; roles stand in for each other in a circle; somebody else "
        "would lose or gain letters, so it is not written.",
        enum=[*CLASHES],
    ),
]


@dataclass(frozen=True)
class Taker(Record):
    """A role that may take over a piece of work, and what it would be loaded with then."""

    role: RoleId
    nearness: Nearness
    letters: Codes
    """The letters that it has for this work now."""
    accountable: Count
    """Pieces of work that it would be accountable for."""
    responsible: Count
    """Pieces that it would be responsible for."""


@dataclass(frozen=True)
class LeftWork(Record):
    """A piece of work that would be left without an accountable or a responsible role."""

    id: WorkId
    name: Name
    kind: WorkKind
    area: Area | None
    letters: Codes
    """The letters that the role has for it."""
    accountable: bool
    """Nobody else is accountable for it."""
    responsible: bool
    """Nobody else is responsible for it."""
    takers: tuple[Taker, ...]
    """Who may take it over, the nearest first: the deputy, those who do it, those who are consulted."""


@dataclass(frozen=True)
class NamedIn(Record):
    """An overlap that names the role."""

    overlap: OverlapId
    name: Name
    named_as: tuple[NamedAs, ...]
    """As what it names the role."""
    work: WorkIds
    """The work for which its agreement makes the role accountable."""
    file: File
    line: Line


@dataclass(frozen=True)
class LoadThen(Record):
    """How much work a role has now, and how much it would have."""

    role: RoleId
    takes: Count
    """The pieces of work that it would take over."""
    accountable: Count
    """Pieces that it is accountable for now."""
    accountable_then: Count
    """Pieces that it would be accountable for."""
    responsible: Count
    """Pieces that it is responsible for now."""
    responsible_then: Count
    """Pieces that it would be responsible for."""


@dataclass(frozen=True)
class LeftRole(Record):
    """A role that nobody would hold, and all that would be open then."""

    id: RoleId
    name: Name
    people: tuple[PersonRecord, ...]
    """Who holds the role now."""
    deputy: RoleId | None
    """The role that stands in for it."""
    stands_in_for: RoleIds
    """The roles that it stands in for."""
    reports_to: RoleId | None
    """The role that it reports to."""
    reports: RoleIds
    """The roles that report to it."""
    work: tuple[LeftWork, ...]
    """What would be left without an accountable or a responsible role."""
    other_work: WorkIds
    """Other work that it has a part in."""
    named_in: tuple[NamedIn, ...]
    """The overlaps that name it."""
    loads: tuple[LoadThen, ...]
    """What would fall to whom if each piece went to who is nearest, most first."""


@dataclass(frozen=True)
class FilledRole(Record):
    """A role that others hold as well."""

    role: RoleId
    people: tuple[PersonRecord, ...]
    """The others who hold it."""


@dataclass(frozen=True)
class Clash(Record):
    """Something that would not fit after a handover."""

    kind: ClashKind
    work: WorkId | None
    overlap: OverlapId | None
    roles: RoleIds
    """The roles between which it is."""


@dataclass(frozen=True)
class Takeover(Record):
    """What would be if one role took over all of it."""

    load: LoadThen
    joined: WorkIds
    """Work of which both have an entry: the two become one."""
    clashes: tuple[Clash, ...]
    """What would not fit."""


@dataclass(frozen=True)
class Handover(Record):
    """What a role or a person would leave behind."""

    query: Text
    """The name as asked."""
    scheme: SchemeName
    person: NamedPerson | None
    """The person that it names; null where it names a role."""
    left: tuple[LeftRole, ...]
    """The role, or those of the person that nobody else holds."""
    filled: tuple[FilledRole, ...]
    """The roles of the person that others hold as well."""
    takeover: Takeover | None
    """What would be with the role that is to take over; null where none was named."""
    doubts: tuple[DoubtRecord, ...]
    """What of the name is no known role or person, or may be several (exit code 1)."""
    roles: RoleNames = field(default_factory=dict)
    work: WorkNames = field(default_factory=dict)
