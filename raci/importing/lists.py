"""Lists and cells that name a role beside its letters: "CISO – A"."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from raci.importing.names import split_names
from raci.importing.wording import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raci.importing.letters import Letters
    from raci.sheets.table import Cell, Table

_BESIDE = re.compile(r"(?P<one>.+?)\s*(?:\s[–—-]\s|[:=：]|\s*[–—]\s*)\s*(?P<other>[^:=]+)", re.DOTALL)
_BRACKETS = re.compile(r"(?P<one>.+?)\s*[(\[](?P<other>[^()\[\]]+)[)\]]", re.DOTALL)


def spread(table: Table, letters: Letters, *, explains: bool = True) -> Table | None:
    """Return a list as the table that it stands for, a row a role; None where it is no such list.

    A list in which each letter comes first, and once, `explains` them unless there are several such lists.
    """
    width = len(table.rows[0]) if table.rows else 0
    if width == 1:
        found = list(_of_list(table, letters))
        often = max(
            Counter(code for code in (row[2].text for row, first in found if first)).values(), default=0
        )
        rows = [row for row, first in found if not first or often > 1 or not explains]
        matched = len(rows)
        enough = matched >= 2 and matched >= len(table.rows) / 2
    elif width >= 2:
        rows, cells = _of_cells(table, letters)
        enough = cells >= 2 or (cells == 1 and len(table.rows) == 2)
    else:
        return None
    if not enough:
        return None
    first = table.rows[0][0]
    head = tuple(replace(first, text=each, marks=frozenset()) for each in ("Task", "Role", "RACI"))
    return replace(table, rows=(head, *rows))


def _pairs(text: str, letters: Letters) -> list[tuple[str, str]]:
    """Return roles and letters of a text, if it is made of them."""
    pairs = []
    pieces = [each for each in re.split(r"[\n;；]", text) if each.strip()]
    if len(pieces) == 1:
        commas = split_names(text)
        pieces = commas if all(_pair(each, letters) for each in commas) else pieces
    for piece in pieces:
        found = _pair(piece, letters)
        if not found:
            return []
        pairs.extend(found)
    return pairs


def _pair(piece: str, letters: Letters) -> list[tuple[str, str]]:
    piece = plain(piece)
    for pattern in (_BESIDE, _BRACKETS):
        if not (found := pattern.fullmatch(piece)):
            continue
        one, other = plain(found["one"]), plain(found["other"])
        if letters.read(other).codes and not letters.read(one).codes:
            return [(one, other)]
        if letters.read(one).codes and len(one) < 20 and not letters.read(other).codes:
            return [(name, one) for name in split_names(other)]
    return []


def _row(place: Cell, item: str, role: str, code: str) -> tuple[Cell, ...]:
    return tuple(replace(place, text=each, marks=frozenset()) for each in (item, role, code))


def begins_with_letters(table: Table, letters: Letters) -> bool:
    """Return whether each line of a list has a letter first, and then something else: "R: does it"."""
    found = list(_of_list(table, letters)) if table.listed else []
    return bool(found) and all(first for _, first in found)


def _of_list(table: Table, letters: Letters) -> Iterator[tuple[tuple[Cell, ...], bool]]:
    """Yield rows, and whether the letter stands before the role."""
    item = table.heading
    for (cell,) in table.rows:
        pairs = _pairs(cell.text, letters)
        if not pairs and cell.text:
            head, _, rest = cell.text.partition(":")
            pairs = _pairs(rest.strip(), letters) if rest.strip() else []
            item = head.strip() or item
        for role, code in pairs:
            first = not cell.text.startswith(role) and cell.text.startswith(code)
            yield _row(cell, item, role, code), first


def _of_cells(table: Table, letters: Letters) -> tuple[list[tuple[Cell, ...]], int]:
    rows: list[tuple[Cell, ...]] = []
    cells = 0
    for row in table.rows[1:]:
        item = next((each for each in row if each.text), row[0])
        for cell in row:
            if cell is not item and (pairs := _pairs(cell.text, letters)):
                cells += 1
                rows.extend(_row(cell, item.text, role, code) for role, code in pairs)
    return rows, cells
