"""Work that gets an owner is unowned on purpose no more: its entry goes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from raci.editing.changes import Remove

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.decisions.decision import Decision
    from raci.decisions.files import Files
    from raci.editing.changes import Change
    from raci.graph.ownership import OwnershipGraph

_OF_NO_OWNER = {"name", "because"}


def with_owner(decision: Decision, graph: OwnershipGraph, files: Files, work: Iterable[str]) -> Decision:
    """Return a decision that gives work an owner, and takes what says that it has none out of the files.

    An entry that alone has the name of the work, or says more of it, stays; a note says so.
    """
    changes: dict[str, list[Change]] = {file: [*each] for file, each in decision.changes.items()}
    owned, notes = set(decision.owned), [*decision.notes]
    for each in work:
        unowned = graph.register.work[each].unowned
        if unowned is None:
            continue
        place = unowned.place
        if graph.claims(each) and place.values.keys() <= _OF_NO_OWNER:
            changes.setdefault(place.file, []).append(Remove(files.path(place)))
            owned.add(each)
        else:
            name = graph.register.work[each].name
            notes.append(
                f"{name} stays under `unowned` ({place.at()}): what is said there stands nowhere else."
            )
    return replace(decision, changes=changes, owned=frozenset(owned), notes=tuple(notes))
