"""The answer to overlaps: at a glance, or a block for each area with what was found in it, then the rest."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from raci.model.overlap_status import OverlapKind
from raci.rule.series import series_apart
from raci.text.names import counted, in_words
from raci.views import overlaps_overview as at_a_glance
from raci.views.document import Document, Fact, Section, facts
from raci.views.overlap_records import records
from raci.views.overlap_title import title
from raci.views.overlap_wording import (
    OverlapWording,
    held,
    if_they_disagree,
    names_with_roles,
    status_in_words,
)
from raci.views.ways_out import NO_TEXTS, Offers, ways_out
from raci.views.wording import Wording, as_sentence, places, together

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.queries.overlap_cases import OverlapCase
    from raci.queries.overlaps import Overlaps
    from raci.queries.records import OverlapRecord
    from raci.views.document import Snippet

_LABELS = {
    OverlapKind.DECLARED: "Areas",
    OverlapKind.DUPLICATE: "Claimed by several",
    OverlapKind.NEAR_DUPLICATE: "Look alike",
    OverlapKind.ACTIVITY_AND_DELIVERABLE: "Activity and paper",
    OverlapKind.SHARED_FILES: "In the same files",
}
_FOUND = {
    OverlapKind.DUPLICATE: "claimed by several",
    OverlapKind.NEAR_DUPLICATE: "look alike",
    OverlapKind.ACTIVITY_AND_DELIVERABLE: "an activity and its paper",
    OverlapKind.SHARED_FILES: "in the same files",
}
_FULL = "--full says all that is known of it."
_OF_NAMES = (OverlapKind.NEAR_DUPLICATE, OverlapKind.ACTIVITY_AND_DELIVERABLE)


def at_first(answer: Overlaps, offers: Offers = NO_TEXTS) -> Document:
    """Return what fits a screen: of one overlap, or of one area and what is in it, what matters; else counts.

    Of several, a line or two tell as much as fits. What is left out here, `overlaps` tells.
    """
    wording = Wording(answer.scheme, answer.roles)
    parts = at_a_glance.parts(answer, wording)
    view = _View(answer, offers, full=False)
    sections = tuple(view.sections())
    if not parts or len(answer.overlaps) == 1:
        return overlaps(answer, offers)
    if answer.subject is not None and len(sections) == 1:
        return _document(view, sections, (*view.instead(), _FULL))
    return Document(
        title=at_a_glance.title(answer, parts, title(answer, wording)),
        sections=tuple(at_a_glance.sections(parts)),
        notes=(
            " ".join(
                (*view.instead(), at_a_glance.HOW_TO_SEE if offers.are_made else at_a_glance.MORE_OF_THEN)
            ),
        ),
        records=records(answer, wording),
    )


def overlaps(answer: Overlaps, offers: Offers = NO_TEXTS) -> Document:
    """Return the document of an answer, everything told."""
    view = _View(answer, offers, full=True)
    return _document(view, tuple(view.sections()), (*view.instead(), *view.counted()))


def _document(view: _View, sections: tuple[Section, ...], notes: tuple[str, ...]) -> Document:
    return Document(title(view.answer, view.wording), sections, notes, records(view.answer, view.wording))


class _View:
    """An answer, with the areas and what was found in each; `full`, or as much as is asked for first."""

    def __init__(self, answer: Overlaps, offers: Offers, *, full: bool) -> None:
        self.answer = answer
        self.offers = offers
        self.full = full
        self.wording = Wording(answer.scheme, answer.roles)
        self.told = OverlapWording(self.wording, answer.work, answer.practices)
        shown = {case.id for case in answer.overlaps if case.overlap is not None}
        found = [case for case in answer.overlaps if case.overlap is None]
        self.inside = together((area, case) for case in found for area in case.declared)
        self.alone = [case for case in found if shown.isdisjoint(case.declared)]
        self.series = {kind: self._series_of(kind) for kind in _OF_NAMES}
        self.in_series = {case.work for series in self.series.values() for case in series}

    def sections(self) -> Iterable[Section]:
        """Yield a block for each area and each find outside of them, worst first; papers come last."""
        papers = [case for case in self.alone if self._is_known_paper(case)]
        for case in self.answer.overlaps:
            if case.overlap is not None:
                yield self._area(case)
            elif case.work in self.in_series:
                if case is self.series[case.kind][0]:
                    yield self._in_series(case)
            elif case in self.alone and case not in papers:
                yield self._alone(case)
        if papers and (self.full or not self.answer.overlaps[len(papers) :]):
            made = tuple(Fact("", (self._made(case),)) for case in papers)
            yield Section("Activities and the papers they make", "on one role's list", made)

    def instead(self) -> Iterable[str]:
        """Yield what can be asked instead."""
        subject = self.answer.subject
        if subject is not None and subject.nearest:
            yield f"The nearest that is known here: {in_words(subject.nearest, last='or')}."
        if subject is not None and subject.role is not None:
            yield f"raci role {subject.role} shows all that this role does."

    def counted(self) -> Iterable[str]:
        """Yield the counts of what there may be to do something about."""
        papers = OverlapKind.ACTIVITY_AND_DELIVERABLE
        by_kind = together((case.kind, status_in_words(case, self.wording)) for case in self.answer.overlaps)
        counts = (
            f"{label}: {', '.join(f'{n} {status}' for status, n in Counter(by_kind[kind]).items())}."
            for kind, label in _LABELS.items()
            if kind in by_kind and (kind != papers or "unexamined" in self.answer.summary[kind])
        )
        if text := " ".join(counts):
            yield text

    def _is_known_paper(self, case: OverlapCase) -> bool:
        return case.kind is OverlapKind.ACTIVITY_AND_DELIVERABLE and case.status != "unexamined"

    def _area(self, case: OverlapCase) -> Section:
        overlap = case.overlap
        assert overlap is not None  # noqa: S101 - for the type checker: only declared ones are areas
        inside = self.inside.get(case.id, [])
        told = list(self.told.pulls_apart(overlap.tension, case.sides))
        told += self._claims(case) if overlap.is_about_names else ()
        told += self._found_inside(inside, case.status)
        told += self._settled(case, overlap)
        ways = (way for each in (case, *inside) for way in self._ways_out(each))
        return Section(
            heading=overlap.name,
            note=f"{overlap.status}, {overlap.file}:{overlap.line}",
            facts=tuple(told),
            snippets=tuple(ways),
        )

    def _ways_out(self, case: OverlapCase) -> Iterable[Snippet]:
        ways = [*ways_out(case, self.answer, self.answer.about_names, self.wording, self.offers)]
        commands = [way for way in ways if way.is_command]
        return ways if self.full or not commands else commands

    def _found_inside(self, inside: Iterable[OverlapCase], status: str) -> Iterable[Fact]:
        known = [case for case in inside if self._is_known_paper(case)]
        for kind, label in _LABELS.items():
            told = [case for case in inside if case.kind is kind and case not in known]
            if told and kind in _OF_NAMES and not self.full and {case.status for case in told} == {status}:
                yield Fact(label, (f"{counted(len(told), 'pair')} of names, to be settled with it",))
                continue
            for number, case in enumerate(told):
                yield Fact("" if number else label, tuple(self._found(case, status)))
        if known and self.full:
            made = "; ".join(self._made(case) for case in known)
            yield Fact(_LABELS[OverlapKind.ACTIVITY_AND_DELIVERABLE], (f"{made}.",))

    def _alone(self, case: OverlapCase) -> Section:
        """Return the block of what was found outside of every area that is shown."""
        told = [*self.told.pulls_apart(case.tension, {}), *self._claims(case)]
        duplicate = case.kind is OverlapKind.DUPLICATE
        why = ("Accountable", held(case, self.wording)) if duplicate else ("Why", as_sentence(case.why))
        told += facts(why)
        told += if_they_disagree(case.escalation, self.wording)
        return Section(
            heading=in_words(case.names),
            note=f"{status_in_words(case, self.wording)}, {_FOUND[case.kind]}",
            facts=tuple(told),
            snippets=tuple(self._ways_out(case)),
        )

    def _series_of(self, kind: OverlapKind) -> list[OverlapCase]:
        """Return the pairs that nobody spoke of and of which too many differ in the same words, in order."""
        pairs = [case for case in self.alone if case.kind is kind and case.status == "unexamined"]
        _, series = series_apart((case.names[0], case.names[1], case) for case in pairs)
        alike = {case.work for *_, case in series}
        return [case for case in pairs if case.work in alike]

    def _in_series(self, first: OverlapCase) -> Section:
        """Return the block of the pairs of a regular register, which are told once."""
        such_as = (in_words(first.names), places(first.claims))
        return Section(
            heading=f"{len(self.series[first.kind]):,} pairs of names",
            note=f"{status_in_words(first, self.wording)}, {_FOUND[first.kind]}",
            facts=(
                Fact("Such as", such_as),
                Fact("Why", ("They differ in the same words again and again.",)),
                Fact("One by one", (f"raci overlaps {first.work[0]} shows those of one; --json has all.",)),
            ),
        )

    def _found(self, case: OverlapCase, status: str) -> Iterable[str]:
        """Yield a find in a line, and where it stands; its status where it differs from the one around."""
        differs = f", {status_in_words(case, self.wording)}" if case.status != status else ""
        named = names_with_roles(case, self.wording)
        why = held(case, self.wording) if case.kind is OverlapKind.DUPLICATE else case.why
        yield f"{named}{differs}: {why}."
        if self.full or case.kind is OverlapKind.DUPLICATE:
            yield places(case.claims)

    def _made(self, case: OverlapCase) -> str:
        """Return which paper an activity makes."""
        names = dict(zip(case.work, case.names, strict=True))
        for claim in case.claims:
            for paper in claim.produces:
                if claim.work in names and paper in names:
                    return f"{names[claim.work]} makes {names[paper]}"
        return in_words(case.names)

    def _claims(self, case: OverlapCase) -> Iterable[Fact]:
        for number, claim in enumerate(case.claims):
            of_which = f" for {self.answer.work[claim.work]}" if len(case.work) > 1 else ""
            yield Fact("" if number else "Claimed by", (self.wording.claim(claim, of_which),))

    def _settled(self, case: OverlapCase, overlap: OverlapRecord) -> Iterable[Fact]:
        """Yield what a declared overlap says of how it is settled."""
        yield from self.told.on_names(overlap)
        if overlap.agreement is not None:
            disputed = {dispute.work for dispute in case.disputes}
            yield Fact("Agreement", tuple(self.told.agreed_at(overlap.agreement, disputed)))
        if self.full:
            yield from self.told.eased_by(overlap)
        yield from self.told.differ(case.disputes)
        yield from if_they_disagree(case.escalation, self.wording)
