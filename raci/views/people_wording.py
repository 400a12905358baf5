"""How people are put into words: who somebody is, how to reach them, and which roles they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.views.wording import with_aside

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.queries.asked_records import NamedPerson, SideRecord
    from raci.views.wording import Wording


def of_people(side: SideRecord, wording: Wording) -> str:
    """Return which roles the people hold whom a question names."""
    if len(side.people) > 1:
        return which_person(side.text, side.people, wording)
    return " ".join(who_holds(each, wording) for each in side.people)


def which_person(text: str, people: Iterable[NamedPerson], wording: Wording) -> str:
    """Return who may be meant by a name, and which roles each of them holds."""
    holding = (f"{called(each)}, who holds {wording.names(each.roles)}" for each in people)
    return f"{quoted(text)} may be {', or '.join(holding)}."


def who_holds(person: NamedPerson, wording: Wording) -> str:
    """Return which roles somebody holds."""
    return f"{called(person)} holds {wording.names(person.roles)}."


def called(person: NamedPerson) -> str:
    """Return somebody's name, and how to reach this person."""
    return with_aside(person.name, person.contact)


def quoted(text: str) -> str:
    """Return text in quotes, as it was asked for."""
    return f'"{text}"'
