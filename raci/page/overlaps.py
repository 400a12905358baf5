"""Overlaps on the report page: the declared areas, and what was found outside of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.model.overlap_status import OverlapKind, OverlapStatus
from raci.page.parts import Area, Find
from raci.page.work import work_link
from raci.text.names import in_words
from raci.views.document import Fact
from raci.views.wording import Wording, both, eased_by, name_to_keep

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.queries.overlap_cases import DisputeRecord, OverlapCase
    from raci.queries.records import AgreementRecord, OverlapRecord
    from raci.queries.report import Report

_TO_LOOK_AT = (OverlapStatus.CONTESTED, OverlapStatus.OPEN, OverlapStatus.UNEXAMINED, OverlapStatus.SHARED)


class OverlapsOfPage:
    """The overlaps of a report, put into words for the page."""

    def __init__(self, answer: Report) -> None:
        self._answer = answer
        self._wording = Wording(answer.overlaps.scheme, answer.roles)
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
            sides=tuple(Fact(self._wording.name(role), (view,)) for role, view in case.sides.items()),
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
            yield Fact("Agreement", ("None yet.",))
        if overlap.distinct:
            yield Fact("Distinct on purpose", (overlap.distinct,))
        if overlap.same:
            yield Fact("One thing", (name_to_keep(overlap, self._answer.work),))
        if case.disputes:
            yield Fact("Agreements differ", tuple(map(self._dispute, case.disputes)))
        twice = (each for each in self._about[overlap.id] if each.kind is OverlapKind.DUPLICATE)
        if lines := tuple(map(self._claimed, twice)):
            yield Fact("Claimed by several", lines)
        if overlap.agreement is not None and overlap.agreement.practices:
            practices = (self._answer.overlaps.practices[each] for each in overlap.agreement.practices)
            yield Fact("Practices", (eased_by(practices),))
        if case.escalation:
            yield Fact("If they disagree", (self._wording.turn_to(case.escalation),))

    def _agreement(self, case: OverlapCase, agreement: AgreementRecord) -> Iterable[str]:
        disputed = {dispute.work for dispute in case.disputes}
        yield from self._wording.agreed(agreement, self._answer.work, disputed)
        dates = (("Decided", agreement.decided), ("to be reviewed", agreement.review))
        if said := ", ".join(f"{label} {day}" for label, day in dates if day):
            yield f"{said[:1].upper()}{said[1:]}."

    def _dispute(self, dispute: DisputeRecord) -> str:
        role, work = self._wording.name(dispute.role), self._answer.work[dispute.work]
        return f"{dispute.overlap} names {role} for {work}."

    def _claimed(self, case: OverlapCase) -> str:
        return f"{case.names[0]} ({self._wording.names(case.roles)}): {self._wording.held(case)}."

    def _find(self, case: OverlapCase) -> Find:
        duplicate = case.kind is OverlapKind.DUPLICATE
        listed = f"{both(case.roles).capitalize()} list it: " if len(case.roles) > 1 else ""
        return Find(
            work=tuple(work_link(self._answer, work) for work in case.work),
            status=case.status.value,
            who=self._wording.names(case.roles),
            why=_as_sentence(f"{listed}{self._wording.held(case)}" if duplicate else case.why),
        )


def _as_sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
