"""Who owns what a question is about, and what that rests on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from raci.language.language import DEFAULT
from raci.model.scheme import Meaning
from raci.queries.records import (
    ClaimRecord,
    DisagreementRecord,
    OverlapRecord,
    PersonRecord,
    TwinRecord,
    claim_record,
    disagreement_record,
    escalation,
    overlap_record,
    written,
)
from raci.queries.subject import DOUBTFUL, as_good_as, role_named
from raci.search.ranking import NAMED, Search
from raci.text.names import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from raci.graph.ownership import OwnershipGraph
    from raci.model.scheme import Letters
    from raci.search.ranking import Hit

LIMIT = 5
_NEAREST = 3
_VAGUE = 5


@dataclass(frozen=True)
class Match:
    """A piece of work that answers the question, and who is what on it. Roles are ids, sorted.

    `matched` are the words of the question that matched, `twins` other work that is easily taken for
    this one. `letters` are the effective ones; `escalation` says in order to whom to turn where the sides
    disagree (role ids and plain text); `unowned_because` is why it has no owner on purpose. `contacts` are
    those of the accountable roles that have one, `contact` is that of the only one.
    """

    id: str
    name: str
    kind: str
    area: str | None
    aliases: tuple[str, ...]
    score: float
    matched: tuple[str, ...]
    status: str
    accountable: tuple[str, ...]
    responsible: tuple[str, ...]
    consulted: tuple[str, ...]
    informed: tuple[str, ...]
    other: tuple[str, ...]
    letters: Mapping[str, str]
    people: tuple[PersonRecord, ...]
    contact: str | None
    contacts: Mapping[str, str]
    disagreements: tuple[DisagreementRecord, ...]
    claims: tuple[ClaimRecord, ...]
    overlaps: tuple[OverlapRecord, ...]
    escalation: tuple[str, ...]
    unowned_because: str | None
    twins: tuple[TwinRecord, ...]


@dataclass(frozen=True)
class BestRecord:
    """Work that answers the question as well as any, and who is accountable for it."""

    id: str
    name: str
    status: str
    accountable: tuple[str, ...]


@dataclass(frozen=True)
class WhoOwns:
    """The answer: matches best first, and how many `more` there are.

    `best` is all work that answers as well as any, whether or not it is among the matches; `doubtful`
    says that it may be something else. Without a match `nearest` names the work that comes nearest;
    `vague` says that it does because each has a word of the question, which tells none from another.
    `role` is the role that the question names, if it names one: `nearest` is work on its list then.
    `roles`, `practices` and `work` are the names of the ids that the answer holds.
    """

    query: str
    scheme: str
    matches: tuple[Match, ...]
    more: int = 0
    best: tuple[BestRecord, ...] = ()
    doubtful: bool = False
    nearest: tuple[str, ...] = ()
    vague: bool = False
    role: str | None = None
    roles: Mapping[str, str] = field(default_factory=dict)
    practices: Mapping[str, str] = field(default_factory=dict)
    work: Mapping[str, str] = field(default_factory=dict)


def who_owns(
    graph: OwnershipGraph, query: str, *, language: str = DEFAULT, limit: int | None = LIMIT
) -> WhoOwns:
    """Return who owns the work that `query` is about: the best `limit` matches, or all without one.

    A query that is the name of an area matches the work in it. One that is the name of a role, and of
    no work, matches nothing and is answered with `role`. Raises UnknownLanguage, and ValueError for a
    limit that is not positive.
    """
    if limit is not None and limit < 1:
        raise ValueError(f"the limit is {limit} and must be positive")
    register = graph.register
    search = Search(register, language)
    hits = search.rank(query)
    role = None if hits and hits[0].score == NAMED else role_named(register, search, query)
    hits = () if role else hits
    matches = tuple(match_of(graph, hit) for hit in hits[:limit])
    best = tuple(_best(graph, hit.work) for hit in hits if hit.score >= as_good_as(hits[0].score))
    vague = () if hits or role else search.with_a_word_of(query)
    named = _ids_in(matches, best) | ({role} if role else set())
    return WhoOwns(
        query=query,
        scheme=register.scheme.name,
        matches=matches,
        more=len(hits) - len(matches),
        best=best,
        doubtful=bool(hits) and hits[0].score < DOUBTFUL,
        nearest=() if hits else _nearest(graph, query, role, vague),
        vague=bool(vague),
        role=role,
        roles={id_: each.name for id_, each in register.roles.items() if id_ in named},
        practices={id_: each.entry.name for id_, each in register.practices.items() if id_ in named},
        work={id_: register.work[id_].name for id_ in sorted(_work_in(matches))},
    )


def _best(graph: OwnershipGraph, work: str) -> BestRecord:
    holds = graph.standing(work)
    return BestRecord(work, graph.register.work[work].name, holds.status.value, holds.accountable)


def _nearest(graph: OwnershipGraph, query: str, role: str | None, vague: tuple[str, ...]) -> tuple[str, ...]:
    if role is not None:
        return tuple(work.name for work in graph.claimed_by(role))[:_NEAREST]
    work = graph.register.work
    if vague:
        return tuple(work[id_].name for id_ in vague)[:_VAGUE]
    return nearest(query, (each.name for each in work.values()), limit=_NEAREST, at_least=0)


def _ids_in(matches: Iterable[Match], best: Iterable[BestRecord]) -> set[str]:
    """Return the roles and practices that matches speak of, among other ids and texts."""
    named = {role for each in best for role in each.accountable}
    for match in matches:
        named.update(match.letters, match.escalation, *(twin.accountable for twin in match.twins))
        named.update(*(claim.with_ for claim in match.claims))
        for overlap in match.overlaps:
            if overlap.agreement is not None:
                agreement = overlap.agreement
                named.update(agreement.accountable.values(), agreement.escalation, agreement.practices)
    return named


def _work_in(matches: Iterable[Match]) -> set[str]:
    """Return the other work that the overlaps of matches speak of."""
    named: set[str] = set()
    for overlap in (overlap for match in matches for overlap in match.overlaps):
        named.update(filter(None, [overlap.same]))
        named.update(overlap.agreement.accountable if overlap.agreement else ())
    return named


def match_of(graph: OwnershipGraph, hit: Hit) -> Match:
    """Return the match that a hit of the search makes."""
    register = graph.register
    work, holds = register.work[hit.work], graph.standing(hit.work)
    held_by = {meaning: _holding(graph, holds.letters, meaning) for meaning in Meaning}
    accountable = [register.roles[role] for role in holds.accountable]
    return Match(
        id=work.id,
        name=work.name,
        kind=work.kind,
        area=work.area,
        aliases=work.aliases,
        score=hit.score,
        matched=hit.matched,
        status=holds.status.value,
        accountable=holds.accountable,
        responsible=held_by[Meaning.RESPONSIBLE],
        consulted=held_by[Meaning.CONSULTED],
        informed=held_by[Meaning.INFORMED],
        other=held_by[Meaning.OTHER],
        letters=written(holds.letters),
        people=tuple(
            PersonRecord(person.name, person.contact, role.id)
            for role in accountable
            for person in graph.people(role.id)
        ),
        contact=accountable[0].entry.contact if len(accountable) == 1 else None,
        contacts={role.id: role.entry.contact for role in accountable if role.entry.contact is not None},
        disagreements=tuple(disagreement_record(each) for each in holds.disagreements),
        claims=tuple(map(claim_record, graph.claims(work.id))),
        overlaps=tuple(overlap_record(graph, overlap) for overlap in graph.overlaps_covering(work.id)),
        escalation=escalation(graph, work.id),
        unowned_because=work.unowned.entry.because if work.unowned else None,
        twins=tuple(
            TwinRecord(twin, register.work[twin].name, graph.accountable(twin))
            for twin in graph.twins(work.id)
        ),
    )


def _holding(graph: OwnershipGraph, letters: Mapping[str, Letters], meaning: Meaning) -> tuple[str, ...]:
    codes = {letter.code for letter in graph.register.scheme.letters if letter.meaning is meaning}
    return tuple(role for role, held in letters.items() if codes.intersection(held))
