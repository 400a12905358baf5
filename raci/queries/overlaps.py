"""Where roles overlap: work that is claimed twice, under one name or two, and whether it is settled."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from raci.language.language import DEFAULT
from raci.look_alikes.look_alikes import look_alikes
from raci.model.overlap_status import WORST_FIRST, OverlapKind
from raci.queries.overlap_cases import OverlapCase, cases
from raci.queries.subject import Subject, understood
from raci.text.names import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from raci.graph.ownership import OwnershipGraph
    from raci.look_alikes.look_alikes import LookAlike

_NEAREST = 3


@dataclass(frozen=True)
class PracticeRecord:
    """A way of working that agreements name."""

    name: str
    cadence: str | None


@dataclass(frozen=True)
class SubjectRecord:
    """What a subject names: work, a declared overlap or a role; `nearest` is work to ask for instead."""

    asked: str
    work: tuple[str, ...] = ()
    overlap: str | None = None
    role: str | None = None
    nearest: tuple[str, ...] = ()


@dataclass(frozen=True)
class Overlaps:
    """The overlaps that were asked for, worst first, and how many there are by kind and by status.

    `filtered` says that some may have been left out. `roles`, `practices` and `work` are the names of the
    ids that they hold. `file` is where overlaps are written down, if any are. `about_names` are the ids of
    declared overlaps that speak of this work and only say of its names that they differ or are one.
    """

    subject: SubjectRecord | None
    scheme: str
    overlaps: tuple[OverlapCase, ...]
    summary: Mapping[str, Mapping[str, int]]
    filtered: bool = False
    roles: Mapping[str, str] = field(default_factory=dict)
    practices: Mapping[str, PracticeRecord] = field(default_factory=dict)
    work: Mapping[str, str] = field(default_factory=dict)
    file: str | None = None
    about_names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Filters:
    """Which overlaps to keep: those with one of these statuses, kinds and role ids; an empty set keeps all.

    Statuses are those of `OverlapStatus`, kinds those of `OverlapKind`.
    """

    statuses: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()

    def keep(self, case: OverlapCase) -> bool:
        """Return whether an overlap passes all filters."""
        return (
            (not self.statuses or case.status in self.statuses)
            and (not self.kinds or case.kind in self.kinds)
            and (not self.roles or not self.roles.isdisjoint(case.roles))
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
    a role. `alike` are the look-alikes where they have been looked for. Raises UnknownLanguage.
    """
    asked = _understood(graph, subject, language) if subject is not None else None
    alike = look_alikes(graph.register, language) if alike is None else alike
    kept = filter((filters or Filters()).keep, cases(graph, alike))
    found = [case for case in kept if asked is None or _is_about(case, asked)]
    found.sort(key=_worst_first)
    register = graph.register
    named = set(_ids_in(found))
    if asked is not None and asked.role is not None:
        named.add(asked.role)
    return Overlaps(
        subject=asked,
        scheme=register.scheme.name,
        overlaps=tuple(found),
        summary=_summary(found),
        filtered=filters not in (None, Filters()),
        roles={id_: each.name for id_, each in register.roles.items() if id_ in named},
        practices={
            id_: PracticeRecord(each.entry.name, each.entry.cadence)
            for id_, each in register.practices.items()
            if id_ in named
        },
        work={id_: register.work[id_].name for id_ in sorted(_work_in(found, asked))},
        file=where_overlaps_are(graph),
        about_names=_about_names(graph, found),
    )


def _about_names(graph: OwnershipGraph, found: Iterable[OverlapCase]) -> tuple[str, ...]:
    declared = {id_ for case in found for id_ in case.declared}
    return tuple(
        id_ for id_, each in graph.register.overlaps.items() if each.is_about_names and id_ in declared
    )


def _worst_first(case: OverlapCase) -> tuple[int, bool, tuple[str, ...], tuple[str, ...]]:
    return (WORST_FIRST.index(case.status), case.kind is not OverlapKind.DECLARED, case.names, case.work)


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


def _ids_in(found: Iterable[OverlapCase]) -> Iterable[str]:
    """Yield the roles and practices that cases speak of, among other ids and texts."""
    for case in found:
        yield from case.roles
        yield from case.accountable.values()
        yield from case.escalation
        yield from (dispute.role for dispute in case.disputes)
        for claim in case.claims:
            yield from claim.with_
        if case.overlap is not None and case.overlap.agreement is not None:
            yield from case.overlap.agreement.accountable.values()
            yield from case.overlap.agreement.practices


def _work_in(found: Iterable[OverlapCase], asked: SubjectRecord | None) -> set[str]:
    in_cases = {work for case in found for work in case.work}
    produced = {work for case in found for claim in case.claims for work in claim.produces}
    return in_cases | produced | set(asked.work if asked else ())


def where_overlaps_are(graph: OwnershipGraph) -> str | None:
    """Return the first file that holds overlaps, if there is one."""
    return min((overlap.place.file for overlap in graph.register.overlaps.values()), default=None)
