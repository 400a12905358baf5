"""raci graph: roles, work and overlaps as a graph, to be read or drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from raci.cli.answering import asking, opened, show
from raci.cli.completion import subjects
from raci.cli.exit_code import ExitCode
from raci.cli.options import AnswerOptions, takes
from raci.render.graph.forms import FORMS


@dataclass(frozen=True)
class GraphOptions(AnswerOptions):
    """The options of every answer; a graph is drawn as well."""

    format: Annotated[str, typer.Option("--format", "-f", help="Form of the graph.")] = "text"


@takes(GraphOptions, FORMS)
def graph(
    *,
    focus: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Only what lies around a role, a piece of work or an overlap.",
            autocompletion=subjects,
        ),
    ] = None,
    full: Annotated[
        bool, typer.Option("--full", help="Every connection, not just what fits a screen.")
    ] = False,
    options: GraphOptions,
) -> ExitCode:
    """Show how roles, work and overlaps hang together.

    In words, as much as fits a screen or with --full all; or to be drawn.

    raci graph --focus pricing

    raci graph --focus PMM --format mermaid

    raci graph --format dot | dot -Tsvg > graph.svg

    Exit code 0: a graph. 2: no graph, also where nothing has the name or Mermaid takes no graph so large.
    """
    from raci.queries import graph as query
    from raci.views import graph as view

    ownership, settings = opened(options)
    with asking(options):
        answer = query.graph(ownership, focus, language=settings.language)
    at_first = options.form == "text" and not full
    show(answer, view.at_first if at_first else view.graph, options, FORMS, keep=ownership.register.files)
    return ExitCode.ANSWERED
