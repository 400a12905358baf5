"""What two roles have to do with each other: work that is theirs alone, work they share, where they meet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.graph.settlement import pair_status
from raci.model.field_types import (
    Area,
    CodesByRole,
    Escalation,
    Name,
    Record,
    RoleId,
    RoleIds,
    Score,
    StatusValue,
    Text,
    WorkId,
    WorkIds,
    WorkKind,
)
from raci.model.overlap_status import OverlapStatus
from raci.model.standing import Status
from raci.queries.abbreviations import short_names
from raci.queries.overlap_cases import why_alike
from raci.queries.records import DisagreementRecord, disagreement_record, escalation, written
from raci.queries.role_records import RoleOverlap, overlaps_of
from raci.text.names import by_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from raci.graph.ownership import OwnershipGraph
    from raci.look_alikes.look_alikes import LookAlike


@dataclass(frozen=True)
class SharedWork(Record):
    """A piece of work that two roles have a part in."""

    id: WorkId
    name: Name
    kind: WorkKind
    area: Area | None
    status: StatusValue
    accountable: RoleIds
    """The roles that are accountable, which may be others."""
    letters: CodesByRole
    """The effective letters of the two."""
    claimed: CodesByRole
    """Their letters by the lists alone, before any agreement."""
    escalation: Escalation
    disagreements: tuple[DisagreementRecord, ...]
    """What the two expect of each other and do not hold."""


@dataclass(frozen=True)
class AlikeRecord(Record):
    """Two names that may mean one thing, and of which nobody has said whether they do."""

    one: WorkId
    """Work on the list of the first role."""
    other: WorkId
    """Work on the list of the second role."""
    score: Score
    """How sure it is that they are one."""
    why: Text
    """What they were found by, in words for people."""


@dataclass(frozen=True)
class Meeting(Record):
    """Where two roles meet."""

    shared: tuple[SharedWork, ...]
    """Work that both have a part in, contested first, then what nobody is accountable for, then the rest."""
    alone: Mapping[RoleId, WorkIds]
    """For each role, the ids of the work that it has a part in and the other has not."""
    alike: tuple[AlikeRecord, ...]
    """Names that may mean one thing, one on the list of each, the surest first."""
    overlaps: tuple[RoleOverlap, ...]
    """The declared overlaps where both meet, worst first."""
    superior: RoleId | None
    """The first role that both report to, directly or through others."""
    above: RoleId | None
    """The one of the two that the other reports to, directly or through others."""
    short: Mapping[RoleId, Name]
    """What each of the two is called where there is little room."""


def meeting(graph: OwnershipGraph, one: str, other: str, alike: Iterable[LookAlike]) -> Meeting:
    """Return where two roles meet; `alike` are all look-alikes. Raises KeyError for an unknown role."""
    both = (one, other)
    of_role = {role: graph.work_with(role) for role in both}
    short = short_names(graph.register)
    common = set(of_role[one]) & set(of_role[other])
    shared = [_shared(graph, work, both) for work in of_role[one] if work in common]
    shared.sort(key=_worst_first)
    return Meeting(
        shared=tuple(shared),
        alone={role: tuple(work for work in of_role[role] if work not in common) for role in both},
        alike=tuple(sorted(_alike(graph, both, alike), key=lambda each: (-each.score, each.one, each.other))),
        overlaps=overlaps_of(graph, common, both),
        superior=graph.first_common_superior(both),
        above=next((role for role, under in (both, both[::-1]) if role in graph.superiors(under)), None),
        short={role: short[role] for role in both},
    )


def _alike(
    graph: OwnershipGraph, roles: tuple[str, str], alike: Iterable[LookAlike]
) -> Iterator[AlikeRecord]:
    """Yield the look-alikes with one on each role's list, if nobody has said whether they differ."""
    first, second = ({work.id for work in graph.claimed_by(role)} for role in roles)
    for pair in alike:
        both = (
            (pair.one, pair.other) if pair.one in first and pair.other in second else (pair.other, pair.one)
        )
        apart = both[0] in first and both[1] in second
        if apart and pair_status(graph, *both) is OverlapStatus.UNEXAMINED:
            yield AlikeRecord(*both, pair.score, why_alike(graph, pair))


def _worst_first(work: SharedWork) -> tuple[object, ...]:
    return (_WORST.get(work.status, len(_WORST)), work.accountable, by_name(work.name))


_WORST = {Status.CONTESTED.value: 0, Status.UNOWNED.value: 1}


def _shared(graph: OwnershipGraph, work: str, roles: tuple[str, str]) -> SharedWork:
    entry, holds = graph.register.work[work], graph.standing(work)
    return SharedWork(
        id=work,
        name=entry.name,
        kind=entry.kind,
        area=entry.area,
        status=holds.status.value,
        accountable=holds.accountable,
        letters=written({role: holds.letters[role] for role in roles}),
        claimed=written({role: holds.claimed.get(role, ()) for role in roles}),
        escalation=escalation(graph, work),
        disagreements=tuple(
            disagreement_record(each)
            for each in holds.disagreements
            if {each.role, each.by.role} == set(roles)
        ),
    )
