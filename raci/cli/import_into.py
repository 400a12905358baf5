"""raci import --into: what differs from the files goes into them."""

from __future__ import annotations

import shlex
from dataclasses import replace
from typing import TYPE_CHECKING

from raci.cli.deciding import DecidingOptions, carry_out, opened_to_change
from raci.cli.exit_code import ExitCode
from raci.cli.output import say, write
from raci.errors import CannotWrite, UnusableFile
from raci.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from raci.cli.import_options import ImportOptions
    from raci.graph.ownership import OwnershipGraph
    from raci.importing.importing import Imported
    from raci.importing.options import Hints
    from raci.importing.own_workbook import SheetMark


def into(read: Callable[[Hints], Imported], hints: Hints, options: ImportOptions) -> ExitCode:
    """Change the files of a register to what tables say, or show it.

    Raises what loading raises, CannotDecide, and CannotWrite where the files are newer than the tables.
    """
    from raci.importing.report_text import report_text
    from raci.merging.merging import merge

    path = options.into or ""
    deciding = DecidingOptions([path], options.config, options.quiet, options.diff)
    opened = opened_to_change(deciding)
    register = opened.graph.register
    scheme = register.scheme.name
    if hints.scheme not in {None, scheme}:
        raise UnusableFile(f"{path} has the letters of {scheme}, not of {hints.scheme}.")
    names = (name for role in register.roles.values() for name in (role.name, *role.entry.aliases))
    imported = read(replace(hints, scheme=scheme, known=frozenset(map(fold, names))))
    found = bool(imported.found.work)
    if not options.quiet or not found:
        say(report_text(imported.report, "", ends=False))
    if not found:
        return ExitCode.NEGATIVE
    marks = [each.mark for each in imported.taken if each.mark is not None]
    fresh = _is_fresh(opened.graph, marks)
    whole = fresh and bool(marks) and all(mark.whole for mark in marks)
    decision = merge(opened.graph, opened.files, imported.taken, hints.kind, whole=whole)
    if not fresh and decision.changes:
        _refuse_stale(options)
    code = carry_out(opened, decision, deciding, lambda _: write(_next(path), for_people=True))
    if options.diff and code is ExitCode.ANSWERED and not options.quiet:
        say("Nothing to change.")
    return code


def _next(path: str) -> str:
    return f"Next: raci lint {shlex.quote(path)}\n"


def _is_fresh(graph: OwnershipGraph, marks: Iterable[SheetMark]) -> bool:
    """Return whether the files are what they were when workbooks were made of them."""
    from raci.importing.own_workbook import digest
    from raci.queries.matrix import matrix

    return all(mark.register == digest(matrix(graph, claims=mark.claims)) for mark in marks)


def _refuse_stale(options: ImportOptions) -> None:
    told = "The files have changed since the workbook was made of them: what it says may undo that."
    if not options.diff and not options.stale:
        raise CannotWrite(
            f"{told} Look with --diff, and write with --stale; or put what is new into a new workbook."
        )
    say(f"{told} What it has no row for stays.")
