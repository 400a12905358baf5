"""What a register says of its roles, work and overlaps, as the edges of a graph."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raci.model.register import Register


class Node(NamedTuple):
    """A node: "role", "work" or "overlap", and the id of what it stands for."""

    kind: str
    id: str


Edge = tuple[Node, Node]


def covers(register: Register) -> Iterator[Edge]:
    """Yield which overlap covers which work."""
    for overlap in register.overlaps.values():
        for work in overlap.work:
            yield Node("overlap", overlap.id), Node("work", work)


def meetings(register: Register) -> Iterator[Edge]:
    """Yield which role is a side of which overlap."""
    for overlap in register.overlaps.values():
        for role in overlap.sides:
            yield Node("role", role), Node("overlap", overlap.id)


def products(register: Register) -> dict[str, dict[str, str]]:
    """Return for a piece of work those that it produces or comes of, each with which of the two is made."""
    joined: dict[str, dict[str, str]] = {id_: {} for id_ in register.work}
    for work in register.work.values():
        for made in (each for claim in work.claims for each in claim.produces):
            joined[work.id][made] = made
            joined[made].setdefault(work.id, made)
    return joined


def reporting(register: Register) -> Iterator[Edge]:
    """Yield which role reports to which."""
    for role in register.roles.values():
        if role.reports_to is not None:
            yield Node("role", role.id), Node("role", role.reports_to)


def escalation_steps(register: Register) -> Iterator[Edge]:
    """Yield whom agreements send to whom: a side to the first step, a step to the next."""
    for overlap in register.overlaps.values():
        steps = overlap.agreement.escalation if overlap.agreement else ()
        roles = [Node("role", step) for step in steps if step in register.roles]
        if roles:
            yield from ((Node("role", side), roles[0]) for side in overlap.sides)
            yield from pairwise(roles)
