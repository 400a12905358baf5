"""What somebody wants to settle, and for whom, in the words of the command."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from raci.decisions.agreeing import areas_of
from raci.decisions.decision import CannotDecide
from raci.decisions.missing import SeveralChoices
from raci.decisions.said import name_said
from raci.decisions.things import Kind, Thing, index_of, thing_named, things
from raci.queries.subject import understood
from raci.text.names import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from raci.graph.ownership import OwnershipGraph
    from raci.model.register import Register


def overlap_or_work(graph: OwnershipGraph, asked: str, language: str, kind: str | None = None) -> Thing:
    """Return the declared overlap or the piece of work that words are about, or what they name of a kind.

    Raises CannotDecide where they are about nothing, a role or work in doubt; SeveralChoices.
    """
    register = graph.register
    if kind is not None:
        return thing_named(register, asked, [Kind(kind)])
    about = understood(graph, asked, language)
    if about.role is not None:
        name = register.roles[about.role].name
        raise CannotDecide(f'"{asked}" is the role {name}. Name an overlap or a piece of work.')
    if about.overlap is not None:
        return next(each for each in things(register, Kind.OVERLAP) if each.id == about.overlap)
    found = [each for hit in about.hits for each in things(register, Kind.WORK) if each.id == hit.work]
    if not found:
        known = [each.name for kind in (Kind.WORK, Kind.OVERLAP) for each in things(register, kind)]
        meant = "".join(f' Did you mean "{each}"?' for each in nearest(asked, known))
        meant = meant or " raci overlaps lists what there is to settle."
        raise CannotDecide(f'Neither work nor an overlap is called "{asked}".{meant}')
    if len(found) > 1:
        covering = {each.id for each in graph.overlaps_covering_all(work.id for work in found)}
        found += [each for each in things(register, Kind.OVERLAP) if each.id in covering]
    listed = ", ".join(f'"{each.name}"' for each in found)
    if len(found) > 1:
        choices = [(f"{each.kind.value} {each.id}", each.name) for each in found]
        raise SeveralChoices(f'"{asked}" may be {listed}. Write one of these names.', choices)
    if not about.hits[0].sure:
        raise CannotDecide(f'No work is called "{asked}"; perhaps it is {listed}. Write the name.')
    return found[0]


def area_for(graph: OwnershipGraph, work: str) -> str | None:
    """Return the id of the overlap that an agreement on a piece of work goes into, None where none covers it.

    Raises SeveralChoices where several do, and not one of them speaks of it.
    """
    areas = areas_of(graph, work)
    named = [each for each in areas if each.id in graph.named_by(work)]
    fitting = named if len(named) == 1 else areas
    if len(fitting) > 1:
        name = graph.register.work[work].name
        listed = ", ".join(f'"{each.name}" ({each.id})' for each in fitting)
        raise SeveralChoices(
            f'Several overlaps cover "{name}": {listed}. Name one of them, and say --accountable WORK=ROLE.',
            [(each.id, each.name) for each in fitting],
        )
    return fitting[0].id if fitting else None


def owners(register: Register, said: Sequence[str]) -> str | Mapping[str, str]:
    """Return the id of the role that people name, or those of roles by work: each `WORK=ROLE`.

    Raises CannotDecide for what is no role or no work, with the nearest that is.
    """
    roles, work = index_of(register, Kind.ROLE), index_of(register, Kind.WORK)
    by_work: dict[str, str] = {}
    for each in said:
        parts = each.split("=")
        splits = [("=".join(parts[:at]), "=".join(parts[at:])) for at in range(1, len(parts))]
        if roles.asked(each) or not splits:
            if len(said) > 1:
                raise CannotDecide(f'With several --accountable each is WORK=ROLE; "{each}" names no work.')
            return thing_named(register, each, [Kind.ROLE]).id
        known = (pair for pair in splits if work.asked(pair[0].strip()) and roles.asked(pair[1].strip()))
        left, right = next(known, splits[-1])
        piece = thing_named(register, left.strip(), [Kind.WORK])
        if piece.id in by_work:
            raise CannotDecide(f'--accountable names "{piece.name}" twice.')
        by_work[piece.id] = thing_named(register, right.strip(), [Kind.ROLE]).id
    return by_work


def covered_by(graph: OwnershipGraph, overlap: str | None, work: str | None) -> tuple[str, ...]:
    """Return what a decision is about: one piece of work, or all that an overlap covers."""
    if work is not None:
        return (work,)
    return graph.work_covered_by(overlap) if overlap is not None else ()


def as_it_stands(graph: OwnershipGraph, overlap: str | None, work: str | None) -> str | Mapping[str, str]:
    """Return who is accountable for the work of an overlap, or for one piece, before anything is settled.

    That is whom an agreement without a reason proposes, or else the one role that each piece has today.
    """
    if work is None and overlap is not None and (proposed := _proposed(graph.register, overlap)):
        return proposed
    held = {each: graph.accountable(each) for each in covered_by(graph, overlap, work)}
    return {each: roles[0] for each, roles in held.items() if len(roles) == 1}


def _proposed(register: Register, overlap: str) -> str | Mapping[str, str] | None:
    agreement = register.overlaps[overlap].agreement
    if agreement is None or agreement.has_reason:
        return None
    return agreement.for_all or agreement.by_work


def but_for(
    stands: str | Mapping[str, str], said: str | Mapping[str, str], covered: Sequence[str]
) -> str | Mapping[str, str]:
    """Return who is accountable as it stands, but for what was said."""
    if isinstance(stands, str) or not stands:
        return said or stands
    if isinstance(said, str):
        return {each: stands.get(each, said) for each in covered}
    return {**stands, **said}


def steps(register: Register, said: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return whom to turn to, as ids of roles or plain text, and notes on texts that may be roles."""
    roles = index_of(register, Kind.ROLE)
    texts = [
        name_said(text, "Whom to turn to")
        for each in said
        for text in ([each] if len(roles.asked(each)) == 1 else re.split("[,;]", each))
        if text.strip()
    ]
    found = tuple(ids[0] if len(ids := roles.asked(text)) == 1 else text for text in texts)
    notes = (
        f'"{text}" is no role, and is written as plain text. Did you mean "{close}"?'
        for text in found
        if text not in roles.ids
        for close in nearest(text, roles.known())
    )
    return found, tuple(notes)
