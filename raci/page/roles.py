"""Roles on the report page: a card for each, and how much work falls to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.model.scheme import Meaning
from raci.page.work import PART
from raci.text.names import counted, in_words
from raci.views.document import facts
from raci.views.role_card import PARTS
from raci.views.wording import who_is

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from raci.queries.records import OverlapRecord
    from raci.queries.report import Report
    from raci.queries.role import RoleCard
    from raci.queries.workload import Workload
    from raci.views.document import Fact

_HEAVIEST = 5  # more of them are no first view
_SAID = {Meaning.ACCOUNTABLE: "Accountable for", **PARTS}


@dataclass(frozen=True, slots=True)
class Card:
    """A role: the work, by its ids, in which it has each of its `parts`, and where it meets others."""

    role: RoleCard
    sentence: str
    facts: tuple[Fact, ...]
    parts: Mapping[str, Sequence[str]]
    areas: tuple[OverlapRecord, ...]


@dataclass(frozen=True, slots=True)
class Load:
    """How much work falls to each role, and a sentence that says what is to be seen.

    `parts` are the columns with their headings, `longest` is the highest number; the `heaviest` rows are of
    those who are accountable for the most.
    """

    sentence: str
    parts: Mapping[str, str]
    longest: int
    rows: tuple[Workload, ...]
    heaviest: tuple[Workload, ...]


def cards(answer: Report) -> tuple[Card, ...]:
    """Return the card of each role, those with the most work first."""
    place = {row.work: number for number, row in enumerate(answer.matrix.rows)}
    declared = [case for case in answer.overlaps.overlaps if case.overlap and not case.overlap.is_about_names]
    return tuple(
        Card(
            role=card,
            sentence=_load_sentence(card.load),
            facts=facts(
                ("Concerned with", card.focus),
                ("Like", card.analogy),
                ("Held by", ", ".join(map(who_is, card.people))),
                ("Contact", card.contact),
                ("Reports to", answer.roles[card.reports_to] if card.reports_to else None),
                ("Deputy", answer.roles[card.deputy] if card.deputy else None),
            ),
            parts=_parts(card, place),
            areas=tuple(case.overlap for case in declared if case.overlap and card.id in case.roles),
        )
        for card in sorted(answer.cards, key=lambda card: _most_first(card.load))
    )


def load(answer: Report) -> Load:
    """Return the load of each role, in the order of the cards; a part that nobody has is left out."""
    loads = sorted((card.load for card in answer.cards if card.load.pieces), key=_most_first)
    heads = dict((*PART.items(), ("contested", "Contested")))
    numbers = {part: [getattr(each, part) for each in loads] for part in heads}
    return Load(
        sentence=_sentence(loads),
        parts={part: head for part, head in heads.items() if any(numbers[part])},
        longest=max((number for of_part in numbers.values() for number in of_part), default=0),
        rows=tuple(loads),
        heaviest=tuple(each for each in loads[:_HEAVIEST] if each.accountable),
    )


def _most_first(load: Workload) -> tuple[int, int, str]:
    return (-load.accountable, -load.pieces, load.role)


def _sentence(loads: Sequence[Workload]) -> str:
    if not loads:
        return "No role has a part in anything."
    most = loads[0].accountable
    heaviest = [each.name for each in loads if each.accountable == most]
    if not most:
        return "No role is accountable for anything."
    verb = "is" if len(heaviest) == 1 else "are each"
    pieces = counted(most, "piece of work", "pieces of work")
    return f"{in_words(heaviest)} {verb} accountable for the most: {pieces}."


def _parts(card: RoleCard, place: Mapping[str, int]) -> dict[str, list[str]]:
    """Return the work in which a role has each part, in the order of its `place` in the matrix.

    Where a role does just what it is accountable for, that is said in one list.
    """
    work = sorted(card.work, key=lambda each: place[each.id])
    held = {PART[part]: [each.id for each in work if part in each.parts] for part in Meaning}
    own, done = PART[Meaning.ACCOUNTABLE], PART[Meaning.RESPONSIBLE]
    if held[own] == held[done]:
        held = {f"{own} and {done.lower()}": held.pop(own), **held, done: []}
    return {label: ids for label, ids in held.items() if ids}


def _load_sentence(load: Workload) -> str:
    numbers = ((said.lower(), getattr(load, meaning)) for meaning, said in _SAID.items())
    parts = [f"{said} {number}" for said, number in numbers if number]
    if not parts:
        return "No part in any work."
    contested = f"; {load.contested} contested" if load.contested else ""
    return f"{in_words(parts).capitalize()}{contested}."
