"""The workbook of a matrix: its sheets, as the content of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.errors import TooLarge
from raci.sheets.new_sheet import NewWorkbook
from raci.sheets.table import MOST_CELLS
from raci.sheets.writing import workbook_bytes
from raci.workbook.legend_sheet import legend_sheet
from raci.workbook.matrix_sheet import matrix_sheet
from raci.workbook.overlaps_sheet import overlaps_sheet
from raci.workbook.paths_sheet import paths_sheet
from raci.workbook.roles_sheet import roles_sheet

if TYPE_CHECKING:
    from raci.workbook.contents import Contents


def workbook(contents: Contents) -> bytes:
    """Return the content of an .xlsx file: the matrix, overlaps, roles, and what everything means.

    Raises TooLarge for what would not come back.
    """
    _hold_to(len(contents.matrix.rows) * len(contents.columns), 4 * MOST_CELLS, "counting empty ones, ")
    sheets = (
        matrix_sheet(contents),
        overlaps_sheet(contents),
        roles_sheet(contents),
        *paths_sheet(contents),
        legend_sheet(contents),
    )
    filled = sum(cell.value != "" for sheet in sheets for row in sheet.rows for cell in row.cells)
    _hold_to(filled, MOST_CELLS, "")
    return workbook_bytes(NewWorkbook("Responsibility matrix", "raci", sheets))


def _hold_to(cells: int, most: int, which: str) -> None:
    if cells > most:
        raise TooLarge(
            f"The workbook would have {cells:,} cells, {which}and {most:,} are the most that come back. "
            "Keep some of it with --role or --area, or take --format csv."
        )
