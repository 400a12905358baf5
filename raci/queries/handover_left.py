"""What one role would leave open, who is near to take it over, and what load that makes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from raci.model.scheme import Meaning
from raci.queries.asked_records import person_records
from raci.queries.handover_records import LeftRole, LeftWork, LoadThen, NamedIn, Taker

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from raci.graph.ownership import OwnershipGraph
    from raci.queries.workload import Workload

    _Loads = Mapping[str, Workload]

_DUE = (Meaning.ACCOUNTABLE, Meaning.RESPONSIBLE)
"""The parts without which nobody decides, or nobody does it."""


def left_role(graph: OwnershipGraph, role_id: str, loads: _Loads, leaving: Collection[str]) -> LeftRole:
    """Return what a role would leave open; none that is `leaving` as well is near to take it over."""
    role = graph.register.roles[role_id]
    has = graph.work_with(role_id)
    work = tuple(filter(None, (_left_work(graph, role_id, each, loads, leaving) for each in has)))
    ids = {each.id for each in work}
    return LeftRole(
        id=role_id,
        name=role.name,
        people=person_records(graph.people(role_id), role_id),
        deputy=role.deputy,
        stands_in_for=graph.stands_in_for(role_id),
        reports_to=role.reports_to,
        reports=graph.reports(role_id),
        work=work,
        other_work=tuple(each for each in has if each not in ids),
        named_in=tuple(_named_in(graph, role_id)),
        loads=tuple(_loads_then(work, loads)),
    )


def _left_work(
    graph: OwnershipGraph, role: str, work_id: str, loads: _Loads, leaving: Collection[str]
) -> LeftWork | None:
    """Return a piece of work that nobody else is accountable or responsible for; None if somebody is."""
    scheme, letters = graph.register.scheme, graph.letters(work_id)
    parts = {each: {scheme.letter(code).meaning for code in held} for each, held in letters.items()}
    others = {part for each, held in parts.items() if each != role for part in held}
    lost = {part for part in _DUE if part in parts[role] and part not in others}
    if not lost:
        return None
    near: dict[str, str] = {}
    deputy = graph.register.roles[role].deputy
    if deputy is not None and deputy not in leaving:
        near[deputy] = "deputy"
    for part in (Meaning.RESPONSIBLE, Meaning.CONSULTED):
        for each in (each for each, held in parts.items() if part in held and each not in leaving):
            near.setdefault(each, part.value)
    gains = {each: lost - parts.get(each, set()) for each in near}
    work = graph.register.work[work_id]
    return LeftWork(
        id=work_id,
        name=work.name,
        kind=work.kind,
        area=work.area,
        letters="".join(letters[role]),
        accountable=Meaning.ACCOUNTABLE in lost,
        responsible=Meaning.RESPONSIBLE in lost,
        takers=tuple(
            Taker(
                role=each,
                nearness=nearness,
                letters="".join(letters.get(each, ())),
                accountable=loads[each].accountable + (Meaning.ACCOUNTABLE in gains[each]),
                responsible=loads[each].responsible + (Meaning.RESPONSIBLE in gains[each]),
            )
            for each, nearness in near.items()
        ),
    )


def _named_in(graph: OwnershipGraph, role: str) -> Iterator[NamedIn]:
    for overlap in graph.register.overlaps.values():
        agreement = overlap.agreement
        named = {
            "side": role in graph.sides(overlap.id),
            "accountable": role in graph.named(overlap.id),
            "others": agreement is not None and role in agreement.others,
            "escalation": role in graph.escalation(overlap.id),
        }
        if any(named.values()):
            where = overlap.place.at("name")
            yield NamedIn(
                overlap=overlap.id,
                name=overlap.name,
                named_as=tuple(each for each, is_named in named.items() if is_named),
                work=tuple(sorted(work for work, who in graph.named_in(overlap.id).items() if who == role)),
                file=where.file,
                line=where.line,
            )


def _loads_then(work: Iterable[LeftWork], loads: _Loads) -> Iterator[LoadThen]:
    """Yield what would fall to whom if each piece went to who is nearest."""
    takes, accountable, responsible = Counter[str](), Counter[str](), Counter[str]()
    for taker in (each.takers[0] for each in work if each.takers):
        takes[taker.role] += 1
        accountable[taker.role] += taker.accountable - loads[taker.role].accountable
        responsible[taker.role] += taker.responsible - loads[taker.role].responsible
    for role, count in sorted(takes.items(), key=lambda each: (-each[1], each[0])):
        now = loads[role]
        yield LoadThen(
            role=role,
            takes=count,
            accountable=now.accountable,
            accountable_then=now.accountable + accountable[role],
            responsible=now.responsible,
            responsible_then=now.responsible + responsible[role],
        )
