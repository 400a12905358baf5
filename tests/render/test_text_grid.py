"""Grids as text: no line is wider than the terminal, no cell is broken, what is left out is told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from nasty import NASTY, holding
from raci.render.csv import cell
from raci.render.text import render
from raci.views.document import Column, Document, Grid, Group, Section, Table
from rich.cells import cell_len

ROLES = ("PM", "Sales", "Customer Support", "Engineering")
HEADING = "What holds"
GRID = Grid(
    columns=(Column("Work"), *(Column(role, spare=True, marks=True) for role in ROLES), Column("Status")),
    groups=(
        Group("Food", (("Seasonal menu for the evening", "AR!", "AR!", "", "", "CONTESTED"),)),
        Group("", (("Car park", "", "", "", "C", ""), ("Wine", "R", "", "", "", "on purpose"))),
    ),
    more="Add --all.",
    striking=frozenset({"AR!", "CONTESTED"}),
    strong=frozenset({"R"}),
)


def shown(grid: Grid, width: int | None, *, color: bool = False) -> str:
    """Return what follows the title and the heading."""
    rendered = render(Document("T", (Section(HEADING, grid=grid),)), width=width, color=color)
    return rendered.partition(HEADING)[2].partition("\n")[2]


def test_a_grid_on_a_wide_terminal() -> None:
    """A group's heading stands in the place of the first head, or alone; empty marks are dots."""
    assert shown(GRID, 100) == (
        "\n"
        "Food                             PM   Sales  Customer Support  Engineering  Status\n"
        "  Seasonal menu for the evening  AR!  AR!    ·                 ·            CONTESTED\n"
        "\n"
        "  Car park                       ·    ·      ·                 C\n"
        "  Wine                           R    ·      ·                 ·            on purpose\n"
    )


def test_a_grid_on_a_narrow_terminal() -> None:
    """Names are folded, then heads between words; then spare columns go, from the right, with a note."""
    assert shown(GRID, 58) == (
        "\n"
        "Food                      PM   Sales  Customer  Status\n"
        "                                      Support\n"
        "  Seasonal menu for the   AR!  AR!    ·         CONTESTED\n"
        "    evening\n"
        "\n"
        "  Car park                ·    ·      ·\n"
        "  Wine                    R    ·      ·         on purpose\n"
        "\n"
        "  1 column has no room here: Engineering. Add --all.\n"
    )


def test_a_grid_on_the_narrowest_terminals() -> None:
    """What is needed goes last, but for what a row is."""
    assert "3 columns have no room here:\n" in shown(GRID, 34)
    assert "Status" in shown(GRID, 24).partition("no room")[0]
    assert "Status" not in shown(GRID, 16).partition("no room")[0]


@pytest.mark.parametrize("width", [*range(1, 30), 40, 60, 80, 200])
@pytest.mark.parametrize(
    "names", [("Menu", "Sales team"), ("価格戦略の決定", "営業部長"), ("A" * 90, "B" * 90)]
)
def test_no_line_is_wider_than_the_terminal(names: tuple[str, str], width: int) -> None:
    """Whatever the width and the script: a cell may be as wide as two letters."""
    work, role = names
    grid = Grid(
        (Column("Work"), Column(role, marks=True, spare=True), Column("Load", number=True)),
        (Group(work, ((f"{work} {work}", "AR", "12"), (work, "", "7"))),),
    )
    for line in shown(grid, width).splitlines():
        assert cell_len(line) <= max(width, 2)
        assert "AR" in line or "A" * 5 in line or "R" not in line.partition("room")[0]


def test_the_first_column_is_as_wide_as_a_heading_where_there_is_room() -> None:
    """Heads of other columns stay in their place."""
    grid = Grid((Column("Work"), Column("PM", marks=True)), (Group("Contested", (("Menu", "AR!"),)),))
    assert shown(grid, 80) == "\nContested  PM\n  Menu     AR!\n"


def test_a_heading_of_a_word_too_long_runs_across() -> None:
    """No word is broken that is not wider than the terminal; between words a heading is folded."""
    columns, rows = (Column("Work"), Column("Responsibilities")), (("Menu", "Choosing"),)
    for heading, lines in (
        ("Undisputed", "Undisputed\n        Responsibilities\n  Menu  Choosing\n"),
        ("In our town", "In our  Responsibilities\ntown\n  Menu  Choosing\n"),
    ):
        assert shown(Grid(columns, (Group(heading, rows),)), 24) == f"\n{lines}"


def test_a_column_stands_for_strong_cells_that_are_left_out() -> None:
    """At the end, where there is room for it, beside one of its kind; it is no column that is left out."""
    roles = [f"Role{number}" for number in range(6)]
    cells = [tuple("A" if at == number else "C" for at in range(6)) for number in (0, 5)]
    grid = Grid(
        (Column("Work"), *(Column(role, spare=True, marks=True) for role in roles)),
        (Group("", (("Menu", *cells[0]),)), Group("", (("Wine", *cells[1]),))),
        instead="Who",
        instead_of=("Role0", "Role5"),
        strong=frozenset({"A"}),
    )
    assert shown(grid, 30) == (
        "\n  Work  Role0  Role1  Who\n  Menu  A      C      Role0\n\n  Wine  C      C      Role5\n"
        "\n  4 columns have no room here:\n  Role2, Role3, Role4 and\n  Role5.\n"
    )
    assert "Who" not in shown(grid, 80)
    assert "Who" not in shown(grid, 16)
    assert "Who" not in shown(replace(grid, strong=frozenset()), 30)
    assert "Who" not in shown(grid, None)


def test_heads_come_again_where_they_went_by() -> None:
    """Not with each group: among small ones there would be more heads than rows."""
    groups = tuple(Group(f"Area {number}", (("Work", "R"),) * 6) for number in range(4))
    lines = shown(Grid((Column("Work"), Column("PM", marks=True)), groups), 80).splitlines()
    assert [line for line in lines if "Area" in line] == ["Area 0  PM", "Area 1", "Area 2  PM", "Area 3"]


def test_initials_stand_for_heads_before_any_column_is_left_out() -> None:
    """From the right, as many as is needed; what they are short for is told, and only what is shown."""
    roles = (("PM", ""), ("Customer Support", "CS"), ("Engineering", "Eng"), ("Ann", "Ann"))
    grid = Grid(
        (Column("Work"), *(Column(role, initials=short, marks=True, spare=True) for role, short in roles)),
        (Group("", (("Menu", "A", "R", "C", ""),)),),
    )
    assert shown(grid, 80) == (
        "\n  Work  PM  Customer Support  Engineering  Ann\n  Menu  A   R                 C            ·\n"
    )
    assert shown(grid, 30) == (
        "\n  Work  PM  Customer  Eng  Ann\n            Support\n  Menu  A   R         C    ·\n"
        "\n  Eng is Engineering.\n"
    )
    assert shown(grid, 26).startswith(
        "\n  Work  PM  CS  Eng  Ann\n  Menu  A   R   C    ·\n\n  CS is Customer"
    )
    assert "Engineering" not in shown(grid, 16).partition("no room")[0]
    piped = shown(grid, None)
    assert "Customer Support\tEngineering" in piped


def test_no_word_of_the_first_column_is_broken_where_half_the_width_has_room_for_it() -> None:
    """Another column is left out rather."""
    roles = [Column(f"R{number}", spare=True, marks=True) for number in range(9)]
    row = ("Feature prioritization", *("R" for _ in roles))
    lines = shown(Grid((Column("Work"), *roles), (Group("", (row,)),)), 38).splitlines()
    assert "    prioritization" in lines


def test_numbers_stand_to_the_right() -> None:
    """As wide as the head at least."""
    grid = Grid((Column("Role"), Column("Load", number=True)), (Group("", (("Ann", "7"), ("Ben", "12345"))),))
    assert shown(grid, 80) == "\n  Role   Load\n  Ann       7\n  Ben   12345\n"


def test_a_grid_of_heads_alone() -> None:
    """Nothing in it is no error."""
    assert shown(Grid((Column("Role"),), ()), 80) == "\n"
    assert shown(Grid((Column("Role"),), ()), None) == "Role\n"


def test_colour_is_more_than_is_needed() -> None:
    """Without it the text is the same."""
    colored = shown(GRID, 100, color=True)
    assert "\x1b[1;31mAR!\x1b[0m" in colored
    assert "\x1b[1mR\x1b[0m" in colored
    assert "\x1b[1;31m" not in colored.partition("Car park")[2]


def test_a_grid_in_a_pipe() -> None:
    """Tabs between cells, all columns, no dots, no folds."""
    assert shown(GRID, None) == (
        "Work\tPM\tSales\tCustomer Support\tEngineering\tStatus\n"
        "Food\n"
        "Seasonal menu for the evening\tAR!\tAR!\t\t\tCONTESTED\n"
        "Car park\t\t\t\tC\t\n"
        "Wine\tR\t\t\t\ton purpose\n"
    )


@pytest.mark.parametrize("color", [True, False])
def test_a_tabular_document_in_a_pipe_is_its_records(*, color: bool) -> None:
    """Coloured or not, without title and notes; on a terminal it is like any other."""
    document = Document("T", notes=("N",), records=Table(("a", "b"), (("=1", "x\ty\nz"),)), tabular=True)
    assert render(document, color=color) == "a\tb\n'=1\tx\\ty z\n"
    assert render(document, width=80) == "T\n\nN\n"


@pytest.mark.parametrize("text", NASTY, ids=ascii)
def test_nasty_records_in_a_pipe(text: str) -> None:
    """A line a record, a tab between two cells, and each cell as it is in CSV."""
    records = holding(text).records
    rendered = render(Document("T", records=records, tabular=True))
    lines = [line.split("\t") for line in rendered.split("\n")]
    assert lines == [["a", "b"], [cell(text), "x"], ["y", cell(text)], [""]]
