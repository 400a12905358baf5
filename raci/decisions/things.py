"""What can be named in a register: roles, work, overlaps and practices, and what each goes by."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from raci.decisions.decision import CannotDecide
from raci.decisions.missing import SeveralChoices
from raci.model.index import Index
from raci.text.names import did_you_mean, in_words, nearest, slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from raci.graph.ownership import OwnershipGraph
    from raci.location import Place
    from raci.model.entries import UnownedEntry, WorkEntry
    from raci.model.register import Register


class Kind(StrEnum):
    """The kinds of things that have names."""

    ROLE = "role"
    WORK = "work"
    OVERLAP = "overlap"
    PRACTICE = "practice"


class Thing(NamedTuple):
    """Something with an id, a name and further names."""

    kind: Kind
    id: str
    name: str
    others: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f'the {self.kind.value} "{self.name}"'


def things(register: Register, kind: Kind) -> Iterator[Thing]:
    """Yield everything of a kind, in the order of the ids."""
    if kind is Kind.ROLE:
        roles = register.roles.values()
        yield from (Thing(kind, each.id, each.name, each.entry.aliases) for each in roles)
    elif kind is Kind.WORK:
        yield from (Thing(kind, each.id, each.name, each.aliases) for each in register.work.values())
    elif kind is Kind.OVERLAP:
        yield from (Thing(kind, each.id, each.entry.name or each.id) for each in register.overlaps.values())
    else:
        yield from (Thing(kind, each.id, each.entry.name) for each in register.practices.values())


def index_of(register: Register, kind: Kind) -> Index:
    """Return what references to everything of a kind mean."""
    index = Index(kind.value, register.fold)
    if kind is Kind.WORK:
        for work in register.work:
            for entry, _ in entries_of(register, work):
                index.add(work, entry.name, entry.aliases)
    else:
        for each in things(register, kind):
            index.add(each.id, each.name, each.others)
    return index


def thing_named(register: Register, name: str, kinds: Iterable[Kind]) -> Thing:
    """Return what goes by a name, an alias or an id.

    Raises CannotDecide where that is nothing, SeveralChoices where it is several.
    """
    asked = tuple(kinds)
    found: Sequence[Thing] = [
        each
        for kind in asked
        for ids in [set(index_of(register, kind).asked(name))]
        for each in things(register, kind)
        if each.id in ids
    ]
    if len(found) > 1:
        found = _meant_first(register, name, found)
    if len(found) == 1:
        return found[0]
    kind_named = f"no {in_words((each.value for each in asked), last='or')}"
    if not found:
        known = {
            called for kind in asked for each in things(register, kind) for called in (each.id, each.name)
        }
        names = {each.name for kind in asked for each in things(register, kind)}
        meant = did_you_mean(name, known if nearest(name, known) else names)
        raise CannotDecide(f'"{name}" is {kind_named}. {meant}'.rstrip())
    several = in_words((f"{each} ({each.id})" for each in found), last="or")
    way = "Say which with --kind" if len({each.kind for each in found}) > 1 else "Write the id"
    choices = [(f"{each.kind.value} {each.id}", each.name) for each in found]
    raise SeveralChoices(f'"{name}" may be {several}. {way}.', choices)


def _meant_first(register: Register, name: str, found: Sequence[Thing]) -> Sequence[Thing]:
    """Return those of several things that a name is the name of, or else the id of; or else all.

    An overlap without a name of its own goes by its id alone.
    """
    folded = register.fold(name)
    named = [
        each
        for each in found
        if folded == register.fold(each.name)
        and (each.kind is not Kind.OVERLAP or register.overlaps[each.id].entry.name is not None)
    ]
    return named or [each for each in found if each.id in (name, slug(name))] or found


def thing_chosen(register: Register, choice: str) -> Thing:
    """Return the thing that is meant by one of several choices: its kind and its id."""
    kind, id_ = choice.split(" ", 1)
    return next(each for each in things(register, Kind(kind)) if each.id == id_)


def holder(register: Register, name: str, kind: Kind, besides: str) -> Thing | None:
    """Return what else of a kind goes by a name, by name, alias or id; None where it is free."""
    folded, id_ = register.fold(name), slug(name)
    return next(
        (
            each
            for each in things(register, kind)
            if each.id != besides
            and (each.id in (id_, name) or folded in map(register.fold, (each.name, *each.others)))
        ),
        None,
    )


def entries_of(register: Register, work: str) -> list[tuple[WorkEntry | UnownedEntry, Place]]:
    """Return the entries for a piece of work, the roles' in the order of their ids."""
    named = register.work[work]
    found: list[tuple[WorkEntry | UnownedEntry, Place]] = [(each.entry, each.place) for each in named.claims]
    if named.unowned is not None:
        found.append((named.unowned.entry, named.unowned.place))
    return found


def lead_of(graph: OwnershipGraph, work: str) -> tuple[WorkEntry | UnownedEntry, Place]:
    """Return the entry that speaks for a piece of work: the accountable role's, or the first."""
    accountable = graph.accountable(work)
    for claim in graph.register.work[work].claims:
        if claim.role in accountable:
            return claim.entry, claim.place
    return entries_of(graph.register, work)[0]
