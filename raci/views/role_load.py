"""The load of roles beside each other, in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.model.scheme import Meaning
from raci.text.names import counted
from raci.views.document import Column, Grid, Group, Section, Table

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from raci.queries.workload import Workload
    from raci.views.wording import Wording

_SHOWN = 15  # roles beside the one that was asked for: more are a table of their own
_MARK = "> "
_MORE = "raci role --format csv has all numbers of each role."
_HEADER = ("role", "name", *Meaning, "contested", "pieces", "listed")


def load_section(loads: Sequence[Workload], asked: Collection[str], wording: Wording) -> Section:
    """Return the section that holds the `asked` roles against the others, or lists all without any."""
    ordered = sorted(loads, key=_heaviest_first)
    shown = [load for place, load in enumerate(ordered) if not asked or place < _SHOWN or load.role in asked]
    other = any(load.other for load in loads)
    parts = [part for part in Meaning if other or part is not Meaning.OTHER]
    # What is accountable and contested is what to look at first: on a narrow terminal it is kept.
    numbers = (
        Column(part.capitalize(), spare=part is not Meaning.ACCOUNTABLE, number=True) for part in parts
    )
    rows = (
        (
            f"{_MARK if load.role in asked else ''}{wording.name(load.role)}",
            *(str(getattr(load, part)) for part in parts),
            str(load.contested),
        )
        for load in shown
    )
    left = len(loads) - len(shown)
    more = f"{counted(left, 'more role is', 'more roles are')} not shown: raci role lists all of them."
    return Section(
        heading="Load beside the others" if asked else "Load of each role",
        note=f"pieces of work by part; {_MARK}marks what was asked for"
        if asked
        else "pieces of work by part",
        grid=Grid(
            columns=(Column("Role"), *numbers, Column("Contested", number=True)),
            groups=(Group("", tuple(rows)),),
            more=_MORE,
        ),
        prose=(more,) if left else (),
    )


def load_records(loads: Sequence[Workload]) -> Table:
    """Return a row for each role."""
    rows = (
        (
            *(load.role, load.name, *(str(getattr(load, part)) for part in Meaning)),
            *(str(load.contested), str(load.pieces), str(load.listed)),
        )
        for load in loads
    )
    return Table(_HEADER, tuple(rows))


def _heaviest_first(load: Workload) -> tuple[int, int, int, str]:
    return (-load.accountable, -load.responsible, -load.pieces, load.name)
