"""How much work falls to each role, and in which part."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from raci.model.field_types import Count, Name, Record, RoleId
from raci.model.scheme import Meaning
from raci.model.standing import Status

if TYPE_CHECKING:
    from raci.graph.ownership import OwnershipGraph


@dataclass(frozen=True)
class Workload(Record):
    """How much work a role has, by the effective letters. A piece counts once for each part."""

    role: RoleId
    name: Name
    accountable: Count
    """Pieces of work for which it is accountable, also as one of several."""
    responsible: Count
    """Pieces for which it is responsible."""
    consulted: Count
    """Pieces on which it is consulted."""
    informed: Count
    """Pieces of which it is informed."""
    other: Count
    """Pieces in which it has a part that only its scheme knows."""
    contested: Count
    """Pieces where it is one of several accountable roles."""
    pieces: Count
    """Pieces in which it has any part."""
    listed: Count
    """Pieces on its own list."""


def workloads(graph: OwnershipGraph) -> tuple[Workload, ...]:
    """Return the load of every role, in the order of their ids."""
    register = graph.register
    listed = Counter(claim.role for claim in graph.all_claims())
    cells = Counter(chain.from_iterable(graph.letters(work).items() for work in register.work))
    contenders = (graph.accountable(work) for work in register.work if graph.status(work) is Status.CONTESTED)
    contested = Counter(chain.from_iterable(contenders))
    parts: dict[str, Counter[Meaning]] = {role: Counter() for role in register.roles}
    pieces = Counter[str]()
    meanings = {held: {register.scheme.letter(code).meaning for code in held} for _, held in cells}
    for (role, held), count in cells.items():
        for meaning in meanings[held]:
            parts[role][meaning] += count
        pieces[role] += count if held else 0
    return tuple(
        Workload(
            role=id_,
            name=role.name,
            accountable=parts[id_][Meaning.ACCOUNTABLE],
            responsible=parts[id_][Meaning.RESPONSIBLE],
            consulted=parts[id_][Meaning.CONSULTED],
            informed=parts[id_][Meaning.INFORMED],
            other=parts[id_][Meaning.OTHER],
            contested=contested[id_],
            pieces=pieces[id_],
            listed=listed[id_],
        )
        for id_, role in register.roles.items()
    )
