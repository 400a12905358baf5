"""raci import --into: what an edited matrix changes in the files, and what it leaves alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
from raci.cli.exit_code import ExitCode

from conftest import write_files

if TYPE_CHECKING:
    from collections.abc import Callable

    from openpyxl.worksheet.worksheet import Worksheet

    from conftest import RunRaci

KITCHEN = """\
# Ours.
version: 1
roles:
  head-chef:
    name: Head Chef
    responsibilities:
      - {name: Seasonal Planning, area: Food, with: {buyer: C, sommelier: I}}  # every spring
    deliverables:
      - {name: Menu, id: menu-card, area: Food}
      - name: Wine Dinner
        letters: [A, R]
        with:
          sommelier: C
  buyer:
    name: Buyer
    aliases: [purchasing]
    deliverables:
      - {name: Wine List, area: Cellar}
  sommelier:
    name: Sommelier
    deliverables:
      - {name: Wine List, area: Cellar}
overlaps:
  wine:
    tension: Who picks the wine?
    work: [Wine List]
    agreement:
      accountable: sommelier
      because: Guests ask them.
unowned:
  - {name: Car Park, because: The landlord sees to it.}
"""
# The workbook: column E is the head chef, F the sommelier, G the buyer; rows 4 to 8 are the work.


@pytest.fixture
def kitchen(in_folder: Path) -> Path:
    """Work in a folder with a register."""
    write_files(in_folder, {"own/kitchen.yaml": KITCHEN})
    return in_folder / "own/kitchen.yaml"


def edited(raci: RunRaci, edit: Callable[[Worksheet], None], *options: str) -> str:
    """Return the name of a workbook of the register, edited."""
    assert raci("matrix", "--data", "own", "-f", "xlsx", "-o", "m.xlsx", *options).code == 0
    book = openpyxl.load_workbook("m.xlsx")
    edit(book.worksheets[0])
    book.save("e.xlsx")
    Path("m.xlsx").unlink()
    return "e.xlsx"


def cells(**texts: str) -> Callable[[Worksheet], None]:
    """Return an edit that puts texts into cells, nothing for an empty one."""

    def edit(sheet: Worksheet) -> None:
        for at, text in texts.items():
            sheet[at] = text or None

    return edit


def change(before: str, after: str) -> str:
    """Return the register with another text in one place."""
    assert KITCHEN.count(before) == 1
    return KITCHEN.replace(before, after)


MENU = "{name: Menu, id: menu-card, area: Food}"
DINNER = "      - name: Wine Dinner\n        letters: [A, R]\n        with:\n          sommelier: C\n"
ONE_EDIT = {
    "a letter in with": (cells(G4="I"), change("buyer: C", "buyer: I")),
    "letters of an entry": (cells(E5="A"), change(MENU, MENU[:-1] + ", letters: A}")),
    "letters in a list": (cells(E7="A"), change("[A, R]", "[A]")),
    "one more role": (cells(G7="C/I"), change("sommelier: C\n", "sommelier: C\n          buyer: CI\n")),
    "one role less": (cells(F4=""), change(", sommelier: I", "")),
    "the first role in with": (cells(F5="R"), change(MENU, MENU[:-1] + ", with: {sommelier: R}}")),
    "no role in with": (cells(F7=""), change("        with:\n          sommelier: C\n", "")),
    "who is accountable": (
        cells(E7="R", F7="A"),
        change("[A, R]\n        with:\n          sommelier: C", "[R]\n        with:\n          sommelier: A"),
    ),
    "an entry that moves": (
        cells(E7="", G7="A"),
        change(DINNER, "").replace(
            "{name: Wine List, area: Cellar}\n  som",
            "{name: Wine List, area: Cellar}\n      - name: Wine Dinner\n        letters: A\n        with:\n"
            "          sommelier: C\n  som",
        ),
    ),
    "a new name": (
        cells(C5="Card"),
        change(MENU, "{name: Card, id: menu-card, area: Food, aliases: [Menu]}"),
    ),
    "another area": (cells(B5="Drinks"), change(MENU, MENU.replace("Food", "Drinks"))),
    "no area": (cells(B5=""), change(MENU, "{name: Menu, id: menu-card}")),
    "an area": (cells(B7="food"), change("Wine Dinner\n", "Wine Dinner\n        area: Food\n")),
    "the name of a role": (
        cells(F3="Wine Steward"),
        change("name: Sommelier\n", "name: Wine Steward\n    aliases: [Sommelier]\n"),
    ),
    "work of nobody": (
        cells(E8="A"),
        change("unowned:\n  - {name: Car Park, because: The landlord sees to it.}\n", "").replace(
            "spring\n", "spring\n      - name: Car Park\n        letters: A\n"
        ),
    ),
    "new work": (
        cells(B9="Food", C9="Soup", F9="A", E9="R", I9="deliverable"),
        change(
            "      - {name: Wine List, area: Cellar}\noverlaps",
            "      - {name: Wine List, area: Cellar}\n    responsibilities:\n      - name: Soup\n"
            "        area: Food\n        letters: A\n        with:\n          head-chef: R\noverlaps",
        ),
    ),
    "letters that an agreement leaves": (
        cells(F6="A"),
        change(
            "{name: Wine List, area: Cellar}\noverlaps",
            "{name: Wine List, area: Cellar, letters: A}\noverlaps",
        ),
    ),
}


@pytest.mark.parametrize("name", ONE_EDIT)
def test_what_differs_is_written_and_nothing_else(name: str, kitchen: Path, raci: RunRaci) -> None:
    """A cell is a span; what is written reads back as the sheet, and a second import changes nothing."""
    edit, wanted = ONE_EDIT[name]
    sheet = edited(raci, edit)
    ran = raci("import", sheet, "--into", "own")
    assert ran.code == ExitCode.ANSWERED, ran.err
    assert kitchen.read_text("utf-8") == wanted
    assert ran.out.startswith("Wrote own/kitchen.yaml: ")
    again = raci("import", sheet, "--into", "own", "--quiet")
    assert (again.code, again.out) == (ExitCode.ANSWERED, "Nothing to change.\n")


@pytest.mark.parametrize("form", ["xlsx", "csv", "markdown"])
@pytest.mark.parametrize("claims", [[], ["--claims"]])
def test_nobody_changed_it(form: str, claims: list[str], kitchen: Path, raci: RunRaci) -> None:
    """What raci wrote makes no edit, in any form, also where an agreement holds against a claim."""
    file = f"m.{form}"
    raci("matrix", "--data", "own", "-f", form, "-o", file, *claims)
    ran = raci("import", file, "--into", "own", "--from", form, "--diff")
    assert (ran.code, ran.out) == (ExitCode.ANSWERED, "")
    assert "→" not in ran.err
    assert kitchen.read_text("utf-8") == KITCHEN


def test_sorted_moved_and_hidden_is_unchanged(kitchen: Path, raci: RunRaci) -> None:
    """Rows in another order, columns that changed places or are hidden, and other sheets change nothing."""

    def edit(sheet: Worksheet) -> None:
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        rows[3:8] = sorted(rows[3:8], key=lambda row: str(row[2]))
        for number, row in enumerate(rows, 1):
            row[4], row[6] = row[6], row[4]
            for column, text in enumerate(row, 1):
                sheet.cell(number, column).value = text
        sheet.column_dimensions["F"].hidden = True
        sheet.parent.create_sheet("Notes")["A1"] = "to do"

    ran = raci("import", edited(raci, edit), "--into", "own", "--diff")
    assert (ran.code, ran.out) == (ExitCode.ANSWERED, "")
    assert ran.err.endswith("\nNothing to change.\n")
    assert kitchen.read_text("utf-8") == KITCHEN


def test_a_row_that_is_gone(kitchen: Path, raci: RunRaci) -> None:
    """Its entries go, and that is said; what something else names stays."""
    ran = raci("import", edited(raci, lambda sheet: sheet.delete_rows(6, 2)), "--into", "own")
    assert kitchen.read_text("utf-8") == change(DINNER, "")
    assert "Wine Dinner (own/kitchen.yaml:10): is gone, for its row is\n" in ran.err
    assert "Wine List (own/kitchen.yaml:18): has no row, and stays: own/kitchen.yaml names it at" in ran.err


def test_a_workbook_with_some_of_the_rows_removes_nothing(kitchen: Path, raci: RunRaci) -> None:
    """Work that a filter left out is not gone, nor a role without a column."""
    sheet = edited(raci, cells(), "--area", "Food", "--role", "sommelier")
    assert raci("import", sheet, "--into", "own", "--diff").code == ExitCode.ANSWERED
    sheet = edited(raci, lambda sheet: sheet.delete_cols(6))
    ran = raci("import", sheet, "--into", "own", "--diff")
    assert ran.code == ExitCode.ANSWERED
    assert "Sommelier (own/kitchen.yaml:20): has no column, and keeps its letters\n" in ran.err
    assert kitchen.read_text("utf-8") == KITCHEN


def test_what_an_agreement_decides_is_told_and_stays(kitchen: Path, raci: RunRaci) -> None:
    """No claim can say it: the command that can is named, and the rest is written."""
    ran = raci("import", edited(raci, cells(F6="R", G6="A", G4="I")), "--into", "own")
    assert kitchen.read_text("utf-8") == change("buyer: C", "buyer: I")
    assert (
        "Wine List (own/kitchen.yaml:18): Sommelier AR → R, Buyer R → A; "
        'it stays, for that is agreed in "Wine List". To change it: '
        "raci settle wine --accountable buyer --because WHY --replace\n" in ran.err
    )
    settled = ran.err.partition("To change it: raci ")[2].splitlines()[0].split()
    assert raci(*settled, "--data", "own").code == ExitCode.ANSWERED
    assert "accountable: buyer" in kitchen.read_text("utf-8")


def test_with_claims_what_each_role_claims_is_written(kitchen: Path, raci: RunRaci) -> None:
    """In a workbook of claims the letters are those, whatever is agreed."""
    raci("import", edited(raci, cells(G6="R"), "--claims"), "--into", "own")
    wanted = change(
        "{name: Wine List, area: Cellar}\n  som", "{name: Wine List, area: Cellar, letters: R}\n  som"
    )
    assert kitchen.read_text("utf-8") == wanted


def test_a_row_without_letters_stays(kitchen: Path, raci: RunRaci) -> None:
    """Who empties a row has not said who does it instead."""
    ran = raci("import", edited(raci, cells(E5="")), "--into", "own")
    assert "Menu (own/kitchen.yaml:9): Head Chef AR → nothing; it stays" in ran.err
    assert kitchen.read_text("utf-8") == KITCHEN


def test_cells_that_are_not_understood_keep_what_they_have(kitchen: Path, raci: RunRaci) -> None:
    """A remark in a cell is told, and is no reason to take somebody off the work."""
    ran = raci("import", edited(raci, cells(G4="ask Ana")), "--into", "own", "--diff")
    assert '"ask Ana", no letters that are known' in ran.err
    assert (ran.code, ran.out) == (ExitCode.ANSWERED, "")
    assert kitchen.read_text("utf-8") == KITCHEN


def test_diff_writes_nothing(kitchen: Path, raci: RunRaci) -> None:
    """Exit code 1 says that there is something to change."""
    ran = raci("import", edited(raci, cells(G4="I")), "--into", "own", "--diff")
    assert ran.code == ExitCode.NEGATIVE
    assert (
        "+      - {name: Seasonal Planning, area: Food, with: {buyer: I, sommelier: I}}  # every spring"
        in ran.out
    )
    assert kitchen.read_text("utf-8") == KITCHEN


def test_files_that_have_changed_since_are_not_put_back(kitchen: Path, raci: RunRaci) -> None:
    """The workbook's old cells would undo what is newer: only --stale writes them, and no row is gone."""
    sheet = edited(raci, lambda sheet: sheet.delete_rows(7))
    newer = change("buyer: C", "buyer: R")
    kitchen.write_text(newer, "utf-8")
    ran = raci("import", sheet, "--into", "own", "--quiet")
    assert ran.code == ExitCode.NO_ANSWER
    assert ran.err.startswith("raci: The files have changed since the workbook was made of them")
    assert kitchen.read_text("utf-8") == newer
    assert raci("import", sheet, "--into", "own", "--diff").code == ExitCode.NEGATIVE
    assert raci("import", sheet, "--into", "own", "--stale").code == ExitCode.ANSWERED
    assert kitchen.read_text("utf-8") == KITCHEN


def test_any_matrix_goes_into_a_register(kitchen: Path, raci: RunRaci) -> None:
    """Roles are found by alias, work by name and section; new roles and work come, and nothing else goes."""
    table = "|Task|Purchasing|Head chef|Waiter|\n|-|-|-|-|\n|**Menu**|C|A/R||\n|Seating||I|A|\n"
    Path("m.md").write_text(table, "utf-8")
    raci("import", "m.md", "--into", "own")
    wanted = change(MENU, MENU[:-1] + ", with: {buyer: C}}").replace(
        "overlaps:",
        "  waiter:\n    name: Waiter\n    responsibilities:\n      - name: Seating\n        letters: A\n"
        "        with:\n          head-chef: I\noverlaps:",
    )
    assert kitchen.read_text("utf-8") == wanted


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("Task,Purchasing,Buyer\nMenu,A,R\n", '"Purchasing" and "Buyer" are one role in the files, buyer.'),
        ("Task,HC,Buyer\nDinner,A,R\n", '"HC" may be'),
    ],
)
def test_what_may_be_several_is_refused(table: str, told: str, kitchen: Path, raci: RunRaci) -> None:
    """Nothing is guessed, and nothing is written."""
    text = KITCHEN.replace("name: Head Chef\n", "name: Head Chef\n    aliases: [HC]\n")
    kitchen.write_text(text.replace("name: Sommelier\n", "name: Sommelier\n    aliases: [HC]\n"), "utf-8")
    Path("m.csv").write_text(table, "utf-8")
    ran = raci("import", "m.csv", "--into", "own")
    assert ran.code == ExitCode.NO_ANSWER
    assert told in ran.err


def test_files_with_mistakes_are_refused(kitchen: Path, raci: RunRaci) -> None:
    """With each mistake and its place."""
    sheet = edited(raci, cells(G4="I"))
    broken = change("buyer: C", "buyr: C")
    kitchen.write_text(broken, "utf-8")
    ran = raci("import", sheet, "--into", "own")
    assert ran.code == ExitCode.NO_ANSWER
    assert "own/kitchen.yaml:7:" in ran.err
    assert kitchen.read_text("utf-8") == broken


def test_what_cannot_be_edited_in_place_is_shown_ready(kitchen: Path, raci: RunRaci) -> None:
    """A comment in the brackets would go with the text: no file is changed."""
    kitchen.write_text(
        change("{buyer: C, sommelier: I}", "{buyer: C,  # for now\n      sommelier: I}"), "utf-8"
    )
    before = kitchen.read_text("utf-8")
    ran = raci("import", edited(raci, cells(G4="")), "--into", "own")
    assert ran.code == ExitCode.NO_ANSWER
    assert "No file was changed. By hand it is:\n" in ran.err
    assert kitchen.read_text("utf-8") == before


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--diff"], "--diff goes with --into."),
        (["--stale"], "--stale goes with --into."),
        (["--into", "own", "-o", "x.yaml"], "--into changes files: --output has no place."),
        (["--into", "own", "--json"], "--into changes files: --json has no place."),
        (["--into", "own", "--scheme", "daci"], "own has the letters of raci, not of daci."),
    ],
)
def test_options_that_do_not_go_together(options: list[str], told: str, kitchen: Path, raci: RunRaci) -> None:
    """They are refused before anything is read."""
    Path("m.csv").write_text("Task,Buyer,Head Chef\nMenu,A,R\n", "utf-8")
    ran = raci("import", "m.csv", *options)
    assert (ran.code, ran.err) == (ExitCode.NO_ANSWER, f"raci: {told}\n")
    assert kitchen.read_text("utf-8") == KITCHEN


def test_what_lint_would_say_is_said(kitchen: Path, raci: RunRaci) -> None:
    """A mistake of the matrix is no reason to lose the rest of it."""
    ran = raci("import", edited(raci, cells(G7="C/I", G4="I")), "--into", "own")
    assert ran.code == ExitCode.ANSWERED
    assert "raci lint will say: own/kitchen.yaml:14:18: Buyer has C" in ran.err
    assert "          buyer: CI\n" in kitchen.read_text("utf-8")


def test_a_kind_that_was_changed_is_told(kitchen: Path, raci: RunRaci) -> None:
    """An entry does not move to another list for it."""
    ran = raci("import", edited(raci, cells(H5="responsibility")), "--into", "own", "--diff")
    assert (
        "Menu (own/kitchen.yaml:9): stays a deliverable; to make it a responsibility, move its entry.\n"
        in ran.err
    )
    assert kitchen.read_text("utf-8") == KITCHEN


def test_a_new_column_is_a_new_role(kitchen: Path, raci: RunRaci) -> None:
    """It comes behind the other roles of the file with the most of them."""
    ran = raci("import", edited(raci, cells(I3="Floor Manager (FM)", I4="I", I7="C")), "--into", "own")
    assert "Floor Manager: is a new role, in own/kitchen.yaml\n" in ran.err
    text = kitchen.read_text("utf-8")
    assert "  floor-manager:\n    name: Floor Manager\n    aliases: [FM]\noverlaps:" in text
    assert "with: {buyer: C, sommelier: I, floor-manager: I}" in text
    assert raci("import", "e.xlsx", "--into", "own", "-q").out == "Nothing to change.\n"


def test_a_folder_with_a_file_a_role(in_folder: Path, raci: RunRaci) -> None:
    """Each edit goes into the file of its entry, in one go."""
    for role, name in (("a", "Ann"), ("b", "Bob")):
        entry = f"[{{name: {name}'s work, with: {{{'b' if role == 'a' else 'a'}: C}}}}]"
        write_files(
            in_folder,
            {
                f"own/{role}.yaml": f"version: 1\nroles: {{{role}: {{name: {name}, responsibilities: {entry}}}}}\n"
            },
        )
    raci("import", edited(raci, cells(F4="I", E5="I")), "--into", "own")
    assert "with: {b: I}" in Path("own/a.yaml").read_text("utf-8")
    assert "with: {a: I}" in Path("own/b.yaml").read_text("utf-8")


def test_a_table_with_columns_for_some_letters_says_nothing_of_others(kitchen: Path, raci: RunRaci) -> None:
    """Who is consulted and informed stays, where only R and A have columns."""
    Path("m.csv").write_text(
        "Task,Responsible,Accountable\nSeasonal Planning,Buyer,Head Chef\nMenu,Sommelier,Head Chef\n", "utf-8"
    )
    ran = raci("import", "m.csv", "--into", "own")
    assert "Seasonal Planning (own/kitchen.yaml:7): Buyer C → RC, Head Chef AR → A\n" in ran.err
    assert "area: Food, letters: A, with: {buyer: RC, sommelier: I}}" in kitchen.read_text("utf-8")


def test_joined_names_are_parted_where_the_files_have_both(kitchen: Path, raci: RunRaci) -> None:
    """A slash parts roles that the table itself names nowhere else."""
    Path("m.csv").write_text(
        "Task,Responsible,Accountable\nMenu,Purchasing / Sommelier,Head Chef\nWine Dinner,Head Chef,Head Chef\n",
        "utf-8",
    )
    ran = raci("import", "m.csv", "--into", "own", "--diff")
    assert (
        "Menu (own/kitchen.yaml:9): Buyer nothing → R, Sommelier nothing → R, Head Chef AR → A\n" in ran.err
    )
    assert kitchen.read_text("utf-8") == KITCHEN


def test_a_role_that_is_accountable_by_agreement_alone_keeps_its_entry(
    in_folder: Path, raci: RunRaci
) -> None:
    """What it only does can go: then it claims what was agreed, for the work needs an entry."""
    entry = "{name: Menu, letters: R}"
    overlap = "{tension: Who?, work: [Menu], agreement: {accountable: {Menu: chef}, because: So.}}"
    text = (
        f"version: 1\nroles: {{chef: {{name: Chef, deliverables: [{entry}]}}, host: {{name: Host}}}}\n"
        f"overlaps: {{o: {overlap}}}\n"
    )
    write_files(in_folder, {"own/a.yaml": text})
    assert raci("import", edited(raci, cells(E4="A")), "--into", "own").code == ExitCode.ANSWERED
    assert Path("own/a.yaml").read_text("utf-8") == text.replace("letters: R", "letters: A")


@pytest.mark.parametrize("emptied", [{"C7": ""}, {"C7": "", "B7": "", "D7": "", "I7": ""}])
def test_a_name_that_is_gone_takes_no_work_along(
    emptied: dict[str, str], kitchen: Path, raci: RunRaci
) -> None:
    """The row is there, and its id: it keeps its name and its area, and its letters count."""
    ran = raci("import", edited(raci, cells(**emptied, F7="I")), "--into", "own")
    assert kitchen.read_text("utf-8") == change("sommelier: C\n", "sommelier: I\n")
    assert "Matrix!C7: its name is gone from the row, and stays: Wine Dinner\n" in ran.err
    assert "is gone, for its row is" not in ran.err


def test_a_row_that_was_emptied_keeps_its_work(kitchen: Path, raci: RunRaci) -> None:
    """Who empties a row has not deleted it: area and letters stay, and that is told."""
    emptied = dict.fromkeys(("B4", "C4", "D4", "E4", "F4", "G4", "I4"), "")
    ran = raci("import", edited(raci, cells(**emptied)), "--into", "own")
    assert kitchen.read_text("utf-8") == KITCHEN
    assert "it stays, for nobody would hold anything. Delete its row if it is gone." in ran.err


def test_a_name_that_cannot_be_read_takes_no_work_along(kitchen: Path, raci: RunRaci) -> None:
    """A formula that nobody has worked out says no name, and no area."""
    ran = raci("import", edited(raci, cells(C7='="Dinner"', B5='="Food"')), "--into", "own")
    assert kitchen.read_text("utf-8") == KITCHEN
    assert "Matrix!C7: its name is gone from the row, and stays: Wine Dinner\n" in ran.err
    assert "Matrix!B5: a formula without a stored value; the area stays\n" in ran.err


def test_new_work_without_letters_is_told(kitchen: Path, raci: RunRaci) -> None:
    """Nobody has it, so it goes nowhere; that is said where it stands."""
    ran = raci("import", edited(raci, cells(B9="Food", C9="Soup")), "--into", "own")
    assert kitchen.read_text("utf-8") == KITCHEN
    assert 'Matrix!C9: "Soup" is new and nobody has a letter for it: it is left out.\n' in ran.err
    Path("t.csv").write_text("Task,Head Chef,Buyer\nMenu,A/R,\nSoup,,\n", "utf-8")
    ran = raci("import", "t.csv", "--into", "own")
    assert "Soup" in ran.err


def test_a_copied_row_with_other_letters_is_told(kitchen: Path, raci: RunRaci) -> None:
    """It has no name of its own: which of the two holds cannot be seen, so the first does."""

    def edit(sheet: Worksheet) -> None:
        for column in range(1, 10):
            sheet.cell(9, column).value = sheet.cell(5, column).value
        sheet["F9"] = "C"

    ran = raci("import", edited(raci, edit), "--into", "own")
    assert kitchen.read_text("utf-8") == KITCHEN
    assert (
        'Matrix!C9: "Menu" stands at e.xlsx!Matrix!C5 as well, with other letters: those count. '
        "Give it a name of its own if it is other work.\n" in ran.err
    )
    assert "pieces of work, with ids of their own" not in ran.err
    assert "(5 pieces of work)" not in ran.err


def test_what_has_no_row_and_stays_is_told(kitchen: Path, raci: RunRaci) -> None:
    """Only a workbook with all rows takes work away; of another matrix it is said that it does not."""
    raci("matrix", "--data", "own", "-f", "csv", "-o", "m.csv")
    lines = Path("m.csv").read_text("utf-8").splitlines(keepends=True)
    Path("m.csv").write_text("".join(each for each in lines if "Dinner" not in each), "utf-8")
    ran = raci("import", "m.csv", "--into", "own")
    assert "1 piece of work has no row and stays: Wine Dinner.\n" in ran.err
    ran = raci("import", edited(raci, lambda sheet: sheet.delete_rows(4), "--area", "Food"), "--into", "own")
    told = "4 pieces of work have no row and stay: Car Park, Seasonal Planning, Wine Dinner and Wine List."
    assert f"{told}\n" in ran.err
    assert kitchen.read_text("utf-8") == KITCHEN


def test_names_that_change_places_are_refused_with_a_way_out(kitchen: Path, raci: RunRaci) -> None:
    """A name that is taken cannot be given; what can be done in the sheet is said."""
    ran = raci("import", edited(raci, cells(C5="Wine Dinner", C7="Menu")), "--into", "own")
    assert ran.code == ExitCode.NO_ANSWER
    assert "leave the names and exchange the letters.\n" in ran.err
    assert kitchen.read_text("utf-8") == KITCHEN
