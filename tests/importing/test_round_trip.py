"""What is imported reads back to the letters, names and areas that stood in the table, in any form and layout."""

from __future__ import annotations

import csv
import io
import re
from html import escape as escape_html
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from raci.graph.ownership import OwnershipGraph
from raci.importing.importing import import_tables
from raci.importing.options import Hints
from raci.importing.ownership_text import ownership_text
from raci.loading.load import load
from raci.queries.matrix import MatrixFilters, matrix
from raci.sheets.reading import read_tables
from raci.text.markdown import escape as escape_markdown

if TYPE_CHECKING:
    from collections.abc import Callable

_WORDS = st.from_regex(re.compile(r"[A-Za-zÄÖ日本]{4}[a-zéñ:#'\"-]{0,4} [a-zäöü%]{3,8}"), fullmatch=True)
_CELLS = st.sampled_from(["R", "C", "I", "RI", "CI", "", ""])
_OWNED = st.sampled_from(["A", "AR"])
_AREAS = ("Food and drink", "Rooms")

Rows = list[list[str]]
Held = dict[str, tuple[str, dict[str, str]]]
"""By the name of the work: its area, and the letters of roles by their names."""


@st.composite
def held(draw: st.DrawFn) -> Held:
    """Return who holds what: work in two areas, one role accountable for each piece."""
    names = draw(
        st.lists(_WORDS, min_size=6, max_size=9, unique_by=lambda each: re.sub(r"\W+", "", each.lower()))
    )
    roles, work = [" ".join(each.split()) for each in names[:3]], names[3:]
    parted = draw(st.integers(1, len(work) - 1))
    found = {}
    for number, each in enumerate(work):
        letters = {role: draw(_CELLS) for role in roles}
        letters[roles[number] if number < len(roles) else draw(st.sampled_from(roles))] = draw(_OWNED)
        kept = {role: codes for role, codes in letters.items() if codes}
        found[" ".join(each.split())] = (_AREAS[number >= parted], kept)
    return found


def _roles(wanted: Held) -> list[str]:
    return list(dict.fromkeys(role for _, letters in wanted.values() for role in letters))


def _across(wanted: Held) -> Rows:
    roles = _roles(wanted)
    rows = [
        [area, work, *(letters.get(role, "") for role in roles)] for work, (area, letters) in wanted.items()
    ]
    return [["Area", "Task", *roles], *rows]


def _down(wanted: Held) -> Rows:
    roles = _roles(wanted)
    head = ["Role", *wanted]
    return [
        head,
        *([role, *(letters.get(role, "") for _, letters in wanted.values())] for role in roles),
    ]


def _named(wanted: Held) -> Rows:
    rows = [
        [
            area,
            work,
            *("\n".join(role for role, codes in letters.items() if letter in codes) for letter in "RACI"),
        ]
        for work, (area, letters) in wanted.items()
    ]
    return [["Area", "Task", "Responsible", "Accountable", "Consulted", "Informed"], *rows]


def _listed(wanted: Held) -> Rows:
    return [
        ["Area", "Task", "Role", "RACI"],
        *(
            [area, work, role, codes]
            for work, (area, letters) in wanted.items()
            for role, codes in letters.items()
        ),
    ]


def _delimited(rows: Rows, delimiter: str) -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode()


def _markdown(rows: Rows) -> bytes:
    cells = (["<br>".join(map(escape_markdown, each.split("\n"))) for each in row] for row in rows)
    head, *below = (f"| {' | '.join(row)} |" for row in cells)
    rule = "|---" * len(rows[0]) + "|"
    return "\n".join(("# Ours", "", head, rule, *below, "")).encode()


def _html(rows: Rows) -> bytes:
    cells = (["<td>" + escape_html(each).replace("\n", "<br>") for each in row] for row in rows)
    return f"<table>{''.join('<tr>' + ''.join(row) for row in cells)}</table>".encode()


def _xlsx(rows: Rows) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    for row, texts in enumerate(rows, 1):
        for column, text in enumerate(texts, 1):
            cell = sheet.cell(row, column)
            if text:
                cell.value, cell.data_type = text, "s"
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


FORMS: dict[str, tuple[str, Callable[[Rows], bytes]]] = {
    "m.csv": ("csv", lambda rows: _delimited(rows, ",")),
    "semicolon.csv": ("csv", lambda rows: _delimited(rows, ";")),
    "m.tsv": ("tsv", lambda rows: _delimited(rows, "\t")),
    "m.md": ("markdown", _markdown),
    "m.html": ("html", _html),
    "m.xlsx": ("xlsx", _xlsx),
}
LAYOUTS: dict[str, Callable[[Held], Rows]] = {
    "roles": _across,
    "rows": _down,
    "letters": _named,
    "list": _listed,
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", FORMS)
@settings(max_examples=15, deadline=None)
@given(wanted=held())
def test_every_letter_name_and_area_comes_back(name: str, layout: str, wanted: Held) -> None:
    """The file lints without errors of shape, and its claims are the cells."""
    form, write = FORMS[name]
    content = write(LAYOUTS[layout](wanted))
    imported = import_tables([(name, read_tables(content, name, form))], Hints())
    with TemporaryDirectory() as folder:
        Path(folder, "m.yaml").write_text(ownership_text(imported.found, [name], "responsibility"), "utf-8")
        answer = matrix(OwnershipGraph(load(folder)), MatrixFilters((), (), (), ()), claims=True)
    names = {each.id: each.name for each in answer.roles}
    back = {
        row.name: (
            row.area if layout != "rows" else wanted[row.name][0],
            {names[role]: codes for role, codes in row.letters.items()},
        )
        for row in answer.rows
    }
    assert back == wanted
