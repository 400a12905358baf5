"""What a question to who-owns is about: work, roles and people, or all work of which something is true."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from raci.language.words import words
from raci.queries.asked_roles import about_roles, list_of, titled, what_is_asked
from raci.queries.subject import as_good_as
from raci.search.naming import NAMED, NEARLY_NAMED
from raci.search.ranking import Search
from raci.search.role_question import About
from raci.search.role_questions import RoleQuestions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raci.graph.ownership import OwnershipGraph
    from raci.model.register import Register
    from raci.queries.asked_records import AboutRoles, TitledRecord
    from raci.search.ranking import Hit
    from raci.search.role_question import RoleQuestion


_NEAREST = 3
_VAGUE = 5


@dataclass(frozen=True, slots=True)
class Understood:
    """The work that answers a question, and what is said of roles.

    A `doubtful` answer may well be to something else. `nearest` are names of work that come near where none
    answers, of a role some of its own; `vague` says that they all have a word which names too much.
    """

    hits: tuple[Hit, ...] = ()
    about_roles: AboutRoles | None = None
    doubtful: bool = False
    nearest: tuple[str, ...] = ()
    vague: bool = False

    @property
    def role(self) -> str | None:
        """Return the one role that is asked about instead of work, if it is one."""
        return self.about_roles.role if self.about_roles and not self.hits else None


class Readers(NamedTuple):
    """What reads questions to a register, made once for as many as there are."""

    search: Search
    roles: RoleQuestions

    @staticmethod
    def of(register: Register, language: str) -> Readers:
        """Return those of a register in a language. Raises UnknownLanguage."""
        return Readers(Search(register, language), RoleQuestions(register, language))


def understood(graph: OwnershipGraph, asked: str, readers: Readers) -> Understood:
    """Return what a question is about. Raises LongQuestion.

    Work goes before all else where the question has its name in full and that has the words in it which
    would make it a question about something else.
    """
    search, questions = readers
    hits = search.rank(asked)
    of_name = _words_of_name(graph, hits)
    listed = questions.listed(asked)
    if listed and not of_name.issuperset(listed.said):
        return Understood(about_roles=about_roles(graph, listed=list_of(graph, listed.listed)))
    question = questions.read(asked)
    if question and of_name.issuperset(question.said):
        question = None
    alone = question is not None and tuple(words(asked)) == question.said
    found = _of_roles(graph, search, question, hits if alone else ()) if question else None
    found = found or _of_work(graph, search, questions, asked, hits)
    contrary = bool(questions.denied(asked) - of_name) and bool(found.hits or found.about_roles)
    return replace(found, doubtful=True) if contrary else found


def _words_of_name(graph: OwnershipGraph, hits: Sequence[Hit]) -> frozenset[str]:
    """Return the words of the names of the work that is named in full, if any is."""
    if not hits or hits[0].score < NAMED:
        return frozenset()
    work = graph.register.work[hits[0].work]
    return frozenset(word for name in (work.name, *work.aliases, work.id) for word in words(name))


def _of_roles(
    graph: OwnershipGraph, search: Search, question: RoleQuestion, asked: Sequence[Hit]
) -> Understood | None:
    """Return what is said of roles; None where they are asked about work that is not known.

    The initials of a role may be those of work, which is `asked` for where nothing else is said.
    """
    whether, beside = question.about is About.PART, question.about is About.HOLDER and bool(question.rest)
    hits = search.rank(question.rest) if whether or beside else ()
    if whether and not hits:
        return None
    if beside and hits:
        return Understood(hits, doubtful=_are_doubtful(hits))
    best = [hit.work for hit in hits if hit.score >= as_good_as(hits[0].score)]
    found = what_is_asked(graph, question, best)
    misspelt = any(side.nearest and side.roles for side in found.sides)
    about = about_roles(graph, found)
    near = () if hits else _own_work(graph, about.role)
    if _are_doubtful(asked) and _has_initials_only(graph, question):
        return Understood(tuple(asked), about, doubtful=True)
    return Understood(hits, about, misspelt or beside or _are_doubtful(hits), near)


def _has_initials_only(graph: OwnershipGraph, question: RoleQuestion) -> bool:
    """Return whether a question names roles, and by no word of their names."""
    roles = [graph.register.roles[role] for side in question.sides for role in side.meant.roles]
    people = any(side.meant.people for side in question.sides)
    called = (name for role in roles for name in (role.id, role.name, *role.entry.aliases))
    return not people and not set(question.said) & {word for name in called for word in words(name)}


def _of_work(
    graph: OwnershipGraph, search: Search, questions: RoleQuestions, asked: str, hits: tuple[Hit, ...]
) -> Understood:
    """Return the work that answers a question, with roles that have its words in their names."""
    if questions.is_a_mention(asked, hits[0].matched if hits else ()):
        hits = ()
    if hits and hits[0].score >= NEARLY_NAMED and hits[0].sure:
        return Understood(hits)
    vague = () if hits else search.with_a_word_of(asked)
    if len(vague) == 1:
        hits, vague = (search.perhaps(vague[0], asked),), ()
    roles = _titled(graph, questions, asked, hits, vague)
    about = about_roles(graph, titled=roles) if roles else None
    if about and about.is_answer:
        return Understood(hits, about, doubtful=True, nearest=() if hits else _own_work(graph, about.role))
    near = () if hits else _nearest(graph, search, asked, vague)
    return Understood(hits, about, _are_doubtful(hits), near, bool(vague))


def _are_doubtful(hits: Sequence[Hit]) -> bool:
    return bool(hits) and not hits[0].sure


def _own_work(graph: OwnershipGraph, role: str | None) -> tuple[str, ...]:
    return tuple(work.name for work in graph.claimed_by(role))[:_NEAREST] if role else ()


def _nearest(graph: OwnershipGraph, search: Search, asked: str, vague: tuple[str, ...]) -> tuple[str, ...]:
    near = vague[:_VAGUE] or search.nearest(asked, _NEAREST)
    return tuple(graph.register.work[id_].name for id_ in near)


def _titled(
    graph: OwnershipGraph,
    questions: RoleQuestions,
    asked: str,
    hits: Sequence[Hit],
    vague: Sequence[str],
) -> tuple[TitledRecord, ...]:
    """Return the roles that are named beside the work, or instead of it, because of their names.

    Beside work only those that have all words of the question and are not accountable for it; who talks to
    the editor is asked for that work, though. A word that half of the roles have says as little as one that
    much of the work has.
    """
    roles = titled(*questions.in_a_title(asked))
    if vague and 2 * len(roles) > len(graph.register.roles):
        return ()
    if not hits:
        return roles
    best = [hit.work for hit in hits if hit.score >= as_good_as(hits[0].score)]
    owning = {role for work in best for role in graph.accountable(work)}
    if owning & {each.role for each in roles}:
        return ()
    named = questions.named(asked)
    return tuple(each for each in roles if each.whole and each.role not in named)
