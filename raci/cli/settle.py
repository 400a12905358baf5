"""raci settle: write down what was decided on an overlap."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from raci.cli.completion import roles, subjects, work_names
from raci.cli.deciding import DecidingOptions, carry_out, opened_to_change, show_answer
from raci.cli.exit_code import ExitCode  # noqa: TC001 - typer reads it
from raci.cli.options import takes

if TYPE_CHECKING:
    from raci.graph.ownership import OwnershipGraph


class SettledKind(StrEnum):
    """The kinds of things that are settled."""

    WORK = "work"
    OVERLAP = "overlap"


@dataclass(frozen=True)
class SettleOptions(DecidingOptions):
    """What was decided."""

    accountable: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ROLE",
            help="Who is accountable; WORK=ROLE for one piece of several, may be repeated.",
            autocompletion=roles,
        ),
    ] = None
    as_is: Annotated[
        bool,
        typer.Option("--as-is", help="Each piece stays with whoever is accountable for it today."),
    ] = False
    because: Annotated[str | None, typer.Option(metavar="TEXT", help="Why.")] = None
    escalation: Annotated[
        list[str] | None,
        typer.Option(
            metavar="A,B", help="Whom to turn to if that does not help, in order: roles or plain text."
        ),
    ] = None
    decided: Annotated[str | None, typer.Option(metavar="DATE", help="The day it was decided.")] = None
    review: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day it is to be looked at again.")
    ] = None
    distinct: Annotated[
        str | None, typer.Option(metavar="TEXT", help="How the work differs whose names look alike.")
    ] = None
    same: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="They are one: the name to keep.", autocompletion=work_names),
    ] = None
    other: Annotated[
        str | None,
        typer.Option("--and", metavar="NAME", help="The other name, where several look like the first."),
    ] = None
    kind: Annotated[
        SettledKind | None, typer.Option(help="What WHAT is, where work and an overlap go by it.")
    ] = None
    replace: Annotated[
        bool, typer.Option("--replace", help="Put it in place of what was decided before.")
    ] = False


@takes(SettleOptions)
def settle(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WHAT", help="A declared overlap or work; needs no quotes.", autocompletion=subjects
        ),
    ],
    context: typer.Context,
    *,
    options: SettleOptions,
) -> ExitCode:
    """Write down what was decided on an overlap.

    Who is accountable and why; or of names that look alike, whether they differ or are one. On a terminal it
    asks for what is missing.

    raci settle release notes --accountable support --because "Customers ask them."

    raci settle taste and price --as-is --because "Nobody wants it otherwise."

    raci settle menu --and "menu card" --same menu

    Only the lines that it is about change. Exit code 0: it is written, or was there before. 1: with --diff,
    there is something to change. 2: nothing was written.
    """
    from raci.cli.settle_decision import check, check_quotes, decided
    from raci.queries.overlaps import overlaps
    from raci.views import overlaps as view

    check(options)
    opened = opened_to_change(options)
    check_quotes(context, opened)
    decision = decided(opened, " ".join(words), options)

    def answer(graph: OwnershipGraph) -> None:
        about = overlaps(graph, decision.about, language=opened.settings.language)
        show_answer(about, view.at_first, options)

    return carry_out(opened, decision, options, answer)
