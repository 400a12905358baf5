"""Which roles are meant by words that were typed without quotes: one name, or several in a row."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from raci.language.words import words as words_of
from raci.model.field_types import Record, RoleIds, Text, WorkIds
from raci.model.index import Index, role_index
from raci.model.people import people_by_name, roles_of
from raci.queries.asked_records import NamedPerson
from raci.text.names import fold, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from raci.model.register import Register

_NEAREST = 3
_PAIR = 2  # roles that can be held against each other
_BETWEEN = frozenset({"and", "&", "vs", "vs.", "versus"})
_LONGEST = 50  # words: nobody types so many
_MISSPELT = 85
_READ = 200  # characters: what is longer comes near to no name


@dataclass(frozen=True)
class DoubtRecord(Record):
    """A part of a question that names no role, or may name several."""

    text: Text
    """The part of the names that is in doubt."""
    may_be: RoleIds = ()
    """The roles that it may mean; empty where it is none."""
    nearest: RoleIds = ()
    """The roles that have a name which comes near, where it is none."""
    work: WorkIds = ()
    """The pieces of work that it names, where it is no role."""
    people: tuple[NamedPerson, ...] = ()
    """The people that it names, where several are called so or one holds several roles."""


@dataclass(frozen=True, slots=True)
class Named:
    """The ids of the roles that words name, in their order, or what is in doubt; one of the two is empty.

    `people` are those whose names were given instead of a role's.
    """

    roles: tuple[str, ...] = ()
    doubts: tuple[DoubtRecord, ...] = ()
    people: tuple[NamedPerson, ...] = ()


class _Names:
    """What roles go by: their own names, or else the names of those who hold them."""

    def __init__(self, register: Register) -> None:
        self.index = role_index(register)
        self._people = people_by_name(register)

    def asked(self, text: str) -> tuple[str, ...]:
        """Return the roles that somebody may mean."""
        return self.index.asked(text) or roles_of(self._people.get(tuple(words_of(text)), ()))

    def people(self, text: str) -> tuple[NamedPerson, ...]:
        """Return the people whom a text names, if it names no role."""
        found = () if self.index.asked(text) else self._people.get(tuple(words_of(text)), ())
        return tuple(NamedPerson(*person) for person in found)

    def named(self, parts: Iterable[tuple[str, tuple[str, ...]]]) -> Named:
        """Return what the parts of a question name, each with the roles that it may mean."""
        listed = list(parts)
        people = {text: self.people(text) for text, _ in listed}
        doubts = {
            DoubtRecord(text, found, people=people[text]): None for text, found in listed if len(found) > 1
        }
        if len(listed) == 1 and len(listed[0][1]) == _PAIR and len(people[listed[0][0]]) == 1:
            return Named(listed[0][1], people=people[listed[0][0]])
        if doubts:
            return Named(doubts=tuple(doubts))
        told = dict.fromkeys(person for each in people.values() for person in each)
        return Named(tuple(found[0] for _, found in listed), people=tuple(told))


def roles_in(register: Register, names: Sequence[str]) -> Named:
    """Return the roles that `names` name: all of their words together one role, or else as few as can be.

    Between two names there may be "and" or "versus". Where words can be parted in several ways, names
    that were given as one decide.
    """
    if not names:
        return Named()
    index = _Names(register)
    words = tuple(" ".join(names).split())
    ends = set(accumulate(len(name.split()) for name in names))
    if found := index.asked(" ".join(words)):
        return index.named([(" ".join(words), found)])
    pairs = list(_pairs(index, words)) if len(words) <= _LONGEST else []
    whole = [pair for pair in pairs if all(len(found) == 1 for _, found in pair)]
    as_given = [pair for pair in whole if len(pair[0][0].split()) in ends]
    best = next((kept for kept in (as_given, whole, pairs) if kept), None)
    if best and len({tuple(found for _, found in pair) for pair in best}) == 1:
        return index.named(best[0])
    if best:
        ways = dict.fromkeys(role for pair in best for _, found in pair for role in found)
        return Named(doubts=(DoubtRecord(" ".join(words), tuple(sorted(ways))),))
    if len(words) <= _LONGEST and (several := _several(index, words)):
        return Named(several)
    return Named(doubts=(_doubt(register, index.index, _unknown_part(index, words)),))


_Pair = list[tuple[str, tuple[str, ...]]]


def _pairs(index: _Names, words: Sequence[str]) -> Iterator[_Pair]:
    """Yield the ways to part words into two names, with the roles that each may mean."""
    for cut in range(1, len(words)):
        rest = words[cut + 1 :] if words[cut].lower() in _BETWEEN and cut + 1 < len(words) else words[cut:]
        for other in dict.fromkeys((tuple(words[cut:]), tuple(rest))):
            pair = [(text, index.asked(text)) for text in (" ".join(words[:cut]), " ".join(other))]
            if all(found for _, found in pair):
                yield pair


def _several(index: _Names, words: Sequence[str]) -> tuple[str, ...]:
    """Return the roles that words name one after the other, as few as can be; none where a word is left."""
    ways: list[tuple[str, ...] | None] = [()]
    for end in range(1, len(words) + 1):
        found: list[tuple[str, ...]] = []
        before = ways[end - 1]
        if before and words[end - 1].lower() in _BETWEEN:
            found.append(before)
        for start in range(end):
            head = ways[start]
            roles = index.asked(" ".join(words[start:end])) if head is not None else ()
            if head is not None and len(roles) == 1:
                found.append((*head, *roles))
        ways.append(min(found, key=len, default=None))
    return ways[-1] or ()


def _unknown_part(index: _Names, words: Sequence[str]) -> str:
    """Return what is left of words beside the longest name at one of their ends, or all of them.

    All of them are one name that is misspelt if one of as many words comes that near.
    """
    near = nearest(" ".join(words), index.index.known(), at_least=_MISSPELT) if len(words) <= _LONGEST else ()
    if near and len(fold(near[0]).split()) == len(words):
        return " ".join(words)
    for length in range(min(len(words) - 1, _LONGEST), 0, -1):
        if index.asked(" ".join(words[:length])):
            return " ".join(_without_joint(words[length:]))
        if index.asked(" ".join(words[-length:])):
            return " ".join(_without_joint(words[:-length], last=True))
    return " ".join(words)


def _without_joint(words: Sequence[str], *, last: bool = False) -> Sequence[str]:
    joint = words[-1 if last else 0]
    if len(words) == 1 or joint.lower() not in _BETWEEN:
        return words
    return words[:-1] if last else words[1:]


def _doubt(register: Register, index: Index, text: str) -> DoubtRecord:
    """Return the doubt about a part that names no role, with what it may be instead."""
    of_work = Index("piece of work")
    for work in register.work.values():
        of_work.add(work.id, work.name, work.aliases)
    if found := of_work.asked(text):
        return DoubtRecord(text, work=found)
    known = index.known()
    near = nearest(text[:_READ], known, limit=len(known))
    roles = (role for name in near for role in index.find(name))
    return DoubtRecord(text, nearest=tuple(dict.fromkeys(roles))[:_NEAREST])
