"""A name that something else goes by: who has it, and what can be done about that."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from raci.decisions.things import Kind, holder
from raci.text.names import slug
from raci.text.shell import command, raci_command

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raci.decisions.things import Thing
    from raci.model.register import Register


def told_taken(register: Register, name: str, taken: Thing, id_: str, options: Sequence[str]) -> str:
    """Return in sentences that something has a name which the thing with an id was to have.

    `options` say in a command where the files are.
    """
    told = f'"{name}" is taken: {taken} goes by it ({taken.id}).'
    if not is_called(register, taken, name):
        aliases = map(register.fold, taken.others)
        first = "Take it out of the aliases there first, or choose"
        return f"{told} {first if register.fold(name) in aliases else 'Choose'} another name."
    if taken.kind is Kind.WORK:
        said = command("raci", "settle", id_, "--same", taken.id, *options)
        told += f" If the two are one, settle that: {said}"
    return told


def swap(register: Register, one: Thing, other: Thing, options: Sequence[str]) -> tuple[str, ...]:
    """Return the three commands by which two things of a kind swap their names.

    An id that is made of the name goes with it.
    """
    third = next(
        name
        for number in count(1)
        if holder(register, name := f"{other.name} ({number})", other.kind, other.id) is None
    )
    steps = ((other, other.name, third), (one, one.name, other.name), (other, third, one.name))
    return tuple(
        raci_command(
            "rename",
            (old, new),
            (
                "--no-alias",
                "--kind",
                each.kind.value,
                *(("--id",) if each.id == slug(each.name) else ()),
                *options,
            ),
        )
        for each, old, new in steps
    )


def _with_id(thing: Thing) -> tuple[str, ...]:
    return ("--id",) if thing.id == slug(thing.name) else ()


def is_called(register: Register, thing: Thing, name: str) -> bool:
    """Return whether a name is that of a thing, and no alias or id of it."""
    return register.fold(name) == register.fold(thing.name)
