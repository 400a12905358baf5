"""raci import: a matrix that raci wrote as Markdown or HTML comes back as it was, without options."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunRaci

ROLES = "version: 1\nroles:\n"
REGISTERS = {
    "contested": "  a: {name: Chef, responsibilities: [{name: Menu}, {name: List, letters: A, with: {b: R}}]}\n"
    "  b: {name: Buyer, responsibilities: [{name: Menu}]}\n",
    "one area": "  a: {name: Chef, responsibilities: [{name: Cook, area: Food}, {name: Wash, area: Food}]}\n"
    "  b: {name: Buyer, responsibilities: [{name: Buy, area: Food, with: {a: C}}]}\n",
    "with and without areas": "  a: {name: Chef, responsibilities: [{name: Cook, area: Food, with: {b: C}}, {name: Wash}]}\n"
    "  b: {name: Buyer, responsibilities: [{name: Buy, area: Shop}]}\n",
    "nobody's": "  a: {name: Chef, responsibilities: [{name: Cook, letters: R}, {name: Wash, letters: C}]}\n"
    "  b: {name: Buyer, responsibilities: [{name: Buy, with: {a: I}}]}\n",
    "names like syntax": '  a: {name: "A|B *x* <b>", responsibilities: [{name: "Plan: _it_ `now`", area: "R&D [x](y)"}]}\n'
    '  b: {name: "R/A", responsibilities: [{name: "R = Responsible", area: "1. Do", with: {a: C}}]}\n'
    '  c: {name: "SRE (on call)", responsibilities: [{name: "Total", with: {a: I}}, {name: "A.5.1"}]}\n',
}


@pytest.mark.parametrize("form", ["markdown", "html"])
@pytest.mark.parametrize("asked", [(), ("--claims",)])
@pytest.mark.parametrize("register", REGISTERS)
def test_what_raci_wrote_comes_back(
    register: str, asked: tuple[str, ...], form: str, raci: RunRaci, in_folder: Path
) -> None:
    """Letters, names and areas are the same."""
    (in_folder / "one.yaml").write_text(ROLES + REGISTERS[register], encoding="utf-8")
    written = raci("matrix", "--data", "one.yaml", "-f", form, *asked)
    name = "m.md" if form == "markdown" else "m.html"
    (in_folder / name).write_text(written.out, encoding="utf-8")
    ran = raci("import", name, "-o", "two.yaml")
    assert ran.code == 0, ran.err
    both = [raci("matrix", "--data", each, "-f", "csv", *asked).out for each in ("one.yaml", "two.yaml")]
    assert rows(both[0]) == rows(both[1])


def rows(text: str) -> list[dict[str, str]]:
    """Return the rows of a matrix, in an order of their own; who is accountable follows from the letters."""
    read = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    return sorted(({**row, "accountable": ""} for row in read), key=lambda row: (row["area"], row["work"]))
