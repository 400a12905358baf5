"""Where roles overlap: work that is claimed twice, under one name or two, and whether it is settled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from raci.language.language import DEFAULT
from raci.look_alikes.look_alikes import look_alikes
from raci.model.field_types import (
    AtLeastOne,
    File,
    Id,
    Name,
    OverlapId,
    OverlapIds,
    OverlapKindValue,
    OverlapStatusValue,
    PracticeId,
    Record,
    RoleId,
    RoleNames,
    SchemeName,
    Text,
    WorkIds,
    WorkNames,
)
from raci.model.overlap_status import WORST_FIRST, OverlapKind, OverlapStatus
from raci.queries.filter_values import all_of, roles_named, values_named
from raci.queries.mentions import mentioned, role_names, work_names
from raci.queries.overlap_cases import OverlapCase, cases, where_overlaps_are
from raci.queries.practices import PracticeRecord, practice_records
from raci.queries.subject import Subject, understood
from raci.text.names import by_name, nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from raci.graph.ownership import OwnershipGraph
    from raci.look_alikes.look_alikes import LookAlike
    from raci.model.register import Register

_NEAREST = 3


@dataclass(frozen=True)
class SubjectRecord(Record):
    """What a subject names: work, a declared overlap or a role."""

    asked: Text
    """The subject as asked."""
    work: WorkIds = ()
    """The work that it names."""
    overlap: OverlapId | None = None
    """The declared overlap that it names instead."""
    role: RoleId | None = None
    """The role that it names instead."""
    nearest: tuple[Name, ...] = ()
    """Names of work that come nearest, where it names nothing."""


@dataclass(frozen=True)
class Overlaps(Record):
    """Where roles overlap."""

    subject: SubjectRecord | None
    """What was asked for; null where all was."""
    scheme: SchemeName
    overlaps: tuple[OverlapCase, ...]
    """The overlaps that were asked for, worst first. If there is none about a subject, the exit code is 1."""
    summary: Mapping[OverlapKindValue, Mapping[OverlapStatusValue, AtLeastOne]]
    """How many overlaps there are by kind and by status, without the zeros."""
    filtered: bool = False
    """Some overlaps may have been left out by filters."""
    roles: RoleNames = field(default_factory=dict)
    practices: Mapping[PracticeId, PracticeRecord] = field(default_factory=dict)
    """The practices whose ids the answer holds."""
    work: WorkNames = field(default_factory=dict)
    file: File | None = None
    """The file where overlaps are written down, if any are."""
    about_names: OverlapIds = ()
    """The declared overlaps that speak of this work and only say of its names that they differ or are one."""


@dataclass(frozen=True)
class Filters:
    """Which overlaps to keep: those with one of these statuses, kinds and roles; none keeps all.

    Statuses are those of `OverlapStatus`, kinds those of `OverlapKind`, roles are ids, names or aliases.
    """

    statuses: Collection[str] = ()
    kinds: Collection[str] = ()
    roles: Collection[str] = ()

    def keep(self, case: OverlapCase) -> bool:
        """Return whether an overlap passes all filters."""
        return (
            (not self.statuses or case.status in self.statuses)
            and (not self.kinds or case.kind in self.kinds)
            and (not self.roles or not set(self.roles).isdisjoint(case.roles))
        )


def overlaps(
    graph: OwnershipGraph,
    subject: str | None = None,
    filters: Filters | None = None,
    *,
    language: str = DEFAULT,
    alike: Iterable[LookAlike] | None = None,
) -> Overlaps:
    """Return the overlaps of a register, or those about `subject`, that `filters` keep.

    A subject is understood as `who_owns` understands a question. It may also name a declared overlap, or
    a role. `alike` are the look-alikes where they have been looked for. Raises UnknownLanguage, and
    UnknownValue with all that filters name and nothing here has.
    """
    kept = _as_kept(filters or Filters(), graph.register)
    asked = _understood(graph, subject, language) if subject is not None else None
    alike = look_alikes(graph.register, language) if alike is None else alike
    of_all = filter(kept.keep, cases(graph, alike))
    found = [case for case in of_all if asked is None or _is_about(case, asked)]
    found.sort(key=_worst_first)
    register = graph.register
    ids = mentioned(found if asked is None else [*found, asked])
    return Overlaps(
        subject=asked,
        scheme=register.scheme.name,
        overlaps=tuple(found),
        summary=_summary(found),
        filtered=bool(kept.statuses or kept.kinds or kept.roles),
        roles=role_names(register, ids[Id.ROLE]),
        practices=practice_records(register, ids[Id.PRACTICE]),
        work=work_names(register, ids[Id.WORK]),
        file=where_overlaps_are(graph),
        about_names=_about_names(graph, found),
    )


def _as_kept(asked: Filters, register: Register) -> Filters:
    """Return filters with roles as ids. Raises UnknownValue."""
    return Filters(
        *all_of(
            lambda: values_named("status of overlaps", OverlapStatus, asked.statuses),
            lambda: values_named("kind of overlaps", OverlapKind, asked.kinds),
            lambda: roles_named(register, asked.roles),
        )
    )


def _about_names(graph: OwnershipGraph, found: Iterable[OverlapCase]) -> tuple[str, ...]:
    declared = {id_ for case in found for id_ in case.declared}
    return tuple(
        id_ for id_, each in graph.register.overlaps.items() if each.is_about_names and id_ in declared
    )


def _worst_first(case: OverlapCase) -> tuple[object, ...]:
    declared = case.kind is OverlapKind.DECLARED
    names = [by_name(case.overlap.name)] if case.overlap else [*map(by_name, case.names)]
    return (WORST_FIRST.index(case.status), not declared, names, [*map(by_name, case.work)])


def _understood(graph: OwnershipGraph, asked: str, language: str) -> SubjectRecord:
    found = understood(graph, asked, language)
    if found == Subject():
        known = (work.name for work in graph.register.work.values())
        return SubjectRecord(asked, nearest=nearest(asked, known, limit=_NEAREST, at_least=0))
    work = tuple(hit.work for hit in found.hits)
    return SubjectRecord(asked, work=work, overlap=found.overlap, role=found.role)


def _is_about(case: OverlapCase, subject: SubjectRecord) -> bool:
    if subject.overlap is not None:
        return subject.overlap in case.declared
    if subject.role is not None:
        return subject.role in case.roles
    return not set(subject.work).isdisjoint(case.work)


def _summary(found: Sequence[OverlapCase]) -> dict[str, dict[str, int]]:
    """Return how many cases have each status, by kind; both in their fixed order, without the empty ones."""
    counts = Counter((case.kind, case.status) for case in found)
    kinds = [kind for kind in OverlapKind if any(case.kind is kind for case in found)]
    return {
        kind.value: {status.value: counts[kind, status] for status in WORST_FIRST if counts[kind, status]}
        for kind in kinds
    }
