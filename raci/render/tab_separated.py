"""Text in a pipe: one record a line, with a tab between two cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.render.csv import cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from raci.views.document import Grid, Table


def table_lines(table: Table) -> Iterator[str]:
    """Yield a line for the header and one for each row; no cell holds a tab, or is a formula."""
    return map(_tabbed, (table.header, *table.rows))


def grid_lines(grid: Grid) -> Iterator[str]:
    """Yield a grid for a pipe: the heads, then each group's heading and its rows."""
    yield _tabbed(column.head for column in grid.columns)
    for group in grid.groups:
        if group.heading:
            yield cell(group.heading)
        yield from map(_tabbed, group.rows)


def _tabbed(cells: Iterable[str]) -> str:
    return "\t".join(map(cell, cells))
