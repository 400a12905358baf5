"""From the tables of files to an ownership file and the report of it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from raci.importing.claims import Passed, Taken
from raci.importing.finding import find
from raci.importing.headers import head_of
from raci.importing.joining import Joined, joined
from raci.importing.letters import Letters
from raci.importing.lists import begins_with_letters, spread
from raci.importing.own_layout import own, own_text
from raci.importing.own_text import has_own_legend
from raci.importing.own_workbook import mark_of, without_marks
from raci.importing.report import CellReport, ImportReport, TableReport
from raci.importing.rows import is_legend
from raci.model.scheme import SCHEMES
from raci.sheets.table import Mark
from raci.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from raci.importing.claims import Claim
    from raci.importing.options import Hints
    from raci.sheets.table import Table

_TAKEN, _PASSED = True, False
_SEVERAL = 2
_UNNAMED = re.compile(
    r"(?i:sheet|table|tabelle|blatt|feuil(?:le)?|hoja|foglio|planilha|folha|blad|arkusz|лист|シート|工作表|시트)\s*\d*"
)
"""What programs call a sheet that nobody has named."""
_USUAL = frozenset({"R", "A", "C", "I", "DRI", "S", "V", "D", "O"})


@dataclass(frozen=True)
class Imported:
    """What came of import, also by table; nothing was found where there are no roles."""

    found: Joined
    report: ImportReport
    taken: tuple[Taken, ...]


def import_tables(files: Iterable[tuple[str, Sequence[Table]]], hints: Hints) -> Imported:
    """Return what tables say together, those of each file after its name.

    Raises UnusableFile where what is said of them names a table or a column that is not there.
    """
    files = list(files)
    hints.refuse_what_is_not_there([read for _, read in files])
    letters = Letters(_allowed(hints), hints.words)
    parts = [each for _, read in files for each in _parts_of(read, letters, hints)]
    taken = [each.outcome for each in parts if isinstance(each.outcome, Taken)]
    claims = [claim for each in taken for claim in each.claims]
    _place_headings(claims)
    ids = {name: id_ for each in reversed(taken) for name, id_ in each.ids.items()}
    scheme = next(filter(None, (hints.scheme, *(each.scheme for each in taken))), None)
    found = joined([role for each in taken for role in each.roles], claims, scheme, ids)
    come = Counter(map(id, claims if hints.into else (each.claim for each in found.work)))
    notes = [*(note for each in parts for note in each.table.notes), *found.notes]
    report = ImportReport(
        found.scheme.name,
        tuple(each.name for each in found.roles),
        len(found.work),
        tuple(_told(each, come) for each in parts),
        (*(cell for each in taken for cell in each.unread), *found.unread),
        tuple(cell for each in taken for cell in each.noted),
        tuple(dict.fromkeys(notes if hints.into else (*notes, *found.said_of_work))),
    )
    return Imported(found, report, tuple(taken))


@dataclass(frozen=True)
class _Part:
    """A table or a part of one, its number, and what it is."""

    table: Table
    number: int
    outcome: Taken | Passed


@dataclass(frozen=True)
class _Beside:
    """What the tables of a file say of each other: that a list explains letters, that raci wrote them."""

    explains: bool
    ours: bool


def _parts_of(read: Sequence[Table], letters: Letters, hints: Hints) -> Iterable[_Part]:
    """Yield what the tables of a file are."""
    lettered = sum(begins_with_letters(each, letters) for each in read)
    beside = _Beside(lettered < _SEVERAL, has_own_legend(read))
    for number, table in enumerate(read, 1):
        for part, outcome in _outcomes(table, number, letters, hints, beside):
            if isinstance(outcome, Taken):
                outcome.noted += _struck(part)
                if not outcome.own:
                    _give_areas(outcome, part)
            yield _Part(part, number, outcome)


def _struck(table: Table) -> Iterable[CellReport]:
    """Yield what is struck out in a table, once where it stands in merged cells."""
    cells = {(each.place, each.struck): each for row in table.rows for each in row if each.struck}
    for each in cells.values():
        if Mark.MERGED not in each.marks:
            yield CellReport(each.place, each.struck, "struck out, and left out")


def _allowed(hints: Hints) -> frozenset[str]:
    if hints.scheme:
        return frozenset(each.code for each in SCHEMES[hints.scheme].letters) | {"DRI"}
    return _USUAL | set(hints.words.values())


def _outcomes(
    table: Table, number: int, letters: Letters, hints: Hints, beside: _Beside
) -> Iterable[tuple[Table, Taken | Passed]]:
    """Yield what a table is; one that holds several is parted where the next begins."""
    mark = mark_of(table)
    if table.listed:
        listed = (
            None
            if hints.tables or is_legend(table.heading)
            else spread(table, letters, explains=beside.explains)
        )
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
    elif (written := own_text(table, letters, hints, ours=beside.ours)) is not None:
        yield table, written
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
        claim.section = table.heading or ("" if _UNNAMED.fullmatch(table.sheet) else table.sheet)


def _place_headings(claims: list[Claim]) -> None:
    """Let headings before tables be areas, where there are several tables with headings of their own."""
    headings = {each.section for each in claims}
    if len(headings) > 1:
        for each in claims:
            each.area = each.area or (each.section if each.section != each.name else "")


def _told(part: _Part, come: Mapping[int, int]) -> TableReport:
    table, number, outcome = part.table, part.number, part.outcome
    name = table.heading or table.sheet
    if isinstance(outcome, Passed):
        return TableReport(
            number, table.place, name, _PASSED, outcome.reason, None, (), 0, 0, 0, 0, 0, 0, 0, 0, 0, ()
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
        sum(come[id(each)] for each in outcome.claims),
        outcome.sections,
        outcome.left_out,
        outcome.letters + outcome.empty + outcome.puzzling,
        outcome.letters,
        outcome.empty,
        outcome.puzzling,
        tuple(outcome.columns),
    )
