"""Work that is easily taken for other work: it shares an alias with it, or is what comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.model.register import Work


def twins(work: Iterable[Work]) -> dict[str, tuple[str, ...]]:
    """Return the twins of each piece of work that has some, by id, in the order of their ids."""
    first: dict[str, str] = {}
    shared: dict[str, set[str]] = {}
    found: dict[str, set[str]] = {}
    for each in work:
        for name in (each.name, *each.aliases):
            called = fold(name)
            if (other := first.setdefault(called, each.id)) != each.id:
                shared.setdefault(called, {other}).add(each.id)
        for claim in each.claims:
            for made in claim.produces:
                found.setdefault(each.id, set()).add(made)
                found.setdefault(made, set()).add(each.id)
    for sharing in shared.values():
        for id_ in sharing:
            found.setdefault(id_, set()).update(sharing)
    return {id_: tuple(sorted(others - {id_})) for id_, others in found.items()}
