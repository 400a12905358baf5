"""A workbook that people have worked in comes back as they left it."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from raci.importing.importing import import_tables
from raci.importing.options import Hints
from raci.importing.ownership_text import ownership_text
from raci.queries.matrix import matrix
from raci.sheets.reading import format_of, read_tables
from workbook_worlds import KITCHEN, made, opened

from conftest import graph_of

if TYPE_CHECKING:
    from raci.importing.importing import Imported
    from raci.importing.report import ImportReport

_SAVED = Path(__file__).parent


def _imported(content: bytes, name: str = "m.xlsx") -> Imported:
    return import_tables([(name, read_tables(content, name, format_of(name) or ""))], Hints())


def _told(imported: Imported) -> dict[str, tuple[object, ...]]:
    """Return name, area, kind and letters of the work that was imported, by id."""
    graph = graph_of(ownership_text(imported.found, ["m.xlsx"], "responsibility"))
    rows = matrix(graph, claims=True).rows
    return {row.work: (row.name, row.area, row.kind, dict(row.letters)) for row in rows}


def _saved(book: Any) -> Imported:
    written = io.BytesIO()
    book.save(written)
    return _imported(written.getvalue())


def _left_out(report: ImportReport) -> list[str]:
    return [f"{each.place}: {each.reason}" for each in report.not_understood]


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_sorted_and_saved_in_libreoffice(ending: str) -> None:
    """LibreOffice sorted it by work, hid a column and saved it: nothing is lost, nothing moved."""
    pytest.importorskip("python_calamine")
    saved = _imported(_SAVED.joinpath(f"saved_by_libreoffice.{ending}").read_bytes(), f"m.{ending}")
    assert _told(saved) == _told(_imported(made(graph_of(KITCHEN))))
    assert next(each.claim.name for each in saved.found.work) == "Wine List"
    assert not saved.report.not_understood


def test_other_sheets_are_passed_over() -> None:
    """Each sheet that does not come back says so."""
    report = _imported(made(graph_of(KITCHEN))).report
    assert [(each.heading, each.taken) for each in report.tables] == [
        *(("Matrix", True), ("Overlaps", False), ("Roles", False), ("Legend", False))
    ]
    reasons = {each.reason for each in report.tables if not each.taken}
    assert reasons == {"raci wrote it to be read: only the sheet of the matrix comes back"}


def test_what_is_changed() -> None:
    """Letters, names, areas and kinds are those of the sheet; ids stay; rows that are gone are gone."""
    book = opened(made(graph_of(KITCHEN)))
    sheet = book["Matrix"]
    sheet["C4"], sheet["B4"], sheet["I4"], sheet["H4"] = "Planning", "Drink", "Deliverable", "c / i"
    sheet["F3"] = "Chef de Cuisine (CC)"
    sheet.delete_rows(5)
    told = _told(_saved(book))
    assert set(told) == {"seasonal-planning", "menu-card", "wine-list", "pairing-and-co"}
    assert told["seasonal-planning"] == (
        *("Planning", "Drink", "deliverable"),
        {"buyer": "C", "head-chef": "AR", "owner": "CI"},
    )


def test_a_renamed_role_keeps_its_id() -> None:
    """A new name in the header is the name of the role, in full."""
    book = opened(made(graph_of(KITCHEN)))
    book["Matrix"]["F3"] = "Chef de Cuisine (CC)"
    roles = {each.id: each.name for each in _saved(book).found.roles}
    assert roles["head-chef"] == "Chef de Cuisine (CC)"


def test_a_role_can_be_ignored() -> None:
    """What whoever imports leaves out is left out; work that is left without letters is told."""
    read = read_tables(made(graph_of(KITCHEN)), "m.xlsx", "xlsx")
    imported = import_tables([("m.xlsx", read)], Hints(ignored=("head chef",)))
    assert _told(imported)["seasonal-planning"][3] == {"buyer": "C", "owner": "I"}
    assert _left_out(imported.report) == ["m.xlsx!Matrix!C5: no letters stand in its row"]


def test_two_columns_of_one_name() -> None:
    """Columns that got one name are one role, and that is said."""
    book = opened(made(graph_of(KITCHEN)))
    book["Matrix"]["H3"] = "Buyer"
    imported = _saved(book)
    assert _told(imported)["seasonal-planning"][3] == {"buyer": "CI", "head-chef": "AR"}
    assert imported.report.tables[0].columns == ('"Buyer" stands over several columns, which are one role.',)


def test_what_is_added() -> None:
    """A row below and a column beside are new, with ids of their own; remarks are left out, and said so."""
    book = opened(made(graph_of(KITCHEN)))
    sheet = book["Matrix"]
    for at, text in {"B9": "Food", "C9": "Menu", "E9": "R", "J3": "Waiter", "J9": "A/R", "J4": "I"}.items():
        sheet[at] = text
    sheet["K3"], sheet["K4"], sheet["C10"], sheet["E11"] = "Remarks", "to be discussed", "Only a name", "A"
    imported = _saved(book)
    told = _told(imported)
    assert told["food-menu"] == ("Menu", "Food", "responsibility", {"buyer": "R", "waiter": "AR"})
    assert told["menu-card"][0] == "Menu"
    assert told["seasonal-planning"][3] == {"buyer": "C", "head-chef": "AR", "owner": "I", "waiter": "I"}
    assert imported.report.tables[0].columns == ('"Remarks" is left out: its cells are no letters.',)
    assert _left_out(imported.report) == [
        "m.xlsx!Matrix!C10: no letters stand in its row",
        "m.xlsx!Matrix!C11: it has no name",
    ]


def test_a_title_above_and_numbers_before() -> None:
    """Rows and columns that are put before everything hide nothing; what they say is left out, and told."""
    book = opened(made(graph_of(KITCHEN)))
    sheet = book["Matrix"]
    sheet.insert_rows(1, 2)
    sheet.insert_cols(1)
    sheet["B1"], sheet["A5"], sheet["A6"] = "Our matrix", "No.", "1"
    imported = _saved(book)
    assert _told(imported) == _told(_imported(made(graph_of(KITCHEN))))
    assert imported.report.tables[0].columns == ('"No." is left out: its cells are no letters.',)
    assert _left_out(imported.report) == ["m.xlsx!Matrix!D1: it has no name"]


@pytest.mark.parametrize("gone", ["row", "column"])
def test_without_the_hidden_cells_it_is_a_sheet_as_any_other(gone: str) -> None:
    """Who deletes the ids still has a matrix, with roles and work by their names."""
    book = opened(made(graph_of(KITCHEN)))
    book["Matrix"].delete_rows(1) if gone == "row" else book["Matrix"].delete_cols(1)
    told = _told(_saved(book))
    assert told["wine-list"] == ("Wine List", "Cellar", "deliverable", {"buyer": "AR", "sommelier": "A"})


@pytest.mark.parametrize(
    ("cell", "text", "reason"),
    [
        ("A1", "raci 2 matrix; scheme raci", "a newer raci wrote it, and this one does not know how"),
        ("A1", "raci 1 matrix; scheme abc", "raci wrote it, but what says which column is which is gone"),
        ("C1", "", "raci wrote it, but what says which column is which is gone"),
        ("A3", "", "raci wrote it, but what says which column is which is gone"),
    ],
)
def test_what_is_no_longer_known(cell: str, text: str, reason: str) -> None:
    """A sheet whose mark is of another version, or whose columns are lost, is not guessed at."""
    book = opened(made(graph_of(KITCHEN)))
    book["Matrix"][cell] = text
    assert _saved(book).report.tables[0].reason == reason
