"""Whether a table is a matrix: every layout is tried below every row that may be a header."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING

from raci.importing.claims import Passed, Taken
from raci.importing.columns import Grid
from raci.importing.header_rows import without_people
from raci.importing.headers import are_codes, head_of, key
from raci.importing.layouts import RoleColumns
from raci.importing.legends import explains_letters, without_legend
from raci.importing.letter_columns import LetterColumns
from raci.importing.letters import Letters, is_cross, is_nothing, is_to_fill_in
from raci.importing.listed import Listed
from raci.importing.rows import shown
from raci.importing.wording import ITEMS, LETTER_COLUMNS, OTHERS, ROLES, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raci.importing.options import Hints
    from raci.sheets.table import Cell, Table

_MOST_HEADERS = 20
_MOST_TRIED = 200_000  # cells, times layouts and headers
_SHORT = re.compile(r"[A-Z]{1,3}(?:[\s/,+&;]*[A-Z]{1,3})*")
_LAYOUTS = (RoleColumns, LetterColumns, Listed)


def find(table: Table, letters: Letters, hints: Hints) -> Taken | Passed:
    """Return what a table says, or why it is passed over."""
    body, legend = without_legend(table.rows, letters)
    body, people = without_people(body, letters) if hints.header is None else (body, None)
    rows = [row for row in body if any(each.text for each in row)]
    if len(rows) < 2 or len(rows[0]) < 2:
        return Passed("it has one row or one column")
    found = None if hints.transpose else _best(body, letters, hints)
    wrong = "" if found is None else _looks_wrong(found, rows)
    if hints.transpose or found is None or wrong or _may_be_across(found, rows):
        across = _best(_turned(body), letters, hints)
        right = across is not None and not _looks_wrong(across, rows)
        if across is not None and (found is None or (wrong and right) or _fits_better(across, found, rows)):
            across.how = f"roles are rows: {across.how}"
            found, wrong = across, _looks_wrong(across, rows)
    if found is None:
        return Passed(_why_not(rows, letters))
    for row in legend:
        found.leave_out(row[0].place, shown(row), "a legend, by its looks")
    if people is not None:
        found.leave_out(
            people[0].place, shown(people), "names below those of the roles; --header would take them"
        )
    if _may_be_turned(found, body, letters, hints):
        found.columns.append("Roles are read as columns; --transpose where they are rows.")
    return Passed(_crossed(rows, letters) or wrong) if wrong else found


def _best(rows: Sequence[Sequence[Cell]], letters: Letters, hints: Hints) -> Taken | None:
    best: Taken | None = None
    rows, tried = Grid(rows), 0
    size = len(rows) * len(rows[0])
    headers = range(len(rows)) if hints.header is None else range(hints.header - 1, hints.header)
    for header in headers:
        if header >= len(rows) - 1 or tried >= _MOST_HEADERS or (tried and size * tried > 4 * _MOST_TRIED):
            break
        heads = {head_of(each) for each in rows[header]} - {""}
        if len(heads) < 2:
            continue
        tried += 1
        for layout in _LAYOUTS:
            if hints.layout and layout.name != hints.layout:
                continue
            taken = layout(rows, header, letters, hints).taken()
            if taken is not None and (best is None or taken.score > best.score):
                best = taken
        if best is not None and not best.puzzling and not best.left_out:
            break  # no row further down has more below it
    return best


def _turned(rows: Sequence[Sequence[Cell]]) -> list[list[Cell]]:
    filled = [row for row in rows if any(each.text for each in row)]
    return [list(column) for column in zip(*filled, strict=True)]


def _may_be_across(found: Taken, rows: Sequence[Sequence[Cell]]) -> bool:
    """Return whether a table is worth turning: one that has an accountable role a row is not."""
    if found.layout != "roles" or len(rows) < 3:
        return False
    return _begins_with_roles(rows) or (_owned(found) < 0.75 and not _begins_with_work(rows))


def _may_be_turned(found: Taken, rows: Sequence[Sequence[Cell]], letters: Letters, hints: Hints) -> bool:
    """Return whether a table whose corner is empty reads as well turned, with fewer rows that nobody owns."""
    if found.layout != "roles" or hints.transpose or head_of(rows[0][0]) or _owned(found) == 1:
        return False
    across = None if found.how.startswith("roles are rows") else _best(_turned(rows), letters, hints)
    if across is None or are_codes(across.roles) or across.letters < 0.8 * found.letters:
        return False
    return across.layout == "roles" and _owned(across) >= _owned(found)


def _begins_with_roles(rows: Sequence[Sequence[Cell]]) -> bool:
    return any(key(head_of(row[0])) in ROLES for row in rows[:5])


def _begins_with_work(rows: Sequence[Sequence[Cell]]) -> bool:
    return any(key(head_of(row[0])) in ITEMS for row in rows[:5])


def _fits_better(across: Taken, found: Taken, rows: Sequence[Sequence[Cell]]) -> bool:
    """Return whether a table reads better turned: its corner says so, or each column has one accountable."""
    if across.layout != "roles" or across.letters < 0.8 * found.letters:
        return False
    if _begins_with_roles(rows):
        return _owned(across) >= _owned(found) or _owned(found) < 0.5
    if are_codes(across.roles):
        return False  # what is numbered is work
    return _owned(across) > 0.9 and _owned(found) < 0.75 and len(across.claims) > 1


def _owned(taken: Taken) -> float:
    """Return the share of rows with just one accountable role."""
    ones = sum(sum("A" in each or "DRI" in each for each in row.held.values()) == 1 for row in taken.claims)
    return ones / max(len(taken.claims), 1)


def _looks_wrong(found: Taken, rows: Sequence[Sequence[Cell]]) -> str:
    """Return why what reads like a matrix is none; empty where it is one."""
    codes = Counter(code for claim in found.claims for codes in claim.held.values() for code in codes)
    if found.layout != "letters":
        strange = [
            each.text
            for each in found.unread
            if each.reason == "no letters that are known"
            and not is_to_fill_in(each.text)
            and _SHORT.fullmatch(plain(each.text))
        ]
        if len(strange) - _below(found) > 0.25 * (found.letters + len(strange)):
            return f"many of its cells are no letters: {', '.join(sorted(set(strange))[:4])}"
    if not set(codes) & {"A", "R", "DRI", "D"}:
        return "nobody in it is accountable or responsible; --letter WORD=LETTER says which words mean that"
    if explains_letters(rows):
        return "it explains letters"
    if set(codes) <= {"A", "R"} and {each.text for each in found.unread} & {"G", "g"}:
        return "its cells are red, amber and green"
    held = [each for each in found.claims if each.held]
    if len(held) == 1 and key(held[0].name) in OTHERS:
        return "its letters stand in a column of states"
    named = " ".join(head_of(each) for each in rows[0]).lower()
    if len(found.claims) == 1 and key(found.claims[0].name) in LETTER_COLUMNS:
        return "it has letters, and no column says whose; --roles COLUMN or --role NAME would"
    if set(codes) == {"R"} and found.layout == "roles" and "raci" not in named:
        return "all its cells are R, which may stand for anything"
    return ""


def _below(found: Taken) -> int:
    """Return how many cells stand in the last rows, where nothing is understood: checks, below a matrix."""
    last = itertools.takewhile(lambda each: not each.held, reversed(found.claims))
    return sum(len(each.unclear) for each in last)


def _why_not(rows: Sequence[Sequence[Cell]], letters: Letters) -> str:
    if explains_letters(rows):
        return "it explains letters"
    body = [plain(each.text) for row in rows[1:] for each in row[1:] if not is_nothing(each.text)]
    if not body or all(is_to_fill_in(each) for each in body):
        return "nothing is filled in: a template"
    if crossed := _crossed(rows, letters):
        return crossed
    said = sum(bool(letters.read(each).codes) for each in body)
    if said:
        return f"only {said} of its {len(body)} cells are letters; --header, --layout or --letter may help"
    return "no cells are letters, and no columns either; --letter WORD=LETTER says what words mean"


def _crossed(rows: Sequence[Sequence[Cell]], letters: Letters) -> str:
    """Return why crosses in cells tell nothing; empty where cells are no crosses."""
    body = [plain(each.text) for row in rows[1:] for each in row[1:] if not is_nothing(each.text)]
    if sum(map(is_cross, body)) <= len(body) / 3:
        return ""
    if sum(letters.of_header(head_of(each)) is not None for each in rows[0]) > 1:
        return "its cells are crosses, and no column says whose; --roles COLUMN or --role NAME would"
    return "its cells are crosses, and its columns are no letters"
