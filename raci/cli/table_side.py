"""A table that raci import reads, as one side of a comparison."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from raci.errors import UnusableFile
from raci.location import Location
from raci.text.names import slug

if TYPE_CHECKING:
    from collections.abc import Mapping

    from raci.changes.records import Change, State
    from raci.config import Settings
    from raci.importing.importing import Imported
    from raci.model.register import Register

_CELL = re.compile(r"(?P<file>.*)!(?P<column>[A-Z]{1,3})(?P<line>[0-9]+)")
_LINE = re.compile(r"(?P<file>.*?):(?P<line>[0-9]+)(?::(?P<column>[0-9]+))?")


def read_table_side(
    path: str, shown: str, form: str, settings: Settings
) -> tuple[Register, dict[str, Location]]:
    """Return the register that the tables of a file make, and where the work in it stands.

    Raises UnusableFile for a file that cannot be read, or holds no matrix.
    """
    from raci.importing.importing import import_tables
    from raci.importing.options import Hints
    from raci.importing.ownership_text import ownership_text
    from raci.loading.load import load_files
    from raci.loading.source_file import SourceFile
    from raci.regular_file import read_regular_file
    from raci.sheets.reading import read_tables

    try:
        tables = read_tables(read_regular_file(path, settings.limits.file_size), shown, form)
    except (RecursionError, MemoryError):
        raise UnusableFile("it is nested too deeply, or too large") from None
    hints = Hints()
    imported = import_tables([(shown, tables)], hints)
    if not imported.found.work:
        raise UnusableFile("there is no matrix in it; raci import says what it found")
    text = ownership_text(imported.found, [shown], hints.kind)
    register = load_files(
        [SourceFile(shown, partial(bytes, text.encode()))], settings.limits, settings.language
    )
    return register, _places(imported)


def _places(imported: Imported) -> dict[str, Location]:
    return {each.id or slug(each.name): place_of_cell(each.claim.place) for each in imported.found.work}


def place_of_cell(place: str) -> Location:
    """Return the place of a cell: its row is the line, its column the column; or else the first."""
    if found := _CELL.fullmatch(place):
        number = 0
        for letter in found["column"]:
            number = 26 * number + ord(letter) - ord("A") + 1
        line = int(found["line"])
        return Location(found["file"], line, number, line, number)
    if found := _LINE.fullmatch(place):
        line, column = int(found["line"]), int(found["column"] or 1)
        return Location(found["file"], line, column, line, column)
    return Location(place, 1, 1, 1, 1)


def with_cells(
    change: Change,
    before: Mapping[str, Location] | None,
    after: Mapping[str, Location] | None,
    names: tuple[str, str],
) -> Change:
    """Return a change with the places of cells, on the sides that are tables."""
    return replace(
        change,
        before=_placed(change.before, before, names[0]),
        after=_placed(change.after, after, names[1]),
    )


def _placed(state: State | None, cells: Mapping[str, Location] | None, file: str) -> State | None:
    """Return a state at its cell; what is no work stands in a header, or anywhere: it is in the file."""
    if state is None or cells is None:
        return state
    where = cells.get(state.id, Location(file, 1, 1, 1, 1))
    return replace(state, file=where.file, line=where.line, column=where.column)
