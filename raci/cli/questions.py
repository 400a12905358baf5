"""raci who-owns --questions: many questions from a file or standard input, and whether all is as expected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.cli.answering import asking, laid_out, opened, show
from raci.cli.exit_code import ExitCode
from raci.cli.left_out import say_passed_over
from raci.cli.output import say
from raci.cli.standard_input import STDIN, read_standard_input
from raci.errors import UnusableFile
from raci.loading.source_file import decode
from raci.location import lines_of
from raci.paths import path_from
from raci.queries import questions as query
from raci.regular_file import read_regular_file
from raci.views import questions as view

if TYPE_CHECKING:
    from raci.cli.options import AnswerOptions

_LARGEST = 32  # MiB


def ask_all(file: str, options: AnswerOptions, limit: int | None) -> ExitCode:
    """Answer the questions in a file, or on standard input. Raises what reading, asking and showing raise."""
    shown = file if file == STDIN else path_from(file)
    lines = _lines(file, shown, quiet=options.quiet)
    graph, settings = opened(options)
    with asking(options):
        answer = query.questions(graph, lines, language=settings.language, limit=limit, file=shown)
    show(answer, view.questions, options, keep=(*graph.register.files, file))
    for note in () if options.quiet or laid_out(options) else view.without_a_tab(answer):
        say(note)
    if answer.summary.as_expected == answer.summary.expecting:
        return ExitCode.ANSWERED
    if not (options.quiet or laid_out(options)):
        say(view.title(answer))
    say_passed_over(graph.register, quiet=options.quiet)
    return ExitCode.NEGATIVE


def _lines(file: str, shown: str, *, quiet: bool) -> list[str]:
    if file == STDIN:
        content = read_standard_input(_LARGEST, quiet=quiet, what="questions")
    else:
        try:
            content = read_regular_file(file, _LARGEST)
        except UnusableFile as error:
            raise UnusableFile(f"{shown}: {error}") from None
    text = decode(content, shown)
    if not isinstance(text, str):
        raise UnusableFile(text.told)
    return lines_of(text)
