"""The people of a register: who holds which roles."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from raci.language.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from raci.model.register import Register


class Person(NamedTuple):
    """Somebody, and the roles that this person holds now, in the order of their ids."""

    name: str
    contact: str | None
    roles: tuple[str, ...]


def people_of(register: Register) -> tuple[Person, ...]:
    """Return all people; those of one name are told apart by their contacts.

    Who has no contact in one place is the one of that name who has one in another, if there is one only.
    """
    held: dict[str, dict[str | None, list[str]]] = {}
    names: dict[str, str] = {}
    for role in register.roles.values():
        for person in role.entry.people:
            key = register.fold(person.name)
            names.setdefault(key, person.name)
            held.setdefault(key, {}).setdefault(person.contact, []).append(role.id)
    for contacts in held.values():
        if None in contacts and len(contacts) == 2:  # noqa: PLR2004 - with a contact, and without
            (known,) = contacts.keys() - {None}
            contacts[known] += contacts.pop(None)
    return tuple(
        Person(names[key], contact, tuple(sorted(set(roles))))
        for key, contacts in sorted(held.items())
        for contact, roles in contacts.items()
    )


def people_by_name(register: Register) -> Mapping[tuple[str, ...], tuple[Person, ...]]:
    """Return people by the words of each part of their names; who is called so in full goes before others.

    People of one name are called so with their contact as well.
    """
    parts: dict[tuple[str, ...], dict[Person, None]] = {}
    whole: dict[tuple[str, ...], dict[Person, None]] = {}
    for person in people_of(register):
        name = tuple(words(person.name))
        whole.setdefault(name, {})[person] = None
        if person.contact:
            whole.setdefault((*name, *words(person.contact)), {})[person] = None
        for start in range(len(name)):
            for end in range(start + 1, len(name) + 1):
                parts.setdefault(name[start:end], {})[person] = None
    return {name: tuple(people) for name, people in (parts | whole).items()}


def roles_of(people: Iterable[Person]) -> tuple[str, ...]:
    """Return the roles that people hold, each once."""
    return tuple(dict.fromkeys(role for person in people for role in person.roles))
