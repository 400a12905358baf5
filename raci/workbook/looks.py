"""How the workbook looks, and the colours of letters: they change with what somebody writes into a cell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from raci.model.scheme import Meaning
from raci.sheets.new_sheet import Look, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raci.model.scheme import Letter, Scheme

_LINE, _INK = "D8DEE6", "1A2330"
TITLE = Look(bold=True, size=14, color=_INK)
HEAD = Look(bold=True, color="FFFFFF", fill="3A4757", line="FFFFFF", wraps=True)
ROLE = replace(HEAD, centered=True)
TURNED_ROLE = replace(ROLE, turned=True)
TEXT = Look(color=_INK, line=_LINE, wraps=True)
STRONG = replace(TEXT, bold=True)
TALL, TALL_STRONG = replace(TEXT, top=True), replace(STRONG, top=True)
SOFT = Look(color="525D6B", line=_LINE)
NEW, NEW_LETTER = Look(color=_INK, wraps=True), Look(color=_INK, centered=True)
LETTER = Look(color=_INK, line=_LINE, centered=True)
COUNT = replace(LETTER, top=True)

FILLED = Look(line=_LINE)
AGAIN = Look(color="767C85")
LINE_ABOVE = Look(line=_LINE, line_above="3A4757")
BEGINS = replace(LINE_ABOVE, bold=True)
CONTESTED = Look(bold=True, color="9C1F1B", fill="FCECEB")
UNOWNED = Look(bold=True, color="754600", fill="FDF2DD")
_ONE_OF_SEVERAL = Look(bold=True, color="FFFFFF", fill="9C1F1B")
NO_LONGER = Look(color="767C85", struck=True)
_OF = {
    Meaning.ACCOUNTABLE: Look(bold=True, color="FFFFFF", fill="1C4F8F"),
    Meaning.RESPONSIBLE: Look(bold=True, color=_INK, fill="BBD4F1"),
    Meaning.CONSULTED: Look(color=_INK, fill="F7E6BF"),
    Meaning.INFORMED: Look(color=_INK, fill="E4E9EF"),
    Meaning.OTHER: Look(color=_INK, fill="D9EEDD"),
}


def shown(look: Look) -> Look:
    """Return the look of a rule as that of a cell."""
    return replace(look, line=_LINE)


def has(letter: str, cell: str) -> str:
    """Return the condition that a cell has a letter."""
    return f'ISNUMBER(SEARCH("{letter}",{cell}))'


def count_of(letter: str, cells: str) -> str:
    """Return how many cells have a letter, as a condition has it."""
    return f'COUNTIF({cells},"*{letter}*")'


def of_letters(scheme: Scheme, cells: str, row: str = "") -> Iterator[Rule]:
    """Yield the rules that colour letters: by the strongest, and where several in a `row` are accountable."""
    first = cells.partition(":")[0]
    if row:
        several = f"AND({has(scheme.accountable, first)},{count_of(scheme.accountable, row)}>1)"
        yield Rule(cells, several, _ONE_OF_SEVERAL, stops=True)
    for letter in sorted(scheme.letters, key=_strength):
        yield Rule(cells, has(letter.code, first), _OF[letter.meaning], stops=True)


def _strength(letter: Letter) -> int:
    return [*Meaning].index(letter.meaning)
