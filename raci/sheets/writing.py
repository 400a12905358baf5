"""Sheets as the bytes of an .xlsx workbook: the same for the same sheets, and nothing in it acts."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

from raci.sheets.new_sheet import PLAIN, column_name, letters_in
from raci.text.columns import columns as room_of
from raci.text.visible import visible

if TYPE_CHECKING:
    from raci.sheets.new_sheet import Choices, Look, NewCell, NewColumn, NewRow, NewSheet, NewWorkbook, Rule

_LONGEST = 32_767  # characters of a cell, in UTF-16
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # that an archive can tell
_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_ACTS = re.compile(r"\s*[=+\-@'\uff1d\uff0b\uff0d\uff20]")
_A4, _A3 = 9, 8
_LINE, _USUAL, _HIGHEST = 15, 18, 400  # points: Excel has no higher rows than 409
_OF_BOLD = 0.95


def in_a_cell(text: str) -> str:
    """Return a text as a cell of a workbook shows it: hidden characters visible, and not too long for it."""
    shown = visible(text)
    if len(shown) <= _LONGEST // 2:
        return shown
    units = shown.encode("utf-16-le")
    if len(units) <= 2 * _LONGEST:
        return shown
    return f"{units[: 2 * (_LONGEST - 1)].decode('utf-16-le', 'ignore')}…"


def workbook_bytes(book: NewWorkbook) -> bytes:
    """Return the content of an .xlsx file."""
    from openpyxl import Workbook

    made = Workbook()
    made.remove(made.active)
    made.calculation.fullCalcOnLoad = None  # there is nothing to reckon
    made.properties = _Undated(book)
    looks = _Looks(made)
    for each in book.sheets:
        _fill(made.create_sheet(each.name), each, looks)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as archive:
        _written_in_memory(made, archive)
    return _packed(written)


def _written_in_memory(book: Any, archive: zipfile.ZipFile) -> None:
    """Write a workbook into an archive; openpyxl itself makes temporary files, which a kill leaves behind."""
    from openpyxl.worksheet._writer import WorksheetWriter
    from openpyxl.writer.excel import ExcelWriter

    class InMemory(ExcelWriter):  # type: ignore[misc]
        def write_worksheet(self, sheet: Any) -> None:
            written = io.BytesIO()
            writer = WorksheetWriter(sheet, written)
            writer.write()
            sheet._rels, sheet._drawing = writer._rels, None  # noqa: SLF001
            archive.writestr(sheet.path[1:], written.getvalue())
            self.manifest.append(sheet)

    InMemory(book, archive).write_data()


class _Undated:
    """What a file says of itself, without when it was made: openpyxl has no way to leave that out."""

    def __init__(self, book: NewWorkbook) -> None:
        from openpyxl.packaging.core import DocumentProperties

        self._properties = DocumentProperties(creator=book.creator, title=book.title)

    def to_tree(self) -> Any:
        """Return the element that openpyxl writes."""
        tree = self._properties.to_tree()
        for each in [each for each in tree if each.tag.endswith(("}created", "}modified"))]:
            tree.remove(each)
        return tree


def _packed(written: io.BytesIO) -> bytes:
    """Return an archive that says nothing of when and where it was made."""
    packed = io.BytesIO()
    with zipfile.ZipFile(written) as parts, zipfile.ZipFile(packed, "w") as archive:
        for name in parts.namelist():
            about = zipfile.ZipInfo(name, _EARLIEST)
            about.create_system, about.external_attr = 0, 0
            archive.writestr(about, parts.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


class _Looks:
    """The styles of a workbook, each made once."""

    def __init__(self, book: Any) -> None:
        from openpyxl.cell.cell import Cell

        self._made: dict[tuple[Look, bool], Any] = {}
        self._cell, self._book = Cell, book

    def of(self, look: Look, *, acts: bool = False) -> Any:
        """Return the style of a look; of a text that `acts`, editing a cell must make no formula."""
        found = self._made.get((look, acts))
        if found is None:
            found = self._made[look, acts] = self._style(look, acts=acts)
        return found

    def _style(self, look: Look, *, acts: bool) -> Any:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

        cell = self._cell(self._book.worksheets[0], 1, 1)
        cell.font = Font(
            name="Calibri", size=look.size or 11, bold=look.bold, strike=look.struck, color=look.color or None
        )
        if look.fill:
            cell.fill = PatternFill("solid", start_color=look.fill)
        if look.line:
            side = Side("thin", look.line)
            cell.border = Border(side, side, side, side)
        cell.alignment = Alignment(
            horizontal="center" if look.centered else "left",
            vertical="top" if look.top else "bottom" if look.turned else "center",
            text_rotation=90 if look.turned else 0,
            wrap_text=look.wraps,
            indent=0 if look.centered or look.size else 1,
        )
        cell.quotePrefix = acts
        return cell._style  # noqa: SLF001


def _fill(sheet: Any, new: NewSheet, looks: _Looks) -> None:
    for number, row in enumerate(new.rows, 1):
        for at, cell in enumerate(row.cells, 1):
            if cell.value != "" or cell.look is not PLAIN:
                sheet._cells[number, at] = _cell(sheet, number, at, cell, looks)  # noqa: SLF001
        if height := row.height or _height(row, new.columns):
            sheet.row_dimensions[number].height = height
        if row.hidden:
            sheet.row_dimensions[number].hidden = True
    for at, column in enumerate(new.columns, 1):
        about = sheet.column_dimensions[column_name(at)]
        about.width, about.hidden = column.width, column.hidden
        if column.look is not PLAIN:
            about._style = looks.of(column.look)  # noqa: SLF001
    _set_up_view(sheet, new)
    for rule in new.rules:
        _add_rule(sheet, rule)
    if new.choices is not None:
        _add_choices(sheet, new.choices)
    _set_up_print(sheet, new)


def _set_up_view(sheet: Any, new: NewSheet) -> None:
    sheet.sheet_format.defaultRowHeight, sheet.sheet_format.customHeight = _USUAL, True
    sheet.freeze_panes = new.frozen
    for selected in sheet.sheet_view.selection:
        if selected.pane == sheet.sheet_view.pane.activePane:  # not a hidden cell, whose text would be shown
            selected.activeCell = selected.sqref = new.frozen
    sheet.sheet_view.showGridLines = False
    sheet.auto_filter.ref = new.filtered or None


def _height(row: NewRow, columns: tuple[NewColumn, ...]) -> int:
    """Return how high a row is whose text has more than one line: not every program looks for itself."""
    lines = 1
    for cell, column in zip(row.cells, columns, strict=False):
        text, room = cell.value, int(letters_in(column.width) * (_OF_BOLD if cell.look.bold else 1))
        if isinstance(text, str) and cell.look.wraps and (len(text) > room // 2 or "\n" in text):
            lines = max(lines, sum(max(1, -(-room_of(part) // max(room, 1))) for part in text.split("\n")))
    return min(lines * _LINE + _USUAL - _LINE, _HIGHEST) if lines > 1 else 0


def _cell(sheet: Any, row: int, column: int, new: NewCell, looks: _Looks) -> Any:
    """Return a cell whose value is taken as it is: openpyxl would make a formula of what looks like one."""
    from openpyxl.cell.cell import Cell

    value = new.value
    text = in_a_cell(value) if isinstance(value, str) else ""
    acts = bool(text) and _ACTS.match(text) is not None
    cell = Cell(sheet, row, column, style_array=looks.of(new.look, acts=acts))
    if value != "":
        cell._value = _ESCAPED.sub("_x005F_", text) if isinstance(value, str) else value  # noqa: SLF001
        cell.data_type = "s" if isinstance(value, str) else "n"
    return cell


def _add_rule(sheet: Any, rule: Rule) -> None:
    from openpyxl.formatting.rule import FormulaRule
    from openpyxl.styles import Border, Font, PatternFill, Side

    look = rule.look
    side, above = (Side("thin", each) if each else None for each in (look.line, look.line_above))
    sheet.conditional_formatting.add(
        rule.cells,
        FormulaRule(
            formula=[rule.when],
            stopIfTrue=rule.stops or None,
            font=Font(bold=look.bold or None, strike=look.struck or None, color=look.color or None),
            fill=PatternFill("solid", start_color=look.fill, end_color=look.fill) if look.fill else None,
            # LibreOffice takes a side that is not named for one without a line.
            border=Border(side, side, above or side, side) if look.line else None,
        ),
    )


def _add_choices(sheet: Any, choices: Choices) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    offered = DataValidation(
        type="list",
        formula1=choices.of,
        allow_blank=True,
        showErrorMessage=True,
        errorStyle="warning",
        errorTitle=choices.title,
        error=choices.message,
    )
    offered.add(choices.cells)
    sheet.add_data_validation(offered)


def _set_up_print(sheet: Any, new: NewSheet) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A3 if new.large else _A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{new.repeated}:{new.repeated}"
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.bottom, margins.footer = 0.5, 0.6, 0.3
    sheet.oddFooter.left.text = new.footer.replace("&", "&&")
    sheet.oddFooter.right.text = "&A, &P / &N"
