"""Registers changed at random, and what a register means as plain data: to be told apart by it."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from raci.graph.ownership import OwnershipGraph

_SETS = {"aliases", "keywords"}
_WORDS = ("R", "C", "AR", "pm", "2026-05-05", "Menu")


def meaning(graph: OwnershipGraph) -> Any:
    """Return what a register says, without its order, places and spellings of references."""
    register = graph.register
    return (
        register.scheme.name,
        {
            id_: (_entry(role.entry, {"name"}), role.reports_to, role.deputy)
            for id_, role in register.roles.items()
        },
        {
            id_: (
                (work.name, work.area),
                {
                    claim.role: (
                        claim.kind,
                        claim.letters,
                        dict(claim.expects),
                        claim.produces,
                        _entry(claim.entry),
                    )
                    for claim in work.claims
                },
                work.unowned and _entry(work.unowned.entry, {"because"}),
            )
            for id_, work in register.work.items()
        },
        {
            id_: (
                (overlap.entry.name, dict(overlap.sides), {*overlap.work}, overlap.same),
                _fields(overlap.entry, ("tension", "distinct", "because", "source")),
                overlap.agreement
                and (
                    (
                        overlap.agreement.for_all,
                        dict(overlap.agreement.by_work),
                        dict(overlap.agreement.others),
                    ),
                    (overlap.agreement.escalation, {*overlap.agreement.practices}),
                    _fields(overlap.agreement.entry, ("because", "decided", "review", "source")),
                ),
            )
            for id_, overlap in register.overlaps.items()
        },
        {
            id_: _fields(each.entry, ("name", "cadence", "summary", "source"))
            for id_, each in register.practices.items()
        },
        {*register.thesaurus},
    )


def _entry(entry: Any, more: set[str] = frozenset()) -> dict[str, Any]:  # type: ignore[assignment]
    texts = {"name", "area", "summary", "focus", "analogy", "contact", "people", "source", *_SETS, *more}
    return _fields(entry, [field for field in type(entry).model_fields if field in texts])


def _fields(entry: Any, fields: Any) -> dict[str, Any]:
    found = {field: getattr(entry, field) for field in fields}
    return {field: {*value} if field in _SETS else str(value) for field, value in found.items()}


def broken(world: Any, chance: random.Random) -> Any:
    """Return plain data with something taken out, written otherwise, doubled or copied to another place."""
    changed = copy.deepcopy(world)
    for _ in range(chance.choice((1, 1, 2, 3))):
        path = chance.choice([each for each in _paths(changed) if each])
        parent = _at(changed, path[:-1])
        value, what = parent[path[-1]], chance.choice(("out", "otherwise", "doubled", "copied"))
        if what == "out":
            del parent[path[-1]]
        elif what == "otherwise" and isinstance(value, str):
            parent[path[-1]] = chance.choice((f"{value} x", value.upper(), *_WORDS))
        elif what == "doubled" and isinstance(parent, list):
            parent.insert(0, copy.deepcopy(value))
        elif what == "copied":
            other = _at(changed, chance.choice(list(_paths(changed))))
            if isinstance(other, type(value)) and other is not parent:
                parent[path[-1]] = copy.deepcopy(other)
    return changed


def _paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from _paths(inner, (*path, key))


def _at(value: Any, path: tuple[Any, ...]) -> Any:
    for key in path:
        value = value[key]
    return value
