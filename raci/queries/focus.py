"""What a drawing of the graph is to be about, and what lies around it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Annotated

from raci.errors import RaciError
from raci.graph.nodes import EdgeKind, Node, id_of, node, sort_of
from raci.model.field_types import Record, Shape, Text
from raci.model.standing import Status
from raci.queries.subject import understood
from raci.search.ranking import IN_AREA
from raci.text.names import in_words, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from raci.graph.ownership import OwnershipGraph
    from raci.model.register import Register

_NEAREST, _LIKELY = 3, 80
_MANY = 5  # if more work answers as well as any, and no area has that name, none of it is what was meant


_NAMED_TOO = frozenset(EdgeKind) - {EdgeKind.ESCALATES_TO}
_JOINING = _NAMED_TOO - {EdgeKind.NAMES}  # whom an overlap names has a part in its work, or it does not hold


@dataclass(frozen=True)
class FocusRecord(Record):
    """What the graph is about."""

    asked: Text
    """The words of --focus."""
    nodes: Annotated[tuple[Node, ...], Shape(minItems=1, uniqueItems=True)]
    """What they mean: a role, an overlap, or each piece of work that answers them as well as any."""


class UnknownFocus(RaciError):
    """Words that mean no role, no piece of work and no overlap."""


def meant(graph: OwnershipGraph, asked: str, language: str) -> tuple[str, ...]:
    """Return the nodes that words mean: an overlap, a role, or all work that answers them as well as any.

    Raises UnknownFocus and UnknownLanguage.
    """
    found = understood(graph, asked, language)
    if found.overlap is not None:
        return (node("overlap", found.overlap),)
    if found.role is not None:
        return (node("role", found.role),)
    register, hits = graph.register, found.hits
    if not hits or not hits[0].sure or (len(hits) > _MANY and hits[0].score < IN_AREA):
        near = tuple(register.work[hit.work].name for hit in hits[:_NEAREST])
        hint = _hint(asked, near, register)
        raise UnknownFocus(f'"{asked}" is no known role, piece of work or overlap.{hint}')
    return tuple(node("work", hit.work) for hit in hits)


def around(graph: OwnershipGraph, focus: Iterable[str]) -> frozenset[str]:
    """Return the nodes that a focus is about, with those that they cannot be understood without.

    That is what they are joined to; of a role also who else claims its work, where that is shared or
    contested, of an overlap all who have a part in its work.
    """
    further = {"role": _who_else_claims, "overlap": _who_has_a_part}
    found: set[str] = set()
    for each in focus:
        found |= {each, *graph.joined_to(each, _NAMED_TOO if sort_of(each) == "role" else _JOINING)}
        if (ask := further.get(sort_of(each))) is not None:
            found.update(ask(graph, id_of(each)))
    return frozenset(found)


def _who_else_claims(graph: OwnershipGraph, role: str) -> Iterator[str]:
    for work in graph.work_with(role):
        if graph.is_claimed_twice(work) or graph.status(work) is Status.CONTESTED:
            claimants = (claim.role for claim in graph.claims(work))
            yield from (node("role", each) for each in (*claimants, *graph.accountable(work)))


def _who_has_a_part(graph: OwnershipGraph, overlap: str) -> Iterator[str]:
    for work in graph.work_covered_by(overlap):
        yield from (node("role", role) for role in graph.letters(work))


def _hint(asked: str, near: tuple[str, ...], register: Register) -> str:
    """Return what may have been meant: the likeliest of all names, or those that come near, or any name."""
    roles, work, overlaps = register.roles.values(), register.work.values(), register.overlaps.values()
    names = [*(each.name for each in roles), *(each.name for each in work), *(each.name for each in overlaps)]
    aliases = (*(each.entry.aliases for each in roles), *(each.aliases for each in work))
    if likely := nearest(asked, [*names, *chain(*aliases)], at_least=_LIKELY):
        return f' Did you mean "{likely[0]}"?'
    if near := near or nearest(asked, names, limit=_NEAREST):
        return f" The nearest that is known here: {in_words(near, last='or')}."
    listed = ", raci matrix the work" if work else ""
    return f" raci role lists the roles{listed}." if names else ""
