"""raci log: the commits in which the meaning of the ownership files changed, and since when work is whose."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from raci.cli.answering import asking, show
from raci.cli.as_of import day_in
from raci.cli.completion import subjects
from raci.cli.exit_code import ExitCode
from raci.cli.options import AnswerOptions, takes
from raci.cli.output import say
from raci.text.shell import command

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from raci.changes.log import About, Step
    from raci.changes.log_records import Log, Since
    from raci.cli.history import History
    from raci.loading.revision_files import RevisionFiles
    from raci.revisions.repository import Repository
    from raci.revisions.revision import Revision

    Days = tuple[str | None, str | None]

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
    from raci.cli.revision_data import files_at
    from raci.views import log as view

    days = _day(since, "--since"), _day(until, "--until")
    files = files_at(options.at or "HEAD", options, os.environ)
    about = _about(" ".join(words), files.revision, options) if words else None
    with asking(options):
        answer = _asked(files, about, days, number, options)
    show(answer, view.in_full if every else view.log, options, keep=())
    return ExitCode.NEGATIVE if about and not about.names else ExitCode.ANSWERED


def _asked(files: RevisionFiles, about: About | None, days: Days, number: int, options: AnswerOptions) -> Log:
    """Return the answer; until when something was there that is gone is said."""
    from raci.changes.log import log as query
    from raci.cli.history import History
    from raci.cli.revision_data import settings_at
    from raci.revisions.repository import Remembered

    repository = Remembered(files.repository.root, files.repository.git)
    history = History(repository, files.revision.commit, options, os.environ)
    if about and not about.names:
        if last := _last_seen(history, about.query, settings_at(files, options).language):
            say(last)
        return query(files.revision.shown, (), about)
    answer = query(files.revision.shown, _between(history.steps(), *days), about, number)
    return replace(answer, since=tuple(_came(each, repository, files.revision) for each in answer.since))


def _came(since: Since, repository: Repository, newest: Revision) -> Since:
    """Return the same with the day on which it came onto the branch that is asked."""
    merge = repository.brought(since.commit.id, newest)
    return replace(since, came=merge.day) if merge else since


def _last_seen(history: History, query: str, language: str) -> str | None:
    """Return until when words were about something that is gone, and how to ask for it."""
    from raci.changes.sides import sides_of
    from raci.queries.subject import understood
    from raci.revisions.revision import SHORT

    for step in history.steps():
        if step.after is None or not step.before:
            continue
        sides = sides_of(step.before[0], step.after)
        if sides.work.gone or sides.roles.gone or sides.overlaps.gone:
            found = understood(step.before[0], query, language)
            if found.hits or found.role or found.overlap:
                asked = command("raci", "log", *query.split(), "--at", f"{step.commit.id[:SHORT]}~1")
                return f"It was there until {step.commit.day}: {asked}"
    return None


def _day(written: str | None, option: str) -> str | None:
    """Return a day as commits have it. Raises BadDate."""
    return None if written is None else day_in(written, option).isoformat()


def _between(steps: Iterable[Step], first: str | None, last: str | None) -> Iterator[Step]:
    """Yield the steps of some days; a commit that was made anew may be younger than the one after it."""
    return (
        each
        for each in steps
        if (not first or first <= each.commit.day) and (not last or each.commit.day <= last)
    )


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
