"""What is answered to questions about roles and people, and about all work of which something is true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.language.dictionary import NO_DICTIONARY
from raci.model.index import role_index
from raci.model.people import people_by_name, roles_of
from raci.model.scheme import Meaning, strongest
from raci.model.standing import Status
from raci.queries.asked_records import (
    AboutRoles,
    AskedRoles,
    HeldRole,
    ListRecord,
    NamedPerson,
    PieceRecord,
    SideRecord,
    TitledRecord,
    person_records,
)
from raci.search.role_question import About
from raci.search.spelling import mend
from raci.text.names import fold, nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from raci.graph.ownership import OwnershipGraph
    from raci.search.role_question import RoleQuestion, Side

_NEAREST = 3
_FEW = 2


def what_is_asked(graph: OwnershipGraph, question: RoleQuestion, works: Collection[str]) -> AskedRoles:
    """Return what a question asks of roles; `works` is the work that it may be about, if any."""
    sides = tuple(_side(graph, side) for side in question.sides)
    verdicts = {_verdict(graph, question, sides, work) for work in works}
    whether = question.about is About.PART
    verdict = (verdicts.pop() if len(verdicts) == 1 else "depends") if whether else None
    return AskedRoles(question.about.value, sides, question.part, verdict)


def _side(graph: OwnershipGraph, side: Side) -> SideRecord:
    people = tuple(NamedPerson(*person) for person in side.meant.people)
    if side.meant.roles:
        return SideRecord(side.text, side.meant.roles, people, ())
    index = role_index(graph.register)
    called = {" ".join(name): meant for name, meant in people_by_name(graph.register).items()}
    names = {fold(name): name for name in (*called, *index.known())}
    if misspelt := mend(fold(side.text), dict.fromkeys(names, 1), NO_DICTIONARY):
        found = () if index.find(names[misspelt]) else called[names[misspelt]]
        roles = roles_of(found) or index.find(names[misspelt])
        return SideRecord(side.text, roles, tuple(NamedPerson(*person) for person in found), roles)
    near = nearest(side.text, index.known(), limit=len(index.known()))
    roles = tuple(dict.fromkeys(role for name in near for role in index.find(name)))[:_NEAREST]
    return SideRecord(side.text, (), (), roles)


def _verdict(graph: OwnershipGraph, question: RoleQuestion, sides: Collection[SideRecord], work: str) -> str:
    """Return what is answered to the question whether `sides` have a part in a piece of work."""
    status, several = graph.status(work), len(sides) > 1
    part = question.part or Meaning.ACCOUNTABLE
    held_by = holding(graph, work)
    holders = set(held_by[part] or (held_by[Meaning.ACCOUNTABLE] if part is Meaning.RESPONSIBLE else ()))
    having = [side for side in sides if holders & set(side.roles)]
    if part is Meaning.ACCOUNTABLE and status is Status.CONTESTED:
        return "both" if several and len(having) == len(sides) else "nobody"
    if part is Meaning.ACCOUNTABLE and status is Status.UNOWNED:
        return "nobody"
    if question.every:
        return "yes" if len(having) == len(sides) else "no"
    if several and len(having) == len(sides):
        return "both"
    return "yes" if having else "neither" if several else "no"


def holding(graph: OwnershipGraph, work: str) -> Mapping[Meaning, tuple[str, ...]]:
    """Return the roles that hold each part in a piece of work."""
    meaning_of = {letter.code: letter.meaning for letter in graph.register.scheme.letters}
    parts = {role: {meaning_of[code] for code in held} for role, held in graph.letters(work).items()}
    return {meaning: tuple(role for role, held in parts.items() if meaning in held) for meaning in Meaning}


def held_role(graph: OwnershipGraph, role_id: str) -> HeldRole:
    """Return a role, who holds it and its work."""
    role = graph.register.roles[role_id]
    where = role.place.at("name")
    work: dict[str, list[str]] = {part: [] for part in (*Meaning, Status.CONTESTED)}
    for id_ in graph.work_with(role_id):
        part: str = strongest(graph.register.scheme, graph.letters(id_)[role_id])
        contested = part == Meaning.ACCOUNTABLE and graph.status(id_) is Status.CONTESTED
        work[Status.CONTESTED if contested else part].append(id_)
    return HeldRole(
        id=role_id,
        people=person_records(graph.people(role_id), role_id),
        contact=role.entry.contact,
        file=where.file,
        line=where.line,
        **{part: tuple(found) for part, found in work.items()},
    )


def piece(graph: OwnershipGraph, work_id: str) -> PieceRecord:
    """Return a piece of work, and who is what on it."""
    work, held_by = graph.register.work[work_id], holding(graph, work_id)
    places = [
        *(claim.place for claim in graph.claims(work_id)),
        *([work.unowned.place] if work.unowned else []),
    ]
    where = places[0].at("name") if places else None
    return PieceRecord(
        id=work_id,
        name=work.name,
        kind=work.kind,
        area=work.area,
        status=graph.status(work_id).value,
        **{meaning: held_by[meaning] for meaning in Meaning},
        file=where.file if where else None,
        line=where.line if where else None,
    )


def list_of(graph: OwnershipGraph, asked: str) -> ListRecord:
    """Return the work or the roles of which something is true, one of `LISTS`."""
    register = graph.register
    if asked in set(Status):
        found = [work for work in register.work.values() if graph.status(work.id) == asked]
        found.sort(key=lambda work: (work.name, work.id))
        return ListRecord(asked, tuple(work.id for work in found), ())
    has = graph.people if asked == "without people" else graph.work_with
    roles = [role for role in register.roles.values() if not has(role.id)]
    return ListRecord(asked, (), tuple(role.id for role in sorted(roles, key=lambda role: role.name)))


def titled(found: Mapping[str, list[str]], telling: int) -> tuple[TitledRecord, ...]:
    """Return the roles that have the most of so many `telling` words of a question in their names.

    Where that is not all of them, it has to be half of them, and in the names of few roles.
    """
    most = max(map(len, found.values()), default=0)
    roles = [
        TitledRecord(role, tuple(said), most == telling) for role, said in found.items() if len(said) == most
    ]
    return tuple(roles) if most == telling or (2 * most >= telling and len(roles) <= _FEW) else ()


def about_roles(
    graph: OwnershipGraph,
    asked: AskedRoles | None = None,
    listed: ListRecord | None = None,
    titled: tuple[TitledRecord, ...] = (),
) -> AboutRoles:
    """Return what is answered of roles, with who holds those that it is about and their work."""
    sides = asked.sides if asked and asked.about != About.PART else ()
    named = (role for side in sides for role in side.roles)
    roles = dict.fromkeys([*named, *(each.role for each in titled if each.whole)])
    work = {id_ for role in roles for id_ in graph.work_with(role)}.union(listed.work if listed else ())
    held = tuple(held_role(graph, role) for role in roles)
    return AboutRoles(asked, listed, titled, held, tuple(piece(graph, id_) for id_ in sorted(work)))
