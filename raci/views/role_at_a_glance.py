"""A role, or two, on one screen: who they are, what falls to them, and what is not settled between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.model.scheme import Meaning
from raci.model.standing import Status
from raci.text.names import by_name, in_words
from raci.views.document import Column, Fact, Grid, Group, Section, facts, filled
from raci.views.role_card import PARTS
from raci.views.role_work import pieces_of_work
from raci.views.wording import few, listed, shortened, spoken, together, who_is

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from raci.queries.role import RoleAnswer, RoleCard
    from raci.queries.role_meeting import Meeting, SharedWork
    from raci.queries.role_records import RoleOverlap, RoleWork
    from raci.views.wording import Wording

_WIDTH = 78  # of a screen of 80 columns, without the margin
_AREAS = 6  # as many as leave room for what is not settled
_PEOPLE = 3
_LABEL = 34  # of an area: the names of its work need the rest
_UNSETTLED = (Status.CONTESTED, Status.UNOWNED)


def card_sections(card: RoleCard, wording: Wording) -> tuple[Section, ...]:
    """Return what a screen shows of a role: who it is, its work by area, and where nothing is settled yet."""
    told = [work for work in card.work if work.parts]
    unsettled = [work for work in told if work.status in _UNSETTLED]
    own = [work for work in told if Meaning.ACCOUNTABLE in work.parts and work not in unsettled]
    rest = [work for work in told if work not in own and work not in unsettled]
    return filled(
        (
            Section("Who it is", facts=tuple(_who(card, wording))),
            Section("What it does", _kinds(own), (*_areas(own), *_besides(rest))),
            Section("Not settled", facts=(*_lines(unsettled), *_open(card.overlaps))),
        )
    )


def _who(card: RoleCard, wording: Wording) -> Iterator[Fact]:
    people = few([who_is(each) for each in card.people], _PEOPLE)
    yield from facts(
        ("In short", None if card.focus else card.summary),
        ("Concerned with", card.focus),
        ("Like", card.analogy),
        ("Held by", ", ".join(people)),
        ("Contact", card.contact),
        ("Reports to", wording.name(card.reports_to) if card.reports_to else None),
        ("Deputy", wording.name(card.deputy) if card.deputy else None),
    )


def _kinds(own: Sequence[RoleWork]) -> str:
    made = sum(work.kind == "deliverable" for work in own)
    deliverables = f", {made} of them deliverables" if made else ""
    return f"plainly its own: {pieces_of_work(len(own))}{deliverables}" if own else ""


def _areas(own: Iterable[RoleWork]) -> Iterator[Fact]:
    """Yield a line for each area, the fullest ones where not all fit: how much, and what comes first."""
    areas = together(
        (work.area or "", work.name) for work in sorted(own, key=lambda work: by_name(work.name))
    )
    fullest = sorted(areas, key=lambda area: (-len(areas[area]), by_name(area)))[:_AREAS]
    shown = sorted(fullest, key=lambda area: (not area, by_name(area)))
    labels = {
        area: shortened(area or ("Without an area" if len(areas) > 1 else "Work"), _LABEL) for area in shown
    }
    room = _WIDTH - max(map(len, labels.values()), default=0) - 4
    for area in shown:
        yield Fact(labels[area], (shortened(f"{len(areas[area])}: {'; '.join(areas[area])}", room),))
    if left := sum(map(len, areas.values())) - sum(len(areas[area]) for area in shown):
        yield Fact("Other areas", (f"{left:,}",))


def _besides(rest: Iterable[RoleWork]) -> Iterator[Fact]:
    found = together((Meaning(work.parts[0]), work.name) for work in rest)
    for part, label in PARTS.items():
        if names := found.get(part):
            yield Fact(label, (shortened(f"{len(names)}: {'; '.join(names)}", _WIDTH - len(label) - 4),))


def _lines(unsettled: Sequence[RoleWork]) -> Iterator[Fact]:
    for status, names in together((work.status, work.name) for work in unsettled).items():
        yield Fact(spoken(status), ("; ".join(few(names, _AREAS)),))


def _open(overlaps: Iterable[RoleOverlap]) -> Iterator[Fact]:
    areas = (each.overlap for each in overlaps if not each.overlap.is_about_names)
    for status, names in together((each.status, each.name) for each in areas).items():
        if status in ("contested", "open"):
            yield Fact(
                f"{spoken(status)} area{'s' if len(names) > 1 else ''}", ("; ".join(few(names, _AREAS)),)
            )


def meeting_sections(answer: RoleAnswer, met: Meeting, wording: Wording) -> tuple[Section, ...]:
    """Return what a screen shows of two roles: how they differ, what they share and where they meet."""
    alone = ((wording.name(card.id), len(met.alone[card.id])) for card in answer.cards)
    apart = ", ".join(f"{name} {number}" for name, number in alone if number)
    return (
        *filled((_differ(answer, wording),)),
        *filled(
            (
                Section(
                    "Shared, by owner",
                    apart and f"alone: {apart}",
                    tuple(_shared(met.shared, wording)),
                ),
            )
        ),
        *filled((Section("Names that may mean one thing", facts=tuple(_alike(answer, met))),)),
        *filled((Section("Where they meet", facts=tuple(_meet(met.overlaps))),)),
    )


def _differ(answer: RoleAnswer, wording: Wording) -> Section:
    """Return both roles side by side: what they are concerned with and like, else what they are for."""
    rows = (
        ("Concerned with", [card.focus for card in answer.cards]),
        ("Like", [card.analogy for card in answer.cards]),
    )
    short = ("In short", [card.summary for card in answer.cards])
    told = tuple((label, *(text or "" for text in texts)) for label, texts in rows if any(texts)) or tuple(
        (label, *(text or "" for text in texts)) for label, texts in (short,) if any(texts)
    )
    heads = (Column(wording.name(card.id)) for card in answer.cards)
    return Section("How they differ", grid=Grid((Column(""), *heads), (Group("", told),)) if told else None)


def _shared(shared: Iterable[SharedWork], wording: Wording) -> Iterator[Fact]:
    """Yield the shared work by who is accountable for it, what is not settled first."""
    found = together((_whose(work, wording), work.name) for work in shared)
    for whose, names in sorted(found.items(), key=lambda each: each[0] != spoken(Status.CONTESTED)):
        yield Fact(whose, (listed(few(names, _AREAS)),))


def _whose(work: SharedWork, wording: Wording) -> str:
    if work.status in _UNSETTLED:
        return spoken(work.status)
    return wording.names(work.accountable) or spoken(work.status)


def _alike(answer: RoleAnswer, met: Meeting) -> Iterator[Fact]:
    pairs = [in_words((answer.work[each.one], answer.work[each.other])) for each in met.alike]
    if pairs:
        yield Fact("", tuple(few(pairs, _PEOPLE)))


def _meet(overlaps: Iterable[RoleOverlap]) -> Iterator[Fact]:
    areas = (each.overlap for each in overlaps if not each.overlap.is_about_names)
    for status, names in together((each.status, each.name) for each in areas).items():
        yield Fact(spoken(status), ("; ".join(few(names, _AREAS)),))
