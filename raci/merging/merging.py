"""A matrix into a register: what differs becomes changes, and what cannot is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.merging.draft import Draft
from raci.merging.held_letters import HeldLetters
from raci.merging.matching import Matching
from raci.merging.rows import rows_of
from raci.merging.surroundings import Surroundings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raci.decisions.files import Files
    from raci.graph.ownership import OwnershipGraph
    from raci.importing.claims import Taken
    from raci.merging.merge import Merge


def merge(graph: OwnershipGraph, files: Files, tables: Sequence[Taken], kind: str, *, whole: bool) -> Merge:
    """Return what tables change in a register; what `whole` ones have no row for is gone.

    Raises CannotDecide where a name may mean several things, or is taken; CannotEdit.
    """
    rows = rows_of(graph, Matching(graph.register), tables)
    draft = Draft(graph, files, rows, kind)
    letters, surroundings = HeldLetters(draft), Surroundings(draft)
    for row in rows.rows:
        if row.work is None:
            letters.come(row)
            continue
        work = graph.register.work[row.work]
        if letters.change(row, work):
            surroundings.leave(row, work)
        else:
            surroundings.see_to(row, work)
    for taken in tables:
        surroundings.names_of_roles(taken)
    if whole:
        surroundings.roles_without_column()
        surroundings.gone()
    else:
        surroundings.without_row()
    return draft.merge()
