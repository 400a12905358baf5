"""raci overlaps: what several roles claim, under one name or two, and whether it is settled."""

from __future__ import annotations

from typing import Annotated

import typer

from raci.cli.answering import asking, show
from raci.cli.completion import subjects
from raci.cli.exit_code import ExitCode
from raci.cli.filter_options import RoleOption  # noqa: TC001 - typer reads them
from raci.cli.left_out import say_passed_over
from raci.cli.options import AnswerOptions, takes
from raci.model.overlap_status import OverlapKind, OverlapStatus

_SubjectArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="SUBJECT", help="Only what is about this; needs no quotes.", autocompletion=subjects
    ),
]
_StatusOption = Annotated[
    list[OverlapStatus] | None, typer.Option(help="Only overlaps with this status; may be repeated.")
]
_KindOption = Annotated[
    list[OverlapKind] | None, typer.Option(help="Only overlaps of this kind; may be repeated.")
]
_FullOption = Annotated[bool, typer.Option("--full", help="All that is known of each, and how to settle it.")]


@takes(AnswerOptions)
def overlaps(
    words: _SubjectArgument = None,
    *,
    status: _StatusOption = None,
    role: RoleOption = None,
    kind: _KindOption = None,
    full: _FullOption = False,
    options: AnswerOptions,
) -> ExitCode:
    """Say where roles overlap, and whether it is settled.

    At a glance; about a SUBJECT also what pulls the roles apart, and how to settle it. --full says all.

    raci overlaps

    raci overlaps roadmap

    raci overlaps --full

    raci overlaps --status contested --status unexamined --role PMM

    Exit code 0: an answer, also that there is none. 1: none about the subject. 2: no answer could be given.
    """
    from raci.cli.offered import opened_with_offers
    from raci.queries import overlaps as query
    from raci.views import overlaps as view

    graph, settings, offers = opened_with_offers(options, texts=full)
    subject = " ".join(words) if words else None
    filters = query.Filters(status or (), kind or (), role or ())
    with asking(options):
        answer = query.overlaps(graph, subject, filters, language=settings.language)
    view_of = view.overlaps if full else view.at_first
    show(answer, lambda found: view_of(found, offers), options, keep=graph.register.files)
    if not words or answer.overlaps:
        return ExitCode.ANSWERED
    say_passed_over(graph.register, quiet=options.quiet)
    return ExitCode.NEGATIVE
