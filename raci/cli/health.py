"""raci health: the state of the ownership in a few numbers."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from raci.cli.answering import asking, opened, show
from raci.cli.as_of import AsOfOption, day_of
from raci.cli.exit_code import ExitCode
from raci.cli.options import AnswerOptions, takes
from raci.errors import BadConfiguration

_SinceOption = Annotated[
    str | None,
    typer.Option(metavar="REV", help="The numbers from a commit, branch or tag of git on, to --at or HEAD."),
]
_EveryOption = Annotated[
    Literal["week", "month", "quarter", "year"] | None,
    typer.Option(help="At the end of which periods, with --since; month, if left out."),
]


@takes(AnswerOptions)
def health(
    *,
    since: _SinceOption = None,
    every: _EveryOption = None,
    as_of: AsOfOption = None,
    options: AnswerOptions,
) -> ExitCode:
    """Say in numbers how it stands with the ownership.

    How much has one owner, what is open, what is past its review; with --since, whether it gets better.

    raci health

    raci health --json -o health.json

    raci health --as-of 2026-06-30

    raci health --since v1.0 --every quarter

    Exit code 0: an answer, whatever the numbers are. 2: no answer could be given.
    """
    from raci.queries import health as query
    from raci.views import health as view

    if since is not None:
        from raci.cli.health_series import show_series

        return show_series(since, every or "month", as_of, options)
    if every is not None:
        raise BadConfiguration("--every says how often to look back, and --since how far: name both.")
    today = day_of(as_of)

    graph, settings = opened(options)
    with asking(options):
        answer = query.health(graph, today, language=settings.language)
    show(answer, view.health, options, keep=graph.register.files)
    return ExitCode.ANSWERED
