"""Where a question names roles, or people who hold them: in full, or by some words of a role's name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from raci.language.words import words
from raci.model.people import people_by_name, roles_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from raci.language.language import Language
    from raci.language.stems import Stems
    from raci.model.people import Person
    from raci.model.register import Register


_BEGUN = 5  # letters: so many of a name are no chance


class Meant(NamedTuple):
    """The ids of the roles that words mean, and the people, where they name people."""

    roles: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """Whom the words of a question mean from `start` up to `end`."""

    start: int
    end: int
    meant: Meant


class Holders:
    """The roles of a register and who holds them, by the words of their names."""

    def __init__(self, register: Register, language: Language, stems: Stems) -> None:
        self._register, self._silent, self._stems = register, language.silent, stems
        self._roles = self._named()

    def mentions(self, asked: Sequence[str], typed: Sequence[str]) -> list[Mention]:
        """Return where words name roles or people in full, longest names first; `typed` are they as written.

        A silent word is a name only where it is written like one: "IT", "Will".
        """
        found: list[Mention] = []
        at = 0
        while at < len(asked):
            ends = range(min(len(asked), at + self._longest), at, -1)
            spans = ((end, self.called(asked[at:end])) for end in ends if self._may_be(at, end, asked, typed))
            end, meant = next(((end, meant) for end, meant in spans if meant), (at + 1, None))
            if meant:
                found.append(Mention(at, end, meant))
            at = end
        return found

    def called(self, name: Sequence[str]) -> Meant | None:
        """Return who is called so: a role by its name, or people by one of theirs, or roles by initials."""
        if roles := self._roles.get(self._stems.all_of(name)):
            return Meant(roles)
        if people := self._people.get(tuple(name), ()):
            return Meant(roles_of(people), people)
        return Meant(roles) if len(name) == 1 and (roles := self._initials.get(name[0], ())) else None

    def partly_called(self, name: Sequence[str]) -> Meant | None:
        """Return the roles that have all of some words in one of their names."""
        stems = {self._stems.of(word) for word in name if word not in self._silent}
        found = {role: None for label, roles in self._roles.items() if stems <= set(label) for role in roles}
        return Meant(tuple(found)) if stems and found else None

    def with_words(self, asked: Sequence[str]) -> dict[str, list[str]]:
        """Return the words that are in the names of each role which has one; the last may be begun only."""
        found: dict[str, list[str]] = {}
        labels = [(set(label), roles) for label, roles in self._roles.items()]
        for word in dict.fromkeys(asked):
            stem = self._stems.of(word)
            for role in dict.fromkeys(role for label, roles in labels if stem in label for role in roles):
                found.setdefault(role, []).append(word)
        typed = " ".join(asked)
        for role_ in self._register.roles.values() if len(typed) >= _BEGUN else ():
            if " ".join(words(role_.name)).startswith(typed):
                found[role_.id] = list(asked)
        return found

    def _may_be(self, start: int, end: int, asked: Sequence[str], typed: Sequence[str]) -> bool:
        if any(word not in self._silent for word in asked[start:end]):
            return True
        return all(each.isupper() or (start and each.istitle()) for each in typed[start:end])

    @cached_property
    def _longest(self) -> int:
        return max(map(len, (*self._roles, *self._people)), default=0)

    @cached_property
    def _people(self) -> Mapping[tuple[str, ...], tuple[Person, ...]]:
        return people_by_name(self._register)

    @cached_property
    def _initials(self) -> Mapping[str, tuple[str, ...]]:
        """Roles by the initials of their names."""
        found: dict[str, tuple[str, ...]] = {}
        for role in self._register.roles.values():
            telling = [word for word in words(role.name) if word not in self._silent]
            if len(telling) > 1:
                initials = "".join(word[0] for word in telling)
                found[initials] = (*found.get(initials, ()), role.id)
        return found

    def _named(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        """Return roles by the stems of their names; an id goes before a name, that before an alias."""
        found: dict[tuple[str, ...], tuple[str, ...]] = {}
        roles = self._register.roles.values()
        for called in (
            [(role.id, role.id) for role in roles],
            [(role.name, role.id) for role in roles],
            [(alias, role.id) for role in roles for alias in role.entry.aliases],
        ):
            level: dict[tuple[str, ...], dict[str, None]] = {}
            for name, id_ in called:
                level.setdefault(self._stems.all_of(words(name)), {})[id_] = None
            found = {label: tuple(ids) for label, ids in level.items() if label} | found
        return found
