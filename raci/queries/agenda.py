"""What the next alignment meeting has to decide: contested, open, due for review, without an owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.language.language import DEFAULT
from raci.look_alikes.look_alikes import look_alikes
from raci.model.field_types import Id
from raci.model.overlap_status import OverlapKind
from raci.model.standing import Status
from raci.queries.agenda_minutes import timed
from raci.queries.agenda_records import (
    Agenda,
    AgreedPractice,
    ContestedWork,
    Review,
    Topic,
    TopicKind,
    UnownedWork,
)
from raci.queries.filter_values import roles_named
from raci.queries.mentions import mentioned, role_names, work_names
from raci.queries.overlap_cases import cases, where_overlaps_are
from raci.queries.records import claim_record, escalation, written
from raci.text.names import by_name, in_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from datetime import date

    from raci.graph.ownership import OwnershipGraph
    from raci.model.field_types import Record
    from raci.queries.overlap_cases import OverlapCase


def agenda(  # noqa: PLR0913 - one keyword an option
    graph: OwnershipGraph,
    today: date,
    until: date,
    *,
    roles: Collection[str] = (),
    minutes: int | None = None,
    language: str = DEFAULT,
) -> Agenda:
    """Return what there is to decide as of `today`, with the reviews up to `until`.

    With `roles`, by id, name or alias, it is only what one of them has a part in. The topics share `minutes`.
    Raises UnknownLanguage and UnknownValue.
    """
    register, asked = graph.register, roles_named(graph.register, roles)
    topics = _Topics(graph, tuple(cases(graph, look_alikes(register, language))), asked)
    contested, open_ = tuple(topics.contested()), tuple(topics.cases(TopicKind.OPEN))
    reviews, unowned = tuple(topics.reviews(today, until)), tuple(topics.unowned())
    unexamined, practices = tuple(topics.cases(TopicKind.UNEXAMINED)), tuple(_practices(graph))
    ids, present = mentioned(topics.told), {role for topic in topics.listed for role in topic.roles}
    return Agenda(
        as_of=today.isoformat(),
        until=until.isoformat(),
        minutes=minutes,
        scheme=register.scheme.name,
        topics=timed(topics.listed, minutes, practices=bool(practices)),
        contested=contested,
        areas=topics.areas(contested),
        open=open_,
        reviews=reviews,
        unowned=unowned,
        unexamined=unexamined,
        practices=practices,
        filtered=bool(asked),
        asked=tuple(sorted(asked, key=by_name)),
        present={id_: tuple(each.name for each in graph.people(id_)) for id_ in sorted(present, key=by_name)},
        roles=role_names(register, ids[Id.ROLE] | present | asked),
        work=work_names(register, ids[Id.WORK]),
        file=where_overlaps_are(graph),
    )


class _Topics:
    """Finds the topics that some roles have a part in, or all, and lists them in the order of asking."""

    def __init__(self, graph: OwnershipGraph, found: Sequence[OverlapCase], asked: frozenset[str]) -> None:
        self.graph = graph
        self.found = found
        self.asked = asked
        self.listed: list[Topic] = []
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
            concerned = [*accountable, *(claim.role for claim in claims)]
            if self._lists(TopicKind.CONTESTED, self._name(work), concerned, [work]):
                self.told += [topic, *self.areas([topic])]
                yield topic

    def areas(self, contested: Iterable[ContestedWork]) -> tuple[OverlapCase, ...]:
        """Return the declared overlaps that cover contested work."""
        ids = {area for each in contested for area in each.areas}
        return tuple(case for case in self.found if case.overlap is not None and case.id in ids)

    def cases(self, kind: TopicKind) -> Iterator[OverlapCase]:
        """Yield the declared overlaps that are open, or the look-alikes that are unexamined, surest first."""
        for case in sorted(self.found, key=lambda case: -case.score):
            # What was found in an open area is settled with it, and work without an owner is told by itself.
            topic = case.overlap is not None or kind is TopicKind.UNEXAMINED
            name = case.overlap.name if case.overlap else in_words(case.names)
            if (
                topic
                and case.status.value == kind.value
                and self._lists(kind, name, self._roles_of(case), case.work)
            ):
                self.told.append(case)
                yield case

    def reviews(self, today: date, until: date) -> Iterator[Review]:
        """Yield the agreements that are to be reviewed by `until`, the most overdue first."""
        due = ((self._due(case), case) for case in self.found)
        within = ((day, case) for day, case in due if day is not None and day <= until)
        for day, case in sorted(within, key=lambda each: (each[0], each[1].id)):
            assert case.overlap is not None  # noqa: S101 - for the type checker: nothing else is due
            if self._lists(TopicKind.REVIEW, case.overlap.name, self._roles_of(case), case.work):
                self.told.append(case)
                yield Review((day - today).days, case.overlap, case.roles, dict(case.sides), case.disputes)

    def unowned(self) -> Iterator[UnownedWork]:
        """Yield the work without an owner, in the order of its ids; not what is unowned on purpose."""
        for work in self._with_status(Status.UNOWNED):
            letters = self.graph.letters(work)
            if self._lists(TopicKind.UNOWNED, self._name(work), letters, [work]):
                claims = tuple(map(claim_record, self.graph.claims(work)))
                areas = tuple(
                    each.name for each in self.graph.overlaps_covering(work) if not each.is_about_names
                )
                topic = UnownedWork(work, written(letters), claims, areas)
                self.told.append(topic)
                yield topic

    def _name(self, work: str) -> str:
        return self.graph.register.work[work].name

    def _with_status(self, status: Status) -> Iterator[str]:
        return (work for work in self.graph.register.work if self.graph.status(work) is status)

    def _due(self, case: OverlapCase) -> date | None:
        """Return the day on which what was agreed on a declared overlap is to be reviewed, if it says."""
        overlap = self.graph.register.overlaps.get(case.id) if case.overlap is not None else None
        agreement = overlap.agreement if overlap else None
        return agreement.entry.review if agreement and agreement.has_reason else None

    def _lists(self, kind: TopicKind, name: str, roles: Iterable[str], work: Iterable[str]) -> bool:
        """Return whether a topic of `roles` on `work` is asked for, and list it if so.

        Besides those roles, whoever has a letter on the work can ask for it, and is concerned if so.
        """
        concerned, on = set(roles), tuple(work)
        letters = (self.graph.letters(each).items() for each in on)
        concerned |= self.asked.intersection(role for each in letters for role, held in each if held)
        if self.asked and self.asked.isdisjoint(concerned):
            return False
        self.listed.append(Topic(kind, name, tuple(sorted(concerned, key=by_name))))
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
