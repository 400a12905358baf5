"""The workbook of a matrix: what is in it, that nothing in it acts, and that it is the same each time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from nasty import ALL_NASTY
from raci.errors import TooLarge
from workbook_worlds import KITCHEN, dumped, made, opened, parts

from conftest import Golden, RunRaci, graph_of, write_files

HOSTILE = json.dumps(
    {
        "version": 1,
        "roles": {
            "one": {
                "name": f"=1+1 {ALL_NASTY}"[:900],
                "summary": "\U0001f373" * 40_000,
                "contact": "https://example.org/",
                "people": ["@SUM(A1)", "=HYPERLINK(1)"],
                "deliverables": [
                    {"name": "@SUM(A1) [Sheet]:*?/\\", "area": "-1", "with": {"two": "C"}},
                    {"name": "x" * 1_000, "area": "+1"},
                ],
            },
            "two": {"name": "\t=cmd|' /C calc'!A0 \x01\x1b_x0041_", "aliases": ["=2", "-2", "'2"]},
        },
    },
    ensure_ascii=False,
)


def test_what_is_in_it(golden: Golden) -> None:
    """Cells, rules, lists and print set-up of the workbook of a kitchen."""
    golden("\n".join(dumped(made(graph_of(KITCHEN), people=True))) + "\n", "workbook", "kitchen.txt")


def test_no_text_acts() -> None:
    """Whatever people write is a text: no formula, no link, no character that XML may not hold."""
    content = made(graph_of(HOSTILE), people=True)
    for name, part in parts(content).items():
        assert ET.fromstring(part) is not None, name  # noqa: S314 - we wrote it
        assert "hyperlink" not in part.lower() or "=HYPERLINK(1)" in part
        assert "externalLink" not in part
    cells = [cell for sheet in opened(content).worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"n", "s", "inlineStr"}
    assert not any(isinstance(cell.value, str) for cell in cells if cell.data_type == "n")
    assert all(cell.quotePrefix for cell in cells if str(cell.value or "")[:1] in {"=", "+", "-", "@"})
    longest = max(len(str(cell.value).encode("utf-16-le")) // 2 for cell in cells)
    assert 32_000 < longest <= 32_767


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    """Neither the process, nor its order of sets, nor the time is in the workbook."""
    write_files(tmp_path, {"kitchen.yaml": KITCHEN})
    found = set()
    for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo")):
        surroundings = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        command = [sys.executable, "-m", "raci", "matrix", "-f", "xlsx", "--data", "kitchen.yaml"]
        ran = subprocess.run(command, cwd=tmp_path, env=surroundings, capture_output=True, check=True)
        found.add(ran.stdout)
    assert len(found) == 1


def test_a_file_has_what_a_pipe_gets(raci: RunRaci, in_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is written whole; a terminal gets no workbook, but is told what to do."""
    write_files(in_folder, {"a.yaml": KITCHEN})
    ran = raci("matrix", "-f", "xlsx", "-o", "m.xlsx", "--data", "a.yaml")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert Path("m.xlsx").read_bytes() == made(graph_of(KITCHEN))
    monkeypatch.setattr("raci.cli.matrix.is_terminal", lambda _: True)
    ran = raci("matrix", "-f", "xlsx", "--data", "a.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "raci: A workbook is no text. Name a file for it: raci matrix -f xlsx -o matrix.xlsx\n"
    )


def test_no_ownership_file_is_replaced(raci: RunRaci, in_folder: Path) -> None:
    """A workbook goes over none of the files that it is made of."""
    write_files(in_folder, {"a.yaml": KITCHEN})
    ran = raci("matrix", "-f", "xlsx", "-o", "a.yaml", "--data", "a.yaml")
    assert (ran.code, ran.err) == (
        2,
        "raci: a.yaml is one of the ownership files; nothing was written.\n",
    )


def test_text_in_a_file_that_promises_a_workbook(raci: RunRaci, in_folder: Path) -> None:
    """Who names a workbook and gets text is told how to get one."""
    write_files(in_folder, {"a.yaml": KITCHEN})
    ran = raci("matrix", "-o", "m.xlsx", "--data", "a.yaml")
    assert ran.err == "m.xlsx holds text; --format xlsx writes a workbook.\n"


def test_filters_keep_a_part() -> None:
    """A part says so in its title and its mark; overlaps are those of its work, roles those with letters."""
    book = opened(made(graph_of(KITCHEN), areas=["Cellar"], claims=True))
    sheet = book["Matrix"]
    assert "letters claimed; rows some" in sheet["A1"].value
    assert sheet["B2"].value == (
        "2 of 5 pieces of work (area Cellar), 2 roles: 1 contested, 1 owned. "
        "The letters are what each role claims, before agreements."
    )
    assert [row[0].value for row in sheet.iter_rows(min_row=4)] == ["wine-list", "pairing-and-co"]
    assert [row[2].value for row in book["Overlaps"].iter_rows(min_row=4)] == ["Wine List"]


def test_of_claims_what_is_settled_is_not_red() -> None:
    """Where letters are claims, an agreement may speak of several: the status says so, and holds."""
    held, claimed = ("\n".join(dumped(made(graph_of(KITCHEN), claims=claims))) for claims in (False, True))
    assert "-> - stops" in held
    assert "-> - stops" not in claimed
    assert 'AND(COUNTIF($E4:$H4,"*A*")>1,NOT($D4="settled")) -> 00FCECEB' in claimed


def test_a_register_without_anything() -> None:
    """Who has nothing yet gets an empty sheet with heads."""
    sheet = opened(made(graph_of("version: 1")))["Matrix"]
    assert [cell.value for cell in sheet[3]] == ["Work id", "Area", "Work", "Status", "Kind"]


def test_what_would_not_come_back_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """A workbook has no more cells than raci reads; the message says what to do."""
    monkeypatch.setattr("raci.workbook.workbook.MOST_CELLS", 3)
    with pytest.raises(TooLarge) as raised:
        made(graph_of(KITCHEN))
    assert str(raised.value) == (
        "The workbook would have 20 cells, counting empty ones, and 12 are the most that come back. "
        "Keep some of it with --role or --area, or take --format csv."
    )
    monkeypatch.setattr("raci.workbook.workbook.MOST_CELLS", 20)
    with pytest.raises(TooLarge, match="would have 158 cells, and 20 are the most that come back"):
        made(graph_of(KITCHEN))


def test_everything_has_all_roles() -> None:
    """A workbook of all work has roles without letters as well; people are told only if asked for."""
    graph = graph_of(
        "version: 1\nroles: {a: {name: A1, people: [{name: Ana, contact: '@ana'}]}, b: {name: B1, deliverables: [{name: X}]}}"
    )
    assert [cell.value for cell in opened(made(graph))["Matrix"][3]][4:] == ["B1", "A1", "Kind"]
    assert not any("Ana" in part for part in parts(made(graph)).values())
    assert any("Ana (@ana)" in part for part in parts(made(graph, people=True)).values())


def test_many_roles_stand_upright_on_large_paper() -> None:
    """Heads of more than nine roles are turned; those of more than twenty-two need A3."""
    roles = {f"r{number}": {"name": f"Role {number}"} for number in range(23)}
    sheet = opened(made(graph_of(json.dumps({"version": 1, "roles": roles}))))["Matrix"]
    assert sheet["E3"].alignment.text_rotation == 90
    assert sheet.page_setup.paperSize == 8


@pytest.mark.parametrize("scheme", ["rapid", "dri", "daci"])
def test_cells_offer_the_letters_of_the_scheme(scheme: str) -> None:
    """The list has each letter of the scheme, and those that are held together."""
    book = opened(made(graph_of(f"version: 1\nscheme: {scheme}\nroles: {{a: {{name: A1}}}}")))
    offered = book["Matrix"].data_validations.dataValidation[0].formula1.replace("$", "").split("!")[1]
    letters = [cell.value for (cell,) in book["Legend"][offered]]
    assert letters == {"rapid": [*"DRPIA"], "dri": ["DRI", "C", "I"], "daci": [*"DACI", "D/A"]}[scheme]
