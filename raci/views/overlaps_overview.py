"""Overlaps at a glance: what is claimed twice, the areas, what looks alike; a line each, worst first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from raci.model.overlap_status import NOT_SETTLED, OverlapKind, OverlapStatus
from raci.text.names import counted, in_words
from raci.views.document import Fact, Section
from raci.views.overlap_wording import held, status_in_words
from raci.views.wording import few, together

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from raci.queries.overlap_cases import OverlapCase
    from raci.queries.overlaps import Overlaps
    from raci.views.wording import Wording

_LINES = 12  # of overlaps: with title, headings and the note they fit a screen of 24 lines
_ROLES = 3  # that are named in a line
_TWICE = ("claimed twice", "claimed twice")
_TO_DO = NOT_SETTLED | {OverlapStatus.UNEXAMINED}

HOW_TO_SEE = "raci overlaps SUBJECT says more of one, and how to settle it; --full says all."
"""Where the rest is."""


class Part(NamedTuple):
    """A part of the overview: heading, what one and many are called, its overlaps, what is told of each."""

    heading: str
    called: tuple[str, str]
    cases: Sequence[OverlapCase]
    line: Callable[[OverlapCase], str]
    told: Callable[[OverlapCase], str]
    hint: str = ""

    @property
    def by_status(self) -> dict[str, list[OverlapCase]]:
        """Return the overlaps of each status in words, worst first, as they come."""
        return together((self.told(case), case) for case in self.cases)

    @property
    def to_do(self) -> int:
        """Return how many overlaps are to be settled or looked at."""
        return sum(case.status in _TO_DO for case in self.cases)

    @property
    def at_least(self) -> int:
        """Return how many lines it needs: one for each status with something to do, or one."""
        return len({case.status for case in self.cases} & _TO_DO) or 1


def parts(answer: Overlaps, wording: Wording) -> tuple[Part, ...]:
    """Return the parts of an answer that have overlaps. An activity with its paper is none to look into."""
    twice: list[OverlapCase] = []
    areas: list[OverlapCase] = []
    alike: list[OverlapCase] = []
    spoken_of = {id_ for case in answer.overlaps if case.overlap is None for id_ in case.declared}
    for case in answer.overlaps:
        if case.kind is OverlapKind.DUPLICATE:
            twice.append(case)
        elif case.kind is OverlapKind.NEAR_DUPLICATE or case.status is OverlapStatus.UNEXAMINED:
            alike.append(case)
        elif case.overlap is not None and not case.overlap.is_about_names:
            areas.append(case)
        elif case.overlap is not None and case.id not in spoken_of:
            alike.append(case)
    hint = "; the accountable role stands first" if any(case.accountable for case in twice) else ""
    told = partial(status_in_words, wording=wording)
    found = (
        Part("Claimed twice", _TWICE, twice, lambda case: _whose(case, wording), told, hint),
        Part("Areas", ("area", "areas"), areas, _name, told),
        Part("Look alike", ("look-alike", "look-alikes"), alike, lambda case: _names(case, answer), told),
    )
    return tuple(part for part in found if part.cases)


def counts(found: Sequence[Part]) -> str:
    """Return how many overlaps each part has, and how many of these are to be settled or looked at."""
    if not any(part.to_do for part in found):
        return f"All settled: {', '.join(counted(len(part.cases), *part.called) for part in found)}."
    told = (f"{part.to_do or 'none'} of {counted(len(part.cases), *part.called)}" for part in found)
    return f"Not settled: {', '.join(told)}."


def sections(found: Sequence[Part]) -> Iterator[Section]:
    """Yield a section for each part: its counts, and as many of its overlaps as fit a screen, worst first."""
    left = _LINES
    for number, part in enumerate(found):
        to_come = sum(each.at_least for each in found[number + 1 :])
        told = tuple(_lines(part, max(left - to_come, part.at_least)))
        shown = sum(len(fact.lines) for fact in told)
        left -= shown
        more = f"; {len(part.cases) - shown:,} more with --full" if len(part.cases) > shown else ""
        by_status = ", ".join(f"{len(cases):,} {status}" for status, cases in part.by_status.items())
        yield Section(part.heading, f"{by_status}{more or part.hint}", told)


def _lines(part: Part, lines: int) -> Iterator[Fact]:
    """Yield the overlaps of a part in so many lines, under their statuses.

    Every status with something to do has a line, however many overlaps are worse.
    """
    waiting = part.at_least
    for status, cases in part.by_status.items():
        waiting -= cases[0].status in _TO_DO
        if shown := cases[: max(lines - waiting, 0)]:
            lines -= len(shown)
            yield Fact(status, tuple(map(part.line, shown)))


def _whose(case: OverlapCase, wording: Wording) -> str:
    """Return whose work is that several roles claim, and who else claims it."""
    owner = next(iter(case.accountable.values()), None)
    others = in_words(few([wording.name(role) for role in case.roles if role != owner], _ROLES))
    if owner is None:
        return f"{case.names[0]}: {others}; {held(case, wording)}"
    return f"{case.names[0]}: {wording.name(owner)}, with {others}"


def _name(case: OverlapCase) -> str:
    return case.overlap.name if case.overlap else in_words(case.names)


def _names(case: OverlapCase, answer: Overlaps) -> str:
    return in_words(case.names or (answer.work[work] for work in case.work))
