"""The sheet that says what letters, colours and statuses mean; the list of letters is what cells offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.importing.own_workbook import TITLE, SheetMark
from raci.model.scheme import SCHEMES
from raci.model.standing import Status
from raci.sheets.new_sheet import NewCell, NewColumn, NewRow, NewSheet
from raci.text.names import in_words
from raci.views.wording import spoken
from raci.workbook import looks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raci.model.scheme import Scheme
    from raci.sheets.new_sheet import Look
    from raci.workbook.contents import Contents

_NAME = "Legend"
_HEADER, _FIRST = 3, 4
_STATUSES = {
    Status.OWNED: "One role is accountable.",
    Status.SETTLED: "Several claim to be accountable, and an agreement says who is.",
    Status.CONTESTED: "Several are accountable: only one should be.",
    Status.UNOWNED: "Nobody is accountable.",
    Status.UNOWNED_ON_PURPOSE: "Nobody is accountable, and that was decided.",
}
_COLORS: tuple[tuple[str, Look, str], ...] = (
    ("Work", looks.shown(looks.CONTESTED), "Several are accountable for it, by the letters as they stand."),
    ("Work", looks.shown(looks.UNOWNED), "Nobody is accountable for it, by the letters as they stand."),
    ("contested", looks.shown(looks.NO_LONGER), "It was so when the workbook was written, and is no more."),
)
_HOW = {
    "Letters": "Choose from the list in a cell, or type them; colours follow.",
    "Work": "Sort and filter as you like. New work goes below the last row, with a name and letters.",
    "Roles": "A new column with the name of the role in the header is a new role.",
    "Ids": "Hidden, in the first row and the first column: by them raci knows roles and work again. "
    "Without them, what is renamed is new.",
    "Back again": "What stands on the sheet of the matrix comes back into the files with: "
    "raci import FILE --into PATH",
}


def offered(contents: Contents) -> tuple[str, ...]:
    """Return what the cells of a matrix offer: each letter, then the letters that are held together."""
    scheme = SCHEMES[contents.matrix.scheme]
    letters = [letter.code for letter in scheme.letters]
    several = (together(text, scheme) for text in (*contents.matrix.legend, "".join(scheme.default)))
    return tuple(dict.fromkeys((*letters, *several)))


def choices(contents: Contents) -> str:
    """Return the cells of the legend that have what is offered."""
    return f"{_NAME}!$B${_FIRST}:$B${_FIRST + len(offered(contents)) - 1}"


def together(letters: str, scheme: Scheme) -> str:
    """Return letters as people write them into one cell: "A/R"."""
    return "/".join(scheme.parse([letters]))


def legend_sheet(contents: Contents) -> NewSheet:
    """Return the sheet that explains the others."""
    scheme = SCHEMES[contents.matrix.scheme]
    cells = choices(contents).removeprefix(f"{_NAME}!").replace("$", "")
    return NewSheet(
        name=_NAME,
        columns=(NewColumn(10, hidden=True), NewColumn(22), NewColumn(100)),
        rows=tuple(_rows(contents, scheme)),
        frozen=f"A{_FIRST}",
        repeated=_HEADER,
        rules=tuple(looks.of_letters(scheme, cells)),
    )


def _rows(contents: Contents, scheme: Scheme) -> Iterator[NewRow]:
    yield NewRow((NewCell(SheetMark("legend").text()),), hidden=True)
    title = f"What letters and colours mean ({scheme.name.upper()})"
    yield NewRow((NewCell(TITLE), NewCell(title, looks.TITLE)), height=24)
    yield _head("Letters", "What they mean")
    for text in offered(contents):
        yield _row(text, looks.LETTER, in_words(scheme.words(scheme.parse([text]))))
    yield NewRow(())
    yield _head("Colours", "What they mean")
    for text, look, meaning in _COLORS:
        yield _row(text, look, meaning)
    yield NewRow(())
    yield _head("Status", "What the files said when this was written")
    for status, meaning in _STATUSES.items():
        yield _row(spoken(status), looks.SOFT, meaning)
    yield NewRow(())
    yield _head("To work in it", "")
    for what, text in _HOW.items():
        yield _row(what, looks.STRONG, text)


def _head(first: str, second: str) -> NewRow:
    return NewRow((NewCell(), NewCell(first, looks.HEAD), NewCell(second, looks.HEAD)), height=20)


def _row(text: str, look: Look, meaning: str) -> NewRow:
    return NewRow((NewCell(), NewCell(text, look), NewCell(meaning, looks.TEXT)))
