"""What is imported reads back to the letters that stood in the table."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from raci.graph.ownership import OwnershipGraph
from raci.importing.importing import import_tables
from raci.importing.options import Hints
from raci.importing.ownership_text import ownership_text
from raci.loading.load import load
from raci.queries.matrix import MatrixFilters, matrix
from raci.sheets.reading import read_tables

_WORDS = st.from_regex(re.compile(r"[A-Za-zÄÖéñ日本:#'\"-]{3,8} [a-zäöü%]{3,8}"), fullmatch=True)
_CELLS = st.sampled_from(["A", "R", "C", "I", "A/R", "C, I", "", "-"])


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    """Return a matrix with roles as columns."""
    names = draw(
        st.lists(_WORDS, min_size=5, max_size=9, unique_by=lambda each: re.sub(r"\W+", "", each.lower()))
    )
    roles, work = names[:3], names[3:]
    return [["Task", *roles], *([each, "A", *(draw(_CELLS) for _ in roles[1:])] for each in work)]


@settings(max_examples=40, deadline=None)
@given(tables())
def test_every_letter_comes_back(rows: list[list[str]]) -> None:
    """The file lints without errors of shape, and its claims are the cells."""
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    imported = import_tables([("m.csv", read_tables(text.getvalue().encode(), "m.csv", "csv"))], Hints())
    with TemporaryDirectory() as folder:
        Path(folder, "m.yaml").write_text(
            ownership_text(imported.found, ["m.csv"], "responsibility"), "utf-8"
        )
        graph = OwnershipGraph(load(folder))
    answer = matrix(graph, MatrixFilters((), (), (), ()), claims=True)
    names = {each.id: each.name for each in answer.roles}
    back = {row.name: {names[role]: set(codes) for role, codes in row.letters.items()} for row in answer.rows}
    wanted = {
        " ".join(row[0].split()): {
            role: set(re.findall("[A-Z]", cell))
            for role, cell in zip(rows[0][1:], row[1:], strict=True)
            if cell.strip("-")
        }
        for row in rows[1:]
    }
    assert back == {
        work: {" ".join(role.split()): codes for role, codes in held.items()} for work, held in wanted.items()
    }
