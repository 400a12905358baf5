"""What a role answers for, does, is asked about and told; and what two roles have to do with each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from raci.errors import RaciError
from raci.queries.overlaps import PracticeRecord
from raci.queries.records import PersonRecord
from raci.queries.role_meeting import Meeting, meeting
from raci.queries.role_names import DoubtRecord, roles_in
from raci.queries.role_records import RoleOverlap, RoleWork, overlaps_of, role_work
from raci.queries.workload import Workload, workloads
from raci.text.names import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from raci.graph.ownership import OwnershipGraph

_MOST = 2


class TooManyRoles(RaciError):
    """More roles than can be held against each other."""


@dataclass(frozen=True)
class RoleCard:
    """A role: who it is, and all work that it has a part in, in the order of ids.

    `reports_to` is a role id, `reports` are the ids of those who report to it. `people` hold it now. `load`
    counts its work. `overlaps` are the declared ones where it is a side, claims work or is named by the
    agreement, worst first.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    summary: str | None
    people: tuple[PersonRecord, ...]
    contact: str | None
    reports_to: str | None
    reports: tuple[str, ...]
    source: str | None
    file: str
    line: int
    load: Workload
    work: tuple[RoleWork, ...]
    overlaps: tuple[RoleOverlap, ...]


@dataclass(frozen=True)
class RoleAnswer:
    """One card, or two and the `meeting` of their roles; none where the question is in doubt, or no question.

    `query` is the question as asked, `doubts` what of it names no role or several, `repeated` says that it
    names one role twice. `loads` are those of all roles, by id, `pieces` how much work there is. `roles`,
    `work` and `practices` are the names of the ids that the answer holds.
    """

    query: str | None
    scheme: str
    cards: tuple[RoleCard, ...]
    meeting: Meeting | None
    doubts: tuple[DoubtRecord, ...]
    repeated: bool
    pieces: int
    loads: tuple[Workload, ...]
    roles: Mapping[str, str] = field(default_factory=dict)
    work: Mapping[str, str] = field(default_factory=dict)
    practices: Mapping[str, PracticeRecord] = field(default_factory=dict)


def role(graph: OwnershipGraph, names: Sequence[str] = ()) -> RoleAnswer:
    """Return the card of the role that `names` name, or the cards of two and where they meet.

    Names need not be one each: the words of all of them are read as one role or as two. Without any, the
    answer is the load of every role. Raises TooManyRoles.
    """
    register = graph.register
    named = roles_in(register, names)
    ids = tuple(dict.fromkeys(named.roles))
    if len(ids) > _MOST:
        listed = in_words(register.roles[id_].name for id_ in ids)
        raise TooManyRoles(f"{listed} are {len(ids)} roles; raci role shows one, or two beside each other.")
    loads = {load.role: load for load in workloads(graph)}
    cards = tuple(card(graph, id_, loads[id_]) for id_ in ids)
    met = meeting(graph, *ids) if len(ids) == _MOST else None
    overlaps = [each for found in cards for each in found.overlaps] + list(met.overlaps if met else ())
    return RoleAnswer(
        query=" ".join(names) if names else None,
        scheme=register.scheme.name,
        cards=cards,
        meeting=met,
        doubts=named.doubts,
        repeated=len(named.roles) > len(ids),
        pieces=len(register.work),
        loads=tuple(loads.values()),
        roles={id_: each.name for id_, each in register.roles.items()},
        work={id_: register.work[id_].name for id_ in sorted(_work_in(cards, overlaps, named.doubts))},
        practices=_practices_in(graph, overlaps),
    )


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
        people=tuple(PersonRecord(person.name, person.contact, role_id) for person in graph.people(role_id)),
        contact=entry.contact,
        reports_to=found.reports_to,
        reports=graph.reports(role_id),
        source=str(entry.source) if entry.source else None,
        file=where.file,
        line=where.line,
        load=load or next(each for each in workloads(graph) if each.role == role_id),
        work=work,
        overlaps=overlaps_of(graph, {each.id for each in work}, [role_id]),
    )


def _work_in(
    cards: Iterable[RoleCard], overlaps: Iterable[RoleOverlap], doubts: Iterable[DoubtRecord]
) -> set[str]:
    named = {work.id for each in cards for work in each.work}
    named.update(*(each.work for each in doubts))
    for each in overlaps:
        named.update(each.accountable, filter(None, [each.overlap.same]))
    return named


def _practices_in(graph: OwnershipGraph, overlaps: Iterable[RoleOverlap]) -> dict[str, PracticeRecord]:
    named = {
        practice
        for each in overlaps
        if each.overlap.agreement
        for practice in each.overlap.agreement.practices
    }
    practices = graph.register.practices
    return {
        id_: PracticeRecord(practices[id_].entry.name, practices[id_].entry.cadence) for id_ in sorted(named)
    }
