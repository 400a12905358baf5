"""The sheet of where work lies: the patterns of its paths, and its links; only where there are any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.text.names import counted
from raci.workbook.listing import listing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raci.sheets.new_sheet import NewSheet
    from raci.workbook.contents import Contents

_WIDTHS = {"Work": 34, "Accountable": 28, "In the repository": 50, "Elsewhere": 60}


def paths_sheet(contents: Contents) -> Iterator[NewSheet]:
    """Yield the sheet, if any work of the matrix says where it lies."""
    names = {role.id: role.name for role in contents.columns}
    rows = [
        (row.name, "\n".join(names.get(each, each) for each in row.accountable), *map("\n".join, lies))
        for row in contents.matrix.rows
        if (lies := contents.places.get(row.work))
    ]
    if rows:
        title = f"{counted(len(rows), 'piece of work', 'pieces of work')}, and where each lies."
        yield listing("paths", title, _WIDTHS, rows)
