"""What the next alignment meeting has to decide: contested, open, due for review, without an owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.language.language import DEFAULT
from raci.look_alikes.look_alikes import look_alikes
from raci.model.field_types import Id
from raci.model.overlap_status import OverlapKind, OverlapStatus
from raci.model.standing import Status
from raci.queries.agenda_records import Agenda, AgreedPractice, ContestedWork, Review, UnownedWork
from raci.queries.filter_values import roles_named
from raci.queries.mentions import mentioned, role_names, work_names
from raci.queries.overlap_cases import cases, where_overlaps_are
from raci.queries.records import claim_record, escalation, written

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from datetime import date

    from raci.graph.ownership import OwnershipGraph
    from raci.model.field_types import Record
    from raci.queries.overlap_cases import OverlapCase


def agenda(
    graph: OwnershipGraph,
    today: date,
    until: date,
    *,
    roles: Collection[str] = (),
    language: str = DEFAULT,
) -> Agenda:
    """Return what there is to decide as of `today`, with the reviews up to `until`.

    With `roles`, by id, name or alias, it is only what one of them has a part in: a letter on the work, a
    side of the overlap or a place in its agreement. Raises UnknownLanguage and UnknownValue.
    """
    register, asked = graph.register, roles_named(graph.register, roles)
    found = tuple(cases(graph, look_alikes(register, language)))
    topics = _Topics(graph, found, asked)
    contested, unowned = tuple(topics.contested()), tuple(topics.unowned())
    open_, reviews = tuple(topics.cases(OverlapStatus.OPEN)), tuple(topics.reviews(today, until))
    unexamined = tuple(topics.cases(OverlapStatus.UNEXAMINED))
    ids = mentioned(topics.told)
    areas = {area for each in contested for area in each.areas}
    return Agenda(
        as_of=today.isoformat(),
        until=until.isoformat(),
        scheme=register.scheme.name,
        contested=contested,
        areas=tuple(case for case in found if case.overlap is not None and case.id in areas),
        open=open_,
        reviews=tuple(sorted(reviews, key=lambda each: (each.days, each.overlap.id))),
        unowned=unowned,
        unexamined=tuple(sorted(unexamined, key=lambda case: -case.score)),
        practices=tuple(_practices(graph)),
        filtered=bool(asked),
        asked=tuple(sorted(topics.asked)),
        present={id_: tuple(each.name for each in graph.people(id_)) for id_ in sorted(topics.present)},
        roles=role_names(register, ids[Id.ROLE] | topics.present | topics.asked),
        work=work_names(register, ids[Id.WORK]),
        file=where_overlaps_are(graph),
    )


class _Topics:
    """Finds the topics that some roles have a part in, or all; remembers who and what was told."""

    def __init__(self, graph: OwnershipGraph, found: Sequence[OverlapCase], asked: frozenset[str]) -> None:
        self.graph = graph
        self.found = found
        self.asked = asked
        self.present: set[str] = set()
        self.told: list[Record] = []

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
                covering = (case for case in self.found if case.overlap is not None)
                self.told += [topic, *(case for case in covering if case.id in topic.areas)]
                yield topic

    def cases(self, status: OverlapStatus) -> Iterator[OverlapCase]:
        """Yield the declared overlaps, or the look-alikes, with a status."""
        for case in self.found:
            # What was found in an open area is settled with it, and work without an owner is told by itself.
            topic = case.overlap is not None or status is OverlapStatus.UNEXAMINED
            if topic and case.status is status and self._are_about(self._roles_of(case), case.work):
                self.told.append(case)
                yield case

    def reviews(self, today: date, until: date) -> Iterator[Review]:
        """Yield the agreements that are to be reviewed by `until`."""
        for case in self.found:
            overlap = self.graph.register.overlaps.get(case.id) if case.overlap is not None else None
            if overlap is None or case.overlap is None or overlap.agreement is None:
                continue
            due = overlap.agreement.entry.review if overlap.agreement.has_reason else None
            if due is not None and due <= until and self._are_about(self._roles_of(case), case.work):
                self.told.append(case)
                days = (due - today).days
                yield Review(days, case.overlap, case.roles, dict(case.sides), case.disputes)

    def unowned(self) -> Iterator[UnownedWork]:
        """Yield the work without an owner, in the order of its ids; not what is unowned on purpose."""
        for work in self._with_status(Status.UNOWNED):
            letters = self.graph.letters(work)
            if self._are_about(letters, [work]):
                claims = tuple(map(claim_record, self.graph.claims(work)))
                areas = tuple(
                    each.name for each in self.graph.overlaps_covering(work) if not each.is_about_names
                )
                topic = UnownedWork(work, written(letters), claims, areas)
                self.told.append(topic)
                yield topic

    def _with_status(self, status: Status) -> Iterator[str]:
        return (work for work in self.graph.register.work if self.graph.status(work) is status)

    def _are_about(self, roles: Iterable[str], work: Iterable[str]) -> bool:
        """Return whether a topic of `roles` on `work` is asked for, and note what it is about if so.

        Whoever has a letter on the work can ask for it, and is noted if so.
        """
        concerned, on = set(roles), tuple(work)
        letters = (self.graph.letters(each).items() for each in on)
        concerned |= self.asked.intersection(role for each in letters for role, held in each if held)
        if self.asked and self.asked.isdisjoint(concerned):
            return False
        self.present |= concerned
        return True

    def _roles_of(self, case: OverlapCase) -> set[str]:
        """Return the roles that an overlap is about: those in it, and those whom its agreement names."""
        declared = self.graph.register.overlaps.get(case.id) if case.overlap is not None else None
        if declared is None or declared.agreement is None:
            return set(case.roles)
        return {*case.roles, *self.graph.named(declared.id), *declared.agreement.others}


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
    for id_, practice in graph.register.practices.items():
        names = tuple(each.name for each in graph.overlaps_eased_by(id_))
        yield AgreedPractice(id_, practice.entry.name, practice.entry.cadence, practice.entry.summary, names)
