"""A matrix into a register: unchanged it makes no edit, a changed cell one edit, and the register means that."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from raci.decisions.decision import CannotDecide
from raci.decisions.files import Files
from raci.editing.editing import edits
from raci.graph.ownership import OwnershipGraph
from raci.importing.importing import import_tables
from raci.importing.options import Hints
from raci.importing.own_workbook import HEADER
from raci.loading.amending import amended
from raci.loading.load import read_files
from raci.loading.source_file import SourceFile
from raci.merging.merging import merge
from raci.model.limits import DEFAULT_LIMITS
from raci.model.scheme import SCHEMES
from raci.queries.matrix import matrix
from raci.render import csv, markdown
from raci.sheets.reading import read_tables
from raci.sheets.table import Cell, Table, table
from raci.views.matrix import matrix as view
from raci.workbook.contents import contents
from raci.workbook.workbook import workbook

if TYPE_CHECKING:
    from raci.loading.load import Loaded
    from raci.merging.merge import Merge

ROLES = ("Head Chef", "Buyer (Ana)", "R&D", "=SUM", "Köchin *x*", "A")
WORK = ("Menu", "Total", "Legend: R", "-Wine", "A/R", "Über | Maß", "Key", "a\u202eb", "Notes", "R", "*Plan*")
AREAS = ("Food", "In-house", "What holds", "Wine & dine")


@st.composite
def registers(draw: st.DrawFn) -> dict[str, Any]:
    """Draw what an ownership file may hold: claims of several roles, agreements, work that nobody owns."""
    scheme = SCHEMES[draw(st.sampled_from(["raci", "raci", "rasci", "daci", "rapid", "dri"]))]
    codes = st.lists(st.sampled_from([each.code for each in scheme.letters]), min_size=1, unique=True)
    letters = codes.map("".join)
    names = draw(st.lists(st.sampled_from(ROLES), min_size=2, max_size=4))  # two roles may have one name
    roles: dict[str, Any] = {f"role-{number}": {"name": name} for number, name in enumerate(names)}
    if draw(st.booleans()):
        roles["role-0"]["aliases"] = ["HC"]
    ids = st.sampled_from(list(roles))
    listed: list[str] = []
    for name in draw(st.lists(st.sampled_from(WORK), min_size=2, max_size=5, unique=True)):
        entry: dict[str, Any] = {"name": name, "id": f"work-{WORK.index(name)}"}
        area = draw(st.sampled_from([None, *AREAS]))
        for role in draw(st.lists(ids, min_size=1, max_size=2, unique=True)):
            claim = entry | ({"area": area} if area else {})
            claim |= {"letters": draw(letters)} if draw(st.booleans()) else {}
            besides = [each for each in roles if each != role]
            others = draw(st.dictionaries(st.sampled_from(besides), letters, max_size=3))
            claim |= {"with": others} if others else {}
            kind = draw(st.sampled_from(["responsibilities", "deliverables"]))
            roles[role].setdefault(kind, []).append(claim)
        listed.append(entry["id"])
    made = {"version": 1, "scheme": scheme.name, "roles": roles}
    if draw(st.booleans()):
        covered = draw(st.lists(st.sampled_from(listed), min_size=1, max_size=2, unique=True))
        named: Any = draw(ids) if draw(st.booleans()) else {covered[0]: draw(ids)}
        agreement = {"accountable": named, "because": "So."}
        if draw(st.booleans()):
            told = [each.code for each in scheme.letters if each.code != scheme.accountable]
            agreement["others"] = {draw(ids): draw(st.sampled_from(told))}
        made["overlaps"] = {"o": {"tension": "Who?", "work": covered, "agreement": agreement}}
    if draw(st.booleans()):
        made["unowned"] = [{"name": "Car Park", "because": "Let it be.", "area": "Outside"}]
    return made


def loaded(register: dict[str, Any]) -> tuple[SourceFile, Loaded, OwnershipGraph]:
    """Return a file with a register, what is read of it, and its graph."""
    file = SourceFile("a.yaml", partial(bytes, json.dumps(register, indent=1, ensure_ascii=False).encode()))
    read = read_files([file], keep_texts=True)
    return file, read, OwnershipGraph(read.whole())


def tables_of(graph: OwnershipGraph, form: str, *, claims: bool) -> list[Table]:
    """Return the tables of a matrix as raci writes and reads it."""
    answer = matrix(graph, claims=claims)
    if form == "xlsx":
        return read_tables(workbook(contents(graph, answer)), "m.xlsx", form)
    render = csv.render if form == "csv" else markdown.render
    return read_tables(render(view(answer)).encode(), f"m.{form}", form)


def merged(graph: OwnershipGraph, read: Loaded, tables: list[Table], *, whole: bool = False) -> Merge:
    """Return what tables change."""
    imported = import_tables([("m", tables)], Hints(scheme=graph.register.scheme.name, into=True))
    return merge(graph, Files(read.texts), imported.taken, "responsibility", whole=whole)


def after(file: SourceFile, read: Loaded, made: Merge) -> OwnershipGraph:
    """Return the graph of the file with the changes, which mean what they were to mean."""
    again = amended([file], read, made.changes, DEFAULT_LIMITS, "english").loaded
    assert not again.findings, [each.told for each in again.findings]
    assert made.keeps_meaning(read.register, again.register)
    return OwnershipGraph(again.register)


STEADY = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@STEADY
@given(registers(), st.sampled_from(["csv", "markdown", "xlsx"]), st.booleans())
def test_what_nobody_changed_makes_no_edit(register: dict[str, Any], form: str, claims: bool) -> None:
    """Whatever a register holds, in any form that raci writes, with the letters that hold or are claimed."""
    _, read, graph = loaded(register)
    names = [each.name for each in graph.register.roles.values()]
    assume(form == "xlsx" or len(set(names)) == len(names))  # without ids it may be either
    made = merged(graph, read, tables_of(graph, form, claims=claims), whole=form == "xlsx")
    assert made.changes == {}
    assert made.notes == ()


def changed(tables: list[Table], row: int, column: int, text: str) -> list[Table]:
    """Return the tables of a workbook with another text in a cell of its matrix, counted from the first role."""
    first, *rest = tables
    rows = [list(each) for each in first.rows]
    header = next(number for number, each in enumerate(rows) if each[0].text == HEADER)
    at = [number for number, each in enumerate(rows[0]) if each.text.startswith("role ")]
    body = rows[header + 1 + row % (len(rows) - header - 1)]
    cell = body[at[column % len(at)]]
    body[at[column % len(at)]] = Cell(text, cell.place)
    return [table(rows, first.place, sheet=first.sheet), *rest]


@STEADY
@given(registers(), st.data(), st.booleans())
def test_one_cell_is_one_edit_and_the_register_means_it(
    register: dict[str, Any], data: st.DataObject, claims: bool
) -> None:
    """A changed cell changes one span, or is told to stay; the matrix is what the sheet says then."""
    file, read, graph = loaded(register)
    letters = ["", *(each.code for each in graph.register.scheme.letters)]
    tables = tables_of(graph, "xlsx", claims=claims)
    row, column = data.draw(st.integers(0, 20)), data.draw(st.integers(0, 20))
    sheet = changed(tables, row, column, data.draw(st.sampled_from(letters)))
    made = merged(graph, read, sheet, whole=True)
    if not made.changes:
        assert made.notes == () or "stays" in made.notes[0]
        return
    again = after(file, read, made)

    imported = import_tables([("m", sheet)], Hints(scheme=graph.register.scheme.name, into=True))
    wanted = {
        each.id: {imported.taken[0].ids[name]: "".join(held) for name, held in each.held.items()}
        for each in imported.taken[0].claims
    }
    found = matrix(again, claims=claims)
    assert {each.work: dict(each.letters) for each in found.rows} == {
        id_: {role: _sorted(again, held) for role, held in each.items()} for id_, each in wanted.items()
    }
    (changes,) = made.changes.values()
    (work,) = made.claims
    single = len(graph.claims(work)) == 1 and len(made.claims[work]) == 1
    if single and next(iter(made.claims[work]))[0] == graph.claims(work)[0].role:
        assert len(edits(read.texts["a.yaml"], changes)) == 1


def _sorted(graph: OwnershipGraph, letters: str) -> str:
    scheme = graph.register.scheme
    return "".join(scheme.sort(scheme.parse([letters])))


NEW_NAMES = ("Soup", "Table & chairs", "Menu 2", "=1+1")


@st.composite
def sheets(draw: st.DrawFn, first: Table, codes: list[str]) -> Table:
    """Draw what people do with the sheet of a matrix: rows sorted, gone, added, renamed, moved; a column added."""
    rows = [list(each) for each in first.rows]
    header = next(number for number, each in enumerate(rows) if each[0].text == HEADER)
    head, body = rows[: header + 1], draw(st.permutations(rows[header + 1 :]))
    body = [list(each) for each in body if draw(st.integers(0, 4))]
    place = first.place
    at = {each.text: number for number, each in enumerate(rows[0])}
    work, area = at["column work"], at["column area"]
    roles = [number for text, number in at.items() if text.startswith("role ")]
    names = iter(draw(st.permutations(NEW_NAMES)))
    for each in body:
        what = draw(st.sampled_from(["", "", "name", "area", "letters"]))
        if what == "name" and (name := next(names, "")):
            each[work] = Cell(name, place)
        elif what == "area":
            each[area] = Cell(draw(st.sampled_from(["", "food", "Yard"])), place)
        elif what == "letters":
            each[draw(st.sampled_from(roles))] = Cell(draw(st.sampled_from(codes)), place)
    if name := draw(st.sampled_from([next(names, ""), ""])):
        new = [Cell("", place)] * len(rows[0])
        new[work], new[draw(st.sampled_from(roles))] = (
            Cell(name, place),
            Cell(draw(st.sampled_from(codes)), place),
        )
        body.append(new)
    if draw(st.booleans()):
        head = [
            [*each, Cell("Waiter" if number == header else "", place)] for number, each in enumerate(head)
        ]
        body = [[*each, Cell(draw(st.sampled_from(["", codes[-1]])), place)] for each in body]
    return table([*head, *body], place, sheet=first.sheet)


@STEADY
@given(registers(), st.data())
def test_whatever_people_do_comes_in_at_once(register: dict[str, Any], data: st.DataObject) -> None:
    """What was written means what it was to mean, and the same sheet changes nothing a second time."""
    file, read, graph = loaded(register)
    first = tables_of(graph, "xlsx", claims=False)[0]
    codes = [each.code for each in graph.register.scheme.letters]
    sheet = data.draw(sheets(first, codes))
    try:
        made = merged(graph, read, [sheet], whole=True)
    except CannotDecide:
        return  # a name that is taken
    if not made.changes:
        return
    after(file, read, made)
    again = amended([file], read, made.changes, DEFAULT_LIMITS, "english").loaded
    second = merged(OwnershipGraph(again.register), again, [sheet], whole=True)
    later = any("its name and area stay" in each for each in made.notes)
    assert later or second.changes == {}, (made.notes, second.notes)
