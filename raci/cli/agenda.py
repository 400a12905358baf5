"""raci agenda: the next alignment meeting, ready to be pasted where people meet."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Annotated

import typer

from raci.cli.answering import asking, show, terminal
from raci.cli.as_of import AsOfOption, day_of
from raci.cli.exit_code import ExitCode
from raci.cli.filter_options import RoleOption  # noqa: TC001 - typer reads them
from raci.cli.options import AnswerOptions, takes
from raci.errors import RaciError
from raci.render.forms import FORMS, named

_DAYS = {"d": 1, "w": 7}
_MinutesOption = Annotated[
    int | None,
    typer.Option(min=1, max=24 * 60, metavar="MINUTES", help="How long the meeting is; its topics share it."),
]


class BadPeriod(RaciError):
    """A period that is not written as one."""


@dataclass(frozen=True)
class AgendaOptions(AnswerOptions):
    """The options of every answer; without a form an agenda is Markdown, and at a glance on a terminal."""

    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            help="Form of the answer.",
            show_default="text at a glance on a terminal, else markdown",
        ),
    ] = None


@takes(AgendaOptions)
def agenda(
    *,
    as_of: AsOfOption = None,
    within: Annotated[
        str, typer.Option(metavar="PERIOD", help="How far ahead reviews are due: days as 30d, weeks as 4w.")
    ] = "30d",
    role: RoleOption = None,
    minutes: _MinutesOption = None,
    options: AgendaOptions,
) -> ExitCode:
    """Write the agenda of the next alignment meeting.

    It has what is contested, open, due or unowned, and with whom.

    raci agenda

    raci agenda --minutes 60 > agenda.md

    raci agenda --within 8w --role PM --role PMM

    Exit code 0: an agenda, also one with nothing to decide. 2: no answer could be given.
    """
    from raci.cli.offered import opened_with_offers
    from raci.queries import agenda as query
    from raci.views import agenda as view

    today = day_of(as_of)
    until = _until(today, within)
    at_a_glance = not options.form and terminal(options, named("text", FORMS))[0] is not None
    graph, settings, offers = opened_with_offers(options, texts=not at_a_glance)
    with asking(options):
        answer = query.agenda(
            graph, today, until, roles=role or (), minutes=minutes, language=settings.language
        )
    form = options.form or ("text" if at_a_glance else "markdown")
    document = view.overview_alone if at_a_glance else partial(view.agenda, offers=offers)
    show(answer, document, replace(options, format=form), keep=graph.register.files)
    return ExitCode.ANSWERED


def _until(today: date, within: str) -> date:
    """Return the last day that is `within` a period from today. Raises BadPeriod."""
    found = re.fullmatch(r"([0-9]{1,4})([dw])", within)
    if found is None:
        raise BadPeriod(f'--within is "{within}"; write days as 30d or weeks as 4w, from 0 to 9999.')
    days = int(found[1]) * _DAYS[found[2]]
    return date.fromordinal(min(today.toordinal() + days, date.max.toordinal()))
