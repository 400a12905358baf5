"""The answer to role: one card, two roles beside each other, the load of all, or what was not understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.model.scheme import Meaning
from raci.text.names import by_name, counted, in_words
from raci.views import role_at_a_glance as at_a_glance
from raci.views.document import Column, Document, Fact, Grid, Group, Section, Table, facts, filled
from raci.views.people_wording import called, which_person, who_holds
from raci.views.role_card import card_title
from raci.views.role_card import sections as card_sections
from raci.views.role_meeting import meeting_title
from raci.views.role_meeting import sections as meeting_sections
from raci.views.role_work import pieces_of_work
from raci.views.wording import Wording, if_any, unique_names

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from raci.queries.handover_records import Handover
    from raci.queries.role import RoleAnswer
    from raci.queries.role_names import DoubtRecord
    from raci.queries.workload import Workload

_ACCOUNTABLE = "accountable"
_HEADER = ("work", "name", "kind", "area", "status")
_LOAD = ("role", "name", *Meaning, "contested", "pieces", "listed")
_TO_LOOK_AT = (Meaning.ACCOUNTABLE, "contested")  # first: on a narrow terminal these columns are kept
_SHOWN = 15  # roles beside the one that was asked for: more are a table of their own
_MARK = "> "
_MORE = "raci role --format csv has all numbers of each role."
_FULL = "--full tells all, raci overlaps how to settle what is not."
_FEW = 8  # roles: so many can be listed for who has named none of them


def at_first(answer: RoleAnswer) -> Document:
    """Return what fits a screen of the role or the two that were asked for; other answers are short."""
    if not answer.cards or answer.doubts:
        return role(answer)
    wording = Wording(answer.scheme, unique_names(answer.roles))
    met, card = answer.meeting, answer.cards[0]
    sections = (
        at_a_glance.meeting_sections(answer, met, wording)
        if met
        else at_a_glance.card_sections(card, wording)
    )
    return Document(_title(answer, wording), sections, notes=(*_repeated(answer, wording), _FULL))


def role(answer: RoleAnswer) -> Document:
    """Return the document of an answer, everything told."""
    wording = Wording(answer.scheme, unique_names(answer.roles))
    if answer.doubts:
        return in_doubt(answer)
    if not answer.cards:
        return _all(answer, wording)
    met, card = answer.meeting, answer.cards[0]
    about = meeting_sections(answer, met, wording) if met else card_sections(card, wording)
    asked = [each.id for each in answer.cards]
    return Document(
        title=_title(answer, wording),
        sections=(*about, _load(answer.loads, asked, wording)),
        notes=tuple(_notes(answer, wording)),
        records=_records(answer, wording),
    )


def in_doubt(answer: RoleAnswer | Handover) -> Document:
    """Return the document of an answer to names that are not known, or may mean several."""
    wording = Wording(answer.scheme, unique_names(answer.roles))
    doubts = " ".join(_doubt(each, wording) for each in answer.doubts)
    return Document(doubts, notes=tuple(dict.fromkeys(_way_on(answer, wording))))


def _title(answer: RoleAnswer, wording: Wording) -> str:
    met, card = answer.meeting, answer.cards[0]
    title = meeting_title(answer, met, wording) if met else card_title(card, answer.pieces, wording)
    return f"{_held(answer, wording)}{title}"


def _held(answer: RoleAnswer, wording: Wording) -> str:
    """Return how the title begins where people were named: a single role's goes on with its name."""
    if len(answer.cards) == 1 == len(answer.people):
        return f"{called(answer.people[0])} holds "
    return "".join(f"{who_holds(each, wording)} " for each in answer.people)


def _all(answer: RoleAnswer, wording: Wording) -> Document:
    rows = (tuple(str(getattr(load, each)) for each in _LOAD) for load in answer.loads)
    records = Table(_LOAD, tuple(rows))
    if not answer.loads:
        return Document("There is no role here.", records=records)
    return Document(
        title=f"{counted(len(answer.loads), 'role')} and {pieces_of_work(answer.pieces)}.",
        sections=(_load(answer.loads, (), wording), *filled((_absences(answer, wording),))),
        notes=("raci role NAME shows one role's card; two names show the two beside each other.",),
        records=records,
    )


def _absences(answer: RoleAnswer, wording: Wording) -> Section:
    """Return what would fall to whom if a role were away; without any deputy nothing is known of that."""
    told = [
        Fact(
            wording.name(each.role),
            (f"{each.falls} to {wording.name(each.deputy)}, accountable for {each.accountable_then} then",),
        )
        for each in answer.absences
    ]
    having = {each.role for each in answer.absences}
    none = [wording.name(load.role) for load in answer.loads if load.accountable and load.role not in having]
    told += facts(("No deputy", in_words(sorted(none, key=by_name)))) if told else ()
    return Section("If one of them were away", "pieces of work that it is accountable for", tuple(told))


def _load(loads: Sequence[Workload], asked: Collection[str], wording: Wording) -> Section:
    """Return the section that holds the `asked` roles against the others, or lists all without any."""
    ordered = sorted(
        loads, key=lambda load: (-load.accountable, -load.responsible, -load.pieces, by_name(load.name))
    )
    shown = [load for place, load in enumerate(ordered) if not asked or place < _SHOWN or load.role in asked]
    other = any(load.other for load in loads)
    parts = [part for part in (*Meaning, "contested") if other or part is not Meaning.OTHER]
    columns = (Column(part.capitalize(), spare=part not in _TO_LOOK_AT, number=True) for part in parts)
    rows = (
        (
            f"{_MARK if load.role in asked else ''}{wording.name(load.role)}",
            *(str(getattr(load, part)) for part in parts),
        )
        for load in shown
    )
    left = if_any(len(loads) - len(shown), "more role is", "more roles are")
    return Section(
        heading="Load beside the others" if asked else "Load of each role",
        note=f"pieces of work by part{f'; {_MARK}marks what was asked for' if asked else ''}",
        grid=Grid((Column("Role"), *columns), (Group("", tuple(rows)),), more=_MORE),
        prose=(f"{left} not shown: raci role lists all of them.",) if left else (),
    )


def _doubt(doubt: DoubtRecord, wording: Wording) -> str:
    if len(doubt.people) == 1:
        return who_holds(doubt.people[0], wording)
    if doubt.people:
        return which_person(doubt.text, doubt.people, wording)
    if doubt.may_be:
        return f'"{doubt.text}" may be {wording.names(doubt.may_be, last="or")}.'
    if doubt.work:
        return f'"{doubt.text}" is a piece of work, not a role.'
    return f'"{doubt.text}" is no known role.'


def _way_on(answer: RoleAnswer | Handover, wording: Wording) -> Iterator[str]:
    """Yield what can be asked instead."""
    for each in answer.doubts:
        if each.may_be:
            yield f"Write the id: {in_words(each.may_be, last='or')}."
            if told_apart := [f"{one.name} {one.contact}" for one in each.people if one.contact]:
                yield f"Or write the contact as well: {in_words(told_apart, last='or')}."
        elif each.nearest:
            yield f"The nearest that is known here: {wording.names(each.nearest, last='or')}."
        elif each.work:
            for work in each.work:
                yield f"raci who-owns {work} says who is accountable for {answer.work[work]}."
        elif 0 < len(answer.roles) <= _FEW:
            yield f"The roles here: {in_words(sorted(map(wording.name, answer.roles), key=by_name))}."
    further = "" if any(each.work for each in answer.doubts) else "; raci who-owns asks about a piece of work"
    yield f"raci role lists all roles{further}."


def _notes(answer: RoleAnswer, wording: Wording) -> Iterator[str]:
    """Yield what can be looked at next."""
    yield from _repeated(answer, wording)
    if (met := answer.meeting) and (met.shared or met.alike or met.overlaps):
        yield "raci overlaps shows the ways out of what is not settled."


def _repeated(answer: RoleAnswer, wording: Wording) -> Iterator[str]:
    if answer.repeated:
        name = wording.name(answer.cards[0].id)
        yield f"Both names mean {name}: this is its card. Name another role to see the two together."


def _records(answer: RoleAnswer, wording: Wording) -> Table:
    """Return a row for each piece of work, with a column for the letters of each role."""
    letters = {(card.id, work.id): work.letters for card in answer.cards for work in card.work}
    found = {work.id: work for card in answer.cards for work in card.work}
    names = {card.id: wording.name(card.id) for card in answer.cards}
    return Table(
        (*_HEADER, *unique_names(names, taken=(*_HEADER, _ACCOUNTABLE)).values(), _ACCOUNTABLE),
        tuple(
            (
                *(work.id, work.name, work.kind, work.area or "", work.status),
                *(letters.get((card.id, work.id), "") for card in answer.cards),
                "; ".join(map(wording.name, work.accountable)),
            )
            for work in sorted(found.values(), key=lambda each: by_name(each.id))
        ),
    )
