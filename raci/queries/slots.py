"""Where one more field can be written into a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.model.field_types import Column, Count, File, Record

if TYPE_CHECKING:
    from raci.location import Place


@dataclass(frozen=True)
class SlotRecord(Record):
    """Where one more field can be written: after a line, from a column on; or in a line, before a column."""

    file: File
    line: Count
    """The line after which it goes, or in which; 0 for the beginning of the file."""
    column: Column
    inline: bool
    """Whether it goes into a line, in brackets, with a comma behind it."""


def slot_record(place: Place) -> SlotRecord:
    """Return where one more field can be written into the mapping at a place."""
    slot = place.slot()
    return SlotRecord(slot.file, slot.line, slot.column, slot.inline)
