"""Overlaps on the report page: the declared areas, and what was found outside of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.model.overlap_status import OverlapKind, OverlapStatus
from raci.text.names import in_words
from raci.views.document import Fact
from raci.views.overlap_wording import NO_AGREEMENT, OverlapWording, dates, held, if_they_disagree
from raci.views.wording import as_sentence, both, together

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from raci.queries.overlap_cases import OverlapCase
    from raci.queries.overlaps import Overlaps
    from raci.queries.records import OverlapRecord
    from raci.views.wording import Wording

_TO_LOOK_AT = (OverlapStatus.CONTESTED, OverlapStatus.OPEN, OverlapStatus.UNEXAMINED, OverlapStatus.SHARED)


@dataclass(frozen=True, slots=True)
class Area:
    """An area where roles meet, and how it is settled; `alike` are pairs of names in it that look alike."""

    case: OverlapCase
    facts: tuple[Fact, ...]
    alike: tuple[str, ...]


def areas(answer: Overlaps, wording: Wording) -> Iterator[Area]:
    """Yield the declared areas, the worst first."""
    about = together((overlap, case) for case in answer.overlaps for overlap in case.declared)
    told = OverlapWording(wording, answer.work, answer.practices)
    for case in answer.overlaps:
        if case.overlap is not None:
            inside = about[case.id]
            alike = (each for each in inside if each.kind is OverlapKind.NEAR_DUPLICATE)
            yield Area(
                case=case,
                facts=tuple(_facts(case, case.overlap, inside, told)),
                alike=tuple(f"{in_words(each.names)}: {each.why}" for each in alike),
            )


def finds(
    answer: Overlaps, wording: Wording, of_work: Mapping[str, str]
) -> Iterator[tuple[OverlapCase, str, str]]:
    """Yield what several claim, or what looks like one thing, and no area has settled; each with why.

    What several claim stands as that piece of work does, by `of_work`, which the matrix says as well.
    """
    for case in answer.overlaps:
        if not case.declared and case.status in _TO_LOOK_AT:
            together = len(case.roles) > 1 and case.kind is not OverlapKind.SHARED_FILES
            listed = f"{both(case.roles).capitalize()} list it: " if together else ""
            duplicate = case.kind is OverlapKind.DUPLICATE
            status = of_work[case.work[0]] if duplicate else case.status
            yield case, status, as_sentence(f"{listed}{held(case, wording)}" if duplicate else case.why)


def _facts(
    case: OverlapCase, overlap: OverlapRecord, inside: Sequence[OverlapCase], told: OverlapWording
) -> Iterator[Fact]:
    agreement, wording = overlap.agreement, told.wording
    if agreement is not None:
        lines = [*told.agreed(agreement, {dispute.work for dispute in case.disputes})]
        lines += map(as_sentence, filter(None, [", ".join(dates(agreement))]))
        yield Fact("Agreement", tuple(lines))
    elif not overlap.is_about_names:
        yield NO_AGREEMENT
    yield from told.on_names(overlap, "Distinct on purpose", "One thing")
    if case.disputes:
        yield Fact("Agreements differ", tuple(f"{told.dispute(each)}." for each in case.disputes))
    twice = (each for each in inside if each.kind is OverlapKind.DUPLICATE)
    if lines := [f"{each.names[0]} ({wording.names(each.roles)}): {held(each, wording)}." for each in twice]:
        yield Fact("Claimed by several", tuple(lines))
    yield from told.eased_by(overlap)
    yield from if_they_disagree(case.escalation, wording)
