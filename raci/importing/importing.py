"""From the tables of files to an ownership file and the report of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from raci.importing.claims import Passed
from raci.importing.columns import head_of
from raci.importing.finding import find
from raci.importing.joining import Joined, joined
from raci.importing.letters import Letters
from raci.importing.lists import spread
from raci.importing.own_layout import own
from raci.importing.own_workbook import mark_of, without_marks
from raci.importing.report import ImportReport, TableReport
from raci.model.scheme import SCHEMES
from raci.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from raci.importing.claims import Claim, Taken
    from raci.importing.options import Hints
    from raci.importing.report import CellReport
    from raci.sheets.table import Table

_TAKEN, _PASSED = True, False
_USUAL = frozenset({"R", "A", "C", "I", "DRI", "S", "V", "D", "O"})


@dataclass(frozen=True)
class Imported:
    """What came of import; nothing was found where there are no roles."""

    found: Joined
    report: ImportReport


def import_tables(files: Iterable[tuple[str, Sequence[Table]]], hints: Hints) -> Imported:
    """Return what tables say together, those of each file after its name."""
    letters = Letters(_allowed(hints), hints.words)
    roles: list[str] = []
    claims: list[Claim] = []
    tables: list[TableReport] = []
    unread: list[CellReport] = []
    noted: list[CellReport] = []
    notes: list[str] = []
    ids: dict[str, str] = {}
    scheme = hints.scheme
    for _, read in files:
        for number, table in enumerate(read, 1):
            notes.extend(each for each in table.notes if each not in notes)
            for part, outcome in _outcomes(table, number, letters, hints):
                tables.append(_told(part, number, outcome))
                if isinstance(outcome, Passed):
                    continue
                if not outcome.scheme:
                    _give_areas(outcome, part)
                scheme = scheme or outcome.scheme
                ids = {**outcome.ids, **ids}
                roles.extend(outcome.roles)
                claims.extend(outcome.claims)
                unread.extend(outcome.unread)
                noted.extend(outcome.noted)
    _place_headings(claims)
    found = joined(roles, claims, scheme, ids)
    report = ImportReport(
        found.scheme.name,
        tuple(each.name for each in found.roles),
        len(found.work),
        tuple(tables),
        (*unread, *found.unread),
        tuple(noted),
        (*notes, *found.notes),
    )
    return Imported(found, report)


def _allowed(hints: Hints) -> frozenset[str]:
    if hints.scheme:
        return frozenset(each.code for each in SCHEMES[hints.scheme].letters) | {"DRI"}
    return _USUAL | set(hints.words.values())


def _outcomes(
    table: Table, number: int, letters: Letters, hints: Hints
) -> Iterable[tuple[Table, Taken | Passed]]:
    """Yield what a table is; one that holds several is parted where the next begins."""
    mark = mark_of(table)
    if table.listed:
        listed = None if hints.tables else spread(table, letters)
        if listed is not None:
            yield table, find(listed, letters, hints)
    elif hints.tables and number not in hints.tables:
        yield table, Passed("--table names others")
    elif hints.sheets and fold(table.sheet or table.heading) not in set(map(fold, hints.sheets)):
        yield table, Passed("--sheet names others")
    elif table.hidden and not hints.sheets:
        yield table, Passed("its sheet is hidden; --sheet would take it")
    elif mark is not None:
        yield table, own(table, mark, hints)
    else:
        for part in _parts(without_marks(table), letters):
            outcome = find(part, letters, hints)
            listed = spread(part, letters) if isinstance(outcome, Passed) else None
            if listed is not None:
                outcome = find(listed, letters, hints)
            yield part, outcome


def _parts(table: Table, letters: Letters) -> Iterable[Table]:
    """Yield a sheet parted at empty rows behind which a row of other headers stands."""
    starts, heading = [0], {0: table.heading}
    rows = table.rows
    for at in range(1, len(rows) - 1):
        filled = [each for each in rows[at] if each.text]
        before = [each for each in rows[at - 1] if each.text]
        after = [each for each in rows[at + 1] if each.text]
        coded = [bool(letters.read(each.text).codes) for each in filled]
        alone = len({each.text for each in before}) <= 1
        heads = {head_of(each) for each in filled}
        if not alone or len(heads) < 3 or len(heads) < len(filled) or any(coded):
            continue
        if sum(bool(letters.read(each.text).codes) for each in after) < 2:
            continue
        if any(bool(letters.read(each.text).codes) for row in rows[starts[-1] : at] for each in row):
            starts.append(at)
            heading[at] = head_of(before[0]) if before else table.heading
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        own = rows[start:end]
        if end < len(rows) and heading[end] != table.heading and heading[end]:
            own = own[:-1]
        yield replace(
            table, rows=own, heading=heading[start], place=own[0][0].place if start else table.place
        )


def _give_areas(taken: Taken, table: Table) -> None:
    for claim in taken.claims:
        claim.section = table.heading or table.sheet


def _place_headings(claims: list[Claim]) -> None:
    """Let headings before tables be areas, where there are several tables with headings of their own."""
    headings = {each.section for each in claims}
    if len(headings) > 1:
        for each in claims:
            each.area = each.area or each.section


def _told(table: Table, number: int, outcome: Taken | Passed) -> TableReport:
    name = table.heading or table.sheet
    if isinstance(outcome, Passed):
        return TableReport(
            number, table.place, name, _PASSED, outcome.reason, None, (), 0, 0, 0, 0, 0, 0, 0, 0, ()
        )
    items = len(outcome.claims) + outcome.joined
    return TableReport(
        number,
        table.place,
        name,
        _TAKEN,
        outcome.how,
        outcome.layout,
        tuple(outcome.roles),
        items + outcome.sections + outcome.left_out,
        items,
        outcome.sections,
        outcome.left_out,
        outcome.letters + outcome.empty + outcome.puzzling,
        outcome.letters,
        outcome.empty,
        outcome.puzzling,
        tuple(outcome.columns),
    )
