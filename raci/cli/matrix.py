"""raci matrix: who is what for which work, in one table."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Literal

import typer

from raci.cli.answering import asking, opened, show
from raci.cli.exit_code import ExitCode
from raci.cli.filter_options import AreaOption, KindOption, RoleOption  # noqa: TC001 - typer reads them
from raci.cli.options import AnswerOptions, takes
from raci.model.standing import Status
from raci.text.names import in_words

_ClaimsOption = Annotated[
    bool, typer.Option("--claims", help="What each role claims, instead of what holds.")
]
_SortOption = Annotated[
    Literal["files", "name"],
    typer.Option("--sort", help="What rows are sorted by: where they stand in the files, or name."),
]


@takes(AnswerOptions)
def matrix(
    *,
    claims: _ClaimsOption = False,
    role: RoleOption = None,
    area: AreaOption = None,
    kind: KindOption = None,
    status: Annotated[
        list[Status] | None,
        typer.Option(
            metavar="STATUS",
            help=f"Only work with this status: {in_words(Status, last='or')}; may be repeated.",
        ),
    ] = None,
    sort: _SortOption = "files",
    people: Annotated[bool, typer.Option("--people", help="Also who holds each role.")] = False,
    options: AnswerOptions,
) -> ExitCode:
    """Show who is what for which work, in one table.

    Work goes down, roles across, letters are in the cells.

    raci matrix

    raci matrix --area "product strategy" --role PMM

    raci matrix --sort name --status contested --status unowned

    Exit code 0: an answer, also that no work is like that. 2: no answer could be given.
    """
    from raci.queries import matrix as query
    from raci.views import matrix as view

    graph, _ = opened(options)
    filters = query.MatrixFilters(role or (), area or (), kind or (), status or ())
    with asking(options):
        answer = query.matrix(graph, filters, claims=claims, order=sort)
    held = {role.id: [each.name for each in graph.people(role.id)] for role in answer.roles}
    document = partial(view.matrix, people=held if people else None)
    show(answer, document, options, keep=graph.register.files)
    return ExitCode.ANSWERED
