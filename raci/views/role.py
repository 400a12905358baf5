"""The answer to role: one card, two roles beside each other, the load of all, or what was not understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.names import counted, in_words
from raci.views.document import Document, Table
from raci.views.role_card import card_title
from raci.views.role_card import sections as card_sections
from raci.views.role_load import load_records, load_section
from raci.views.role_meeting import meeting_title
from raci.views.role_meeting import sections as meeting_sections
from raci.views.role_work import pieces_of_work
from raci.views.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raci.queries.role import RoleAnswer
    from raci.queries.role_names import DoubtRecord
    from raci.queries.role_records import RoleWork

_ACCOUNTABLE = "accountable"
_HEADER = ("work", "name", "kind", "area", "status")


def role(answer: RoleAnswer) -> Document:
    """Return the document of an answer."""
    wording = Wording(answer.scheme, answer.roles)
    if answer.doubts:
        return Document(
            " ".join(_doubt(each, wording) for each in answer.doubts), notes=_way_on(answer, wording)
        )
    if not answer.cards:
        return _all(answer)
    met = answer.meeting
    about = meeting_sections(answer, met, wording) if met else card_sections(answer.cards[0], wording)
    asked = [card.id for card in answer.cards]
    return Document(
        title=meeting_title(answer, met) if met else card_title(answer.cards[0], answer.pieces),
        sections=(*about, load_section(answer.loads, asked)),
        notes=tuple(_notes(answer)),
        records=_records(answer, wording),
    )


def _all(answer: RoleAnswer) -> Document:
    if not answer.loads:
        return Document("There is no role here.", records=load_records(()))
    return Document(
        title=f"{counted(len(answer.loads), 'role')} and {pieces_of_work(answer.pieces)}.",
        sections=(load_section(answer.loads, ()),),
        notes=("raci role NAME shows one role's card; two names show the two beside each other.",),
        records=load_records(answer.loads),
    )


def _doubt(doubt: DoubtRecord, wording: Wording) -> str:
    if doubt.may_be:
        return f'"{doubt.text}" may be {wording.names(doubt.may_be, last="or")}.'
    return f'"{doubt.text}" is no known role.'


def _way_on(answer: RoleAnswer, wording: Wording) -> tuple[str, ...]:
    """Return what can be asked instead."""
    notes: list[str] = []
    for each in answer.doubts:
        if each.may_be:
            notes.append(f"Write the id: {in_words(each.may_be, last='or')}.")
        elif each.nearest:
            notes.append(f"The nearest that is known here: {wording.names(each.nearest, last='or')}.")
    return (*dict.fromkeys(notes), "raci role lists all roles; raci who-owns asks about a piece of work.")


def _notes(answer: RoleAnswer) -> Iterator[str]:
    """Yield what can be looked at next."""
    if answer.repeated:
        name = answer.cards[0].name
        yield f"Both names mean {name}: this is its card. Name another role to see the two together."
    elif answer.meeting and (answer.meeting.shared or answer.meeting.overlaps):
        yield "raci overlaps shows names that look alike as well, and the ways out of what is not settled."


def _records(answer: RoleAnswer, wording: Wording) -> Table:
    """Return a row for each piece of work, with a column for the letters of each role."""
    rows: dict[str, tuple[RoleWork, dict[str, str]]] = {}
    for card in answer.cards:
        for work in card.work:
            rows.setdefault(work.id, (work, {}))[1][card.id] = work.letters
    return Table(
        (*_HEADER, *(_unlike(card.id) for card in answer.cards), _ACCOUNTABLE),
        tuple(
            (
                *(work.id, work.name, work.kind, work.area or "", work.status),
                *(letters.get(card.id, "") for card in answer.cards),
                "; ".join(map(wording.name, work.accountable)),
            )
            for _, (work, letters) in sorted(rows.items())
        ),
    )


def _unlike(role_id: str) -> str:
    """Return the head of a role's column, which no other column has."""
    return f"{role_id} (role)" if role_id in (*_HEADER, _ACCOUNTABLE) else role_id
