"""What many questions are answered with, and whether as expected: a register's own regression test."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.errors import RaciError
from raci.language.language import DEFAULT
from raci.language.words import words
from raci.model.field_types import Count, File, Line, Record, Text
from raci.model.index import Index, role_index
from raci.model.limits import LONGEST_QUESTION, MOST_IN_A_LIST, MOST_MISTAKES
from raci.model.people import people_by_name, roles_of
from raci.queries.question import Readers
from raci.queries.who_owns import LIMIT, WhoOwns, answered
from raci.text.names import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from raci.graph.ownership import OwnershipGraph

NOBODY = ("nobody", "-")
"""What is expected where nobody is to be named."""

_BETWEEN = re.compile(r"[;\t]")
_READ = 200  # characters: what is longer comes near to no name


class WrongQuestions(RaciError, ValueError):
    """Questions that cannot be asked: each line with what is wrong there."""


@dataclass(frozen=True)
class Asked(Record):
    """A question, and its answer."""

    line: Line
    expected: tuple[Text, ...]
    """What is expected, as it is written: work, roles or people by name, or "nobody"; one is enough."""
    as_expected: bool | None
    """Whether the answer names one of them; null where nothing is expected."""
    answer: WhoOwns


@dataclass(frozen=True)
class Tally(Record):
    """How many questions there are, and how they were answered."""

    asked: Count
    """All of them."""
    expecting: Count
    """The questions with something that is expected."""
    as_expected: Count
    """Those of them whose answer is as expected."""
    doubtful: Count
    """The answers that may well be something else."""
    nobody: Count
    """The questions that nothing answers to."""


@dataclass(frozen=True)
class Questions(Record):
    """What many questions are answered with, and whether that is as expected."""

    file: File | None
    """Where the questions stand."""
    summary: Tally
    asked: tuple[Asked, ...]
    """The questions in their order. One is not as expected: exit code 1."""


@dataclass(frozen=True, slots=True)
class _Expectation:
    """The ids of the roles and the work one of which is to be named, or that nobody is."""

    roles: frozenset[str]
    work: frozenset[str]
    nobody: bool

    def is_met_by(self, answer: WhoOwns) -> bool:
        """Return whether an answer, or one of several that are as good, is what was expected."""
        about = answer.about_roles
        if about is not None and about.is_answer and not answer.best:
            roles = {*(role.id for role in about.held), *(about.listed.roles if about.listed else ())}
            work = set(about.listed.work if about.listed else ())
            return (self.nobody and not roles | work) or bool(self.roles & roles or self.work & work)
        owners = {best.accountable[0] for best in answer.best if len(best.accountable) == 1}
        named = {best.id for best in answer.best}
        return (self.nobody and not owners) or bool(self.roles & owners or self.work & named)


def questions(
    graph: OwnershipGraph,
    lines: Iterable[str],
    *,
    language: str = DEFAULT,
    limit: int | None = LIMIT,
    file: str | None = None,
) -> Questions:
    """Return what the questions in `lines` are answered with: one a line, empty lines and # comments aside.

    Behind a tab may stand what is expected: work, roles or people, by id, name or alias, with semicolons
    between them, or "nobody". Raises WrongQuestions with every line that is wrong, UnknownLanguage, and
    ValueError for a limit that is not positive.
    """
    read = _Reading(graph, file)
    asked = list(read.questions(lines))
    if not asked and not read.problems:
        read.problems.append("There is no question.")
    if read.problems:
        raise WrongQuestions("\n".join(["The questions cannot be asked.", *read.problems[:MOST_MISTAKES]]))
    readers = Readers.of(graph.register, language)
    done = tuple(
        _asked(line, expected, meant, answered(graph, readers, question, limit))
        for line, question, expected, meant in asked
    )
    return Questions(file, _tally(done), done)


def _asked(line: int, expected: tuple[str, ...], meant: _Expectation, answer: WhoOwns) -> Asked:
    return Asked(line, expected, meant.is_met_by(answer) if expected else None, answer)


def _tally(asked: tuple[Asked, ...]) -> Tally:
    return Tally(
        asked=len(asked),
        expecting=sum(each.as_expected is not None for each in asked),
        as_expected=sum(each.as_expected is True for each in asked),
        doubtful=sum(each.answer.doubtful for each in asked),
        nobody=sum(not each.answer.is_answered for each in asked),
    )


class _Reading:
    """Lines read as questions; what is wrong with them gathers in `problems`."""

    def __init__(self, graph: OwnershipGraph, file: str | None) -> None:
        self.problems: list[str] = []
        self._file = file
        self._roles = role_index(graph.register)
        self._people = people_by_name(graph.register)
        self._work = Index("piece of work", graph.register.fold)
        for work in graph.register.work.values():
            self._work.add(work.id, work.name, work.aliases)
        self._known: set[str] = set()

    def questions(self, lines: Iterable[str]) -> Iterator[tuple[int, str, tuple[str, ...], _Expectation]]:
        """Yield each question with its line, what is expected as written, and what that means."""
        found = 0
        for number, line in enumerate(lines, 1):
            if not line.strip() or line.lstrip().startswith("#"):
                continue
            found += 1
            if found > MOST_IN_A_LIST:
                self._wrong(number, f"There are more than {MOST_IN_A_LIST:,} questions.")
                return
            question, _, rest = (part.strip() for part in line.partition("\t"))
            if not question:
                self._wrong(number, "There is no question before the tab.")
            elif len(question) > LONGEST_QUESTION:
                self._wrong(number, f"The question has more than {LONGEST_QUESTION:,} characters.")
            else:
                expected = self._parted(rest)
                yield number, question, expected, self._meant(number, expected)

    def _parted(self, text: str) -> tuple[str, ...]:
        """Return the names in a text; a name may have a semicolon in it."""
        if self._roles.asked(text) or self._work.asked(text):
            return (text,)
        return tuple(filter(None, (part.strip() for part in _BETWEEN.split(text))))

    def _meant(self, line: int, expected: tuple[str, ...]) -> _Expectation:
        names = [name for name in expected if name.lower() not in NOBODY]
        roles = [self._roles.asked(name) or self._held_by(name) for name in names]
        work = [self._work.asked(name) for name in names]
        for name, *found in zip(names, roles, work, strict=True):
            if not any(found):
                what = f'"{name}" is no role, no person and no piece of work.'
                self._wrong(line, f"{what} {self._nearest(name)}".rstrip())
        return _Expectation(
            frozenset().union(*roles), frozenset().union(*work), nobody=len(names) < len(expected)
        )

    def _held_by(self, name: str) -> tuple[str, ...]:
        return roles_of(self._people.get(tuple(words(name)), ()))

    def _nearest(self, name: str) -> str:
        if len(self.problems) >= MOST_MISTAKES:
            return ""  # it is not told any more
        self._known = self._known or self._roles.known() | self._work.known()
        return " ".join(f'Did you mean "{close}"?' for close in nearest(name[:_READ], self._known))

    def _wrong(self, line: int, what: str) -> None:
        where = f"{self._file}:{line}" if self._file else f"line {line}"
        self.problems.append(f"{where}: {what}")
