"""What is told of an overlap in every view: what pulls roles apart, what they agreed, whom to turn to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.model.overlap_status import NOT_SETTLED, OverlapKind, OverlapStatus
from raci.model.standing import Status
from raci.text.names import in_words
from raci.views.document import Fact, facts
from raci.views.wording import as_sentence, listed, spoken, together, with_aside

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from raci.queries.agenda_records import AgreedPractice
    from raci.queries.overlap_cases import DisputeRecord, OverlapCase
    from raci.queries.practices import PracticeRecord
    from raci.queries.records import AgreementRecord, OverlapRecord
    from raci.views.wording import Wording

    Practice = PracticeRecord | AgreedPractice

NO_AGREEMENT = Fact("Agreement", ("None yet.",))
"""What is told of an area that has none."""

NO_REASON = "No reason is given, and so nothing is agreed yet."


def status_in_words(case: OverlapCase, wording: Wording) -> str:
    """Return the status of an overlap as people say it; of work that several claim, as the matrix says it."""
    if case.kind is not OverlapKind.DUPLICATE or case.status is OverlapStatus.CONTESTED:
        return spoken(case.status)
    if not case.accountable:
        return spoken(Status.UNOWNED if case.status in NOT_SETTLED else Status.UNOWNED_ON_PURPOSE)
    own = {claim.role: claim.letters for claim in case.claims}
    claimed = [*own.items()]
    claimed += (each for claim in case.claims for each in claim.with_.items() if each[0] not in own)
    claimants = {role for role, letters in claimed if wording.accountable in wording.held(letters)}
    return spoken(Status.OWNED if len(claimants) == 1 else Status.SETTLED)


def turn_to(path: Iterable[str], wording: Wording) -> str:
    """Return to whom to turn, in order, as a sentence; `path` has role ids and plain text."""
    steps = ", then ".join(map(wording.name, path))
    if steps:
        return f"Turn to {steps}."
    return "No agreement says whom to turn to, and they report to nobody in common."


def if_they_disagree(path: Collection[str], wording: Wording, *, always: bool = False) -> Iterator[Fact]:
    """Yield to whom to turn, where that is known, or `always`."""
    if path or always:
        yield Fact("If they disagree", (turn_to(path, wording),))


def held(case: OverlapCase, wording: Wording) -> str:
    """Return who is accountable for work that was found on several lists, as a part of a sentence."""
    owner = next(iter(case.accountable.values()), None)
    if owner is not None:
        return f"{wording.name(owner)} is accountable"
    return "nobody is accountable yet" if case.status in NOT_SETTLED else "nobody is accountable, on purpose"


def names_with_roles(case: OverlapCase, wording: Wording) -> str:
    """Return the names that were found to be one, each with the roles that claim it."""
    return in_words(
        f"{name} ({wording.names(claim.role for claim in case.claims if claim.work == work)})"
        for name, work in zip(case.names, case.work, strict=True)
    )


def eased_by(*practices: Practice) -> str:
    """Return practices in a line, each with how often it takes place."""
    return ", ".join(with_aside(each.name, each.cadence) for each in practices)


class OverlapWording:
    """Puts overlaps into words, with the names of work and the practices of an answer, by their ids."""

    def __init__(self, wording: Wording, work: Mapping[str, str], practices: Mapping[str, Practice]) -> None:
        self.wording, self._work, self._practices = wording, work, practices

    def pulls_apart(self, tension: str | None, sides: Mapping[str, str]) -> Iterator[Fact]:
        """Yield the tension, if there is one, and each side's view."""
        views = ((self.wording.name(role), view) for role, view in sides.items())
        yield from facts(("Tension", tension), *views)

    def agreed(self, agreement: AgreementRecord, disputed: Collection[str]) -> Iterator[str]:
        """Yield for which work an agreement names whom, a sentence each, and why.

        For what is `disputed` among agreements, none of them holds.
        """
        named = together(
            ((role, "is to be" if work in disputed else "is"), self._work[work])
            for work, role in agreement.accountable.items()
        )
        for (role, is_), names in named.items():
            yield f"{self.wording.name(role)} {is_} accountable for {listed(names)}."
        for work, role in agreement.unmoved.items():
            yield f"It moves nothing on {self._work[work]}: {self.wording.name(role)} is accountable already."
        yield agreement.because or NO_REASON

    def agreed_at(self, agreement: AgreementRecord, disputed: Collection[str]) -> Iterator[str]:
        """Yield what `agreed` does, with the place of the agreement at the end, and then its dates."""
        *lines, because = self.agreed(agreement, disputed)
        yield from (*lines, f"{because} ({agreement.file}:{agreement.line})")
        if said := in_words(dates(agreement)):
            yield as_sentence(said)

    def eased_by(self, overlap: OverlapRecord | None) -> Iterator[Fact]:
        """Yield the practices that the agreement on an overlap names, if it does."""
        agreement = overlap.agreement if overlap else None
        if agreement and agreement.practices:
            practices = (self._practices[each] for each in agreement.practices)
            yield Fact("Practices", (eased_by(*practices),))

    def dispute(self, each: DisputeRecord) -> str:
        """Return what one of several agreements says that do not agree, as a sentence without its end."""
        return f"{each.overlap} names {self.wording.name(each.role)} for {self._work[each.work]}"

    def differ(self, disputes: Iterable[DisputeRecord]) -> Iterator[Fact]:
        """Yield what agreements say that do not agree, each with its place."""
        for each in disputes:
            yield Fact("Agreements differ", (f"{self.dispute(each)} ({each.file}:{each.line})",))

    def on_names(
        self, overlap: OverlapRecord, distinct: str = "Distinct", same: str = "Same"
    ) -> Iterator[Fact]:
        """Yield how names that look alike differ, or which of them is kept, and why, under these labels."""
        yield from facts((distinct, overlap.distinct))
        if overlap.same:
            because = f" {overlap.because}" if overlap.because else ""
            yield Fact(same, (f"{self._work[overlap.same]} is the name to keep.{because}",))


def dates(agreement: AgreementRecord) -> list[str]:
    """Return when an agreement was made and when it is to be reviewed, as far as it says, in parts."""
    told = (("decided", agreement.decided), ("to be reviewed", agreement.review))
    return [f"{what} {day}" for what, day in told if day]
