"""A question about roles or people: who holds a role, what somebody does, whether somebody owns some work."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from raci.language.words import words
from raci.search.role_mentions import Meant

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from raci.model.scheme import Meaning
    from raci.search.role_mentions import Mention

_AROUND = "?!.,;:()\"'"  # what stands around words


class About(StrEnum):
    """What a question about roles asks for: who holds them, their work, their part in some work."""

    HOLDER = "holder"
    WORK = "work"
    PART = "part"


class Side(NamedTuple):
    """Whom a question asks about, as typed; `meant` is empty where nobody here is called so."""

    text: str
    meant: Meant = Meant()


@dataclass(frozen=True, slots=True)
class RoleQuestion:
    """A question about the roles and people of its `sides`.

    `part` is the part in work that it asks for, None for any; `every` says that it asks whether all sides
    have it. `rest` are the words for the work of which it asks for the part; beside who holds a role they
    may make it a question for work. `said` are the words that name the sides.
    """

    about: About
    sides: tuple[Side, ...]
    said: tuple[str, ...]
    part: Meaning | None = None
    rest: str = ""
    every: bool = False


@dataclass(frozen=True)
class Reading:
    """The words of a question, as compared and as typed, and where they name roles or people."""

    asked: list[str]
    typed: list[str]
    mentions: Sequence[Mention] = ()

    def left(self, mentions: Sequence[Mention], besides: Container[str] = ()) -> list[str]:
        """Return the words beside some mentions."""
        named = {number for each in mentions for number in range(each.start, each.end)}
        return [word for number, word in enumerate(self.asked) if number not in named and word not in besides]

    def side(self, start: int, end: int, meant: Meant | None) -> Side:
        """Return whom some of the words mean, as they were typed."""
        return Side(" ".join(dict.fromkeys(self.typed[start:end])), meant or Meant())

    def question(
        self,
        about: About,
        mentions: Sequence[Mention],
        *,
        part: Meaning | None = None,
        rest: str = "",
        every: bool = False,
    ) -> RoleQuestion:
        """Return the question about whom some mentions mean."""
        sides = tuple(self.side(each.start, each.end, each.meant) for each in mentions)
        said = tuple(word for each in mentions for word in self.asked[each.start : each.end])
        return RoleQuestion(about, sides, said, part, rest, every)


def as_read(question: str) -> tuple[list[str], list[str]]:
    """Return the words of a question as they are compared, and each as it was typed."""
    pairs = [(word, token.strip(_AROUND)) for token in question.split() for word in words(token)]
    return [word for word, _ in pairs], [token for _, token in pairs]


def trimmed(asked: Sequence[str], start: int, end: int, without: Container[str]) -> tuple[int, int]:
    """Return where a run of words begins and ends without some words at its ends."""
    while start < end and asked[start] in without:
        start += 1
    while start < end and asked[end - 1] in without:
        end -= 1
    return start, end
