"""What the next alignment meeting has to decide: contested, open, due for review, without an owner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.model.overlap_status import OverlapKind, OverlapStatus
from raci.model.standing import Status
from raci.queries.overlap_cases import OverlapCase, cases
from raci.queries.records import ClaimRecord, OverlapRecord, claim_record, escalation, written
from raci.search.language import DEFAULT

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from raci.graph import OwnershipGraph


@dataclass(frozen=True)
class ContestedWork:
    """Work that several roles are accountable for, or agreements give to different ones.

    `expected` maps those of them that have no claim of their own to the roles whose lists expect it of them.
    `case` is the overlap that several claims make, `areas` are the ids of the declared ones that cover it.
    """

    work: str
    accountable: tuple[str, ...]
    claims: tuple[ClaimRecord, ...]
    expected: Mapping[str, tuple[str, ...]]
    case: OverlapCase | None
    areas: tuple[str, ...]
    escalation: tuple[str, ...]


@dataclass(frozen=True)
class Review:
    """A declared overlap whose agreement is due for review; `days` are left, less than none when past."""

    days: int
    overlap: OverlapRecord
    roles: tuple[str, ...]
    sides: Mapping[str, str]


@dataclass(frozen=True)
class UnownedWork:
    """Work that nobody is accountable for; `areas` are the names of the declared overlaps that cover it."""

    work: str
    letters: Mapping[str, str]
    claims: tuple[ClaimRecord, ...]
    areas: tuple[str, ...]


@dataclass(frozen=True)
class AgreedPractice:
    """A way of working that the register names, and the declared overlaps whose agreements name it."""

    id: str
    name: str
    cadence: str | None
    summary: str | None
    overlaps: tuple[str, ...]


@dataclass(frozen=True)
class Agenda:
    """The topics of a meeting, in their order: reviews up to `until`, the most overdue first.

    `filtered` says that some may have been left out. `areas` are the declared overlaps that cover contested
    work, `open` those that are open, `unexamined` the look-alikes that nobody has spoken about, the surest
    first. `present` are the roles that topics are about, with the people who hold them; `roles` and `work`
    are the names of the ids that the answer holds. `file` is where overlaps are written down, if any are.
    """

    as_of: str
    until: str
    scheme: str
    contested: tuple[ContestedWork, ...]
    areas: tuple[OverlapCase, ...]
    open: tuple[OverlapCase, ...]
    reviews: tuple[Review, ...]
    unowned: tuple[UnownedWork, ...]
    unexamined: tuple[OverlapCase, ...]
    practices: tuple[AgreedPractice, ...]
    filtered: bool
    present: Mapping[str, tuple[str, ...]]
    roles: Mapping[str, str]
    work: Mapping[str, str]
    file: str | None


def agenda(
    graph: OwnershipGraph,
    today: date,
    until: date,
    *,
    roles: Collection[str] = (),
    language: str = DEFAULT,
) -> Agenda:
    """Return what there is to decide as of `today`, with the reviews up to `until`.

    With `roles` (ids) it is only what one of them has a part in. Raises UnknownLanguage.
    """
    register, found = graph.register, tuple(cases(graph, language))
    topics = _Topics(graph, found, frozenset(roles))
    contested, unowned = tuple(topics.contested()), tuple(topics.unowned())
    areas = {area for each in contested for area in each.areas}
    return Agenda(
        as_of=today.isoformat(),
        until=until.isoformat(),
        scheme=register.scheme.name,
        contested=contested,
        areas=tuple(case for case in found if case.overlap is not None and case.id in areas),
        open=tuple(topics.cases(OverlapStatus.OPEN)),
        reviews=tuple(sorted(topics.reviews(today, until), key=lambda each: (each.days, each.overlap.id))),
        unowned=unowned,
        unexamined=tuple(sorted(topics.cases(OverlapStatus.UNEXAMINED), key=lambda case: -case.score)),
        practices=tuple(_practices(graph)),
        filtered=bool(roles),
        present={
            id_: tuple(person.name for person in role.entry.people)
            for id_, role in register.roles.items()
            if id_ in topics.present
        },
        roles={id_: role.name for id_, role in register.roles.items() if id_ in topics.roles},
        work={id_: work.name for id_, work in register.work.items() if id_ in topics.work},
        file=min((overlap.place.file for overlap in register.overlaps.values()), default=None),
    )


class _Topics:
    """Finds the topics that some roles have a part in, or all; remembers who and what they are about."""

    def __init__(self, graph: OwnershipGraph, found: Sequence[OverlapCase], asked: frozenset[str]) -> None:
        self.graph = graph
        self.found = found
        self.asked = asked
        self.present: set[str] = set()
        self.roles: set[str] = set()
        self.work: set[str] = set()

    def contested(self) -> Iterator[ContestedWork]:
        """Yield the contested work, in the order of its ids."""
        of_work = {case.work[0]: case for case in self.found if case.kind is OverlapKind.DUPLICATE}
        for work in self._with_status(Status.CONTESTED):
            accountable, claims = self.graph.accountable(work), self.graph.claims(work)
            topic = ContestedWork(
                work=work,
                accountable=accountable,
                claims=tuple(map(claim_record, claims)),
                expected=_expected(self.graph, work),
                case=of_work.get(work),
                areas=tuple(
                    each.id for each in self.graph.overlaps_covering(work) if not each.is_about_names
                ),
                escalation=escalation(self.graph, work),
            )
            if self._are_about([*accountable, *(claim.role for claim in claims)], [work]):
                self._name(topic.claims, topic.escalation)
                for case in self.found:
                    if case.overlap is not None and case.id in topic.areas:
                        self._name_case(case)
                yield topic

    def cases(self, status: OverlapStatus) -> Iterator[OverlapCase]:
        """Yield the declared overlaps, or the look-alikes, with a status."""
        for case in self.found:
            # What was found in an open area is settled with it, and work without an owner is told by itself.
            topic = case.overlap is not None or status is OverlapStatus.UNEXAMINED
            if topic and case.status is status and self._are_about(case.roles, case.work):
                self._name_case(case)
                yield case

    def reviews(self, today: date, until: date) -> Iterator[Review]:
        """Yield the agreements that are to be reviewed by `until`."""
        for case in self.found:
            overlap = self.graph.register.overlaps.get(case.id) if case.overlap is not None else None
            if overlap is None or case.overlap is None or overlap.agreement is None:
                continue
            due = overlap.agreement.entry.review
            if due is not None and due <= until and self._are_about(case.roles, case.work):
                self._name_case(case)
                yield Review((due - today).days, case.overlap, case.roles, dict(case.sides))

    def unowned(self) -> Iterator[UnownedWork]:
        """Yield the work without an owner, in the order of its ids; not what is unowned on purpose."""
        for work in self._with_status(Status.UNOWNED):
            letters = self.graph.letters(work)
            if self._are_about(letters, [work]):
                claims = tuple(map(claim_record, self.graph.claims(work)))
                self._name(claims, ())
                areas = tuple(
                    each.name for each in self.graph.overlaps_covering(work) if not each.is_about_names
                )
                yield UnownedWork(work, written(letters), claims, areas)

    def _with_status(self, status: Status) -> Iterator[str]:
        return (work for work in self.graph.register.work if self.graph.status(work) is status)

    def _are_about(self, roles: Iterable[str], work: Iterable[str]) -> bool:
        """Return whether a topic of `roles` is asked for, and note what it is about if so."""
        concerned = set(roles)
        if self.asked and self.asked.isdisjoint(concerned):
            return False
        self.present |= concerned
        self.roles |= concerned
        self.work.update(work)
        return True

    def _name_case(self, case: OverlapCase) -> None:
        self._name(case.claims, case.escalation)
        self.roles.update(case.roles, case.accountable.values())
        self.roles.update(dispute.role for dispute in case.disputes)
        self.work.update(case.work)
        if case.overlap is not None and case.overlap.agreement is not None:
            agreement = case.overlap.agreement
            self.roles.update(agreement.accountable.values(), agreement.escalation)

    def _name(self, claims: Iterable[ClaimRecord], path: Iterable[str]) -> None:
        self.roles.update(path)
        for claim in claims:
            self.roles.update([claim.role], claim.with_)
            self.work.update(claim.produces)


def _expected(graph: OwnershipGraph, work: str) -> dict[str, tuple[str, ...]]:
    claims, code = graph.claims(work), graph.register.scheme.accountable
    own = {claim.role for claim in claims}
    by = {
        role: tuple(claim.role for claim in claims if code in claim.expects.get(role, ()))
        for role in graph.accountable(work)
        if role not in own
    }
    return {role: roles for role, roles in by.items() if roles}


def _practices(graph: OwnershipGraph) -> Iterator[AgreedPractice]:
    overlaps = graph.register.overlaps.values()
    for id_, practice in graph.register.practices.items():
        names = tuple(each.name for each in overlaps if each.agreement and id_ in each.agreement.practices)
        yield AgreedPractice(id_, practice.entry.name, practice.entry.cadence, practice.entry.summary, names)
