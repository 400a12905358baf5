"""raci log: the commits in which the meaning of the ownership files changed, and since when work is whose."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

import typer

from raci.cli.answering import asking, show
from raci.cli.as_of import day_in
from raci.cli.completion import subjects
from raci.cli.exit_code import ExitCode
from raci.cli.options import AnswerOptions, takes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from raci.changes.log import About, Step
    from raci.revisions.revision import Revision

_SubjectArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="SUBJECT",
        help="Only what concerns this work, role or overlap; needs no quotes.",
        autocompletion=subjects,
    ),
]
_NumberOption = Annotated[int, typer.Option("--number", "-n", min=1, help="At most so many commits.")]
_SinceOption = Annotated[str | None, typer.Option(metavar="DATE", help="Only commits of this day and later.")]
_UntilOption = Annotated[
    str | None, typer.Option(metavar="DATE", help="Only commits of this day and before.")
]
_AllOption = Annotated[bool, typer.Option("--all", help="Every change of each commit, texts as well.")]
_COMMITS = 10


@takes(AnswerOptions)
def log(
    words: _SubjectArgument = None,
    *,
    number: _NumberOption = _COMMITS,
    since: _SinceOption = None,
    until: _UntilOption = None,
    every: _AllOption = False,
    options: AnswerOptions,
) -> ExitCode:
    """Tell in which commits it changed who owns what, newest first.

    With SUBJECT since when, and why: the first line of the commit stands beside the change. Files and work
    that were renamed are followed.

    raci log

    raci log pricing

    raci log PMM --since 2026-01-01 --all

    Exit code 0: an answer, also that nothing changed. 1: nothing is like SUBJECT. 2: no answer could be
    given.
    """
    from raci.changes.log import log as query
    from raci.cli.history import History
    from raci.cli.revision_data import files_at
    from raci.revisions.repository import Remembered
    from raci.views import log as view

    first, last = _day(since, "--since"), _day(until, "--until")
    files = files_at(options.at or "HEAD", options, os.environ)
    about = _about(" ".join(words), files.revision, options) if words else None
    repository = Remembered(files.repository.root, files.repository.git)
    history = History(repository, files.revision.commit, options, os.environ)
    with asking(options):
        steps = _between(history.steps(), first, last) if about is None or about.names else ()
        answer = query(files.revision.shown, steps, about, number)
    show(answer, view.in_full if every else view.log, options, keep=())
    return ExitCode.NEGATIVE if about and not about.names else ExitCode.ANSWERED


def _day(written: str | None, option: str) -> str | None:
    """Return a day as commits have it. Raises BadDate."""
    return None if written is None else day_in(written, option).isoformat()


def _between(steps: Iterable[Step], first: str | None, last: str | None) -> Iterator[Step]:
    """Yield the steps of some days; a commit that was made anew may be younger than the one after it."""
    return (each for each in steps if (not first or first <= each.day) and (not last or each.day <= last))


def _about(query: str, revision: Revision, options: AnswerOptions) -> About:
    """Return what words are about at a revision; without names where they are about nothing.

    Raises what loading raises.
    """
    from raci.changes.log import About
    from raci.cli.revision_data import load_at
    from raci.graph.ownership import OwnershipGraph
    from raci.queries.subject import understood

    data = load_at(revision, options, os.environ)
    register = data.register
    found = understood(OwnershipGraph(register), query, data.settings.language)
    if found.overlap:
        overlap = register.overlaps[found.overlap]
        return About(query, (overlap.name,), overlaps={overlap.id: overlap.id})
    if found.role:
        return About(query, (register.roles[found.role].name,), roles={found.role: found.role})
    work = [register.work[hit.work] for hit in found.hits]
    return About(query, tuple(each.name for each in work), work={each.id: each.id for each in work})
