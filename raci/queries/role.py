"""What a role answers for, does, is asked about and told; and what two roles have to do with each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

from raci.errors import RaciError
from raci.language.language import DEFAULT
from raci.model.field_types import (
    Count,
    File,
    Id,
    Line,
    Name,
    PracticeId,
    Record,
    RoleId,
    RoleIds,
    SchemeName,
    Shape,
    Text,
    WorkNames,
)
from raci.queries.absence import Absence, absences
from raci.queries.asked_records import NamedPerson, PersonRecord, person_records
from raci.queries.mentions import mentioned, work_names
from raci.queries.practices import PracticeRecord, practice_records
from raci.queries.role_meeting import Meeting, meeting
from raci.queries.role_names import DoubtRecord, roles_in
from raci.queries.role_records import RoleOverlap, RoleWork, overlaps_of, role_work
from raci.queries.workload import Workload, workloads
from raci.text.names import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raci.graph.ownership import OwnershipGraph

_MOST = 2


class TooManyRoles(RaciError):
    """More roles than can be held against each other."""


@dataclass(frozen=True)
class RoleCard(Record):
    """A role: who it is, and all work that it has a part in."""

    id: RoleId
    name: Name
    aliases: tuple[Name, ...]
    """Other names for it."""
    summary: Text | None
    """What the role is for."""
    focus: Text | None
    """What it is concerned with."""
    analogy: Text | None
    """What it is like."""
    people: tuple[PersonRecord, ...]
    """Who holds the role now."""
    contact: Text | None
    """Where to ask."""
    reports_to: RoleId | None
    """The role that it reports to."""
    reports: RoleIds
    """The roles that report to it."""
    deputy: RoleId | None
    """The role that stands in for it."""
    stands_in_for: RoleIds
    """The roles that it stands in for."""
    source: Text | None
    """Where this is written down."""
    file: File
    line: Line
    load: Workload
    work: tuple[RoleWork, ...]
    """All work that the role has a part in, in the order of ids."""
    overlaps: tuple[RoleOverlap, ...]
    """The declared overlaps where it is a side, claims work or is named by the agreement, worst first."""


@dataclass(frozen=True)
class RoleAnswer(Record):
    """What a role has to do, or what two roles have to do with each other, or how much work each role has."""

    query: Text | None
    """The names as asked; null where none was given."""
    scheme: SchemeName
    cards: Annotated[tuple[RoleCard, ...], Shape(maxItems=_MOST)]
    """The roles that were asked for, in that order; none where the names are in doubt (exit code 1)."""
    meeting: Meeting | None
    """What two roles have to do with each other; null for one."""
    people: tuple[NamedPerson, ...]
    """The people whose names were given instead of a role's."""
    doubts: tuple[DoubtRecord, ...]
    """What of the names is no known role, or may be several."""
    repeated: bool
    """Both names mean one role."""
    pieces: Count
    """How many pieces of work there are."""
    loads: tuple[Workload, ...]
    """The load of every role, in the order of their ids."""
    absences: tuple[Absence, ...]
    """What would fall to the deputy of each role that has one, if the role were away."""
    roles: Mapping[RoleId, Name] = field(default_factory=dict)
    """Names of all role ids."""
    work: WorkNames = field(default_factory=dict)
    practices: Mapping[PracticeId, PracticeRecord] = field(default_factory=dict)
    """The practices whose ids the answer holds."""


def role(graph: OwnershipGraph, names: Sequence[str] = (), *, language: str = DEFAULT) -> RoleAnswer:
    """Return the card of the role that `names` name, or the cards of two and where they meet.

    Names need not be one each: the words of all of them are read as one role or as two. A role also goes by
    the name of who holds it. Without any, the answer is the load of every role. Raises
    TooManyRoles and UnknownLanguage.
    """
    register = graph.register
    named = roles_in(register, names)
    ids = tuple(dict.fromkeys(named.roles))
    if len(ids) > _MOST:
        listed = in_words(register.roles[id_].name for id_ in ids)
        raise TooManyRoles(f"{listed} are {len(ids)} roles; raci role shows one, or two beside each other.")
    loads = {load.role: load for load in workloads(graph)}
    cards = tuple(card(graph, id_, loads[id_]) for id_ in ids)
    met = _met(graph, ids[0], ids[1], language) if len(ids) == _MOST else None
    shown = mentioned([*cards, *filter(None, [met]), *named.doubts])
    return RoleAnswer(
        query=" ".join(names) if names else None,
        scheme=register.scheme.name,
        cards=cards,
        meeting=met,
        people=named.people,
        doubts=named.doubts,
        repeated=len(named.roles) > len(ids),
        pieces=len(register.work),
        loads=tuple(loads.values()),
        absences=tuple(absences(graph, loads)),
        roles={id_: each.name for id_, each in register.roles.items()},
        work=work_names(register, shown[Id.WORK]),
        practices=practice_records(register, shown[Id.PRACTICE]),
    )


def _met(graph: OwnershipGraph, one: str, other: str, language: str) -> Meeting:
    from raci.look_alikes.look_alikes import look_alikes  # noqa: PLC0415 - one role needs no search

    return meeting(graph, one, other, look_alikes(graph.register, language))


def card(graph: OwnershipGraph, role_id: str, load: Workload | None = None) -> RoleCard:
    """Return the card of a role. `load` saves counting it again. Raises KeyError for an unknown role."""
    register = graph.register
    found = register.roles[role_id]
    entry, where = found.entry, found.place.at("name")
    work = tuple(role_work(graph, role_id, id_) for id_ in graph.work_with(role_id))
    return RoleCard(
        id=role_id,
        name=found.name,
        aliases=entry.aliases,
        summary=entry.summary,
        focus=entry.focus,
        analogy=entry.analogy,
        people=person_records(graph.people(role_id), role_id),
        contact=entry.contact,
        reports_to=found.reports_to,
        reports=graph.reports(role_id),
        deputy=found.deputy,
        stands_in_for=graph.stands_in_for(role_id),
        source=str(entry.source) if entry.source else None,
        file=where.file,
        line=where.line,
        load=load or next(each for each in workloads(graph) if each.role == role_id),
        work=work,
        overlaps=overlaps_of(graph, {each.id for each in work}, [role_id]),
    )
