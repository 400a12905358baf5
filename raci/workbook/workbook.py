"""The workbook of a matrix: its sheets, as the content of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.sheets.new_sheet import NewWorkbook
from raci.sheets.writing import workbook_bytes
from raci.workbook.legend_sheet import legend_sheet
from raci.workbook.matrix_sheet import matrix_sheet
from raci.workbook.overlaps_sheet import overlaps_sheet
from raci.workbook.roles_sheet import roles_sheet

if TYPE_CHECKING:
    from raci.workbook.contents import Contents


def workbook(contents: Contents) -> bytes:
    """Return the content of an .xlsx file: the matrix, overlaps, roles, and what everything means."""
    sheets = (
        matrix_sheet(contents),
        overlaps_sheet(contents),
        roles_sheet(contents),
        legend_sheet(contents),
    )
    return workbook_bytes(NewWorkbook("Responsibility matrix", "raci", sheets))
