"""What a role or a person would leave behind, who is near to take it over, and what would clash then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.errors import RaciError
from raci.graph.ownership import OwnershipGraph
from raci.model.field_types import Id
from raci.model.handed_over import handed_over
from raci.model.index import role_index
from raci.model.people import people_of
from raci.queries.asked_records import person_records
from raci.queries.handover_clashes import clashes
from raci.queries.handover_left import left_role
from raci.queries.handover_records import FilledRole, Handover, LoadThen, Takeover
from raci.queries.mentions import mentioned, work_names
from raci.queries.role_names import roles_in
from raci.queries.workload import workloads
from raci.text.names import in_words, nearest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from raci.model.register import Register
    from raci.queries.asked_records import NamedPerson
    from raci.queries.role_names import Named
    from raci.queries.workload import Workload

    _Loads = Mapping[str, Workload]


class CannotHandOver(RaciError):
    """Words that do not name what can be handed over, or to whom."""


def handover(graph: OwnershipGraph, names: Sequence[str], to: str | None = None) -> Handover:
    """Return what the role or the person that `names` name would leave, to a role if one is named.

    Raises CannotHandOver for several roles, for a person with `to`, and where `to` is not one other role.
    """
    register = graph.register
    named = roles_in(register, names)
    person = _person(named)
    if person is None and len(named.roles) > 1:
        listed = in_words(register.roles[role].name for role in named.roles)
        raise CannotHandOver(f"{listed} are {len(named.roles)} roles; raci handover takes one.")
    alone, filled = _of_person(graph, person) if person else (named.roles, ())
    loads = {load.role: load for load in workloads(graph)}
    left = tuple(left_role(graph, role, loads, alone) for role in alone)
    doubts = () if person else named.doubts
    if to is not None and person is not None:
        listed = in_words((register.roles[role].name for role in person.roles), last="or")
        raise CannotHandOver(
            f"With --to a role is handed over, and {person.name} is a person: name {listed}."
        )
    taker = _taker(register, alone[0], to) if to is not None and alone else None
    takeover = _takeover(graph, alone[0], taker, loads) if taker else None
    ids = mentioned([*left, *filled, *filter(None, [takeover]), *doubts])
    return Handover(
        query=" ".join(names),
        scheme=register.scheme.name,
        person=person,
        left=left,
        filled=filled,
        takeover=takeover,
        doubts=doubts,
        roles={id_: role.name for id_, role in register.roles.items()},
        work=work_names(register, ids[Id.WORK]),
    )


def _person(named: Named) -> NamedPerson | None:
    """Return the one person that is named; who holds several roles is in doubt where one role is due."""
    people = named.people or (named.doubts[0].people if len(named.doubts) == 1 else ())
    return people[0] if len(people) == 1 else None


def _taker(register: Register, role: str, to: str) -> str:
    index = role_index(register)
    found = index.asked(to)
    if len(found) > 1:
        raise CannotHandOver(f'--to is "{to}", which may be {in_words(found, last="or")}.')
    if not found:
        meant = "".join(f' Did you mean "{each}"?' for each in nearest(to, index.known()))
        raise CannotHandOver(f'--to is "{to}", which is no known role.{meant}')
    if found[0] == role:
        raise CannotHandOver(f"{register.roles[role].name} cannot be handed over to itself.")
    return found[0]


def _of_person(graph: OwnershipGraph, person: NamedPerson) -> tuple[tuple[str, ...], tuple[FilledRole, ...]]:
    """Return the roles of somebody that nobody else holds, and the others with who holds them as well."""
    also: dict[str, list[str]] = {role: [] for role in person.roles}
    itself = (person.name, person.contact)
    for each in people_of(graph.register):
        for role in {*also}.intersection(each.roles) if (each.name, each.contact) != itself else ():
            also[role].append(graph.register.fold(each.name))
    filled = {
        role: [each for each in graph.people(role) if graph.register.fold(each.name) in names]
        for role, names in also.items()
        if names
    }
    return (
        tuple(role for role in person.roles if role not in filled),
        tuple(FilledRole(role, person_records(people, role)) for role, people in filled.items()),
    )


def _takeover(graph: OwnershipGraph, one: str, to: str, loads: _Loads) -> Takeover:
    after = OwnershipGraph(handed_over(graph.register, one, to))
    then = next(load for load in workloads(after) if load.role == to)
    mine, its = ({work.id for work in graph.claimed_by(role)} for role in (one, to))
    return Takeover(
        load=LoadThen(
            role=to,
            takes=len(graph.work_with(one)),
            accountable=loads[to].accountable,
            accountable_then=then.accountable,
            responsible=loads[to].responsible,
            responsible_then=then.responsible,
        ),
        joined=tuple(sorted(mine & its)),
        clashes=tuple(clashes(graph, after, one, to)),
    )
