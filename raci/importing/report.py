"""What import has to tell: every table, every column and every cell, taken or not."""

from __future__ import annotations

from dataclasses import dataclass

from raci.model.field_types import Record, SchemeName, Text


@dataclass(frozen=True, slots=True)
class CellReport(Record):
    """A cell of which something is to be told."""

    place: Text
    """Where the cell stands: file, sheet and cell, or line and column."""
    text: Text
    """What stands in it."""
    reason: Text
    """What is to be told of it."""


@dataclass(frozen=True, slots=True)
class TableReport(Record):
    """A table that was looked at."""

    number: int
    """Its number in its file, from 1, as --table counts."""
    place: Text
    """Where it stands."""
    heading: Text
    """The heading before it, or the name of its sheet; may be empty."""
    taken: bool
    """Whether it was taken for a matrix."""
    reason: Text
    """Why it was passed over, or how it was read."""
    layout: Text | None
    """How it is laid out: roles, letters or list; null where it was passed over."""
    roles: tuple[Text, ...]
    """The roles that it names, in their order."""
    rows: int
    """Its rows below the header that are not empty: items, sections and left-out rows together."""
    items: int
    """Rows that are items."""
    work: int
    """Pieces of work that come of the items; what stands in several rows counts where it is first."""
    sections: int
    """Rows that are headings of sections, or repeat the header."""
    left_out_rows: int
    """Rows that are neither; each is among the cells that were not understood, with its reason."""
    cells: int
    """Cells of the items that may hold letters or names: taken, empty and not understood together."""
    cells_taken: int
    """Cells that were taken."""
    cells_empty: int
    """Cells that say nothing."""
    cells_not_understood: int
    """Cells that were not understood."""
    columns: tuple[Text, ...]
    """What became of the columns that are no roles, a sentence each."""


@dataclass(frozen=True, slots=True)
class ImportReport(Record):
    """What was found in files, and what came of it."""

    scheme: SchemeName
    """The scheme of letters."""
    roles: tuple[Text, ...]
    """The names of the roles, in their order."""
    work: int
    """How many pieces of work there are."""
    tables: tuple[TableReport, ...]
    """Every table, also those that were passed over."""
    not_understood: tuple[CellReport, ...]
    """Cells and rows that were not understood: nothing of them is in the file."""
    noted: tuple[CellReport, ...]
    """Cells that were taken, with something left to be told of them."""
    notes: tuple[Text, ...]
    """What else is to be told."""
    text: Text | None = None
    """The ownership file, or one after the other with a folder; null where there is no matrix."""
