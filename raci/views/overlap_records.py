"""Overlaps as rows of a table, for programs and spreadsheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.views.document import Table
from raci.views.wording import places

if TYPE_CHECKING:
    from raci.queries.overlaps import Overlaps
    from raci.views.wording import Wording

_HEADER = ("kind", "status", "names", "roles", "accountable", "why", "declared", "tension", "claims")


def records(answer: Overlaps, wording: Wording) -> Table:
    """Return the overlaps as rows; several values of a cell are parted by semicolons."""
    names, name = answer.work, wording.name
    rows = (
        (
            *(case.kind, case.status),
            "; ".join(case.names) or (case.overlap.name if case.overlap else ""),
            "; ".join(map(name, case.roles)),
            "; ".join(f"{names[work]}: {name(role)}" for work, role in case.accountable.items()),
            *(case.why, "; ".join(case.declared), case.tension or "", places(case.claims, "; ")),
        )
        for case in answer.overlaps
    )
    return Table(_HEADER, tuple(rows))
