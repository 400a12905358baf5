"""Registers whose workbooks are looked at, and what is in a workbook, as text."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook
from raci.queries.matrix import MatrixFilters, matrix
from raci.workbook.contents import contents
from raci.workbook.workbook import workbook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raci.graph.ownership import OwnershipGraph

KITCHEN = """
version: 1
roles:
  head-chef:
    name: Head Chef
    responsibilities:
      - {name: Seasonal Planning, area: Food, with: {buyer: C, owner: I}}
      - {name: Staff Meals, area: Food, letters: R}
    deliverables:
      - {name: Menu, id: menu-card, area: Food}
  buyer:
    name: Buyer
    deliverables:
      - {name: Menu, id: menu-card, area: Food}
      - {name: Wine List, area: Cellar}
  sommelier:
    name: Sommelier
    deliverables:
      - {name: Wine List, area: Cellar, letters: A}
      - {name: "=Pairing & Co.", area: Cellar, letters: A/R}
  owner:
    name: Owner
"""
"""The register of the workbook that was sorted, had a column hidden, and was saved in LibreOffice."""


def made(graph: OwnershipGraph, *, claims: bool = False, people: bool = False, **kept: Any) -> bytes:
    """Return the workbook of a graph."""
    answer = matrix(graph, MatrixFilters(**kept), claims=claims)
    return workbook(contents(graph, answer, people=people))


def opened(content: bytes) -> Any:
    """Return a workbook as openpyxl has it."""
    return load_workbook(io.BytesIO(content))


def parts(content: bytes) -> dict[str, str]:
    """Return the parts of a workbook by their names."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def dumped(content: bytes) -> Iterator[str]:
    """Yield what a workbook has, a line each."""
    for sheet in opened(content).worksheets:
        yield f"== {sheet.title}: scrolls from {sheet.freeze_panes}, filters {sheet.auto_filter.ref}"
        hidden = [name for name, each in sheet.column_dimensions.items() if each.hidden]
        yield f"hidden: columns {hidden}, rows {[n for n, each in sheet.row_dimensions.items() if each.hidden]}"
        yield f"widths: {[each.width for each in sheet.column_dimensions.values()]}"
        page = sheet.page_setup
        yield f"prints: {page.orientation}, {page.fitToWidth} by {page.fitToHeight}, {sheet.print_title_rows}"
        yield f"footer: {sheet.oddFooter.left.text} | {sheet.oddFooter.right.text}"
        for offered in sheet.data_validations.dataValidation:
            yield f"offers: {offered.sqref} {offered.formula1} ({offered.errorStyle}) {offered.error}"
        for cells in sheet.conditional_formatting:
            for rule in cells.rules:
                fill = rule.dxf.fill.fgColor.rgb if rule.dxf.fill else "-"
                yield f"rule: {cells.sqref} {rule.formula[0]} -> {fill}{' stops' if rule.stopIfTrue else ''}"
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    quoted = " '" if cell.quotePrefix else ""
                    yield f"{cell.coordinate}{quoted} {re.sub(chr(10), ' / ', str(cell.value))}"
