"""raci health: the state of the ownership in a few numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.cli.answering import answered
from raci.cli.as_of import AsOfOption, day_of
from raci.cli.exit_code import ExitCode
from raci.cli.options import AnswerOptions, takes

if TYPE_CHECKING:
    from raci.config import Settings
    from raci.graph.ownership import OwnershipGraph


@takes(AnswerOptions)
def health(*, as_of: AsOfOption = None, options: AnswerOptions) -> ExitCode:
    """Say in numbers how it stands with the ownership: how much has one owner, what is open or past review.

    raci health

    raci health --json -o health.json

    raci health --as-of 2026-06-30

    Exit code 0: an answer, whatever the numbers are. 2: no answer could be given.
    """
    from raci.queries import health as query  # noqa: PLC0415 - help and version need no networkx
    from raci.views import health as view  # noqa: PLC0415

    today = day_of(as_of)

    def ask(graph: OwnershipGraph, settings: Settings) -> query.Health:
        return query.health(graph, today, language=settings.language)

    answered(ask, view.health, options)
    return ExitCode.ANSWERED
