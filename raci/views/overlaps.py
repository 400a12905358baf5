"""The answer to overlaps: a block for each area with what was found in it, then the rest, worst first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.model.overlap_status import OverlapKind
from raci.names import in_words
from raci.views.document import Document, Fact, Section
from raci.views.overlap_records import records
from raci.views.ways_out import ways_out
from raci.views.wording import Wording, both

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.queries.overlap_cases import OverlapCase
    from raci.queries.overlaps import Overlaps
    from raci.queries.records import AgreementRecord, ClaimRecord

_COUNTED = {
    OverlapKind.DECLARED: "Areas",
    OverlapKind.DUPLICATE: "Claimed by several",
    OverlapKind.NEAR_DUPLICATE: "Look alike",
    OverlapKind.ACTIVITY_AND_DELIVERABLE: "Activity and paper",
}


def overlaps(answer: Overlaps) -> Document:
    """Return the document of an answer."""
    view = _View(answer)
    return Document(
        title=view.title(),
        sections=tuple(view.sections()),
        notes=tuple(view.notes()),
        records=records(answer, view.wording),
    )


class _View:
    """An answer, with the areas and what was found in each."""

    def __init__(self, answer: Overlaps) -> None:
        self.answer = answer
        self.wording = Wording(answer.scheme, answer.roles)
        areas = [case for case in answer.overlaps if case.overlap is not None]
        shown = {case.declared[0] for case in areas}
        found = [case for case in answer.overlaps if case.overlap is None]
        self.inside: dict[str, list[OverlapCase]] = {each: [] for each in shown}
        self.alone: list[OverlapCase] = []
        for case in found:
            here = next((self.inside[each] for each in case.declared if each in shown), self.alone)
            here.append(case)

    def title(self) -> str:
        """Return how much there is, or that there is nothing."""
        subject, cases = self.answer.subject, self.answer.overlaps
        named = self._subject()
        if subject is not None and not named:
            return f'Nothing here answers to "{subject.asked}".'
        if not cases:
            only = f": nobody else claims {named}, and nothing is taken for it" if named else ""
            return f"No overlap{only}."
        twice = [case for case in cases if case.kind is OverlapKind.DUPLICATE]
        if subject is not None and len(subject.work) == len(twice) == 1:
            return self._claimed(twice[0])
        state = self._state()
        return f"About {named}: {state}" if named else f"{state[:1].upper()}{state[1:]}"

    def _claimed(self, case: OverlapCase) -> str:
        """Return who claims one piece of work, and who holds it, in a sentence."""
        sentence = f"{self.wording.names(case.roles)} {both(case.roles)} list {case.names[0]}"
        owner = next((self._name(role) for role in case.accountable.values()), None)
        held = f"{owner} is accountable" if owner else "nobody is accountable yet"
        return f"{sentence} ({case.status}): {held}."

    def _state(self) -> str:
        """Return what there is to do, the worst first."""
        cases = self.answer.overlaps
        contested = _count(cases, OverlapKind.DUPLICATE, "contested")
        areas = _count(cases, OverlapKind.DECLARED, "open")
        pairs = sum(case.status == "unexamined" for case in cases)
        todo = [
            _plural(contested, "piece of work is contested", "pieces of work are contested"),
            _plural(areas, "area is open", "areas are open"),
            _plural(pairs, "pair of look-alikes is unexamined", "pairs of look-alikes are unexamined"),
        ]
        said = "; ".join(filter(None, todo))
        if contested:
            return f"{said}."
        return f"nothing is contested; {said}." if said else "nothing is contested, open or unexamined."

    def sections(self) -> Iterable[Section]:
        """Yield a block for each area and each find outside of them, worst first; papers come last."""
        papers = [case for case in self.alone if case.kind is OverlapKind.ACTIVITY_AND_DELIVERABLE]
        for case in self.answer.overlaps:
            if case.overlap is not None:
                yield self._area(case)
            elif case in self.alone and case not in papers:
                yield self._alone(case)
        if papers:
            yield Section(
                heading="Activities and the papers they make",
                note="on one role's list",
                facts=tuple(
                    Fact("" if number else "Pairs", (self._found(case),))
                    for number, case in enumerate(papers)
                ),
                snippets=tuple(way for case in papers for way in ways_out(case, self.answer, self.wording)),
            )

    def notes(self) -> Iterable[str]:
        """Yield the counts by kind, and what else can be asked."""
        subject = self.answer.subject
        if subject is not None and subject.nearest:
            yield f"The nearest that is known here: {in_words(subject.nearest, last='or')}."
        counts = (
            f"{_COUNTED[OverlapKind(kind)]}: {', '.join(f'{n} {status}' for status, n in by_status.items())}."
            for kind, by_status in self.answer.summary.items()
        )
        if self.answer.summary:
            yield " ".join(counts)

    def _subject(self) -> str:
        subject = self.answer.subject
        if subject is None:
            return ""
        if subject.role is not None:
            return self._name(subject.role)
        names = [self.answer.work[work] for work in subject.work]
        return in_words(names, last="or") or (f'"{subject.asked}"' if subject.overlap else "")

    def _area(self, case: OverlapCase) -> Section:
        overlap = case.overlap
        assert overlap is not None  # noqa: S101 - for the type checker: only declared ones are areas
        inside = self.inside[overlap.id]
        facts = [Fact("Tension", (overlap.tension,))] if overlap.tension else []
        facts += [Fact(self._name(role), (view,)) for role, view in case.sides.items()]
        for kind in (
            OverlapKind.DUPLICATE,
            OverlapKind.NEAR_DUPLICATE,
            OverlapKind.ACTIVITY_AND_DELIVERABLE,
        ):
            cases = [each for each in inside if each.kind is kind]
            facts += [
                Fact("" if number else _COUNTED[kind], (self._found(each, case.status),))
                for number, each in enumerate(cases)
            ]
        facts += self._settled(case)
        return Section(
            heading=overlap.name,
            note=f"{overlap.status}, {overlap.file}:{overlap.line}",
            facts=tuple(facts),
            snippets=tuple(
                way for each in (case, *inside) for way in ways_out(each, self.answer, self.wording)
            ),
        )

    def _alone(self, case: OverlapCase) -> Section:
        """Return the block of what was found outside of every area that is shown."""
        facts = [Fact("Tension", (case.tension,))] if case.tension else []
        facts += [
            Fact("" if number else "Claimed by", (self._claim(claim, case),))
            for number, claim in enumerate(case.claims)
        ]
        facts += [Fact("Why", (f"{case.why[:1].upper()}{case.why[1:]}.",)), *self._turn_to(case)]
        return Section(
            heading=in_words(case.names),
            note=f"{case.status}, {_SAID[case.kind]}",
            facts=tuple(facts),
            snippets=tuple(ways_out(case, self.answer, self.wording)),
        )

    def _claim(self, claim: ClaimRecord, case: OverlapCase) -> str:
        letters = self.wording.letters(claim.letters)
        of_which = f" for {self.answer.work[claim.work]}" if len(case.work) > 1 else ""
        return f"{self._name(claim.role)} as {letters}{of_which} ({claim.file}:{claim.line})"

    def _found(self, case: OverlapCase, status: str = "") -> str:
        """Return a find in a sentence; its status only where it differs from `status`, the one around it."""
        differs = f", {case.status}" if case.status != status else ""
        named = in_words(
            f"{name} ({'; '.join(self._place(claim) for claim in case.claims if claim.work == work)})"
            for name, work in zip(case.names, case.work, strict=True)
        )
        why = case.why
        if case.kind is OverlapKind.DUPLICATE:
            owner = next(iter(case.accountable.values()), None)
            why = f"{self._name(owner)} is accountable" if owner else "nobody is accountable yet"
        return f"{named}{differs}: {why}."

    def _place(self, claim: ClaimRecord) -> str:
        return f"{self._name(claim.role)}, {claim.file}:{claim.line}"

    def _settled(self, case: OverlapCase) -> Iterable[Fact]:
        """Yield what a declared overlap says of how it is settled."""
        overlap = case.overlap
        if overlap is None:
            return
        if overlap.distinct:
            yield Fact("Distinct", (overlap.distinct,))
        if overlap.same:
            because = f" {overlap.because}" if overlap.because else ""
            yield Fact("Same", (f"{self.answer.work[overlap.same]} is the name to keep.{because}",))
        if overlap.agreement is not None:
            yield Fact("Agreement", tuple(self._agreement(overlap.agreement)))
            practices = (self.answer.practices[each] for each in overlap.agreement.practices)
            eased = (f"{each.name} ({each.cadence})" if each.cadence else each.name for each in practices)
            if text := ", ".join(eased):
                yield Fact("Practices", (text,))
        yield from self._turn_to(case)

    def _agreement(self, agreement: AgreementRecord) -> Iterable[str]:
        of_role: dict[str, list[str]] = {}
        for work, role in agreement.accountable.items():
            of_role.setdefault(role, []).append(self.answer.work[work])
        for role, names in of_role.items():
            yield f"{self._name(role)} is accountable for {in_words(names)}."
        yield f"{agreement.because or 'No reason is given.'} ({agreement.file}:{agreement.line})"

    def _turn_to(self, case: OverlapCase) -> Iterable[Fact]:
        if case.escalation:
            yield Fact("If they disagree", (f"Turn to {', then '.join(map(self._name, case.escalation))}.",))

    def _name(self, id_: str) -> str:
        return self.wording.name(id_)


def _count(cases: Iterable[OverlapCase], kind: OverlapKind, status: str) -> int:
    return sum(case.kind is kind and case.status == status for case in cases)


def _plural(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}" if count else ""


_SAID = {
    OverlapKind.DECLARED: "declared",
    OverlapKind.DUPLICATE: "one name",
    OverlapKind.NEAR_DUPLICATE: "two names",
    OverlapKind.ACTIVITY_AND_DELIVERABLE: "an activity and its paper",
}
