"""raci health: the state of the ownership in a few numbers."""

from __future__ import annotations

from raci.cli.answering import asking, opened, show
from raci.cli.as_of import AsOfOption, day_of
from raci.cli.exit_code import ExitCode
from raci.cli.options import AnswerOptions, takes


@takes(AnswerOptions)
def health(*, as_of: AsOfOption = None, options: AnswerOptions) -> ExitCode:
    """Say in numbers how it stands with the ownership.

    How much has one owner, what is open, what is past its review.

    raci health

    raci health --json -o health.json

    raci health --as-of 2026-06-30

    Exit code 0: an answer, whatever the numbers are. 2: no answer could be given.
    """
    from raci.queries import health as query
    from raci.views import health as view

    today = day_of(as_of)

    graph, settings = opened(options)
    with asking(options):
        answer = query.health(graph, today, language=settings.language)
    show(answer, view.health, options, keep=graph.register.files)
    return ExitCode.ANSWERED
