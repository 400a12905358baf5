"""Cases of overlap: areas that were declared, work that several roles claim, and names that look alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain, count
from typing import TYPE_CHECKING, NamedTuple

from raci.graph.settlement import overlap_status, pair_status, shared_status
from raci.model.field_types import (
    Escalation,
    File,
    Line,
    Name,
    OverlapId,
    OverlapIds,
    Record,
    RoleId,
    RoleIds,
    Score,
    Sides,
    Text,
    WorkId,
    WorkIds,
)
from raci.model.overlap_status import OverlapKind, OverlapStatus
from raci.queries.records import (
    ClaimRecord,
    OverlapRecord,
    claim_record,
    overlap_record,
    superior,
)
from raci.queries.work_paths import WorkPaths
from raci.text.names import by_name, in_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from raci.graph.ownership import OwnershipGraph
    from raci.look_alikes.look_alikes import LookAlike
    from raci.model.register import Overlap, Work
    from raci.queries.work_paths import Meeting

_SURE = 1.0


@dataclass(frozen=True)
class DisputeRecord(Record):
    """What one of several agreements, which do not agree, says of a piece of work."""

    work: WorkId
    overlap: Name
    """What the overlap is called whose agreement this is."""
    role: RoleId
    """The role that it names."""
    file: File
    line: Line


@dataclass(frozen=True)
class OverlapCase(Record):
    """An overlap: an area that was declared, work that several roles claim, or names that look alike."""

    id: OverlapId
    """The id of a declared overlap, or one that an overlap about this could have."""
    kind: OverlapKind
    status: OverlapStatus
    work: WorkIds
    """The work that an area covers, or what was found."""
    names: tuple[Name, ...]
    """The names that were found to be one, or that a file says are one; empty for an area."""
    roles: RoleIds
    """The roles that meet here."""
    score: Score
    """How sure the find is; 1 for what is certain."""
    why: Text
    """What it was found by, in words for people."""
    declared: OverlapIds
    """The declared overlaps that speak of it; of a declared one, its own."""
    tension: Text | None
    """What pulls the sides apart."""
    accountable: Mapping[WorkId, RoleId]
    """The role that is accountable for each piece of work that has one."""
    claims: tuple[ClaimRecord, ...]
    """The roles' own entries for the work."""
    escalation: Escalation
    sides: Sides
    overlap: OverlapRecord | None
    """What the file says of a declared one."""
    can_split: bool = False
    """Whether new names would part the claims."""
    disputes: tuple[DisputeRecord, ...] = ()
    """What agreements say that name different roles for one piece of work."""


def cases(graph: OwnershipGraph, alike: Iterable[LookAlike]) -> Iterator[OverlapCase]:
    """Yield every overlap of a register: the declared ones, then what is found, the same files at last."""
    register = graph.register
    for overlap in register.overlaps.values():
        yield _declared(graph, overlap)
    yield from (_duplicate(graph, register.work[work]) for work in graph.claimed_twice())
    yield from (_pair(graph, pair) for pair in alike)
    yield from (_in_files(graph, meeting) for meeting in WorkPaths(graph).meetings())


def where_overlaps_are(graph: OwnershipGraph) -> str | None:
    """Return the first file that has a place for overlaps, if there is one."""
    return min((file for file, at in graph.register.places.items() if "overlaps" in at.values), default=None)


def _declared(graph: OwnershipGraph, overlap: Overlap) -> OverlapCase:
    record = overlap_record(graph, overlap)
    covered, sides = graph.work_covered_by(overlap.id), graph.sides(overlap.id)
    claims = [claim for work in covered for claim in graph.claims(work)]
    one = overlap.same is not None
    return OverlapCase(
        id=overlap.id,
        kind=OverlapKind.DECLARED,
        status=overlap_status(graph, overlap.id),
        work=covered,
        names=tuple(graph.register.work[work].name for work in covered) if one else (),
        roles=tuple(sorted({*sides, *(claim.role for claim in claims)}, key=by_name)),
        score=_SURE,
        why=f"declared in {record.file}:{record.line}",
        declared=(overlap.id,),
        tension=overlap.entry.tension,
        accountable=_owners(graph, covered),
        claims=tuple(map(claim_record, claims)),
        escalation=graph.escalation_path(overlap.id),
        sides=sides,
        overlap=record,
        disputes=tuple(_disputes(graph, covered)),
    )


def _duplicate(graph: OwnershipGraph, work: Work) -> OverlapCase:
    names = in_words(graph.register.roles[claim.role].name for claim in graph.claims(work.id))
    why = f"{names} list it under one name"
    return _found(graph, OverlapKind.DUPLICATE, (work.id,), shared_status(graph, work.id), _Evidence(why))


def _pair(graph: OwnershipGraph, pair: LookAlike) -> OverlapCase:
    both = (pair.one, pair.other)
    made = graph.produced(*both)
    kind = _kind_of_pair(graph, pair, produced=made is not None)
    return _found(graph, kind, both, pair_status(graph, *both), _Evidence(why_alike(graph, pair), pair.score))


def _in_files(graph: OwnershipGraph, meeting: Meeting) -> OverlapCase:
    both = (meeting.one.work, meeting.other.work)
    covered = graph.overlaps_covering_all(both)
    status = pair_status(graph, *both) if covered else OverlapStatus.OPEN
    return _found(graph, OverlapKind.SHARED_FILES, both, status, _Evidence(meeting.why))


class _Evidence(NamedTuple):
    """What a case was found by, in words, and how sure that is."""

    why: str
    score: float = _SURE


def _found(
    graph: OwnershipGraph,
    kind: OverlapKind,
    work: tuple[str, ...],
    status: OverlapStatus,
    evidence: _Evidence,
) -> OverlapCase:
    """Return the case of work that was found in the lists."""
    spoken = graph.overlaps_covering_all(work)
    claims = [claim for each in work for claim in graph.claims(each)]
    paths = filter(None, (graph.escalation_path(each.id) for each in spoken))
    return OverlapCase(
        id=unused_id("-and-".join(work), graph.register.overlaps),
        kind=kind,
        status=status,
        work=work,
        names=tuple(graph.register.work[each].name for each in work),
        roles=tuple(sorted({claim.role for claim in claims}, key=by_name)),
        score=evidence.score,
        why=evidence.why,
        declared=tuple(each.id for each in spoken),
        tension=next((each.entry.tension for each in spoken if each.entry.tension), None),
        accountable=_owners(graph, work),
        claims=tuple(map(claim_record, claims)),
        escalation=next(paths, ()) or superior(graph, claims),
        sides={},
        overlap=None,
        can_split=not spoken and all(claim.entry.id is None for claim in claims),
        disputes=tuple(_disputes(graph, work)),
    )


def unused_id(wanted: str, taken: Collection[str]) -> str:
    """Return an id that is not taken: the one that is wanted, or that with a number."""
    further = (f"{wanted}-{number}" for number in count(2))
    return next(id_ for id_ in chain((wanted,), further) if id_ not in taken)


def _disputes(graph: OwnershipGraph, work: Iterable[str]) -> Iterator[DisputeRecord]:
    overlaps = graph.register.overlaps
    for each in filter(graph.is_disputed, work):
        for overlap, role in graph.named_by(each).items():
            agreement = overlaps[overlap].agreement
            place = agreement.place.at("accountable") if agreement else overlaps[overlap].place.at()
            yield DisputeRecord(each, overlaps[overlap].name, role, place.file, place.line)


def _owners(graph: OwnershipGraph, work: Iterable[str]) -> dict[str, str]:
    holders = ((each, graph.accountable(each)) for each in work)
    return {each: held[0] for each, held in holders if len(held) == 1}


def _kind_of_pair(graph: OwnershipGraph, pair: LookAlike, *, produced: bool) -> OverlapKind:
    """Return whether a pair on one role's list is an activity and its paper, or two names for one thing."""
    one, other = (graph.register.work[work] for work in (pair.one, pair.other))
    on_one_list = graph.on_one_list(pair.one, pair.other)
    if on_one_list and one.kind != other.kind and (produced or pair.same_subject):
        return OverlapKind.ACTIVITY_AND_DELIVERABLE
    return OverlapKind.NEAR_DUPLICATE


def why_alike(graph: OwnershipGraph, pair: LookAlike) -> str:
    """Return what two names were found to be alike by, in words."""
    return "; ".join(_reasons(graph, pair))


def _reasons(graph: OwnershipGraph, pair: LookAlike) -> Iterator[str]:
    work, made = graph.register.work, graph.produced(pair.one, pair.other)
    if pair.called:
        yield f"both are called {in_words(_quoted(pair.called))}"
    if pair.words:
        yield f"both names say {in_words(_quoted(pair.words))}"
    for one, other in pair.alike:
        yield f'"{one}" may mean "{other}"'
    if made is not None:
        maker = pair.one if made == pair.other else pair.other
        yield f"{work[maker].name} produces {work[made].name}"


def _quoted(words: Iterable[str]) -> Iterator[str]:
    return (f'"{word}"' for word in words)
