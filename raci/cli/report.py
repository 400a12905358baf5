"""raci report: everything on one HTML page, to send around."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from raci.cli.answering import opened
from raci.cli.as_of import AsOfOption, day_of
from raci.cli.exit_code import ExitCode
from raci.cli.options import RevisionOptions, takes
from raci.cli.output import STDOUT, is_terminal, say, write
from raci.cli.progress import doing
from raci.errors import CannotWrite

_MB = 1_000_000  # bytes
_BIG = 5  # of these: as far as a phone, or a mail, goes along

_OutputOption = Annotated[
    str,
    typer.Option(
        *("--output", "-o"),
        metavar="FILE",
        show_default=False,
        help="Write the page to a file. On a terminal it needs one; elsewhere it goes to standard "
        "output if none is named, as with -.",
    ),
]


@takes(RevisionOptions)
def report(
    *,
    output: _OutputOption = STDOUT,
    title: Annotated[str, typer.Option(help="The heading of the page.")] = "Who owns what",
    as_of: AsOfOption = None,
    options: RevisionOptions,
) -> ExitCode:
    """Make one HTML page of everything, to send around.

    It has a search, overlaps, roles, their load, and the matrix. It is complete in itself and loads nothing:
    send it around, or open it without a network.

    raci report -o ownership.html

    raci report -o ownership.html --title "Who owns what at Example"

    Exit code 0: the page is written. 2: it could not be made.
    """
    from raci.page import html as report_page
    from raci.page import report as view
    from raci.queries import report as query

    if output == STDOUT and is_terminal(sys.stdout):
        raise CannotWrite(
            "The report is a page for a browser. Name a file for it: raci report -o ownership.html"
        )
    today = day_of(as_of)
    graph, settings = opened(options)
    with doing("Making the report", quiet=options.quiet):
        shipped = graph.register.shipped
        answer = query.report(graph, today, language=settings.language, is_shipped=shipped)
        page = report_page.render(view.report(answer, title))
    write(page, output, keep=graph.register.files)
    if not options.quiet:
        _say_if_big(page)
    return ExitCode.ANSWERED


def _say_if_big(page: str) -> None:
    size = len(page.encode(errors="backslashreplace")) // _MB
    if size >= _BIG:
        say(
            f"The page has {size} MB, and browsers are slow with so much. To make it smaller, name fewer "
            "files or folders with --data."
        )
