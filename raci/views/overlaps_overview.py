"""Overlaps at a glance: what is claimed twice, the areas, what looks alike; a line each, worst first."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from raci.model.overlap_status import NOT_SETTLED, OverlapKind, OverlapStatus
from raci.text.names import counted, in_words
from raci.views.document import Fact, Section
from raci.views.overlap_wording import held, status_in_words
from raci.views.wording import few, shortened, together, with_aside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from raci.queries.overlap_cases import OverlapCase
    from raci.queries.overlaps import Overlaps
    from raci.queries.records import AgreementRecord
    from raci.views.wording import Wording

_LINES = 13  # of overlaps: with title, headings and the note they fit a screen of 24 lines
_ROOM = 66  # characters of a line behind its status, on a terminal of 80 columns
_ROLES = 3  # that are named in a line
_TWICE = ("claimed twice", "claimed twice")
_TO_DO = NOT_SETTLED | {OverlapStatus.UNEXAMINED}
_AGREED = "Agreed: "
_WITH_AREA = "open with their area"

HOW_TO_SEE = "raci overlaps NAME says more of one, and how to settle it; --full says all."
"""Where the rest is."""
MORE_OF_THEN = "With a name this says more of one; --full says all."
"""Where the rest is of what was at a revision."""


class Part(NamedTuple):
    """A part of the overview: heading, what one and many are called, its overlaps, what is told of each."""

    heading: str
    called: tuple[str, str]
    cases: Sequence[OverlapCase]
    lines: Callable[[OverlapCase], tuple[str, ...]]
    told: Callable[[OverlapCase], str]
    hint: str = ""
    settled_too: bool = True
    """Whether what is settled is named beside what is not, if there is room for all of it."""

    @property
    def by_status(self) -> dict[str, list[OverlapCase]]:
        """Return the overlaps of each status in words, worst first, as they come."""
        return together((self.told(case), case) for case in self.cases)

    @property
    def to_do(self) -> list[OverlapCase]:
        """Return the overlaps that are to be settled or looked at; what is open with its area is not."""
        return [case for case in self.cases if case.status in _TO_DO and self.told(case) != _WITH_AREA]

    @property
    def listed(self) -> list[OverlapCase]:
        """Return the overlaps that may be named."""
        if self.to_do and not self.settled_too:
            return self.to_do
        return [case for case in self.cases if self.told(case) != _WITH_AREA]

    @property
    def at_least(self) -> int:
        """Return how many lines it needs: an overlap of each status with something to do, or one line."""
        first = {case.status: case for case in reversed(self.to_do)}
        return sum(map(self.height, first.values())) or 1

    def height(self, case: OverlapCase) -> int:
        """Return how many lines of a terminal one of its overlaps takes."""
        return sum(ceil(len(line) / _ROOM) for line in self.lines(case))


def parts(answer: Overlaps, wording: Wording) -> tuple[Part, ...]:
    """Return the parts of an answer that have overlaps. An activity with its paper is none to look into."""
    twice: list[OverlapCase] = []
    areas: list[OverlapCase] = []
    alike: list[OverlapCase] = []
    files: list[OverlapCase] = []
    spoken_of = {id_ for case in answer.overlaps if case.overlap is None for id_ in case.declared}
    for case in answer.overlaps:
        if case.kind is OverlapKind.DUPLICATE:
            twice.append(case)
        elif case.kind is OverlapKind.SHARED_FILES:
            files.append(case)
        elif case.kind is OverlapKind.NEAR_DUPLICATE or case.status is OverlapStatus.UNEXAMINED:
            alike.append(case)
        elif case.overlap is not None and not case.overlap.is_about_names:
            areas.append(case)
        elif case.overlap is not None and case.id not in spoken_of:
            alike.append(case)
    told = _Told(answer, wording, areas)
    twice = told.by_agreement(twice)
    first = "; the accountable role stands first" if any(case.accountable for case in twice) else ""
    found = (
        Part("Claimed twice", _TWICE, twice, told.claimed, told.status, first),
        Part("Areas", ("area", "areas"), areas, told.area, told.status, told.between),
        Part(
            "Look alike",
            ("look-alike", "look-alikes"),
            alike,
            told.alike,
            told.status_of_names,
            settled_too=False,
        ),
        Part("In the same files", ("pair in files", "pairs in files"), files, told.alike, told.status),
    )
    return tuple(part for part in found if part.cases)


def title(answer: Overlaps, found: Sequence[Part], about: str) -> str:
    """Return the counts of all overlaps, or the sentence `about` those that were asked for."""
    return about if answer.subject is not None or answer.filtered else counts(found)


def counts(found: Sequence[Part]) -> str:
    """Return how many overlaps each part has, and how many of these are to be settled or looked at."""
    if not any(part.to_do for part in found):
        return f"All settled: {', '.join(counted(len(part.cases), *part.called) for part in found)}."
    told = (f"{len(part.to_do) or 'none'} of {counted(len(part.cases), *part.called)}" for part in found)
    return f"Not settled: {', '.join(told)}."


def sections(found: Sequence[Part]) -> Iterator[Section]:
    """Yield a section for each part: its counts, and as many of its overlaps as fit a screen, worst first."""
    left = _LINES
    for number, part in enumerate(found):
        to_come = sum(each.at_least for each in found[number + 1 :])
        shown = tuple(_shown(part, max(left - to_come, part.at_least)))
        left -= sum(map(part.height, shown))
        told = together((part.told(case), line) for case in shown for line in part.lines(case))
        hidden = len(part.to_do or part.listed) - len(shown)
        more = f"; {hidden:,} more with --full" if hidden > 0 else ""
        by_status = ", ".join(f"{len(cases):,} {status}" for status, cases in part.by_status.items())
        yield Section(
            part.heading,
            f"{by_status}{more or part.hint}",
            tuple(Fact(status, tuple(lines)) for status, lines in told.items()),
        )


def _shown(part: Part, lines: int) -> Iterator[OverlapCase]:
    """Yield the overlaps of a part that fit so many lines, worst first.

    Every status with something to do has a line, however many overlaps are worse.
    """
    waiting = part.at_least
    seen: set[str] = set()
    for case in part.to_do or part.listed:
        if case.status in _TO_DO and case.status not in seen:
            seen.add(case.status)
            waiting -= part.height(case)
        elif part.height(case) > lines - waiting:
            continue
        lines -= part.height(case)
        yield case
    rest = [case for case in part.listed if part.to_do and case not in part.to_do]
    if sum(map(part.height, rest)) <= lines:
        yield from rest


class _Told:
    """What is told of overlaps in a line or two each."""

    def __init__(self, answer: Overlaps, wording: Wording, areas: Sequence[OverlapCase]) -> None:
        self._answer, self._wording = answer, wording
        self._areas = {case.id: case for case in areas}
        sides = {case.roles for case in areas}
        between = f"; between {wording.names(areas[0].roles)}" if len(sides) == 1 and len(areas) > 1 else ""
        self.between = between if len(between) <= _ROOM else ""
        self._last: dict[str, str] = {}

    def status(self, case: OverlapCase) -> str:
        return status_in_words(case, self._wording)

    def status_of_names(self, case: OverlapCase) -> str:
        """Return the status of names that look alike; where their area is open, that is to be settled."""
        is_open = case.status is OverlapStatus.OPEN and not self._areas.keys().isdisjoint(case.declared)
        return _WITH_AREA if is_open else self.status(case)

    def claimed(self, case: OverlapCase) -> tuple[str, ...]:
        """Return whose work is that several roles claim, who else claims it, and how that was settled."""
        name = self._wording.name
        owner = next(iter(case.accountable.values()), None)
        others = in_words(few([name(role) for role in case.roles if role != owner], _ROLES))
        if owner is None:
            return (f"{case.names[0]}: {others}; {held(case, self._wording)}",)
        how = self._how(self._last[case.id]) if case.id in self._last else ()
        return (f"{case.names[0]}: {name(owner)}, with {others}", *how)

    def by_agreement(self, twice: Sequence[OverlapCase]) -> list[OverlapCase]:
        """Return work in its order, but together what one agreement settled: its reason is told once."""
        settled = together(((self.status(case), self._settled_by(case)), case) for case in twice)
        self._last = {cases[-1].id: area for (_, area), cases in settled.items() if area}
        return [case for cases in settled.values() for case in cases]

    def _settled_by(self, case: OverlapCase) -> str:
        """Return the area whose agreement gave work its owner, if it needed one."""
        if self.status(case) != OverlapStatus.SETTLED:
            return ""
        agreed = ((id_, self._agreement(id_)) for id_ in case.declared if id_ in self._areas)
        return next((id_ for id_, each in agreed if each and set(case.work) & each.accountable.keys()), "")

    def _agreement(self, area: str) -> AgreementRecord | None:
        overlap = self._areas[area].overlap
        return overlap.agreement if overlap else None

    def _how(self, area: str) -> Iterator[str]:
        """Yield why an agreement settled it so, and when that is to be looked at again."""
        agreement = self._agreement(area)
        if agreement and agreement.because:
            review = f" (to be reviewed {agreement.review})" if agreement.review else ""
            room = _ROOM - len(_AGREED) - len(review)
            yield f"{_AGREED}{shortened(agreement.because, room)}{review}"

    def area(self, case: OverlapCase) -> tuple[str, ...]:
        name = case.overlap.name if case.overlap else in_words(case.names)
        agreement = case.overlap.agreement if case.overlap else None
        name = with_aside(
            name, f"to be reviewed {agreement.review}" if agreement and agreement.review else None
        )
        roles = in_words(few([self._wording.name(role) for role in case.roles], _ROLES))
        return (name if self.between or not roles else f"{name}: {roles}",)

    def alike(self, case: OverlapCase) -> tuple[str, ...]:
        names = in_words(case.names or (self._answer.work[work] for work in case.work))
        return (f"{names} ({self._wording.names(case.roles)})" if case.roles else names,)
