"""raci who-owns: who is accountable, who else has a part, and what that rests on."""

from __future__ import annotations

from typing import Annotated

import typer

from raci.cli.answering import asking, opened, show
from raci.cli.completion import work_names
from raci.cli.exit_code import ExitCode
from raci.cli.left_out import say_passed_over
from raci.cli.options import AnswerOptions, takes


@takes(AnswerOptions)
def who_owns(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="QUERY...",
            help="What to ask; needs no quotes without ? and the like.",
            autocompletion=work_names,
        ),
    ],
    *,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="How many answers at most.")] = 5,
    everything: Annotated[bool, typer.Option("--all", help="All answers, however many.")] = False,
    options: AnswerOptions,
) -> ExitCode:
    """Say who owns a piece of work, and what that rests on.

    raci who-owns pricing

    raci who-owns product roadmap --data ownership/ --json

    raci who-owns who decides what we charge

    raci who-owns does the PM own pricing

    Exit code 0: there is an answer. 1: nothing here answers to the question. 2: no answer could be given.
    """
    from raci.queries import who_owns as query
    from raci.views import who_owns as view

    question, most = " ".join(words), None if everything else limit
    graph, settings = opened(options)
    with asking(options):
        answer = query.who_owns(graph, question, language=settings.language, limit=most)
    show(answer, view.who_owns, options, keep=graph.register.files)
    if not answer.is_answered or (answer.matches and answer.matches[0].status in view.NOBODY):
        say_passed_over(graph.register, quiet=options.quiet)
    return ExitCode.ANSWERED if answer.is_answered else ExitCode.NEGATIVE
