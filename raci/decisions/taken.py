"""A name that something else goes by: who has it, and what can be done about that."""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING

from raci.decisions.things import Kind

if TYPE_CHECKING:
    from raci.decisions.things import Thing
    from raci.model.register import Register


def told_taken(register: Register, name: str, taken: Thing, id_: str) -> str:
    """Return in sentences that something has a name which the thing with an id was to have."""
    told = f'"{name}" is taken: {taken} goes by it ({taken.id}).'
    if not is_called(register, taken, name):
        aliases = map(register.fold, taken.others)
        first = "Take it out of the aliases there first, or choose"
        return f"{told} {first if register.fold(name) in aliases else 'Choose'} another name."
    if taken.kind is Kind.WORK:
        told += f" If the two are one, settle that: raci settle {quote(id_)} --same {quote(taken.id)}."
    return told


def is_called(register: Register, thing: Thing, name: str) -> bool:
    """Return whether a name is that of a thing, and no alias or id of it."""
    return register.fold(name) == register.fold(thing.name)
