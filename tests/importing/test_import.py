"""raci import: tables of every kind become the letters that people read in them."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import openpyxl
import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunRaci

Letters = dict[str, dict[str, str]]


def imported(raci: RunRaci, name: str, content: str, *options: str, folder: Path) -> tuple[Letters, str]:
    """Return the letters that `raci matrix --claims` reads back, by work and role, and the report."""
    (folder / name).write_text(content, encoding="utf-8")
    ran = raci("import", name, "-o", "out.yaml", *options)
    assert ran.code == 0, ran.err
    back = raci("matrix", "--claims", "--data", "out.yaml", "--format", "csv")
    assert back.code == 0, back.err
    rows = list(csv.DictReader(io.StringIO(back.out.removeprefix("\ufeff"))))
    fixed = {"area", "work", "kind", "status", "accountable"}
    letters = {
        row["work"]: {role: held for role, held in row.items() if role not in fixed and held} for row in rows
    }
    (folder / "out.yaml").unlink()
    return letters, ran.err


PLAIN: Letters = {"Menu": {"Chef": "A", "Buyer": "R"}, "Wine": {"Chef": "C", "Buyer": "AR"}}
KINDS = {
    "across-names.csv": ",Menu,Wine\nResponsible,Buyer,Buyer\nAccountable,Chef,Buyer\nConsulted,,Chef\n",
    "two-headers.html": "<table><tr><th rowspan=2>Task<th colspan=2>House<tr><th>Chef<th>Buyer<tr><td>Menu<td>A<td>R"
    "<tr><td>Wine<td>C<td>A/R</table>",
    "total.csv": "Nr;Aufgabe;Chef;Buyer;Bemerkung\n1;Menu;A (ab Mai);R;x\n2;Wine;C;A/R;\n;Summe;2;2;\n",
    "parties.md": "| Decision | Responsible Party | Accountable (owner) | Consulted parties |\n|-|-|-|-|\n"
    "| Menu | Buyer | Chef | |\n| Wine | Buyer | Buyer | Chef |\n",
    "comma.csv": "Task,Chef,Buyer\nMenu,A,R\nWine,C,A/R\n",
    "semicolon.csv": "Aufgabe;Chef;Buyer\nMenu;A;R\nWine;C;A, R\n",
    "tab.tsv": "Tâche\tChef\tBuyer\nMenu\tA\tR\nWine\tC\tR/A\n",
    "bar.csv": "Actividad|Chef|Buyer\nMenu|A|R\nWine|C|A+R\n",
    "title.csv": "Our matrix,,\n,,\nTask,Chef,Buyer\nMenu,A,R\nWine,C,AR\n",
    "numbers.csv": "#,Task,Chef,Buyer,Status\n1,Menu,A,R,open\n2,Wine,C,A & R,done\n",
    "words.csv": 'Task,Chef,Buyer\nMenu,Accountable,Responsible\nWine,Consulted,"Accountable, Responsible"\n',
    "german.csv": "Aufgabe,Chef,Buyer\nMenu,Rechenschaftspflichtig,Verantwortlich\nWine,Konsultiert,A/R\n",
    "french.csv": "Activité,Chef,Buyer\nMenu,Approbateur,Réalisateur\nWine,Consulté,A/R\n",
    "spanish.csv": "Tarea,Chef,Buyer\nMenu,Aprobador,Responsable\nWine,Consultado,A/R\n",
    "japanese.csv": "タスク,Chef,Buyer\nMenu,説明責任,実行責任\nWine,相談先,A/R\n",
    "bold.md": "| Task | Chef | Buyer |\n|---|---|---|\n| **Menu** | **A** | R |\n| Wine | C | **A/R** |\n",
    "wrong.md": "| Task | Chef | Buyer |\n|---|\n| Menu | A | R |\n| Wine | C | A / R |\n",
    "bare.md": "Task | Chef | Buyer\n--- | --- | ---\nMenu | A | R\nWine | C | A/R\n",
    "inside.md": "# M\n\n<table>\n<tr><th>Task<th>Chef\n\n<th>Buyer\n<tr><td>Menu<td>A<td>R\n"
    "<tr><td>Wine<td>C<td>A<br>R\n</table>\n",
    "page.html": "<table><tr><th>Task</th><th>Chef</th><th>Buyer</th></tr><tr><td>Menu<td>A<td>R<tr><td>Wine"
    "<td>C<td><ul><li>A<li>R</ul></table>",
    "storage.html": "<ac:layout><table><tbody><tr><th><p>Task</p></th><th><p>Chef</p></th><th><p>Buyer</p></th></tr>"
    "<tr><td><p>Menu</p></td><td><p><strong>A</strong></p></td><td><p>R</p></td></tr><tr><td>Wine</td><td>C</td>"
    "<td><p>A</p><p>R</p></td></tr></tbody></table></ac:layout>",
    "struck.html": "<table><tr><th>Task<th>Chef<th>Buyer<tr><td>Menu<td>A<td><del>C</del> R<tr><td>Wine<td>C"
    "<td>A/R</table>",
    "legend.csv": 'Task,Chef,Buyer\nMenu,A,R\nWine,C,A/R\n"Legend: R = Responsible",A = Accountable,C = Consulted\n',
    "dashes.csv": "Task,Chef,Buyer,Waiter\nMenu,A,R,-\nWine,C,A/R,n/a\n",
    "rows.csv": "Role,Menu,Wine\nChef,A,C\nBuyer,R,A/R\n",
    "names.csv": "Task,Responsible,Accountable,Consulted,Informed\nMenu,Buyer,Chef,,\nWine,Buyer,Buyer,Chef,\n",
    "order.csv": "Task,I,C,A,R\nMenu,,,Chef,Buyer\nWine,,Chef,Buyer,Buyer\n",
    "named-words.csv": "Aufgabe;Verantwortlich (R);Rechenschaftspflichtig (A);Konsultiert (C)\n"
    "Menu;Buyer;Chef;\nWine;Buyer;Buyer;Chef\n",
    "list.csv": "Task,Role,RACI\nMenu,Chef,A\nMenu,Buyer,R\nWine,Chef,C\nWine,Buyer,A/R\n",
    "crosses.csv": "Task,Role,R,A,C,I\nMenu,Chef,,x,,\nMenu,Buyer,x,,,\nWine,Chef,,,x,\nWine,Buyer,x,x,,\n",
    "cells.md": "| Task | Who |\n|---|---|\n| Menu | Chef – A<br>Buyer – R |\n| Wine | Chef – C<br>Buyer – A/R |\n",
    "bullets.md": "# Who\n\n- Menu:\n  - Chef – A\n  - Buyer – R\n- Wine:\n  - Chef – C\n  - Buyer – A/R\n",
    "quoted.csv": 'Task,Chef,"Buyer"\n"Menu",A,R\n"Wine",C,"A\nR"\n',
    "mixed.csv": "Task,chef,Buyer\nMenu,a,r\nWine,c,A/R\n",
    "others.csv": "Task,Description,Notes,SLA,Chef,Buyer\nMenu,What to eat,x,2d,A,R\nWine,To drink,y,3d,C,A/R\n",
    "repeated.csv": "Task,Chef,Buyer\nMenu,A,R\nTask,Chef,Buyer\nWine,C,A/R\n",
    "formula-guard.csv": "Task,Chef,Buyer\n'-Menu,A,R\nWine,C,A/R\n",
    "no-corner.csv": ",Chef,Buyer\nMenu,A,R\nWine,C,A/R\n",
    "conditional.csv": 'Task,Chef,Buyer\nMenu,A,R (Build)\nWine,(C),"A,R - only if open"\n',
    "footnote.csv": "Task,Chef,Buyer\nMenu,A*,R\nWine,C,A/R\n",
}


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_reads_as_people_read_it(name: str, raci: RunRaci, in_folder: Path) -> None:
    """Whatever the form, layout, order and language: the same letters."""
    letters, _ = imported(raci, name, KINDS[name], folder=in_folder)
    told = {
        work.lstrip("'-"): {each.capitalize(): held[each] for each in held} for work, held in letters.items()
    }
    assert told == PLAIN


def test_names_in_cells(raci: RunRaci, in_folder: Path) -> None:
    """Commas part names, a slash only where both halves are roles; what is in brackets is told."""
    content = (
        'Task,R,A,C,I\nMenu,Chef/Buyer,Ana,Waiter and Host,All\nWine,"Chef, Buyer",Buyer (R),,"Cook、Ana"\n'
    )
    letters, told = imported(raci, "m.csv", content, folder=in_folder)
    assert letters["Menu"] == {"Chef": "R", "Buyer": "R", "Ana": "A", "Waiter and Host": "C", "All": "I"}
    assert letters["Wine"] == {"Chef": "R", "Buyer": "AR", "Cook": "I", "Ana": "I"}
    assert "taken as one role, as it stands" in told


def test_areas_come_of_sections_headings_and_columns(raci: RunRaci, in_folder: Path) -> None:
    """A row with only a name, the heading before a table, and a first column that repeats are areas."""
    tables = {
        "a.csv": "Task,Chef,Buyer\nFood,,\nMenu,A,R\nDrink,,\nWine,C,A\n",
        "b.md": "## Food\n\n|Task|Chef|Buyer|\n|-|-|-|\n|Menu|A|R|\n\n## Drink\n\n|Task|Chef|Buyer|\n|-|-|-|\n|Wine|C|A|\n",
        "c.csv": "Phase,Task,Chef,Buyer\nFood,Menu,A,R\n,Soup,A,R\nDrink,Wine,C,A\n",
        "d.html": "<table><tr><th>Part<th>Task<th>Chef<th>Buyer<tr><td rowspan=2>Food<td>Menu<td>A<td>R<tr><td>Soup"
        "<td>A<td>R<tr><td>Drink<td>Wine<td>C<td>A</table>",
    }
    for name, content in tables.items():
        (in_folder / name).write_text(content, encoding="utf-8")
        out = raci("import", name, "-q").out
        assert "area: Food" in out, name
        assert "area: Drink" in out, name


def test_one_name_with_other_letters_is_two_pieces_of_work(raci: RunRaci, in_folder: Path) -> None:
    """They get ids of section and name; with the same letters it is one, and both are said."""
    content = "Task,Chef,Buyer\nFood,,\nOrder,A,R\nPay,A,R\nDrink,,\nOrder,C,A\nPay,A,R\n"
    (in_folder / "m.csv").write_text(content, encoding="utf-8")
    ran = raci("import", "m.csv")
    assert "id: food-order" in ran.out
    assert "id: drink-order" in ran.out
    assert ran.out.count("name: Pay") == 1
    assert "it is one piece of work" in ran.err


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("Role,Who\nPM,Ana\nDev,Ben\n", "no cells are letters"),
        ("Letter,Meaning\nR,Responsible\nA,Accountable\nC,Consulted\n", "explains letters"),
        ("Risk,Likelihood,Impact\nFire,H,M\nFlood,L,H\n", "no cells are letters"),
        ("File,Ana,Ben,Cem\nx,R,W,W\ny,W,R,W\nz,R,RW,W\n", "letters"),
        ("Feature,Free,Pro\nSearch,x,x\nExport,,x\n", "crosses"),
        ("Task,PM,Dev\nPlan,,\nBuild,,\n", "template"),
        ("Task,Responsible,Accountable\n[task],[who does],[who owns]\n", "template"),
        ("Right,Admin,User\nPosts,R,R\nLogs,R,-\n", "all its cells are R"),
        (
            "Role,Responsible,Accountable\nPM,Writes the plan,The plan\nDev,Code,Quality\n",
            "no cells are letters",
        ),
    ],
)
def test_what_is_no_matrix_is_passed_over_with_a_reason(
    content: str, reason: str, raci: RunRaci, in_folder: Path
) -> None:
    """Role lists, legends, risks, access tables, tick tables and templates are none: exit code 1."""
    (in_folder / "m.csv").write_text(content, encoding="utf-8")
    ran = raci("import", "m.csv")
    assert ran.code == 1
    assert ran.out == ""
    assert reason in ran.err


def test_schemes_are_known_by_their_letters(raci: RunRaci, in_folder: Path) -> None:
    """DACI, RASCI and DRI say so in the file."""
    for content, scheme in {
        "Task,PM,Dev,Ops\nPlan,D,A,C\nShip,A,D,I\n": "daci",
        "Task,PM,Dev,Ops\nPlan,A,R,S\nShip,R,A,S\n": "rasci",
        "Task,PM,Dev,Ops\nPlan,DRI,C,I\nShip,C,DRI,I\n": "dri",
    }.items():
        (in_folder / "m.csv").write_text(content, encoding="utf-8")
        assert f"scheme: {scheme}\n" in raci("import", "m.csv").out


def test_what_is_not_understood_is_told_with_its_place(raci: RunRaci, in_folder: Path) -> None:
    """Nothing is dropped or guessed; the totals add up."""
    (in_folder / "m.csv").write_text(
        "Task,PM,Dev,Ops\nPlan,A,R,maybe\nShip,C,A,I\nTest,R,A,I\n", encoding="utf-8"
    )
    ran = raci("import", "m.csv")
    assert 'm.csv:2: "maybe", no letters that are known' in ran.err
    (table,) = json.loads(raci("import", "m.csv", "--json").out)["tables"]
    assert table["cells"] == table["cells_taken"] + table["cells_empty"] + table["cells_not_understood"] == 9
    assert table["rows"] == table["items"] + table["sections"] + table["left_out_rows"] == 3


def test_options_help(raci: RunRaci, in_folder: Path) -> None:
    """Columns, words, the role of a sheet, the layout and the table can be said."""
    letters, _ = imported(
        raci,
        "a.csv",
        "Task,Chef,Buyer\nMenu,owns,does\nWine,C,owns\n",
        "--letter",
        "owns=A",
        "--letter",
        "does=R",
        folder=in_folder,
    )
    assert letters == {"Menu": {"Chef": "A", "Buyer": "R"}, "Wine": {"Chef": "C", "Buyer": "A"}}
    letters, _ = imported(raci, "b.csv", "Task,R,A\nMenu,x,x\nWine,x,\n", "--role", "Chef", folder=in_folder)
    assert letters == {"Menu": {"Chef": "AR"}, "Wine": {"Chef": "R"}}
    letters, _ = imported(
        raci, "c.csv", "Task,PM DRI,Informed\nMenu,Ana,Ben\n", "--letter", "PM DRI=A", folder=in_folder
    )
    assert letters == {"Menu": {"Ana": "A", "Ben": "I"}}
    page = "|a|b|\n|-|-|\n|1|2|\n\n|Task|Chef|Buyer|\n|-|-|-|\n|Menu|A|R|\n"
    assert imported(raci, "d.md", page, "--table", "2", folder=in_folder)[0] == {
        "Menu": {"Chef": "A", "Buyer": "R"}
    }
    letters, _ = imported(
        raci, "e.csv", "Task,Chef,Buyer,Old\nMenu,A,R,C\n", "--ignore", "**Old**", folder=in_folder
    )
    assert letters == {"Menu": {"Chef": "A", "Buyer": "R"}}


def test_nothing_is_overwritten_and_a_folder_has_a_file_per_role(raci: RunRaci, in_folder: Path) -> None:
    """A file that is there stays; FOLDER/ gets one for each role, which read back together."""
    (in_folder / "m.csv").write_text(KINDS["comma.csv"], encoding="utf-8")
    (in_folder / "there.yaml").write_text("mine", encoding="utf-8")
    assert raci("import", "m.csv", "-o", "there.yaml").code == 2
    assert (in_folder / "there.yaml").read_text("utf-8") == "mine"
    assert raci("import", "m.csv", "-o", "ownership/").code == 0
    assert sorted(each.name for each in (in_folder / "ownership").iterdir()) == ["buyer.yaml", "chef.yaml"]
    assert raci("matrix", "--data", "ownership").code == 0
    assert raci("import", "m.csv", "-o", "ownership/").code == 2


def test_roles_that_differ_in_case_are_one_and_abbreviations_are_aliases(
    raci: RunRaci, in_folder: Path
) -> None:
    """Several accountable roles each get the entry, with what the others hold."""
    page = (
        "|Task|Product Manager (PM)|Dev|\n|-|-|-|\n|Plan|A|A|\n\n|Task|product manager (pm)|DEV|QA|\n|-|-|-|-|\n"
        "|Ship|R|C|I|\n"
    )
    (in_folder / "m.md").write_text(page, encoding="utf-8")
    ran = raci("import", "m.md")
    assert "aliases: [PM]" in ran.out
    assert ran.out.count("name: Plan") == 2
    assert json.loads(raci("import", "m.md", "--json").out)["roles"] == ["Product Manager", "Dev", "QA"]


STRUCK = {
    "names.html": "<table><tr><th>Task<th>Responsible<th>Accountable<tr><td>Plan<td><s>Legal</s> Finance<td>Chef"
    "<tr><td><del>Old</del> Ship<td><del>Buyer</del><td>Chef<tr><td><s>Gone</s><td>Buyer<td>Chef</table>",
    "names.md": "| Task | Responsible | Accountable |\n|-|-|-|\n| Plan | ~~Legal~~ Finance | Chef |\n"
    "| ~~Old~~ Ship | <s>Buyer</s> | Chef |\n| ~~Gone~~ | Buyer | Chef |\n",
    "letters.md": "| Task | Finance | Chef |\n|-|-|-|\n| Plan | ~~Legal~~ R | A |\n"
    "| ~~Old~~ Ship | ~~Buyer~~ | A |\n| ~~Gone~~ | R | A |\n",
}


@pytest.mark.parametrize("name", STRUCK)
def test_what_is_struck_out_is_told(name: str, raci: RunRaci, in_folder: Path) -> None:
    """It is no part of names and letters; whatever cell it stands in, the report says what it was."""
    letters, told = imported(raci, name, STRUCK[name], folder=in_folder)
    assert letters == {"Plan": {"Finance": "R", "Chef": "A"}, "Ship": {"Chef": "A"}}
    for each in ("Legal", "Old", "Buyer", "Gone"):
        assert told.count(f'"{each}", struck out, and left out') == 1
    assert "its name is struck out" in told


@pytest.mark.parametrize(
    "text",
    [
        "TBD",
        "*tbc*",
        "to be hired",
        "TBD (Q3)",
        "[TBD]",
        "??",
        "N.N.",
        "noch offen",
        "à définir",
        "未定",
        "ditto",
    ],
)
def test_a_placeholder_is_no_role(text: str, raci: RunRaci, in_folder: Path) -> None:
    """It holds nothing: it is not understood, which is told with its place."""
    content = (
        f"| Task | R | A | I |\n|-|-|-|-|\n| Menu | Buyer | {text} | |\n| Wine | Buyer, {text} | Chef | |\n"
    )
    letters, told = imported(raci, "m.md", content, folder=in_folder)
    assert letters == {"Menu": {"Buyer": "R"}, "Wine": {"Buyer": "R", "Chef": "A"}}
    assert "m.md:3: " in told
    assert told.count("a placeholder, and no name of a role") == 2
    listed = f"Task,Role,RACI\nMenu,Buyer,R\nMenu,{text},A\nWine,Chef,A\nWine,Buyer,R\n"
    letters, told = imported(raci, "m.csv", listed, folder=in_folder)
    assert letters == {"Menu": {"Buyer": "R"}, "Wine": {"Buyer": "R", "Chef": "A"}}
    assert "a placeholder, and no name of a role" in told


@pytest.mark.parametrize(
    "text",
    ["All", "All staff", "All of GitLab", "Everyone else", "the whole company", "Alle Teams", "全社員"],
)
def test_a_name_for_everybody_is_told(text: str, raci: RunRaci, in_folder: Path) -> None:
    """It is taken as it stands, for whom it means cannot be known; that is remarked."""
    letters, told = imported(raci, "m.csv", f"Task,R,A,I\nMenu,Buyer,Chef,{text}\n", folder=in_folder)
    assert letters == {"Menu": {"Buyer": "R", "Chef": "A", text: "I"}}
    assert f'"{text}", taken as the name of a role, as it stands' in told
    for each in ("All-Hands Host", "Allergy Cook", "TBD-Board", "Unknown Artist", "Sameday"):
        letters, told = imported(raci, "m.csv", f"Task,R,A,I\nMenu,Buyer,Chef,{each}\n", folder=in_folder)
        assert letters["Menu"][each] == "I"
        assert "as it stands" not in told


HEADS = {
    "a.html": "<table><tr><th rowspan=2>Task<th colspan=2>Client<th colspan=3>Vendor<tr><th>PM<th>Dev<th>PM<th>Dev<th>QA"
    "<tr><td>Plan<td>A<td>R<td>C<td>I<td><tr><td>Build<td>I<td>C<td>A<td>R<td>R</table>",
    "b.csv": ",Client,,Vendor,,\nTask,PM,Dev,PM,Dev,QA\nPlan,A,R,C,I,\nBuild,I,C,A,R,R\n",
    "c.csv": "Who does what,,,,,\n,Client,,Vendor,,\nTask,PM,Dev,PM,Dev,QA\nPlan,A,R,C,I,\nBuild,I,C,A,R,R\n",
}


@pytest.mark.parametrize("name", HEADS)
def test_roles_of_one_name_under_several_heads_are_several(name: str, raci: RunRaci, in_folder: Path) -> None:
    """What stands above tells them apart; a name that is there once stays as it is."""
    letters, told = imported(raci, name, HEADS[name], folder=in_folder)
    assert letters == {
        "Plan": {"Client PM": "A", "Client Dev": "R", "Vendor PM": "C", "Vendor Dev": "I"},
        "Build": {"Client PM": "I", "Client Dev": "C", "Vendor PM": "A", "Vendor Dev": "R", "QA": "R"},
    }
    assert '"PM" stands under several heads, and is a role under each.' in told


def test_columns_of_one_name_that_nothing_tells_apart_are_told(raci: RunRaci, in_folder: Path) -> None:
    """A title above is no head of some of them."""
    for above in ("", "Plan of 2026,,,\n"):
        content = f"{above}Task,PM,Dev,PM\nPlan,A,R,C\nBuild,I,A,R\n"
        letters, told = imported(raci, "m.csv", content, folder=in_folder)
        assert letters["Plan"] == {"PM": "AC", "Dev": "R"}
        assert '2 columns are called "PM": their letters are put together.' in told


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--table", "9"], "--table 9: no file has so many; the most is 1 table."),
        (["--sheet", "Nope"], '--sheet: no sheet or heading is "Nope"; there is "Who does what".'),
        (["--items", "Foo"], '"Foo" is no column: nothing in the tables is called so'),
        (
            ["--ignore", "7"],
            '"7" is no column: nothing in the tables is called so.',
        ),
        (["--roles", "Foo"], '"Foo" is no column'),
        (["--summary", "Foo"], '"Foo" is no column'),
    ],
)
def test_options_that_name_what_is_not_there(
    options: list[str], told: str, raci: RunRaci, in_folder: Path
) -> None:
    """They are refused: a typing error is no wish to do without."""
    page = "# Who does what\n\n|Task|Chef|Buyer|Host|\n|-|-|-|-|\n|Menu|A|R|C|\n|Wine|C|A|I|\n"
    (in_folder / "m.md").write_text(page, encoding="utf-8")
    ran = raci("import", "m.md", *options)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    for right in (["--table", "1"], ["--sheet", "who does what"], ["--items", "*task*"], ["--ignore", "3"]):
        assert raci("import", "m.md", *right).code == 0


def test_two_columns_for_who_is_accountable_are_told(raci: RunRaci, in_folder: Path) -> None:
    """A DRI and an approver are both taken for A; the report has the option that parts them."""
    page = "| Decision | DRI | Approver |\n|-|-|-|\n| Menu | Buyer | Chef |\n"
    letters, told = imported(raci, "m.md", page, folder=in_folder)
    assert '"DRI" and "Approver" both say who is accountable; --letter "DRI=R" would part them.' in told
    letters, told = imported(raci, "m.md", page, "--letter", "DRI=R", folder=in_folder)
    assert letters == {"Menu": {"Buyer": "R", "Chef": "A"}}
    assert "both say" not in told


def test_the_name_that_a_program_gives_a_sheet_is_no_area(raci: RunRaci, in_folder: Path) -> None:
    """Two matrices on "Sheet1": only the one with a heading of its own has an area."""
    book = openpyxl.Workbook()
    for row in ("Task,Chef,Buyer", "Menu,A,R", "Wine,C,A", "", "Hall", "Duty,Waiter,Host", "Tables,A,R"):
        book.active.append([each or None for each in row.split(",")])
    for title, areas in (("Sheet1", {"Hall"}), ("House", {"House", "Hall"})):
        book.active.title = title
        book.save("m.xlsx")
        out = raci("import", "m.xlsx", "-q").out
        assert {line.split("area: ")[1] for line in out.splitlines() if "area: " in line} == areas
