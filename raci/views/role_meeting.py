"""Two roles beside each other: who they are, what they share, where they meet, what is theirs alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.model.scheme import Meaning
from raci.model.standing import Status
from raci.text.names import in_words
from raci.views.document import Column, Fact, Grid, Group, Section, column_of, facts, filled
from raci.views.overlap_wording import NO_AGREEMENT, OverlapWording, if_they_disagree, turn_to
from raci.views.role_work import (
    areas_not_settled,
    by_area,
    differences,
    pieces_of_work,
)
from raci.views.wording import as_sentence, listed, look_alikes, spoken, together, who_is

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raci.queries.records import AgreementRecord
    from raci.queries.role import RoleAnswer, RoleCard
    from raci.queries.role_meeting import Meeting, SharedWork
    from raci.queries.role_records import RoleOverlap, RoleWork
    from raci.views.wording import Wording


_BESIDES = {
    Meaning.CONSULTED.value: "consulted on",
    Meaning.INFORMED.value: "informed of",
    Meaning.OTHER.value: "with another part in",
}


def sections(answer: RoleAnswer, met: Meeting, wording: Wording) -> tuple[Section, ...]:
    """Return the sections about two roles, those without anything to say left out."""
    who_they_are, *others = _Meeting(answer, met, wording).sections()
    return (who_they_are, *filled(others))


def meeting_title(answer: RoleAnswer, met: Meeting, wording: Wording) -> str:
    """Return what two roles share, and what of it is not settled, in one sentence."""
    names = wording.names(card.id for card in answer.cards)
    contested = sum(work.status == Status.CONTESTED for work in met.shared)
    state = f"{contested or 'none'} of them contested"
    if len(met.shared) == 1:
        state = f"and it is {'' if contested else 'not '}contested"
    shared = f"both have a part in {pieces_of_work(len(met.shared))}, {state}"
    by_name = " by name" if met.alike or any(each.overlap.same for each in met.overlaps) else ""
    said = shared if met.shared else f"have no work in common{by_name}"
    pairs = [(answer.work[each.one], answer.work[each.other]) for each in met.alike]
    alike = look_alikes(len(pairs), pairs)
    return f"{names} {said}{areas_not_settled(met.overlaps, 'they meet')}{alike and f'; {alike}'}."


class _Meeting:
    """Two cards and what lies between them."""

    def __init__(self, answer: RoleAnswer, met: Meeting, wording: Wording) -> None:
        self.answer, self.met, self.wording = answer, met, wording
        self.told = OverlapWording(wording, answer.work, answer.practices)
        self.ids = tuple(card.id for card in answer.cards)

    def sections(self) -> Iterator[Section]:
        """Yield the sections."""
        yield self._who_they_are()
        if self.met.shared:
            yield self._shared()
        if self.met.alike:
            yield self._alike()
        found = ((work.name, each) for work in self.met.shared for each in work.disagreements)
        yield Section("Expectations that do not fit together", facts=differences(found, self.wording))
        for each in sorted(self.met.overlaps, key=lambda each: each.overlap.is_about_names):
            yield self._overlap(each)
        for card in self.answer.cards:
            heading = f"{self.wording.name(card.id)} alone"
            yield Section(heading, pieces_of_work(len(self.met.alone[card.id])), tuple(self._alone(card)))

    def _who_they_are(self) -> Section:
        """Return both roles side by side, as far as there is anything to say, and to whom they report."""
        rows = (
            ("In short", [card.summary for card in self.answer.cards]),
            ("Concerned with", [card.focus for card in self.answer.cards]),
            ("Like", [card.analogy for card in self.answer.cards]),
            ("Held by", [self._people(card) for card in self.answer.cards]),
            ("Contact", [card.contact for card in self.answer.cards]),
            ("Reports to", [self._superior(card) for card in self.answer.cards]),
        )
        told = tuple((label, *(text or "" for text in texts)) for label, texts in rows if any(texts))
        heads = (Column(self.wording.name(role)) for role in self.ids)
        grid = Grid((Column(""), *heads), (Group("", told),)) if told else None
        differ = any(card.focus or card.analogy for card in self.answer.cards)
        heading = "How they differ" if differ else "Who they are"
        return Section(heading, grid=grid, prose=(self._line(),))

    def _people(self, card: RoleCard) -> str:
        return in_words(who_is(each) for each in card.people)

    def _superior(self, card: RoleCard) -> str | None:
        """Return to whom a role reports, where that is not said of both below."""
        if card.reports_to is None or card.reports_to == (self.met.superior or self.met.above):
            return None
        return self.wording.name(card.reports_to)

    def _line(self) -> str:
        """Return to whom both report, or else which of them reports to the other."""
        superior, above = self.met.superior, self.met.above
        if above and not superior:
            below = self.wording.names(role for role in self.ids if role != above)
            return f"{below} reports to {self.wording.name(above)}."
        if superior:
            return f"Both report to {self.wording.name(superior)}."
        return "They report to nobody in common, as far as it is written down."

    def _shared(self) -> Section:
        groups = together(
            (self._group(work), (work.name, *(work.letters[role] for role in self.ids), spoken(work.status)))
            for work in self.met.shared
        )
        heads = (column_of(self.wording.name(role), self.met.short[role]) for role in self.ids)
        return Section(
            heading="Both have a part",
            note=self._legend(),
            grid=Grid(
                columns=(Column("Work"), *heads, Column("Status")),
                groups=tuple(Group(heading, tuple(rows)) for heading, rows in groups.items()),
                striking=frozenset({Status.CONTESTED.value, Status.UNOWNED.value}),
            ),
            prose=tuple(self._to_settle()),
        )

    def _alike(self) -> Section:
        heads = (column_of(self.wording.name(role), self.met.short[role]) for role in self.ids)
        work = self.answer.work
        rows = tuple((work[each.one], work[each.other]) for each in self.met.alike)
        return Section(
            heading="Names that may mean one thing",
            grid=Grid(tuple(heads), (Group("", rows),)),
            prose=("Nobody has said whether they differ or are one.",),
        )

    def _group(self, work: SharedWork) -> str:
        if work.status == Status.CONTESTED:
            return "Contested"
        return f"{self.wording.names(work.accountable) or 'Nobody'} is accountable"

    def _legend(self) -> str:
        texts = (text for work in self.met.shared for text in work.letters.values())
        held = {letter for text in texts for letter in self.wording.held(text)}
        letters = (letter for letter in self.wording.scheme.letters if letter in held)
        return ", ".join(f"{letter.code} {letter.word}" for letter in letters)

    def _to_settle(self) -> Iterator[str]:
        """Yield whose what is not settled may be, and to whom to turn; what has that in common together."""
        ways = together(
            ((work.accountable, work.escalation), work.name)
            for work in self.met.shared
            if work.status == Status.CONTESTED or (work.status == Status.UNOWNED and work.escalation)
        )
        for (roles, path), names in ways.items():
            between = f"Contested between {self.wording.names(roles)}" if roles else "Unowned"
            yield f"{between}: {listed(names)}. {turn_to(path, self.wording)}"

    def _overlap(self, each: RoleOverlap) -> Section:
        overlap, agreement = each.overlap, each.overlap.agreement
        told = [*self.told.pulls_apart(overlap.tension, {}), *self._sides(each)]
        told += facts(("Both have a part", listed([self._name_in(each, work) for work in each.work])))
        told += self.told.on_names(overlap)
        if agreement:
            told.append(Fact("Agreement", tuple(self._agreement(each, agreement))))
        elif not overlap.is_about_names:
            told.append(NO_AGREEMENT)
        told += self.told.eased_by(overlap)
        told += if_they_disagree(each.escalation, self.wording)
        note = f"{overlap.status}, {overlap.file}:{overlap.line}"
        what = "Names that look alike" if overlap.is_about_names else "Where they meet"
        return Section(f"{what}: {overlap.name}", note, tuple(told))

    def _name_in(self, each: RoleOverlap, work: str) -> str:
        """Return the name of work that an area covers, and whether it is contested."""
        contested = " (contested)" if len(each.accountable[work]) > 1 else ""
        return f"{self.answer.work[work]}{contested}"

    def _sides(self, each: RoleOverlap) -> Iterator[Fact]:
        """Yield what each side sees in it and what of the work is its own, the two roles first."""
        for role in dict.fromkeys((*self.ids, *each.sides)):
            own = [self.answer.work[work] for work, held in each.accountable.items() if held == (role,)]
            view = [each.sides[role]] if role in each.sides else []
            if lines := [*view, *([f"Accountable for {listed(own)}."] if own else [])]:
                yield Fact(self.wording.name(role), tuple(lines))

    def _agreement(self, each: RoleOverlap, agreement: AgreementRecord) -> Iterator[str]:
        named = agreement.accountable.items()
        disputed = {work for work, role in named if each.accountable[work] != (role,)}
        yield from self.told.agreed_at(agreement, disputed)

    def _alone(self, card: RoleCard) -> Iterator[Fact]:
        """Yield the work of one role that the other has no part in: by name what it answers for or does."""
        alone = set(self.met.alone[card.id])
        held = [work for work in card.work if work.id in alone]
        own = [work for work in held if work.parts[0] not in _BESIDES]
        yield from by_area(own, self._briefly, brief=True)
        besides = {verb: sum(work.parts[0] == part for work in held) for part, verb in _BESIDES.items()}
        if said := in_words(f"{verb} {pieces_of_work(number)}" for verb, number in besides.items() if number):
            yield Fact("Besides", (as_sentence(said),))

    def _briefly(self, work: RoleWork) -> str:
        if work.status in (Status.CONTESTED, Status.UNOWNED, Status.UNOWNED_ON_PURPOSE):
            return f"{work.name} ({spoken(work.status)})"
        if any(work.id in (each.one, each.other) for each in self.met.alike):
            return f"{work.name} (looks alike)"
        if Meaning.ACCOUNTABLE in work.parts:
            return work.name
        return f"{work.name} (does it for {self.wording.names(work.accountable)})"
