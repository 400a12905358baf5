"""raci import: what columns, lists and cells are, where that is easily mistaken; each case a table of its own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from raci.importing.importing import import_tables
from raci.importing.options import Hints
from raci.sheets.reading import format_of, read_tables

if TYPE_CHECKING:
    from pathlib import Path

    from raci.importing.importing import Imported

    from conftest import RunRaci

FIRST_HEADERS = [
    *("Task", "Activity", "Deliverable / Task", "Key Activities", "Process step", "RACI"),
    *("RACI Matrix", "Responsibilities", "Area of responsibility", "Role / Task", "Tasks / Roles", ""),
    *("Function", "Decision", "Work Package", "WBS", "Project Phase", "ID", "#", "Item", "Description"),
    *("Milestone", "Workstream", "Control", "Clause", "Capability"),
    *("Project Deliverable (or Activity)", "Activities↓ / Roles→", "What", "Step", "Name", "Aufgabe"),
    *("Tâche", "Tarea", "タスク", "任务", "Requirement", "Security control", "Topic", "Area", "Stage"),
    *("Scope", "Responsibility", "Accountabilities", "Subject", "Process Name", "Epic", "Duty"),
    *("Component", "Service"),
]


def read(text: str, name: str = "m.csv", hints: Hints | None = None) -> Imported:
    """Return what import makes of a file."""
    return import_tables(
        [(name, read_tables(text.encode(), name, format_of(name) or "csv"))], hints or Hints()
    )


def letters(imported: Imported) -> dict[str, dict[str, str]]:
    """Return letters by work and the ids of roles."""
    return {
        each.name: {role: "".join(codes) for role, codes in each.held.items()} for each in imported.found.work
    }


@pytest.mark.parametrize("first", FIRST_HEADERS)
def test_the_first_header_may_be_anything(first: str) -> None:
    """Work is in the first column, whatever that is called."""
    found = read(f'{first},PM,Dev,Ops\nPlan,A,R,I\nBuild,C,A/R,I\nShip,I,C,"A,R"\n')
    assert letters(found) == {
        "Plan": {"pm": "A", "dev": "R", "ops": "I"},
        "Build": {"pm": "C", "dev": "AR", "ops": "I"},
        "Ship": {"pm": "I", "dev": "C", "ops": "AR"},
    }


def test_columns_that_are_no_roles_become_what_they_say() -> None:
    """Descriptions, else notes, are summaries, references sources; what is left out is named with its option."""
    told = read(
        "No.,Process,Description,PM,Dev,SLA,Status,Notes,Reference,Team cost\n"
        "1,Plan,We plan,A,R,2d,open,wiki,HB 3,K1\n2,Build,We build,A,R,3d,done,,HB 4,K2\n3,Ship,,R,A,1d,open,q,,K1\n"
    )
    assert [(each.claim.summary, each.claim.source) for each in told.found.work] == [
        ("We plan", "HB 3"),
        ("We build", "HB 4"),
        ("", ""),
    ]
    (table,) = told.report.tables
    assert table.columns == (
        '"No." is left out; --source or --summary would take it.',
        '"Description" gives summaries.',
        '"SLA" is left out; --source or --summary would take it.',
        '"Status" is left out; --source or --summary would take it.',
        '"Notes" is left out; --summary would take it.',
        '"Reference" gives sources.',
        '"Team cost" is left out; --source or --summary would take it.',
    )
    (work, _) = read("Process,PM,Dev,Notes\nPlan,A,R,first\nBuild,A,R,then\n").found.work
    assert work.claim.summary == "first"


def test_columns_can_be_said_to_be_summaries_and_sources() -> None:
    """What nobody could know is said."""
    text = "Task,PM,Dev,SLA,Why it matters\nPlan,A,R,2d,So that all of us know what comes next\nBuild,R,A,3d,So that it is there\n"
    (table,) = read(text).report.tables
    assert table.columns[1] == '"Why it matters" is left out; --summary would take it.'
    work = read(text, hints=Hints(summary="why it matters", source="SLA")).found.work[0]
    assert (work.claim.summary, work.claim.source) == ("So that all of us know what comes next", "2d")


def test_a_column_of_other_words_is_named_with_the_option_for_words() -> None:
    """A column of roles whose words are not known is not taken for one, and --letter would."""
    text = "Task,PM,Dev,QA\nPlan,A,R,lead\nBuild,R,A,lead\nShip,A,R,lead\n"
    (table,) = read(text).report.tables
    assert "--letter WORD=LETTER" in table.columns[0]
    assert letters(read(text, hints=Hints(letters={"lead": "C"})))["Plan"] == {
        "pm": "A",
        "dev": "R",
        "qa": "C",
    }


def test_two_columns_of_one_name_are_told() -> None:
    """Their letters are put together, and that is said."""
    found = read("Task,PM,Dev,PM\nPlan,A,R,I\nBuild,C,A,R\n")
    assert letters(found)["Plan"] == {"pm": "AI", "dev": "R"}
    assert '2 columns are called "PM": their letters are put together.' in found.report.tables[0].columns


@pytest.mark.parametrize("role", ["CISO", "CIO", "CRO", "CAIO"])
def test_chief_officers_are_no_letters(role: str) -> None:
    """An abbreviation made of letters of several schemes is a name."""
    found = read(f"## Plan\n\n- {role} – A\n- CTO – R\n\n## Build\n\n- CTO – A/R\n- {role} – C\n", "m.md")
    assert letters(found) == {
        "Plan": {role.lower(): "A", "cto": "R"},
        "Build": {"cto": "AR", role.lower(): "C"},
    }


def test_lists_may_have_the_letter_first() -> None:
    """Below each piece of work "R: Dev" holds a letter; a single "R: does it" explains one."""
    nested = "- Plan\n  - R: PM\n  - A: Head\n- Build\n  - R: Dev\n  - A: PM\n"
    parted = "## Plan\n\n- R: PM\n- A: Head\n\n## Build\n\n- R: Dev\n- A: PM\n"
    wanted = {"Plan": {"pm": "R", "head": "A"}, "Build": {"dev": "R", "pm": "A"}}
    assert letters(read(nested, "m.md")) == letters(read(parted, "m.md")) == wanted
    assert not read("- R: does it\n- A: answers for it\n- C: is asked\n", "m.md").found.work


def test_letters_of_other_scripts_are_those_they_look_like() -> None:
    """Cyrillic and full-width letters, and those in a box, are read as what people see."""
    text = "Задача,Менеджер,Команда\nПлан,А,Ｒ\nВыпуск,С,🅰️\n"
    assert letters(read(text)) == {
        "План": {"менеджер": "A", "команда": "R"},
        "Выпуск": {"менеджер": "C", "команда": "A"},
    }


def test_what_is_still_to_be_filled_in_is_told() -> None:
    """TBD does not make a matrix another thing."""
    found = read("Task,PM,Dev\nPlan,A,TBD\nBuild,TBC,A\n")
    assert letters(found) == {"Plan": {"pm": "A"}, "Build": {"dev": "A"}}
    assert [each.text for each in found.report.not_understood] == ["TBD", "TBC"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Deliverable,Involvement\nMenu,A\nWine,R\nBread,C\n", "--role NAME"),
        ("Work,Job,R,A,C,I\nMenu,Chef,x,x,,\nMenu,Buyer,,,x,\nWine,Buyer,x,x,,\n", "--roles COLUMN"),
        ("Task,PM DRI,Helps\nPlan,Ana,Ben\nBuild,Ben,Ana\n", "--letter WORD=LETTER"),
    ],
)
def test_a_table_that_needs_an_option_is_passed_over_with_it(text: str, reason: str) -> None:
    """Nothing is guessed where a column does not say whose letters they are."""
    (table,) = read(text).report.tables
    assert not table.taken
    assert reason in table.reason


def test_the_options_take_what_they_are_named_for() -> None:
    """--role, --roles and --letter make a matrix of the same tables."""
    sheet = "Deliverable,Involvement\nMenu,A\nWine,R\nBread,C\n"
    assert letters(read(sheet, hints=Hints(role="Chef"))) == {
        "Menu": {"chef": "A"},
        "Wine": {"chef": "R"},
        "Bread": {"chef": "C"},
    }
    crosses = "Work,Job,R,A,C,I\nMenu,Chef,x,x,,\nMenu,Buyer,,,x,\nWine,Buyer,x,x,,\n"
    found = read(crosses, hints=Hints(roles="**Job**"))
    assert letters(found) == {"Menu": {"chef": "AR", "buyer": "C"}, "Wine": {"buyer": "AR"}}
    assert (found.report.tables[0].items, found.report.tables[0].work, found.report.work) == (3, 2, 2)


def test_the_pieces_of_all_tables_are_those_of_the_file(raci: RunRaci, in_folder: Path) -> None:
    """What stands in several tables counts where it is first, so that the numbers add up."""
    head = "|Task|PM|Dev|\n|-|-|-|\n"
    text = f"## Plan\n\n{head}|Order|A|R|\n|Pay|R|A|\n\n## Build\n\n{head}|Order|C|A|\n|Pay|R|A|\n"
    (in_folder / "m.md").write_text(text, encoding="utf-8")
    report = json.loads(raci("import", "m.md", "--json").out)
    assert [each["work"] for each in report["tables"]] == [2, 1]
    assert report["work"] == 3
    assert "2 rows: 2 items (1 piece of work)" in raci("import", "m.md").err


def test_persons_in_brackets_are_told() -> None:
    """A role and a person in one cell stay together, with a remark."""
    found = read("Task,Responsible,Accountable\nPlan,PM (Ana),Product Manager (PM)\n")
    assert [each.text for each in found.report.noted] == ["PM (Ana)"]


def test_a_file_is_not_put_into_a_folder_that_is_not_there(raci: RunRaci, in_folder: Path) -> None:
    """FOLDER/ is made; the folder of a file is a typing error, as with other commands."""
    (in_folder / "m.csv").write_text("Task,PM,Dev\nPlan,A,R\n", encoding="utf-8")
    ran = raci("import", "m.csv", "-o", "ownersip/m.yaml")
    assert (ran.code, ran.err) == (
        2,
        "raci: ownersip/m.yaml cannot be written: there is no folder ownersip; FOLDER/ makes one.\n",
    )
    assert not (in_folder / "ownersip").exists()


def test_the_limits_of_the_configuration_hold(raci: RunRaci, in_folder: Path) -> None:
    """A file that is larger than a file of the register may be is not read."""
    (in_folder / "m.csv").write_text(
        "Task,PM,Dev\nPlan,A,R\n" + (" " * 100 + "\n") * 15_000, encoding="utf-8"
    )
    assert raci("import", "m.csv").code == 0
    (in_folder / ".raci.toml").write_text("[limits]\nfile-size = 1\n", encoding="utf-8")
    assert raci("import", "m.csv").code == 2
    (in_folder / "more.toml").write_text("[limits]\nfile-size = 2\n", encoding="utf-8")
    assert raci("import", "m.csv", "--config", "more.toml").code == 0
