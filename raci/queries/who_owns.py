"""Who owns what a question is about, and what that rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from raci.language.language import DEFAULT
from raci.model.field_types import (
    Area,
    CodesByRole,
    Count,
    Escalation,
    Id,
    Name,
    PracticeId,
    Record,
    RoleId,
    RoleIds,
    RoleNames,
    SchemeName,
    Score,
    StatusValue,
    Text,
    WorkId,
    WorkKind,
)
from raci.model.scheme import Meaning
from raci.queries.asked_path import AskedPath, path_asked
from raci.queries.asked_records import (
    AboutRoles,
    DeputyRecord,
    PersonRecord,
    deputy_records,
    person_records,
)
from raci.queries.asked_roles import holding
from raci.queries.lesson import LessonRecord, lesson_of
from raci.queries.mentions import mentioned, role_names, work_names
from raci.queries.question import Readers, Understood, understood
from raci.queries.records import (
    BestRecord,
    ClaimRecord,
    DisagreementRecord,
    OverlapRecord,
    TwinRecord,
    best_record,
    claim_record,
    disagreement_record,
    escalation,
    overlap_record,
    written,
)
from raci.queries.subject import as_good_as
from raci.queries.work_paths import LinkRecord, PathRecord, where_it_lies

if TYPE_CHECKING:
    from raci.graph.ownership import OwnershipGraph
    from raci.search.ranking import Hit

LIMIT = 5


@dataclass(frozen=True)
class Match(Record):
    """A piece of work that answers the question, and who is what on it."""

    id: WorkId
    name: Name
    kind: WorkKind
    area: Area | None
    aliases: tuple[Name, ...]
    """Other names for it, and other words."""
    keywords: tuple[Text, ...]
    """Words that people use when they look for it, and no names."""
    score: Score
    """How well it answers; 1 where the question names it."""
    matched: tuple[Text, ...]
    """The words of the question that matched."""
    status: StatusValue
    accountable: RoleIds
    """The roles that are accountable: one, none, or several where it is contested."""
    responsible: RoleIds
    """The roles that do it."""
    consulted: RoleIds
    """The roles that are asked."""
    informed: RoleIds
    """The roles that are told."""
    other: RoleIds
    """The roles with a part that only the scheme knows."""
    letters: CodesByRole
    """The letters that hold, after agreements."""
    people: tuple[PersonRecord, ...]
    """Who holds the accountable roles now."""
    deputies: tuple[DeputyRecord, ...]
    """The deputy of each accountable role that has one."""
    contact: Text | None
    """Where to ask the accountable role, where there is one only."""
    contacts: Mapping[RoleId, Text]
    """Where to ask each accountable role that says so, by its id."""
    disagreements: tuple[DisagreementRecord, ...]
    """Where one claim expects other letters of a role than it holds."""
    claims: tuple[ClaimRecord, ...]
    """The roles' own entries for it."""
    overlaps: tuple[OverlapRecord, ...]
    """The declared overlaps that cover it."""
    escalation: Escalation
    unowned_because: Text | None
    """Why it has no owner on purpose."""
    paths: tuple[PathRecord, ...]
    """Where it lies in the repository."""
    links: tuple[LinkRecord, ...]
    """Where it lies elsewhere."""
    twins: tuple[TwinRecord, ...]
    """Other work that is easily taken for this one."""


@dataclass(frozen=True)
class WhoOwns(Record):
    """Who owns what a question is about."""

    query: Text
    """The question as asked."""
    scheme: SchemeName
    matches: tuple[Match, ...]
    """The work that answers the question, best first. Empty where none does."""
    more: Count = 0
    """How many further matches there are."""
    best: tuple[BestRecord, ...] = ()
    """All work that answers the question as well as any, best first, whether or not it is in matches."""
    doubtful: bool = False
    """The best match may well be something else."""
    nearest: tuple[Name, ...] = ()
    """Names of work that come nearest, where nothing matches."""
    vague: bool = False
    """Nothing matches because the words name too much of the work; nearest names some of it."""
    role: RoleId | None = None
    """The one role that the question asks about instead of work; nearest is work on its list."""
    about_roles: AboutRoles | None = None
    """What is answered of roles and people, or of all work; null where the question asks for work alone."""
    lesson: LessonRecord | None = None
    """What to write into which file to make the question name the best match, or what comes nearest."""
    path: AskedPath | None = None
    """What is asked about instead of words, if that is a path."""
    roles: RoleNames = field(default_factory=dict)
    practices: Mapping[PracticeId, Name] = field(default_factory=dict)
    """Names of the practice ids that the answer holds."""
    work: Mapping[WorkId, Name] = field(default_factory=dict)
    """Names of the work ids that overlaps and agreements in the answer hold."""

    @property
    def is_answered(self) -> bool:
        """Return whether there is an answer: work, or something about roles that are known."""
        return bool(self.matches) or (self.about_roles is not None and self.about_roles.is_answer)


def who_owns(
    graph: OwnershipGraph, query: str, *, language: str = DEFAULT, limit: int | None = LIMIT
) -> WhoOwns:
    """Return who owns the work that `query` is about: the best `limit` matches, or all without one.

    A query that is the name of an area matches the work in it. One about roles or people, or about all work
    of which something is true, is answered with `about_roles`. Raises UnknownLanguage, and ValueError for
    a limit that is not positive.
    """
    return answered(graph, Readers.of(graph.register, language), query, limit)


def answered(graph: OwnershipGraph, readers: Readers, query: str, limit: int | None) -> WhoOwns:
    """Return who owns the work that `query` is about, with readers that are at hand. Raises as `who_owns`."""
    if limit is not None and limit < 1:
        raise ValueError(f"the limit is {limit} and must be positive")
    register = graph.register
    path = path_asked(graph, query)
    found = understood(graph, query, readers) if path is None else Understood(path.hits)
    hits, about = found.hits, found.about_roles
    matches = tuple(match_of(graph, hit) for hit in hits[:limit])
    best = tuple(best_record(graph, hit.work) for hit in hits if hit.score >= as_good_as(hits[0].score))
    of_roles = found.role or (about and about.asked)
    first = [each.name for each in best] if found.doubtful else found.nearest
    candidates = () if of_roles or found.vague or path else first
    covering = [overlap for match in matches for overlap in match.overlaps]
    ids = mentioned([*matches, *best, *filter(None, [about])])
    return WhoOwns(
        query=query,
        scheme=register.scheme.name,
        matches=matches,
        more=len(hits) - len(matches),
        best=best,
        doubtful=found.doubtful,
        nearest=found.nearest,
        vague=found.vague,
        role=found.role,
        about_roles=about,
        lesson=lesson_of(graph, readers.search, query, candidates, unmatched=not hits),
        path=path,
        roles=role_names(register, ids[Id.ROLE]),
        practices={id_: register.practices[id_].entry.name for id_ in sorted(ids[Id.PRACTICE])},
        work=work_names(register, mentioned(covering)[Id.WORK]),
    )


def match_of(graph: OwnershipGraph, hit: Hit) -> Match:
    """Return the match that a hit of the search makes."""
    register = graph.register
    work, holds = register.work[hit.work], graph.standing(hit.work)
    held_by = holding(graph, hit.work)
    accountable = [register.roles[role] for role in holds.accountable]
    return Match(
        id=work.id,
        name=work.name,
        kind=work.kind,
        area=work.area,
        aliases=work.aliases,
        keywords=work.keywords,
        score=hit.score,
        matched=hit.matched,
        status=holds.status.value,
        accountable=holds.accountable,
        responsible=held_by[Meaning.RESPONSIBLE],
        consulted=held_by[Meaning.CONSULTED],
        informed=held_by[Meaning.INFORMED],
        other=held_by[Meaning.OTHER],
        letters=written(holds.letters),
        people=tuple(chain.from_iterable(person_records(role.entry.people, role.id) for role in accountable)),
        deputies=deputy_records(graph, holds.accountable),
        contact=accountable[0].entry.contact if len(accountable) == 1 else None,
        contacts={role.id: role.entry.contact for role in accountable if role.entry.contact is not None},
        disagreements=tuple(disagreement_record(each) for each in holds.disagreements),
        claims=tuple(map(claim_record, graph.claims(work.id))),
        overlaps=tuple(overlap_record(graph, overlap) for overlap in graph.overlaps_covering(work.id)),
        escalation=escalation(graph, work.id),
        unowned_because=work.unowned.entry.because if work.unowned else None,
        **where_it_lies(register, work.id),
        twins=tuple(
            TwinRecord(twin, register.work[twin].name, graph.accountable(twin))
            for twin in graph.twins(work.id)
        ),
    )
