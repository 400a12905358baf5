"""Roles on the report page: a card for each, and how much work falls to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.model.scheme import Meaning
from raci.page.parts import Bar, Card, Load, LoadRow, Part, Person
from raci.page.work import ANOTHER_PART, area_link, role_link, work_link
from raci.text.names import counted, in_words
from raci.views.document import Fact
from raci.views.role_card import PARTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from raci.page.parts import Link
    from raci.queries.overlap_cases import OverlapCase
    from raci.queries.report import Report
    from raci.queries.role import RoleCard
    from raci.queries.workload import Workload

_HUNDRED = 100


def cards(answer: Report) -> tuple[Card, ...]:
    """Return the card of each role, those with the most work first."""
    place = {row.work: number for number, row in enumerate(answer.matrix.rows)}
    cases = answer.overlaps.overlaps
    declared = [case for case in cases if case.overlap is not None and not case.overlap.is_about_names]
    in_order = sorted(answer.cards, key=lambda card: (-card.load.accountable, -card.load.pieces, card.id))
    return tuple(_card(answer, card, _work_by_part(answer, card, place), declared) for card in in_order)


def load(answer: Report) -> Load:
    """Return the bars of each role, in the order of the cards; a part that nobody has is left out."""
    loads = [card.load for card in answer.cards if card.load.pieces]
    loads.sort(key=lambda each: (-each.accountable, -each.pieces, each.role))
    parts = [part for part in (*Meaning, "contested") if any(getattr(each, part) for each in loads)]
    longest = max((getattr(each, part) for each in loads for part in parts), default=0)
    return Load(
        sentence=_sentence(loads),
        parts=tuple((part, ANOTHER_PART if part == Meaning.OTHER else part.capitalize()) for part in parts),
        rows=tuple(
            LoadRow(
                role_link(answer, each.role),
                tuple(
                    Bar(count, _length(count, longest)) for count in (getattr(each, part) for part in parts)
                ),
            )
            for each in loads
        ),
    )


def _length(count: int, longest: int) -> int:
    return max(1, count * _HUNDRED // longest) if count else 0


def _sentence(loads: list[Workload]) -> str:
    if not loads:
        return "No role has a part in anything."
    most = loads[0].accountable
    heaviest = [each.name for each in loads if each.accountable == most]
    if not most:
        return "No role is accountable for anything."
    verb = "is" if len(heaviest) == 1 else "are each"
    pieces = counted(most, "piece of work", "pieces of work")
    return f"{in_words(heaviest)} {verb} accountable for the most: {pieces}."


def _work_by_part(answer: Report, card: RoleCard, place: Mapping[str, int]) -> dict[Meaning, list[Link]]:
    """Return the work in which a role has each part, in the order of its `place` in the matrix."""
    held: dict[Meaning, list[Link]] = {}
    for work in sorted(card.work, key=lambda each: place[each.id]):
        for part in work.parts:
            held.setdefault(Meaning(part), []).append(work_link(answer, work.id))
    return held


def _card(
    answer: Report,
    card: RoleCard,
    held: Mapping[Meaning, Sequence[Link]],
    declared: Iterable[OverlapCase],
) -> Card:
    parts = [Part(_label(meaning), tuple(held[meaning])) for meaning in Meaning if meaning in held]
    return Card(
        anchor=f"role-{card.id}",
        name=card.name,
        aliases=tuple(card.aliases),
        summary=card.summary or "",
        sentence=_load_sentence(card.load),
        people=tuple(Person(each.name, each.contact or "") for each in card.people),
        facts=tuple(_facts(answer, card)),
        parts=tuple(_without_repetition(parts)),
        areas=tuple(
            area_link(answer, case.overlap.id, case.overlap.status)
            for case in declared
            if case.overlap is not None and card.id in case.roles
        ),
    )


def _label(meaning: Meaning) -> str:
    return ANOTHER_PART if meaning is Meaning.OTHER else meaning.capitalize()


def _without_repetition(parts: Iterable[Part]) -> Iterable[Part]:
    """Yield parts; where a role does just what it is accountable for, that is said in one list."""
    listed = list(parts)
    labels = {part.label: part for part in listed}
    accountable, responsible = (
        labels.get(each.capitalize()) for each in (Meaning.ACCOUNTABLE, Meaning.RESPONSIBLE)
    )
    if accountable and responsible and accountable.work == responsible.work:
        yield Part("Accountable and responsible", accountable.work)
        listed = [part for part in listed if part not in (accountable, responsible)]
    yield from listed


_SAID = {Meaning.ACCOUNTABLE: "Accountable for", **PARTS}


def _load_sentence(load: Workload) -> str:
    counted = ((said.lower(), getattr(load, meaning)) for meaning, said in _SAID.items())
    parts = [f"{said} {count}" for said, count in counted if count]
    if not parts:
        return "No part in any work."
    contested = f"; {load.contested} contested" if load.contested else ""
    return f"{in_words(parts).capitalize()}{contested}."


def _facts(answer: Report, card: RoleCard) -> Iterable[Fact]:
    if card.contact:
        yield Fact("Contact", (card.contact,))
    if card.reports_to:
        yield Fact("Reports to", (answer.roles[card.reports_to],))
    if card.source:
        yield Fact("Source", (card.source,))
