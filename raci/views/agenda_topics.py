"""The topics of a meeting that take a section each: contested, open, due for review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.text.names import counted, in_words
from raci.views.document import Fact, Section, Snippet, facts
from raci.views.overlap_wording import OverlapWording, if_they_disagree
from raci.views.ways_out import Offers, ways_out
from raci.views.wording import Wording, places, together, with_aside

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from raci.queries.agenda_records import Agenda, ContestedWork, Review, Topic
    from raci.queries.overlap_cases import DisputeRecord, OverlapCase
    from raci.queries.records import AgreementRecord

DECISION = Fact("Decision", ("... (who: ..., by when: ...)",))
"""The place for what is decided."""

_NEXT_TIME = "next time"

_HOW = Fact("To write it down", ("with the command below.",))


def how_long(*topics: Topic) -> str:
    """Return how long topics may take together; empty where no time was given."""
    given = [topic.minutes for topic in topics if topic.minutes is not None]
    if not given:
        return ""
    return counted(sum(given), "minute") if any(given) else _NEXT_TIME


def with_whom(roles: Iterable[str], answer: Agenda, wording: Wording) -> str:
    """Return roles as people list them, each with those who hold it."""
    return in_words(with_aside(wording.name(role), in_words(answer.present[role])) for role in roles)


def noted(*parts: str) -> str:
    """Return what a note says, in parts of which some are empty."""
    return ", ".join(filter(None, parts))


class Topics:
    """Puts the topics of an agenda into sections."""

    def __init__(self, answer: Agenda, offers: Offers) -> None:
        self.answer = answer
        self._offers = offers
        self.wording = Wording(answer.scheme, answer.roles)
        self._areas = {area.id: area for area in answer.areas}
        practices = {practice.id: practice for practice in answer.practices}
        self._told = OverlapWording(self.wording, answer.work, practices)
        declared = {each for topic in answer.contested if topic.case for each in topic.case.declared}
        self._about_names = declared - {area for topic in answer.contested for area in topic.areas}
        self._heading_of: dict[str, str] = {}

    def contested(self, topic: ContestedWork, listed: Topic) -> Section:
        """Return the section of contested work: who claims it, what pulls them apart, the ways out."""
        areas = [self._areas[area] for area in topic.areas]
        claims = ((self.wording.claim(claim), claim.summary) for claim in topic.claims)
        told = [self._with(listed)]
        told += [Fact("Claimed by", (": ".join(filter(None, claim)),)) for claim in claims]
        for role, by in topic.expected.items():
            lists = in_words(f"the list of {self.wording.name(each)}" for each in by)
            told += facts(("Expected", f"{self.wording.name(role)} as accountable, by {lists}"))
        for area in areas:
            told += self._told.pulls_apart(area.tension, area.sides)
            told += self._told.eased_by(area.overlap)
        cases = [*areas, *([topic.case] if topic.case else [])]
        disputes = (each for case in cases for each in case.disputes if each.work == topic.work)
        told += self._told.differ(dict.fromkeys(disputes))
        told.append(Fact("Ways out", tuple(self._ways(topic))))
        told += if_they_disagree(topic.escalation, self.wording)
        heading = f"Contested: {self.answer.work[topic.work]}"
        how, snippets = self._written_down(topic, areas, heading)
        note = f"in {in_words(self._title(area) for area in areas)}" if areas else ""
        return Section(heading, noted(how_long(listed), note), (*told, DECISION, how), snippets=snippets)

    def _with(self, listed: Topic) -> Fact:
        return Fact("With", (with_whom(listed.roles, self.answer, self.wording),))

    def _written_down(
        self, topic: ContestedWork, areas: Sequence[OverlapCase], heading: str
    ) -> tuple[Fact, tuple[Snippet, ...]]:
        """Return how a decision gets into the files: the text, or where that stands already."""
        said = f"let the lists name one role ({places(topic.claims)}), or add an agreement."
        snippets: dict[Snippet, None] = {}
        for case in [*([topic.case] if topic.case else []), *areas]:
            ways = self._to_write(case)
            if case.id in self._heading_of:
                said = f"see {self._heading_of[case.id]}."
            elif ways:
                self._heading_of[case.id] = heading
                snippets |= dict.fromkeys(ways)
        return (_HOW if snippets else Fact(_HOW.label, (said,))), tuple(snippets)

    def open(self, case: OverlapCase, listed: Topic) -> Section:
        """Return the section of a declared overlap that nothing settles."""
        told = [self._with(listed), *self._told.pulls_apart(case.tension, case.sides)]
        owned = together((case.accountable.get(work), self.answer.work[work]) for work in case.work)
        if owned:
            lines = (
                f"{self.wording.name(role) if role else 'Nobody'} is accountable for {in_words(names)}."
                for role, names in owned.items()
            )
            told.append(Fact("Today", tuple(lines)))
        told += [*self._told.eased_by(case.overlap), *if_they_disagree(case.escalation, self.wording)]
        ways = self._to_write(case)
        told += [DECISION, _HOW] if ways else [DECISION]
        note = noted(how_long(listed), places([case.overlap] if case.overlap else []))
        return Section(f"Open: {self._title(case)}", note, tuple(told), snippets=ways)

    def review(self, review: Review, listed: Topic) -> Section:
        """Return the section of an agreement that is due: what was agreed and why, and whether it holds."""
        overlap, agreement = review.overlap, review.overlap.agreement
        assert agreement is not None  # noqa: S101 - for the type checker: without one nothing is due
        told = [self._with(listed), *self._told.pulls_apart(overlap.tension, review.sides)]
        told.append(Fact("Agreed", tuple(self._agreed(agreement, review.disputes))))
        told += self._told.differ(review.disputes)
        told += facts(("Decided", agreement.decided or "no day is written down"))
        told += self._told.eased_by(overlap)
        told += if_they_disagree(agreement.escalation, self.wording)
        helped = " Did the practices help?" if agreement.practices else ""
        told += facts(
            ("To ask", f"Does it still hold?{helped}"),
            ("Decision", "it holds until ... / it changes: ... (who: ..., by when: ...)"),
        )
        note = noted(how_long(listed), due(review), f"{agreement.file}:{agreement.line}")
        return Section(f"Review: {overlap.name}", note, tuple(told))

    def _ways(self, topic: ContestedWork) -> Iterable[str]:
        names = self.wording.names(topic.accountable, last="or")
        two = len(topic.accountable) == 2  # noqa: PLR2004 - one of two leaves one
        others = "The other keeps its part, or is" if two else "The others keep their part, or are"
        yield f"One of them: {names} is accountable. {others} consulted."
        another = "A third role" if two else "Another role"
        yield f"{another}: it is accountable, and they keep their part or are consulted."
        if len(topic.claims) > 1:
            yield "Not one thing: each means something else, and each gets a name of its own."

    def _agreed(self, agreement: AgreementRecord, disputes: Iterable[DisputeRecord]) -> Iterable[str]:
        if not agreement.accountable:
            yield "No work needs it today."
        yield from self._told.agreed(agreement, {each.work for each in disputes})

    def _to_write(self, case: OverlapCase) -> tuple[Snippet, ...]:
        return tuple(ways_out(case, self.answer, self._about_names, self.wording, self._offers))

    def _title(self, case: OverlapCase) -> str:
        return case.overlap.name if case.overlap else in_words(case.names)


def due(review: Review) -> str:
    """Return when a review is due, as a day and as people count to it."""
    day, days = review.overlap.agreement.review if review.overlap.agreement else "", abs(review.days)
    if not days:
        return f"due today, {day}"
    number = counted(days, "day")
    return f"was due on {day}, {number} ago" if review.days < 0 else f"due on {day}, in {number}"
