"""raci handover: what a role or a person leaves behind, and how another role takes it over."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from raci.cli.answering import asking, opened, show
from raci.cli.completion import role_names
from raci.cli.exit_code import ExitCode
from raci.cli.left_out import say_passed_over
from raci.cli.options import AnswerOptions, takes
from raci.errors import BadConfiguration

if TYPE_CHECKING:
    from raci.graph.ownership import OwnershipGraph
    from raci.queries.handover_records import Handover


@dataclass(frozen=True)
class HandoverOptions(AnswerOptions):
    """The options of every answer, and whether files are written."""

    write: Annotated[
        bool, typer.Option("--write", help="With --to: hand it over in the files, and show how they changed.")
    ] = False
    diff: Annotated[
        bool, typer.Option("--diff", help="With --to: show how the files would change, and write nothing.")
    ] = False


_NamesArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="ROLE-OR-PERSON",
        help="A role by name, alias or id, or a person; needs no quotes.",
        autocompletion=role_names,
    ),
]
_ToOption = Annotated[
    str | None,
    typer.Option("--to", metavar="ROLE", help="Who takes over all of a role.", autocompletion=role_names),
]


@takes(HandoverOptions)
def handover(names: _NamesArgument, *, to: _ToOption = None, options: HandoverOptions) -> ExitCode:
    """Show what a role or a person leaves, and who is near to take it.

    That is work without an accountable or a responsible role, agreements, escalations and deputies that name
    it, and who reports to it; of a person, of the roles that nobody else holds.

    raci handover PMM

    raci handover Ana -f markdown -o handover.md

    raci handover PMM --to PM --diff

    Without --write nothing is written. Exit code 0: an answer, or it is written. 1: no such role or person,
    or several may be meant; with --diff, there is something to change. 2: no answer could be given.
    """
    from raci.queries import handover as query

    if options.write or options.diff:
        return _handed_over(names, to, options)
    graph, _ = opened(options)
    with asking(options):
        answer = query.handover(graph, names, to)
    _show(answer, graph, options)
    if answer.doubts:
        say_passed_over(graph.register, quiet=options.quiet)
    return ExitCode.NEGATIVE if answer.doubts else ExitCode.ANSWERED


def _show(answer: Handover, graph: OwnershipGraph, options: AnswerOptions) -> None:
    from raci.views import handover as view

    can_write = not (graph.register.shipped or graph.register.at)
    document = partial(view.handover, to_fill_in=options.form != "text", can_write=can_write)
    show(answer, document, options, keep=graph.register.files)


def _handed_over(names: list[str], to: str | None, options: HandoverOptions) -> ExitCode:
    """Show what changes in the files, or write it. Raises what loading and deciding raise."""
    from raci.cli.deciding import DecidingOptions, carry_out, opened_to_change
    from raci.decisions.handover import handover as decide
    from raci.queries import handover as query

    if to is None:
        raise BadConfiguration("--write and --diff hand a role over: say to which with --to ROLE.")
    if options.at is not None:
        raise BadConfiguration("What is in a revision stays as it is: --write and --diff go without --at.")
    deciding = DecidingOptions(options.data, options.config, options.quiet, diff=options.diff)
    register = opened_to_change(deciding)
    answer = query.handover(register.graph, names, to)
    if answer.takeover is None:
        _show(answer, register.graph, options)
        return ExitCode.NEGATIVE
    one, taker = answer.left[0].id, answer.takeover.load.role
    decision = decide(register.graph, register.files, one, taker)

    def then(graph: OwnershipGraph) -> None:
        _show(query.handover(graph, [one]), graph, options)

    return carry_out(register, decision, deciding, then, with_diff=True)
