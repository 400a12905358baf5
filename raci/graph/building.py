"""From a register to the ownership graph: every node, every edge, and what holds written onto the edges.

Neighbours come in the order in which the edges are made: work and overlaps by their ids, roles on a piece
of work by theirs, what an overlap lists as its file has it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx

from raci.graph.nodes import EdgeKind, NodeKind, node
from raci.model.standing import standing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from raci.model.entry import PersonEntry
    from raci.model.register import Agreement, Claim, Overlap, Register, Work
    from raci.model.standing import Standing

Edge = tuple[str, str, EdgeKind, dict[str, Any]]


def built(register: Register) -> nx.MultiDiGraph[str]:
    """Return the graph of a register. Edges are keyed by their kind.

    Nodes have `kind` and `name`, work its `status` as well. On the edges: `entries` of what claims, with the
    `disagreements` that each has with what holds; the `letters` that hold, and those that were `claimed`
    before any agreement, where somebody claimed or gave some; the `view` of a side; for which `work` an
    overlap names a role; the `order` of whom it turns to.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for of, attributes in _nodes(register):
        graph.add_node(of, **attributes)
    for edges in (_of_roles(register), _of_overlaps(register), _of_work(register, graph)):
        for one, other, kind, attributes in edges:
            graph.add_edge(one, other, kind, **attributes)
    return graph


def person_node(person: PersonEntry) -> str:
    """Return the node of a person: people of one name are told apart by their contact."""
    return node("person", f"{person.name} <{person.contact}>" if person.contact else person.name)


def _nodes(register: Register) -> Iterator[tuple[str, dict[str, Any]]]:
    roles, overlaps = register.roles.values(), register.overlaps.values()
    for role in roles:
        contact = role.entry.contact
        yield node("role", role.id), {"kind": NodeKind.ROLE, "name": role.name, "contact": contact}
    for work in register.work.values():
        yield node("work", work.id), {"kind": NodeKind(work.kind), "name": work.name}
    for overlap in overlaps:
        yield node("overlap", overlap.id), {"kind": NodeKind.OVERLAP, "name": overlap.name}
    for id_, practice in register.practices.items():
        yield node("practice", id_), {"kind": NodeKind.PRACTICE, "name": practice.entry.name}
    for person in (person for role in roles for person in role.entry.people):
        yield (
            person_node(person),
            {
                "kind": NodeKind.PERSON,
                "name": person.name,
                "contact": person.contact,
            },
        )
    for step in (step for overlap in overlaps if overlap.agreement for step in overlap.agreement.escalation):
        if step not in register.roles:
            yield node("step", step), {"kind": NodeKind.STEP, "name": step}


def _of_roles(register: Register) -> Iterator[Edge]:
    for role in register.roles.values():
        here = node("role", role.id)
        if role.reports_to is not None:
            yield here, node("role", role.reports_to), EdgeKind.REPORTS_TO, {}
        if role.deputy is not None:
            yield here, node("role", role.deputy), EdgeKind.HAS_DEPUTY, {}
        for person in role.entry.people:
            yield person_node(person), here, EdgeKind.FILLS, {"entry": person}


def _of_overlaps(register: Register) -> Iterator[Edge]:
    for overlap in register.overlaps.values():
        here = node("overlap", overlap.id)
        for role, view in overlap.sides.items():
            yield node("role", role), here, EdgeKind.SIDE_OF, {"view": view}
        for work in overlap.work:
            yield here, node("work", work), EdgeKind.COVERS, {}
        if overlap.agreement is not None:
            yield from _of_agreement(here, overlap.agreement, register)


def _of_agreement(here: str, agreement: Agreement, register: Register) -> Iterator[Edge]:
    orders: dict[str, list[int]] = {}
    for number, step in enumerate(agreement.escalation):
        orders.setdefault(node("role" if step in register.roles else "step", step), []).append(number)
    for step, order in orders.items():
        yield here, step, EdgeKind.ESCALATES_TO, {"order": tuple(order)}
    for practice in agreement.practices:
        yield here, node("practice", practice), EdgeKind.EASED_BY, {}


def _of_work(register: Register, graph: nx.MultiDiGraph[str]) -> Iterator[Edge]:
    """Yield what is claimed and holds, after each piece's status has been put on its node."""
    covering = _covering(register)
    named: dict[str, dict[str, list[str]]] = {
        id_: {role: [] for role in _named(overlap)} for id_, overlap in register.overlaps.items()
    }
    for work in register.work.values():
        here, overlaps = node("work", work.id), covering.get(work.id, ())
        on_purpose = work.unowned is not None
        holds = standing(work.id, work.claims, overlaps, register.scheme, unowned_on_purpose=on_purpose)
        graph.nodes[here]["status"] = holds.status
        yield from _on_work(here, work, holds)
        for overlap, role in holds.named_by.items():
            named[overlap][role].append(work.id)
    for overlap, roles in named.items():
        for role, pieces in roles.items():
            yield node("overlap", overlap), node("role", role), EdgeKind.NAMES, {"work": frozenset(pieces)}


def _on_work(here: str, work: Work, holds: Standing) -> Iterator[Edge]:
    entries: dict[str, list[Claim]] = {}
    for claim in work.claims:
        entries.setdefault(claim.role, []).append(claim)
    for role, letters in holds.letters.items():  # by the roles' ids, and whoever claims work is among them
        one = node("role", role)
        if role in entries:
            found = tuple(each for each in holds.disagreements if each.by.role == role)
            yield one, here, EdgeKind.CLAIMS, {"entries": tuple(entries[role]), "disagreements": found}
        claimed = {"claimed": holds.claimed[role]} if role in holds.claimed else {}
        yield one, here, EdgeKind.HOLDS, {"letters": letters, **claimed}
    for made in sorted({each for claim in work.claims for each in claim.produces}):
        yield here, node("work", made), EdgeKind.PRODUCES, {}


def _named(overlap: Overlap) -> tuple[str, ...]:
    """Return the roles that an overlap's agreement names as accountable, whether or not that holds."""
    if overlap.agreement is None:
        return ()
    roles = filter(None, (overlap.agreement.for_all, *overlap.agreement.by_work.values()))
    return tuple(dict.fromkeys(roles))


def _covering(register: Register) -> Mapping[str, list[Overlap]]:
    covering: dict[str, list[Overlap]] = {}
    for overlap in register.overlaps.values():
        for work in overlap.work:
            covering.setdefault(work, []).append(overlap)
    return covering
