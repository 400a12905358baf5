"""raci health --since: the numbers at the end of each period, as the files were then."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from raci.cli.answering import asking, show
from raci.cli.as_of import BadDate, day_in
from raci.cli.exit_code import ExitCode
from raci.cli.left_out import say_left_out
from raci.cli.output import STDOUT, say
from raci.cli.revision_data import files_at, found_at
from raci.errors import RaciError
from raci.faults.finding import InvalidRegister
from raci.graph.ownership import OwnershipGraph
from raci.loading.load import read_files
from raci.look_alikes.look_alikes import look_alikes
from raci.queries.health import health
from raci.queries.health_series import HealthPoint, HealthSeries
from raci.revisions.left_out import LeftOutByClone
from raci.revisions.periods import states
from raci.revisions.revision import Revision
from raci.text.visible import one_line
from raci.views import health_series as view

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from raci.cli.options import AnswerOptions
    from raci.loading.revision_files import RevisionFiles
    from raci.look_alikes.look_alikes import LookAlike
    from raci.queries.health import Health
    from raci.revisions.history import Commit


def show_series(since: str, every: str, as_of: str | None, options: AnswerOptions) -> ExitCode:
    """Show the numbers from a revision on. Raises what finding and reading revisions raise."""
    until = options.at or "HEAD"
    files = files_at(until, options, os.environ)
    first = files.repository.revision(since)
    commits = files.repository.mainline(first, files.revision)
    times = states(commits, every, _last_day(as_of, commits[-1]))
    with asking(options):
        points = tuple(_points(files, times, options))
    answer = HealthSeries(since, until, every, points)
    show(answer, partial(view.health_series, is_plain=_is_plain(options)), options, keep=())
    for point in points:
        if point.problem is not None:
            say(f"Not read, as of {point.day}: {point.problem}")
    return ExitCode.ANSWERED


def _last_day(as_of: str | None, last: Commit) -> date:
    """Return the day that the last numbers stand for: that of the commit, or a later one. Raises BadDate."""
    if as_of is None:
        return last.day
    day = day_in(as_of, "--as-of")
    if day < last.day:
        raise BadDate(
            f"--as-of is {day}, before the last commit of {last.day}; end with an earlier one by --at."
        )
    return day


def _points(files: RevisionFiles, times: Sequence[Commit], options: AnswerOptions) -> Iterator[HealthPoint]:
    """Yield the numbers at each time. Raises the last reason if there are none at all, or LeftOutByClone."""
    state: _State | None = None
    problem: RaciError | None = None
    commit, read = "", 0
    for time in times:
        if time.commit != commit:
            commit, problem = time.commit, None
            try:
                state = _state(replace(files, revision=Revision(commit, commit).in_short()), options, state)
            except LeftOutByClone:
                raise LeftOutByClone.before(files.revision) from None
            except RaciError as error:
                problem = error
        day = time.day.isoformat()
        if state is None or problem is not None:
            yield HealthPoint(day, commit, None, _told(problem))
        else:
            read += 1
            yield HealthPoint(day, commit, state.health(time.day), None)
    if problem is not None and not read:
        raise problem
    if state is not None and problem is None:
        say_left_out(state.graph.register)


@dataclass(frozen=True)
class _State:
    """What the files said at a commit: what they held, and what follows."""

    held: tuple[tuple[str, bytes], ...]
    language: str
    graph: OwnershipGraph
    alike: Sequence[LookAlike]

    def health(self, day: date) -> Health:
        return health(self.graph, day, language=self.language, alike=self.alike)


def _state(files: RevisionFiles, options: AnswerOptions, before: _State | None) -> _State:
    """Return what the files say; the state before if they say the same. Raises what reading them raises."""
    found, settings = found_at(files, options, os.environ)
    held = tuple((each.shown.partition(":")[2], each.read()) for each in found)
    if before is not None and (held, settings.language) == (before.held, before.language):
        return before
    loaded = read_files(found, settings.limits, settings.language, left_out=found.left_out)
    graph = OwnershipGraph(loaded.whole())
    return _State(held, settings.language, graph, look_alikes(graph.register, settings.language))


def _told(problem: RaciError | None) -> str:
    if isinstance(problem, InvalidRegister):
        more = f" (and {len(problem.findings) - 1} more)" if problem.findings[1:] else ""
        return f"{problem.findings[0].told}{more}"
    return one_line(str(problem))


def _is_plain(options: AnswerOptions) -> bool:
    """Return whether text has to do without drawn characters: no colour is wanted, or no such character."""
    if options.form != "text" or options.output != STDOUT:
        return False
    encoding = getattr(sys.stdout, "encoding", None) or "ascii"
    return bool(os.environ.get("NO_COLOR")) or not encoding.lower().startswith("utf")
