"""The card of one role: who it is, its work by part and area, whom it works with, where it meets others."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from raci.model.scheme import Meaning, strongest
from raci.model.standing import Status
from raci.text.names import by_name, counted, in_words
from raci.views.document import Fact, Section, facts, filled
from raci.views.match_section import where_it_lies
from raci.views.overlap_wording import turn_to
from raci.views.role_work import (
    areas_not_settled,
    by_area,
    differences,
    pieces_of_work,
    who_is_accountable,
    who_is_what,
)
from raci.views.wording import both, listed, together, who_is

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from raci.model.scheme import Letter
    from raci.queries.role import RoleCard
    from raci.queries.role_records import RoleOverlap, RoleWork
    from raci.views.wording import Wording

PARTS = {
    Meaning.RESPONSIBLE: "Responsible for",
    Meaning.CONSULTED: "Consulted on",
    Meaning.INFORMED: "Informed of",
    Meaning.OTHER: "Has another part in",
}
_OF_OTHERS = {
    Meaning.RESPONSIBLE: "does",
    Meaning.CONSULTED: "is consulted on",
    Meaning.INFORMED: "is informed of",
    Meaning.OTHER: "has another part in",
}


def sections(card: RoleCard, wording: Wording) -> tuple[Section, ...]:
    """Return the sections of a card, those without anything to say left out."""
    return filled(_Card(card, wording).sections())


def card_title(card: RoleCard, pieces: int, wording: Wording) -> str:
    """Return a role in one sentence: how much of all `pieces` of work falls to it."""
    load, name = card.load, wording.name(card.id)
    if load.accountable:
        contested = f"{load.contested} of them contested" if load.contested else "nothing contested"
        sentence = f"{name}: accountable for {load.accountable} of {pieces_of_work(pieces)}, {contested}"
        return f"{sentence}{areas_not_settled(card.overlaps, 'it meets others')}."
    parts = ((verb, getattr(load, part)) for part, verb in _OF_OTHERS.items())
    told = [f"{verb} {number}" for verb, number in parts if number]
    if not told:
        return f"{name}: no part in any of the {pieces_of_work(pieces)} here."
    return f"{name}: accountable for nothing; of {pieces_of_work(pieces)} it {in_words(told)}."


class _Card:
    """A card, with its work told apart: what is not settled, what it is accountable for, and the rest."""

    def __init__(self, card: RoleCard, wording: Wording) -> None:
        self.card, self.wording = card, wording
        self.unsettled = [work for work in card.work if _is_unsettled(work)]
        rest = [work for work in card.work if work.parts and not _is_unsettled(work)]
        self.own = [work for work in rest if Meaning.ACCOUNTABLE in work.parts]
        self.others = [work for work in rest if Meaning.ACCOUNTABLE not in work.parts]

    def sections(self) -> Iterator[Section]:
        """Yield the sections."""
        yield Section("Who it is", f"{self.card.file}:{self.card.line}", tuple(self._who()))
        unsettled = tuple(Fact(work.status, self._unsettled(work)) for work in self.unsettled)
        yield Section("Contested or unowned", pieces_of_work(len(unsettled)), unsettled)
        yield self._accountable_for("responsibility", "Accountable for", "responsibilities")
        yield self._accountable_for("deliverable", "Deliverables it answers for", "deliverables")
        for part, heading in PARTS.items():
            held = [work for work in self.others if work.parts[0] == part]
            note = f"{self._note(held, part, pieces_of_work(len(held)))}; in brackets who is accountable"
            yield Section(heading, note, self._lines(held, part))
        lies = ((work.name, where_it_lies(work)) for work in self.own)
        where = (Fact(name, tuple(chain(*found.values()))) for name, found in lies if found)
        yield Section("Where it lies", facts=tuple(where))
        yield Section("Who else has a part in what it is accountable for", facts=tuple(self._with()))
        found = ((work.name, each) for work in self.card.work for each in work.disagreements)
        yield Section("Expectations that do not fit together", facts=differences(found, self.wording))
        for heading, is_ in (("Where it meets others", False), ("Names that look alike", True)):
            met = (each for each in self.card.overlaps if each.overlap.is_about_names is is_)
            yield Section(heading, facts=tuple(map(self._meets, met)))

    def _who(self) -> Iterator[Fact]:
        card, nobody = self.card, "nobody that is written down"
        yield from facts(("In short", card.summary), ("Concerned with", card.focus), ("Like", card.analogy))
        if card.people:
            yield Fact("Held by", tuple(who_is(each) for each in card.people))
        yield from facts(
            ("Contact", card.contact),
            ("Reports to", self.wording.name(card.reports_to) if card.reports_to else nobody),
            ("Report to it", self.wording.names(card.reports)),
            ("Deputy", self.wording.name(card.deputy) if card.deputy else None),
            ("Stands in for", self.wording.names(card.stands_in_for)),
            ("Also called", ", ".join(card.aliases)),
            ("Source", card.source),
        )

    def _unsettled(self, work: RoleWork) -> tuple[str, ...]:
        if work.status == Status.CONTESTED:
            names = self.wording.names(work.accountable)
            claim = f"{work.name}: {names} are {both(work.accountable)} accountable."
            return (f"{claim} {turn_to(work.escalation, self.wording)}",)
        held = who_is_what(work, self.card.id, self.wording)
        # Without a way to turn there may be one list only: nobody is in need of a common superior.
        way = f" {turn_to(work.escalation, self.wording)}" if work.escalation else ""
        return (f"{work.name}: nobody is accountable; {held}.{way}",)

    def _accountable_for(self, kind: str, heading: str, many: str) -> Section:
        held = [work for work in self.own if work.kind == kind]
        note = self._note(held, Meaning.ACCOUNTABLE, counted(len(held), kind, many))
        return Section(heading, note, by_area(held, self._done_by))

    def _done_by(self, work: RoleWork) -> str:
        """Return a piece of work that the role is accountable for, and who does it if others do."""
        told = ["by an agreement"] if work.by_agreement else []
        if Meaning.RESPONSIBLE not in work.parts:
            others = work.others.items()
            doing = [role for role, held in others if held and self._part(held) is Meaning.RESPONSIBLE]
            told += [f"done by {self.wording.names(doing)}"] if doing else []
        return f"{work.name} ({'; '.join(told)})" if told else work.name

    def _lines(self, held: Sequence[RoleWork], part: Meaning) -> tuple[Fact, ...]:
        several = len(self._letters(held, part)) > 1

        def line(work: RoleWork) -> str:
            letters = f"{''.join(each.code for each in self._letters([work], part))}; " if several else ""
            return f"{work.name} ({letters}{who_is_accountable(work, self.wording)})"

        return by_area(held, line)

    def _note(self, held: Sequence[RoleWork], part: Meaning, number: str) -> str:
        """Return how many there are, and what the scheme calls it where it has a word of its own."""
        own = (f"{each.code}: {each.word}" for each in self._letters(held, part) if each.word != part)
        return "; ".join([number, *own])

    def _letters(self, held: Sequence[RoleWork], part: Meaning) -> list[Letter]:
        """Return the letters that mean `part` and that the role holds, in the order of the scheme."""
        found = {letter for work in held for letter in self.wording.held(work.letters)}
        return [each for each in self.wording.scheme.letters if each in found and each.meaning is part]

    def _with(self) -> Iterator[Fact]:
        """Yield the other roles, and what their part is in the work that this one is accountable for."""
        found = together(
            (role, (self._part(letters), work.name))
            for work in sorted(self.own, key=lambda each: by_name(each.name))
            for role, letters in work.others.items()
            if letters
        )
        for role in sorted(found, key=lambda role: by_name(self.wording.name(role))):
            names = together(found[role])
            lines = (f"{verb} {listed(names[part])}" for part, verb in _OF_OTHERS.items() if part in names)
            yield Fact(self.wording.name(role), tuple(lines))

    def _part(self, letters: str) -> Meaning:
        return strongest(self.wording.scheme, self.wording.scheme.parse([letters]))

    def _meets(self, each: RoleOverlap) -> Fact:
        overlap = each.overlap
        others = self.wording.names(role for role in each.roles if role != self.card.id)
        with_ = f", with {others}" if others else ""
        lines = [f"{overlap.name}{with_} ({overlap.file}:{overlap.line})"]
        lines += [f"Tension: {overlap.tension}"] if overlap.tension else []
        return Fact(overlap.status, tuple(lines))


def _is_unsettled(work: RoleWork) -> bool:
    """Return whether a role cannot know from the letters whether a piece of work is its own."""
    if work.status == Status.CONTESTED:
        return Meaning.ACCOUNTABLE in work.parts
    return work.status == Status.UNOWNED and bool(work.parts)
