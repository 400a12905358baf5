"""What a sheet to be written has: cells with their looks, columns, rules of colour, choices, print set-up."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks. Colours are RRGGBB; an empty one, like the size 0, leaves what is usual."""

    bold: bool = False
    struck: bool = False
    size: int = 0
    color: str = ""
    fill: str = ""
    line: str = ""
    line_above: str = ""
    centered: bool = False
    turned: bool = False
    top: bool = False
    wraps: bool = False


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class NewCell:
    """A text, which is never taken for a formula, or a number; an empty text leaves the cell empty."""

    value: str | int = ""
    look: Look = PLAIN


@dataclass(frozen=True, slots=True)
class NewRow:
    """A row of cells; its height is in points, 0 for what its text needs."""

    cells: tuple[NewCell, ...]
    height: int = 0
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class NewColumn:
    """A column: how many characters wide it is, and how what is written into empty cells looks."""

    width: float
    look: Look = PLAIN
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """How cells look as long as a condition holds: `when` is said of the first of the `cells`.

    The first rule whose condition holds is the last, if it `stops`.
    """

    cells: str
    when: str
    look: Look
    stops: bool = False


@dataclass(frozen=True, slots=True)
class Choices:
    """What a list offers in cells; something else is asked about, and may stay."""

    cells: str
    of: str
    title: str
    message: str


@dataclass(frozen=True, slots=True)
class NewSheet:
    """A sheet. `frozen` is the first cell that scrolls, `filtered` the cells that can be filtered and sorted.

    Printed, it is as wide as a page, with the `repeated` row on each, and `footer` below.
    """

    name: str
    columns: tuple[NewColumn, ...]
    rows: tuple[NewRow, ...]
    frozen: str
    filtered: str = ""
    repeated: int = 1
    footer: str = ""
    rules: tuple[Rule, ...] = ()
    choices: Choices | None = None
    large: bool = False


@dataclass(frozen=True, slots=True)
class NewWorkbook:
    """Sheets under a title, written by somebody."""

    title: str
    creator: str
    sheets: tuple[NewSheet, ...] = field(default=())


_OF_A_LETTER, _ASIDE = 0.9, 2.5  # widths of a digit, in which columns are measured


def width_of(letters: int) -> float:
    """Return how wide a column is that has room for a number of letters."""
    return round(letters * _OF_A_LETTER + _ASIDE, 1)


def letters_in(width: float) -> int:
    """Return how many letters a column has room for."""
    return max(1, int((width - _ASIDE) / _OF_A_LETTER + 0.1))


def column_name(number: int) -> str:
    """Return what a column is called, of which `number` counts from 1."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
