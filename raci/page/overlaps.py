"""Overlaps on the report page: the declared areas, and what was found outside of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.model.overlap_status import OverlapKind, OverlapStatus
from raci.page.parts import Area, Find
from raci.page.work import work_link
from raci.text.names import in_words
from raci.views.document import Fact
from raci.views.overlap_wording import NO_AGREEMENT, OverlapWording, dates, held, if_they_disagree
from raci.views.wording import Wording, as_sentence, both

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.queries.overlap_cases import OverlapCase
    from raci.queries.records import AgreementRecord, OverlapRecord
    from raci.queries.report import Report

_TO_LOOK_AT = (OverlapStatus.CONTESTED, OverlapStatus.OPEN, OverlapStatus.UNEXAMINED, OverlapStatus.SHARED)


class OverlapsOfPage:
    """The overlaps of a report, put into words for the page."""

    def __init__(self, answer: Report) -> None:
        self._answer = answer
        self._wording = Wording(answer.overlaps.scheme, answer.roles)
        self._told = OverlapWording(self._wording, answer.work, answer.overlaps.practices)
        self._cases = answer.overlaps.overlaps
        self._about: dict[str, list[OverlapCase]] = {}
        for case in self._cases:
            for overlap in case.declared:
                self._about.setdefault(overlap, []).append(case)

    def areas(self) -> tuple[Area, ...]:
        """Return the declared areas, the worst first."""
        return tuple(self._area(case, case.overlap) for case in self._cases if case.overlap is not None)

    def finds(self) -> tuple[Find, ...]:
        """Return what several claim, or what looks like one thing, and that no area has settled."""
        return tuple(
            self._find(case)
            for case in self._cases
            if case.overlap is None and not case.declared and case.status in _TO_LOOK_AT
        )

    def _area(self, case: OverlapCase, overlap: OverlapRecord) -> Area:
        return Area(
            anchor=f"area-{overlap.id}",
            name=overlap.name,
            status=overlap.status,
            tension=overlap.tension or "",
            sides=tuple(self._told.pulls_apart(None, case.sides)),
            facts=tuple(self._facts(case, overlap)),
            alike=tuple(
                f"{in_words(each.names)}: {each.why}"
                for each in self._about[overlap.id]
                if each.kind is OverlapKind.NEAR_DUPLICATE
            ),
            work=tuple(work_link(self._answer, work) for work in case.work),
            place=f"{overlap.file}:{overlap.line}",
        )

    def _facts(self, case: OverlapCase, overlap: OverlapRecord) -> Iterable[Fact]:
        if overlap.agreement is not None:
            yield Fact("Agreement", tuple(self._agreement(case, overlap.agreement)))
        elif not overlap.is_about_names:
            yield NO_AGREEMENT
        yield from self._told.on_names(overlap, "Distinct on purpose", "One thing")
        if case.disputes:
            yield Fact("Agreements differ", tuple(f"{self._told.dispute(each)}." for each in case.disputes))
        twice = (each for each in self._about[overlap.id] if each.kind is OverlapKind.DUPLICATE)
        if lines := tuple(map(self._claimed, twice)):
            yield Fact("Claimed by several", lines)
        yield from self._told.eased_by(overlap)
        yield from if_they_disagree(case.escalation, self._wording)

    def _agreement(self, case: OverlapCase, agreement: AgreementRecord) -> Iterable[str]:
        yield from self._told.agreed(agreement, {dispute.work for dispute in case.disputes})
        if said := ", ".join(dates(agreement)):
            yield as_sentence(said)

    def _claimed(self, case: OverlapCase) -> str:
        return f"{case.names[0]} ({self._wording.names(case.roles)}): {held(case, self._wording)}."

    def _find(self, case: OverlapCase) -> Find:
        duplicate = case.kind is OverlapKind.DUPLICATE
        listed = f"{both(case.roles).capitalize()} list it: " if len(case.roles) > 1 else ""
        return Find(
            work=tuple(work_link(self._answer, work) for work in case.work),
            status=case.status.value,
            who=self._wording.names(case.roles),
            why=as_sentence(f"{listed}{held(case, self._wording)}" if duplicate else case.why),
        )
