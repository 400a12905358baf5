"""raci role: what a role answers for, does, is asked about and told; two roles: what lies between them."""

from __future__ import annotations

from typing import Annotated

import typer

from raci.cli.answering import asking, opened, show
from raci.cli.completion import role_names
from raci.cli.exit_code import ExitCode
from raci.cli.left_out import say_passed_over
from raci.cli.options import AnswerOptions, takes

_NamesArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="ROLE",
        help="One role or two, by name, alias or id, or by who holds it; needs no quotes.",
        autocompletion=role_names,
    ),
]
_FullOption = Annotated[
    bool, typer.Option("--full", help="All that is known of it, not just what fits a screen.")
]


@takes(AnswerOptions)
def role(
    names: _NamesArgument = None,
    *,
    full: _FullOption = False,
    options: AnswerOptions,
) -> ExitCode:
    """Show what a role has a part in, or two beside each other.

    That is what it answers for, does, is consulted on and informed of; of two roles, what lies between them.

    raci role PMM

    raci role product manager PMM

    raci role Ana

    raci role

    Without a name it is the load of every role. As text it fits a screen; --full tells all.

    Exit code 0: an answer. 1: no such role, or several may be meant. 2: no answer could be given.
    """
    from raci.queries import role as query
    from raci.views import role as view

    graph, settings = opened(options)
    with asking(options):
        answer = query.role(graph, names or (), language=settings.language)
    at_first = options.form == "text" and not full
    show(answer, view.at_first if at_first else view.role, options, keep=graph.register.files)
    if answer.doubts:
        say_passed_over(graph.register, quiet=options.quiet)
    return ExitCode.NEGATIVE if answer.doubts else ExitCode.ANSWERED
