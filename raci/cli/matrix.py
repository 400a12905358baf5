"""raci matrix: who is what for which work, in one table."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from raci.cli.answering import asking, opened, show
from raci.cli.exit_code import ExitCode
from raci.cli.filter_options import AreaOption, KindOption, RoleOption  # noqa: TC001 - typer reads them
from raci.cli.options import AnswerOptions, takes
from raci.cli.output import STDOUT, is_terminal
from raci.errors import CannotWrite
from raci.model.standing import Status
from raci.render.forms import FORMS, Form
from raci.text.names import in_words

if TYPE_CHECKING:
    from raci.graph.ownership import OwnershipGraph
    from raci.queries.matrix import Matrix

_WORKBOOK = "xlsx"

_ClaimsOption = Annotated[
    bool, typer.Option("--claims", help="What each role claims, instead of what holds.")
]
_StatusOption = Annotated[
    list[Status] | None,
    typer.Option(
        metavar="STATUS",
        help=f"Only work with this status: {in_words(Status, last='or')}; may be repeated.",
    ),
]
_SortOption = Annotated[
    Literal["files", "name"],
    typer.Option("--sort", help="What rows are sorted by: where they stand in the files, or name."),
]


@takes(AnswerOptions, more=[_WORKBOOK])
def matrix(
    *,
    claims: _ClaimsOption = False,
    role: RoleOption = None,
    area: AreaOption = None,
    kind: KindOption = None,
    status: _StatusOption = None,
    sort: _SortOption = "files",
    people: Annotated[bool, typer.Option("--people", help="Also who holds each role.")] = False,
    options: AnswerOptions,
) -> ExitCode:
    """Show who is what for which work, in one table.

    Work goes down, roles across, letters are in the cells.

    raci matrix

    raci matrix --area "product strategy" --role PMM

    raci matrix --sort name --status contested --status unowned

    raci matrix --format xlsx -o matrix.xlsx

    Exit code 0: an answer, also that no work is like that. 2: no answer could be given.
    """
    from raci.queries import matrix as query
    from raci.views import matrix as view

    _refuse_a_terminal(options)
    graph, settings = opened(options)
    filters = query.MatrixFilters(role or (), area or (), kind or (), status or ())
    with asking(options):
        answer = query.matrix(graph, filters, claims=claims, order=sort)
    held = {role.id: [each.name for each in graph.people(role.id)] for role in answer.roles}
    document = partial(view.matrix, people=held if people else None)
    book = partial(_workbook, graph, answer, people=people, language=settings.language)
    # Not all that is in the workbook is in the answer.
    workbook: Form[object, bytes] = Form(_WORKBOOK, lambda _: book(), "a workbook", (".xlsx",))
    show(answer, document, options, (*FORMS, workbook), keep=graph.register.files)
    return ExitCode.ANSWERED


def _refuse_a_terminal(options: AnswerOptions) -> None:
    if options.form == _WORKBOOK and options.output == STDOUT and is_terminal(sys.stdout):
        raise CannotWrite("A workbook is no text. Name a file for it: raci matrix -f xlsx -o matrix.xlsx")


def _workbook(graph: OwnershipGraph, answer: Matrix, *, people: bool, language: str) -> bytes:
    from raci.workbook.contents import contents
    from raci.workbook.workbook import workbook

    return workbook(contents(graph, answer, people=people, language=language))
