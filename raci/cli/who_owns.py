"""raci who-owns: who is accountable, who else has a part, and what that rests on."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from raci.cli.answering import asking, opened, show
from raci.cli.completion import work_names
from raci.cli.exit_code import ExitCode
from raci.cli.left_out import say_passed_over
from raci.cli.options import AnswerOptions, takes
from raci.cli.tracked_files import path_in_repository
from raci.errors import BadConfiguration

_QuestionsOption = Annotated[
    str | None,
    typer.Option(
        metavar="FILE",
        help="Ask all in a file, one a line, after a tab what is expected; - is standard input.",
    ),
]


@takes(AnswerOptions)
def who_owns(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="QUERY",
            help="What to ask; needs no quotes without ? and the like.",
            autocompletion=work_names,
        ),
    ] = None,
    *,
    questions: _QuestionsOption = None,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="How many answers at most.")] = 5,
    everything: Annotated[bool, typer.Option("--all", help="All answers, each in full.")] = False,
    options: AnswerOptions,
) -> ExitCode:
    """Say who owns a piece of work, and what that rests on.

    raci who-owns pricing

    raci who-owns product roadmap --data ownership/ --json

    raci who-owns who decides what we charge

    raci who-owns does the PM own pricing

    raci who-owns --questions questions.txt

    Exit code 0: there is an answer. 1: nothing here answers to the question, or an answer is not as expected.
    2: no answer could be given.
    """
    most = None if everything else limit
    if (questions is None) is not bool(words):
        raise BadConfiguration("Ask a question, or name a file of questions with --questions.")
    if questions is not None:
        from raci.cli.questions import ask_all

        return ask_all(questions, options, most)
    return _ask(" ".join(words or ()), options, most)


def _ask(question: str, options: AnswerOptions, most: int | None) -> ExitCode:
    """Answer a question with at most so many answers; with all of them, each is told in full."""
    from raci.queries import who_owns as query
    from raci.views import who_owns as view

    graph, settings = opened(options)
    question = path_in_repository(question)
    with asking(options):
        answer = query.who_owns(graph, question, language=settings.language, limit=most)
    show(answer, partial(view.who_owns, full=most is None), options, keep=graph.register.files)
    if not answer.is_answered or (answer.matches and answer.matches[0].status in view.NOBODY):
        say_passed_over(graph.register, quiet=options.quiet)
    return ExitCode.ANSWERED if answer.is_answered else ExitCode.NEGATIVE
