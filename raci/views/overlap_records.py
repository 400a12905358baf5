"""Overlaps as the rows of a table, one a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.views.document import Table

if TYPE_CHECKING:
    from raci.queries.overlap_cases import OverlapCase
    from raci.queries.overlaps import Overlaps
    from raci.views.wording import Wording

_HEADER = ("kind", "status", "names", "roles", "accountable", "why", "declared", "tension", "claims")


def records(answer: Overlaps, wording: Wording) -> Table:
    """Return the overlaps of an answer in its order; several values of a cell are parted by semicolons."""
    return Table(_HEADER, tuple(_row(case, answer, wording) for case in answer.overlaps))


def _row(case: OverlapCase, answer: Overlaps, wording: Wording) -> tuple[str, ...]:
    name = case.overlap.name if case.overlap is not None else ""
    owners = (f"{answer.work[work]}: {wording.name(role)}" for work, role in case.accountable.items())
    return (
        case.kind,
        case.status,
        "; ".join(case.names) or name,
        "; ".join(map(wording.name, case.roles)),
        "; ".join(owners),
        case.why,
        "; ".join(case.declared),
        case.tension or "",
        "; ".join(f"{claim.file}:{claim.line}" for claim in case.claims),
    )
