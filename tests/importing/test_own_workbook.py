"""The mark of a sheet that raci wrote, and where its ids are."""

from __future__ import annotations

from raci.importing.own_workbook import AREA, HEADER, TITLE, WORK, SheetMark, mark_of, of_role, own_matrix
from raci.sheets.table import Cell, Table, table

MARK = SheetMark("matrix", "raci", claims=True, whole=False, register="0123456789abcdef")


def _sheet(*rows: str) -> Table:
    cells = [[Cell(text.strip(), f"m!{row}") for text in line.split("|")] for row, line in enumerate(rows, 1)]
    return table(cells, "m")


def test_a_mark_is_read_as_it_is_written() -> None:
    """What a sheet says of itself comes back, also of one that is no matrix."""
    assert mark_of(_sheet(MARK.text())) == MARK
    assert mark_of(_sheet(SheetMark("roles").text())) == SheetMark("roles")


def test_other_sheets_have_no_mark() -> None:
    """A sheet without a mark in its corner is not ours."""
    assert mark_of(_sheet("Task | Head Chef")) is None
    assert own_matrix(_sheet("Task | Head Chef")) is None


def test_what_was_added_has_no_id() -> None:
    """New rows, new columns and copies have no id; what is there has its own, wherever it was moved."""
    found = own_matrix(
        _sheet(
            f"{MARK.text()} | {of_role('buyer')} | {WORK} | | {AREA} | {of_role('buyer')}",
            f"{TITLE} | | All of it | | |",
            "wine | I | Wine | A | Cellar | I",
            f"{HEADER} | Buyer | Work | Sommelier | Area | Buyer",
            "menu | A | Menu |  | |",
            "menu | R | Menu |  | |",
            " | C | Car Park |  | Outside |",
            " |  |  |  | |",
        )
    )
    assert found is not None
    assert [(each.number, each.head.text, each.id) for each in found.columns] == [
        (1, "Buyer", "buyer"),
        (3, "Sommelier", ""),
        (5, "Buyer", ""),
    ]
    assert [(each.id, each.name.text, each.area) for each in found.rows] == [
        ("wine", "Wine", "Cellar"),
        ("menu", "Menu", ""),
        ("", "Menu", ""),
        ("", "Car Park", "Outside"),
    ]
