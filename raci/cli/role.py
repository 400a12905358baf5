"""raci role: what a role answers for, does, is asked about and told; two roles: what lies between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from raci.cli.answering import answered
from raci.cli.exit_code import ExitCode
from raci.cli.options import AnswerOptions, takes

if TYPE_CHECKING:
    from raci.config import Settings
    from raci.graph.ownership import OwnershipGraph


@takes(AnswerOptions)
def role(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="ROLE", help="One role or two, by name, alias or id; needs no quotes."),
    ] = None,
    *,
    options: AnswerOptions,
) -> ExitCode:
    """Show what a role answers for, does, is consulted on and informed of; or two roles beside each other.

    raci role PMM

    raci role product manager PMM

    raci role

    Without a name it is the load of every role. Exit code 0: an answer. 1: no such role, or several may be
    meant. 2: no answer could be given.
    """
    from raci.queries import role as query  # noqa: PLC0415 - help and version need no networkx
    from raci.views import role as view  # noqa: PLC0415

    def ask(graph: OwnershipGraph, _: Settings) -> query.RoleAnswer:
        return query.role(graph, names or ())

    answer = answered(ask, view.role, options)
    return ExitCode.NEGATIVE if answer.doubts else ExitCode.ANSWERED
