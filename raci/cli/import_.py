"""raci import: an ownership file from a matrix in a spreadsheet, on a wiki page, in a document."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from raci.cli.exit_code import ExitCode
from raci.cli.import_options import ImportOptions
from raci.cli.options import DataOptions, takes
from raci.cli.output import STDOUT, say, write, write_new
from raci.cli.ownership_data import find_settings
from raci.errors import CannotWrite, UnusableFile
from raci.sheets.reading import FORMATS, format_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from raci.importing.importing import Imported
    from raci.importing.options import Hints
    from raci.sheets.table import Table


@takes(ImportOptions)
def import_(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE", help="Files with a matrix; - is standard input, of which --from says the form."
        ),
    ],
    *,
    options: ImportOptions,
) -> ExitCode:
    """Make an ownership file of a matrix that lies elsewhere.

    It may be in a spreadsheet, on a page or in a document. The file goes to standard output, what was
    taken of which table to standard error.

    raci import matrix.xlsx -o ownership.yaml

    raci import page.md --table 2 --items Activity

    raci import - --from csv < matrix.csv

    raci import matrix.xlsx --into ownership/ --diff

    With --into what differs is changed in files that are there; else nothing is ever overwritten.
    Exit code 0: taken. 1: there is no matrix; with --diff, there is something to change. 2: a file cannot be
    read or written.
    """
    options.check()
    hints, read = options.hints(), _reader(files, options)
    if options.into is not None:
        from raci.cli.import_into import into

        return into(read, hints, options)
    _refuse_what_is_there(options.output)
    return _show(read(hints), files, hints, options)


def _reader(files: list[str], options: ImportOptions) -> Callable[[Hints], Imported]:
    """Return what reads files with what is said of their tables. Raises UnusableFile and BadConfiguration."""
    from raci.importing.importing import import_tables

    form = options.form()
    limit = find_settings(DataOptions(config=options.config)).limits.file_size

    def read(hints: Hints) -> Imported:
        tables = [(each, _tables(each, form, limit, quiet=options.quiet)) for each in files]
        return import_tables(tables, hints)

    return read


def _show(imported: Imported, files: list[str], hints: Hints, options: ImportOptions) -> ExitCode:
    output = options.output
    from raci.importing.report_text import report_text
    from raci.render.json import render

    found = bool(imported.found.work)
    texts = _texts(imported, files, output, hints) if found else {}
    if found and output != STDOUT:
        write_new(texts)
    if options.json:
        write(render(replace(imported.report, text="".join(texts.values()) if found else None)))
    elif found and output == STDOUT:
        write("".join(texts.values()))
    if not options.quiet or not found:
        say(report_text(imported.report, output if output != STDOUT else ""))
    return ExitCode.ANSWERED if found else ExitCode.NEGATIVE


def _texts(imported: Imported, files: list[str], output: str, hints: Hints) -> dict[str, str]:
    from raci.importing.ownership_text import ownership_text

    sources = ["standard input" if each == "-" else os.path.basename(each) for each in files]  # noqa: PTH119
    if not output.endswith(("/", os.sep)):
        return {output: ownership_text(imported.found, sources, hints.kind)}
    return {
        os.path.normpath(f"{output}/{each.id}.yaml"): ownership_text(
            imported.found, sources, hints.kind, each
        )
        for each in imported.found.roles
    }


def _tables(name: str, from_: str | None, limit: int, *, quiet: bool) -> list[Table]:
    from raci.cli.standard_input import STDIN, read_standard_input
    from raci.regular_file import read_regular_file
    from raci.sheets.reading import read_tables

    shown = "standard input" if name == STDIN else name
    form = from_ or (None if name == STDIN else format_of(name))
    if form is None:
        raise UnusableFile(f"{shown}: say its form with --from: {', '.join(FORMATS)}.")
    try:
        if name == STDIN:
            content = read_standard_input(limit, quiet=quiet, what="a matrix")
        else:
            content = read_regular_file(name, limit)
        return read_tables(content, shown, form)
    except UnusableFile as error:
        raise UnusableFile(f"{shown}: {error}") from None
    except (RecursionError, MemoryError):
        raise UnusableFile(f"{shown}: it is nested too deeply, or too large") from None


def _refuse_what_is_there(output: str) -> None:
    if not output:
        raise CannotWrite("The output needs a file name, or - for standard output.")
    if output != STDOUT and not output.endswith(("/", os.sep)) and os.path.lexists(output):
        raise CannotWrite(f"{output} is there already; nothing was written.")
    folder = os.path.dirname(output)  # noqa: PTH120 - names from the command line stay
    if output != STDOUT and folder and not os.path.isdir(folder) and not output.endswith(("/", os.sep)):  # noqa: PTH112
        raise CannotWrite(f"{output} cannot be written: there is no folder {folder}; FOLDER/ makes one.")
