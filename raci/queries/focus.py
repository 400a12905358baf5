"""What a drawing of the graph is to be about, and what lies around it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from raci.errors import RaciError
from raci.model.relations import Node
from raci.model.standing import Status
from raci.queries.role_records import named_in_agreement
from raci.queries.subject import DOUBTFUL, understood
from raci.search.ranking import IN_AREA
from raci.text.names import in_words, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from raci.graph import OwnershipGraph
    from raci.model.register import Register

_NEAREST, _LIKELY = 3, 80
_MANY = 5  # if more work answers as well as any, and no area has that name, none of it is what was meant


@dataclass(frozen=True)
class FocusRecord:
    """What a drawing is about: the words that were asked, and the keys of what they mean."""

    asked: str
    nodes: tuple[str, ...]


class UnknownFocus(RaciError):
    """Words that mean no role, no piece of work and no overlap."""


def meant(graph: OwnershipGraph, asked: str, language: str) -> tuple[Node, ...]:
    """Return what words mean: an overlap, a role, or each piece of work that answers them as well as any.

    Raises UnknownFocus and UnknownLanguage.
    """
    found = understood(graph, asked, language)
    if found.overlap is not None:
        return (Node("overlap", found.overlap),)
    if found.role is not None:
        return (Node("role", found.role),)
    register, hits = graph.register, found.hits
    if not hits or hits[0].score < DOUBTFUL or (len(hits) > _MANY and hits[0].score < IN_AREA):
        near = tuple(register.work[hit.work].name for hit in hits[:_NEAREST])
        hint = _hint(asked, near, register)
        raise UnknownFocus(f'"{asked}" is no known role, piece of work or overlap.{hint}')
    return tuple(Node("work", hit.work) for hit in hits)


def around(graph: OwnershipGraph, focus: Iterable[Node]) -> frozenset[Node]:
    """Return the nodes that a focus is about, with those that they cannot be understood without."""
    ways = {"role": _around_role, "work": _around_work, "overlap": _around_overlap}
    return frozenset(near for each in focus for near in (each, *ways[each.kind](graph, each.id)))


def _around_role(graph: OwnershipGraph, role: str) -> Iterator[Node]:
    """Yield its work, who else claims a piece of it, the overlaps it has a say in, its line to others."""
    register = graph.register
    for work in graph.work_with(role):
        yield Node("work", work)
        if len(graph.claims(work)) > 1 or graph.status(work) is Status.CONTESTED:
            yield from _claimants(graph, work)
    for overlap in register.overlaps.values():
        if role in overlap.sides or role in named_in_agreement(overlap):
            yield Node("overlap", overlap.id)
    superior = register.roles[role].reports_to
    for each in register.roles.values():
        if each.id == superior or each.reports_to == role:
            yield Node("role", each.id)


def _around_work(graph: OwnershipGraph, work: str) -> Iterator[Node]:
    """Yield all roles on it, the overlaps that cover it, what it comes of and what comes of it."""
    yield from (Node("role", role) for role in graph.letters(work))
    yield from (Node("overlap", overlap.id) for overlap in graph.overlaps_covering(work))
    yield from (Node("work", other) for other in graph.products[work])


def _around_overlap(graph: OwnershipGraph, overlap: str) -> Iterator[Node]:
    """Yield its sides, the work it covers, and all roles on that."""
    yield from (Node("role", role) for role in graph.register.overlaps[overlap].sides)
    for work in graph.work_covered_by(overlap):
        yield Node("work", work)
        yield from (Node("role", role) for role in graph.letters(work))


def _claimants(graph: OwnershipGraph, work: str) -> Iterator[Node]:
    yield from (Node("role", claim.role) for claim in graph.claims(work))
    yield from (Node("role", role) for role in graph.accountable(work))


def _hint(asked: str, near: tuple[str, ...], register: Register) -> str:
    """Return what may have been meant: the likeliest of all names, or those that come near, or any name."""
    roles, work, overlaps = register.roles.values(), register.work.values(), register.overlaps.values()
    names = [*(each.name for each in roles), *(each.name for each in work), *(each.name for each in overlaps)]
    aliases = (*(each.entry.aliases for each in roles), *(each.aliases for each in work))
    if likely := nearest(asked, [*names, *chain(*aliases)], at_least=_LIKELY):
        return f' Did you mean "{likely[0]}"?'
    if near := near or nearest(asked, names, limit=_NEAREST):
        return f" The nearest that is known here: {in_words(near, last='or')}."
    listed = "; raci matrix lists the work" if work else ""
    return f" Name a role, a piece of work or an overlap{listed}." if names else ""
