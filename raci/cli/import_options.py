"""The options of raci import: where the matrix is, how it is laid out, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from raci.cli.options import QuietOption  # noqa: TC001 - typer reads it
from raci.cli.output import STDOUT
from raci.errors import UnusableFile
from raci.model.scheme import SCHEMES
from raci.sheets.reading import FORMATS

if TYPE_CHECKING:
    from raci.importing.options import Hints


@dataclass(frozen=True)
class ImportOptions:
    """What may be said of the tables, and where the file goes."""

    sheet: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Only this sheet; may be repeated.")
    ] = None
    table: Annotated[
        list[int] | None,
        typer.Option(min=1, metavar="N", help="Only the table with this number, of all; may be repeated."),
    ] = None
    header: Annotated[
        int | None, typer.Option(min=1, metavar="ROW", help="The row of the table that is its header.")
    ] = None
    items: Annotated[str | None, typer.Option(metavar="COLUMN", help="The column that names the work.")] = (
        None
    )
    area: Annotated[str | None, typer.Option(metavar="COLUMN", help="The column of areas.")] = None
    roles: Annotated[str | None, typer.Option(metavar="COLUMN", help="The column that names roles.")] = None
    role: Annotated[
        str | None, typer.Option(metavar="NAME", help="The one role that the sheet is about.")
    ] = None
    summary: Annotated[
        str | None, typer.Option(metavar="COLUMN", help="The column that says what the work is.")
    ] = None
    source: Annotated[
        str | None, typer.Option(metavar="COLUMN", help="The column that says where it is written down.")
    ] = None
    ignore: Annotated[
        list[str] | None, typer.Option(metavar="COLUMN", help="A column to leave out; may be repeated.")
    ] = None
    layout: Annotated[
        Literal["roles", "letters", "list"] | None,
        typer.Option(help="What columns are: roles, letters, or a list."),
    ] = None
    transpose: Annotated[bool, typer.Option("--transpose", help="Roles are rows, work is columns.")] = False
    letter: Annotated[
        list[str] | None,
        typer.Option(metavar="WORD=LETTER", help="What a word means in cells and headers; may be repeated."),
    ] = None
    scheme: Annotated[
        str | None, typer.Option(metavar="NAME", help=f"The scheme of letters: {', '.join(SCHEMES)}.")
    ] = None
    kind: Annotated[Literal["responsibility", "deliverable"], typer.Option(help="What the work is.")] = (
        "responsibility"
    )
    from_: Annotated[
        str | None,
        typer.Option("--from", metavar="FORM", help=f"The form of the files: {', '.join(FORMATS)}."),
    ] = None
    output: Annotated[
        str,
        typer.Option("--output", "-o", metavar="FILE", help="A new file, or FOLDER/ for a file per role."),
    ] = STDOUT
    into: Annotated[
        str | None,
        typer.Option(metavar="PATH", help="Change these ownership files to what differs, instead."),
    ] = None
    diff: Annotated[
        bool, typer.Option("--diff", help="With --into: show what would change, and write nothing.")
    ] = False
    stale: Annotated[
        bool,
        typer.Option(
            "--stale", help="With --into: also where the files changed since the workbook was made."
        ),
    ] = False
    config: Annotated[
        str | None,
        typer.Option("--config", metavar="FILE", help="Configuration file, instead of the nearest one."),
    ] = None
    json: Annotated[
        bool, typer.Option("--json", help="The report as JSON, with the file's text, on standard output.")
    ] = False
    quiet: QuietOption = False

    def hints(self) -> Hints:
        """Return what is said of the tables. Raises UnusableFile."""
        from raci.importing.options import Hints

        return Hints(
            tuple(self.sheet or ()),
            tuple(self.table or ()),
            self.header,
            self.items,
            self.area,
            self.roles,
            self.summary,
            self.source,
            tuple(self.ignore or ()),
            self.layout,
            self.transpose,
            self.role,
            _scheme(self.scheme),
            self.kind,
            _letters(self.letter or ()),
            self.into is not None,
        )

    def check(self) -> None:
        """Raise UnusableFile for options that do not go together."""
        if self.into is None and (self.diff or self.stale):
            raise UnusableFile(f"{'--diff' if self.diff else '--stale'} goes with --into.")
        if self.into is not None and (self.output != STDOUT or self.json):
            raise UnusableFile(f"--into changes files: {'--json' if self.json else '--output'} has no place.")

    def form(self) -> str | None:
        """Return the form that --from says. Raises UnusableFile."""
        if self.from_ is not None and self.from_ not in FORMATS:
            raise UnusableFile(f'"{self.from_}" is no form. Known: {", ".join(FORMATS)}.')
        return self.from_


def _scheme(name: str | None) -> str | None:
    if name is not None and name not in SCHEMES:
        raise UnusableFile(f'"{name}" is no scheme. Known: {", ".join(SCHEMES)}.')
    return name


def _letters(given: list[str] | tuple[str, ...]) -> dict[str, str]:
    letters = {}
    known = {letter.code for scheme in SCHEMES.values() for letter in scheme.letters}
    for each in given:
        word, equals, code = each.rpartition("=")
        if not equals or not word.strip() or code.strip().upper() not in known:
            raise UnusableFile(f'--letter takes WORD=LETTER, such as "owns=A", not "{each}".')
        letters[word] = code.strip()
    return letters
