"""A workbook that raci wrote comes back as it was: letters, names, areas, kinds and ids."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from raci.importing.importing import import_tables
from raci.importing.options import Hints
from raci.importing.ownership_text import ownership_text
from raci.model.scheme import SCHEMES
from raci.queries.matrix import Matrix, matrix
from raci.sheets.reading import read_tables
from raci.sheets.table import tidy
from raci.sheets.writing import in_a_cell
from raci.text.names import slug
from raci.workbook.contents import contents
from raci.workbook.workbook import workbook

from builders import graph_of

_NAMES = st.from_regex(
    r"[=+\-@'#*_|]?[A-Za-zÄé日ب][A-Za-zé日ب &/(),.:_\-\"<>\u200f\xa0]{0,12}[a-z](_x0041_)?", fullmatch=True
)


def _unlike(names: list[str]) -> list[str]:
    """Return names that are told apart, also as ids."""
    return list({slug(each): each for each in names if slug(each)}.values())


@st.composite
def registers(draw: st.DrawFn) -> dict[str, Any]:
    """Return what an ownership file may hold: JSON is YAML."""
    scheme = SCHEMES[draw(st.sampled_from(sorted(SCHEMES)))]
    codes = st.lists(st.sampled_from([each.code for each in scheme.letters]), min_size=1, unique=True)
    names = draw(st.lists(_NAMES, min_size=4, max_size=9).map(_unlike).filter(lambda each: len(each) > 1))
    roles, work = names[: len(names) // 2], names[len(names) // 2 :]
    areas = draw(st.lists(_NAMES, min_size=1, max_size=2))
    ids = {each: f"role-{number}" for number, each in enumerate(roles)}
    made: dict[str, Any] = {id_: {"name": name} for name, id_ in ids.items()}
    for number, name in enumerate(work):
        entry: dict[str, Any] = {"name": name}
        if draw(st.booleans()):
            entry["id"] = f"work-{number}"
        if draw(st.booleans()):
            entry["area"] = draw(st.sampled_from(areas))
        kind = draw(st.sampled_from(["responsibilities", "deliverables"]))
        for role in draw(st.lists(st.sampled_from(roles), min_size=1, max_size=2, unique=True)):
            others = {ids[each]: draw(codes) for each in roles if each != role and draw(st.booleans())}
            claim = {**entry, "letters": draw(codes), **({"with": others} if others else {})}
            made[ids[role]].setdefault(kind, []).append(claim)
    return {"version": 1, "scheme": scheme.name, "roles": made}


def _told(answer: Matrix) -> tuple[object, ...]:
    """Return what a matrix says, with texts as cells have them."""
    return (
        answer.scheme,
        {each.id: tidy(in_a_cell(each.name)) for each in answer.roles},
        {
            row.work: (
                tidy(in_a_cell(row.name)),
                tidy(in_a_cell(row.area or "")),
                row.kind,
                dict(row.letters),
            )
            for row in answer.rows
        },
    )


@settings(max_examples=30, deadline=None)
@given(registers(), st.booleans())
def test_a_register_comes_back(register: dict[str, Any], claims: bool) -> None:
    """Whatever a register holds, what its workbook says is what the file says that is imported from it."""
    graph = graph_of(json.dumps(register))
    answer = matrix(graph, claims=claims)
    read = read_tables(workbook(contents(graph, answer)), "m.xlsx", "xlsx")
    imported = import_tables([("m.xlsx", read)], Hints())
    assert not imported.report.not_understood
    again = graph_of(ownership_text(imported.found, ["m.xlsx"], "responsibility"))
    assert _told(matrix(again, claims=True)) == _told(answer)
    assert again.register.roles.keys() == graph.register.roles.keys()
