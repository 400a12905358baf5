"""What answers about roles and people are made of, and those about all work of which something is true."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from raci.language.asking import LISTS
from raci.model.field_types import (
    Area,
    Day,
    File,
    Line,
    Name,
    Part,
    Record,
    RoleId,
    RoleIds,
    Shape,
    StatusValue,
    Text,
    WorkId,
    WorkIds,
    WorkKind,
)
from raci.search.role_question import About

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.graph.ownership import OwnershipGraph
    from raci.model.entry import PersonEntry

VERDICTS = ("yes", "no", "both", "neither", "nobody", "depends")

Verdict = Annotated[
    str,
    Shape(
        "What is answered to a question for yes or no: nobody where nobody is accountable yet, depends where "
        "it is not the same for all the work that may be meant.",
        enum=[*VERDICTS],
    ),
]
Asks = Annotated[str, Shape("Who holds a role, its work, or its part in some work.", enum=[*About])]
Listed = Annotated[str, Shape("What is true of the work or the roles.", enum=[*LISTS])]


@dataclass(frozen=True)
class PieceRecord(Record):
    """A piece of work, and who is what on it."""

    id: WorkId
    name: Name
    kind: WorkKind
    area: Area | None
    status: StatusValue
    accountable: RoleIds
    """The roles that are accountable: one, none, or several where it is contested."""
    responsible: RoleIds
    """The roles that do it."""
    consulted: RoleIds
    """The roles that are asked."""
    informed: RoleIds
    """The roles that are told."""
    other: RoleIds
    """The roles with a part that only the scheme knows."""
    file: File | None
    """Where it is written down first."""
    line: Line | None


@dataclass(frozen=True)
class PersonRecord(Record):
    """Somebody who holds a role now."""

    name: Name
    contact: Text | None
    """How to reach this person."""
    until: Day | None
    """The last day on which this person holds it."""
    role: RoleId


@dataclass(frozen=True)
class DeputyRecord(Record):
    """A role that stands in for another one."""

    id: RoleId
    stands_in_for: RoleId
    people: tuple[PersonRecord, ...]
    """Who holds the deputy's role now."""
    contact: Text | None
    """Where to ask the deputy."""


@dataclass(frozen=True)
class HeldRole(Record):
    """A role that is asked about: who holds it, and its work by the strongest part that it has there."""

    id: RoleId
    people: tuple[PersonRecord, ...]
    """Who holds it now."""
    contact: Text | None
    """Where to ask."""
    file: File
    line: Line
    accountable: WorkIds
    """Work for which it alone is accountable."""
    contested: WorkIds
    """Work for which it is one of several accountable roles."""
    responsible: WorkIds
    """Work that it does."""
    consulted: WorkIds
    """Work on which it is asked."""
    informed: WorkIds
    """Work of which it is told."""
    other: WorkIds
    """Work in which it has a part that only the scheme knows."""


@dataclass(frozen=True)
class NamedPerson(Record):
    """Somebody whom a question names."""

    name: Name
    contact: Text | None
    """How to reach this person; it tells people of one name apart."""
    roles: RoleIds
    """The roles that this person holds now."""


@dataclass(frozen=True)
class SideRecord(Record):
    """One of those whom a question asks about."""

    text: Text
    """As it was asked."""
    roles: RoleIds
    """The roles that it means, of people those they hold; empty where nobody here is called so."""
    people: tuple[NamedPerson, ...]
    """The people that it may mean; empty where it names a role."""
    nearest: RoleIds
    """Roles with a name that comes near, where nobody here is called so."""


@dataclass(frozen=True)
class AskedRoles(Record):
    """What a question asks of roles or people."""

    about: Asks
    sides: tuple[SideRecord, ...]
    """Whom it asks about, in the order of the question."""
    part: Part | None
    """The part in work that it asks for."""
    verdict: Verdict | None
    """Null for a question that is not answered by yes or no."""


@dataclass(frozen=True)
class ListRecord(Record):
    """All work, or all roles, of which something is true."""

    asked: Listed
    work: WorkIds
    """The work, in the order of names."""
    roles: RoleIds
    """The roles, in the order of names."""


@dataclass(frozen=True)
class TitledRecord(Record):
    """A role that has words of the question in its name."""

    role: RoleId
    words: tuple[Text, ...]
    """The words of the question that are in the role's name or in another name for it."""
    whole: bool
    """They are all that the question says."""


@dataclass(frozen=True)
class AboutRoles(Record):
    """What is answered of roles and people, or of all work."""

    asked: AskedRoles | None = None
    """What the question asks of roles or people, if it does."""
    listed: ListRecord | None = None
    """All work, or all roles, of which something is true, if the question asks for that."""
    titled: tuple[TitledRecord, ...] = ()
    """Roles that have words of the question in their names, where no work is sure to be meant."""
    held: tuple[HeldRole, ...] = ()
    """The roles that this is about, with who holds them and their work."""
    pieces: tuple[PieceRecord, ...] = ()
    """The work of these roles, and that which is listed, in the order of ids."""

    @property
    def role(self) -> str | None:
        """Return the one role that this is about, if it is one."""
        return self.held[0].id if len(self.held) == 1 else None

    @property
    def is_answer(self) -> bool:
        """Return whether this answers the question without any work that was asked for."""
        return bool(self.listed or self.held)


def person_records(people: Iterable[PersonEntry], role: str) -> tuple[PersonRecord, ...]:
    """Return the records of those who hold a role."""
    return tuple(
        PersonRecord(each.name, each.contact, each.until.isoformat() if each.until else None, role)
        for each in people
    )


def deputy_records(graph: OwnershipGraph, roles: Iterable[str]) -> tuple[DeputyRecord, ...]:
    """Return who stands in for each of some roles that have a deputy."""
    known = graph.register.roles
    having = ((role, deputy) for role in roles if (deputy := known[role].deputy))
    return tuple(
        DeputyRecord(
            id=deputy,
            stands_in_for=role,
            people=person_records(graph.people(deputy), deputy),
            contact=known[deputy].entry.contact,
        )
        for role, deputy in having
    )
