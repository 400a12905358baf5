"""What is read out of any file: tables of cells, each with its text and its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from raci.errors import UnusableFile

MOST_CELLS = 300_000
"""Cells of one file; what a merged cell covers counts."""
MOST_UNPACKED = 128
"""MiB of what a packed file holds."""


class Mark(StrEnum):
    """What a cell is beside its text."""

    MERGED = "merged"
    HIDDEN = "hidden"
    STRUCK = "struck out"
    FORMULA = "a formula without a value"
    MENTION = "a mention without a name"
    BOLD = "bold"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text, where it stands, what it is, the comment on it and what is struck out (may be empty).

    What is struck out is no part of the text.
    """

    text: str
    place: str
    marks: frozenset[Mark] = frozenset()
    comment: str = ""
    struck: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, all as wide as the widest; `heading` is what stands before it (may be empty).

    `sheet` is the name of the sheet it fills, if it does; `notes` say what reading it had to leave out. A
    list is a table of one column, behind all tables, and is `listed`.
    """

    rows: tuple[tuple[Cell, ...], ...]
    place: str
    heading: str = ""
    sheet: str = ""
    hidden: bool = False
    notes: tuple[str, ...] = ()
    listed: bool = False


def table(rows: list[list[Cell]], place: str, heading: str = "", **more: object) -> Table:
    """Return a table of rows that need not be equally long."""
    width = max(map(len, rows), default=0)
    if width * len(rows) > 4 * MOST_CELLS:
        raise UnusableFile(f"a table has more than {4 * MOST_CELLS:,} cells, counting empty ones")
    filled = tuple((*row, *(Cell("", row[-1].place if row else place),) * (width - len(row))) for row in rows)
    return Table(filled, place, heading, **more)  # type: ignore[arg-type]


_SPACES = re.compile(r"[^\S\n]+")
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\xad"))


def tidy(text: str) -> str:
    """Return text without what nobody sees: lines stripped, runs of spaces one space, no empty lines."""
    lines = (_SPACES.sub(" ", line).strip() for line in text.translate(_UNSEEN).splitlines())
    return "\n".join(filter(None, lines))
