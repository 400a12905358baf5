"""Whom changes concern: who gains or loses, whom to ask before, whom to tell after; each with why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.changes.kinds import ChangeKind, Thing, Why
from raci.changes.records import Concerned, Reason
from raci.model.scheme import Meaning
from raci.queries.asked_records import person_records
from raci.text.names import by_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from raci.changes.records import Change
    from raci.changes.sides import Sides
    from raci.model.scheme import Letters, Scheme
    from raci.queries.asked_records import PersonRecord

_Ids = tuple[str | None, str | None]
_Whys = dict[tuple[str, Why], dict[str, None]]
"""Names of what changed, by role and why it concerns it."""

_AFFECTED = (Why.LOSES_ACCOUNTABLE, Why.GAINS_ACCOUNTABLE, Why.LOSES_RESPONSIBLE, Why.GAINS_RESPONSIBLE)
_ASK = (
    *(Why.CONTESTED, Why.ACCOUNTABLE, Why.IN_AGREEMENT, Why.IN_OVERLAP),
    *(Why.CONSULTED, Why.HOLDERS, Why.REPORTING),
)
_TELL = (Why.INFORMED, Why.CONTACT, Why.SCHEME)
_LOSES, _GAINS = (
    {Why.LOSES_ACCOUNTABLE, Why.LOSES_RESPONSIBLE},
    {Why.GAINS_ACCOUNTABLE, Why.GAINS_RESPONSIBLE},
)
_PARTS = (
    (Meaning.ACCOUNTABLE, Why.LOSES_ACCOUNTABLE, Why.GAINS_ACCOUNTABLE),
    (Meaning.RESPONSIBLE, Why.LOSES_RESPONSIBLE, Why.GAINS_RESPONSIBLE),
)
_OF_KINDS = {
    ChangeKind.AGREEMENT_MADE: Why.IN_AGREEMENT,
    ChangeKind.AGREEMENT_ENDED: Why.IN_AGREEMENT,
    ChangeKind.AGREEMENT_CHANGED: Why.IN_AGREEMENT,
    ChangeKind.AGREEMENT_REVIEWED: Why.IN_AGREEMENT,
    ChangeKind.OVERLAP_OPENED: Why.IN_OVERLAP,
    ChangeKind.OVERLAP_CLOSED: Why.IN_OVERLAP,
    ChangeKind.OVERLAP_CHANGED: Why.IN_OVERLAP,
    ChangeKind.PEOPLE_CHANGED: Why.HOLDERS,
    ChangeKind.REPORTS_TO_CHANGED: Why.REPORTING,
    ChangeKind.CONTACT_CHANGED: Why.CONTACT,
    ChangeKind.SCHEME_CHANGED: Why.SCHEME,
}
"""Why changes that are not of work concern the roles that they are said to concern."""

Groups = tuple[tuple[Concerned, ...], tuple[Concerned, ...], tuple[Concerned, ...]]


def concerned(sides: Sides, changes: Iterable[Change]) -> Groups:
    """Return those who gain or lose, those to ask before, and those to tell after, by why and id."""
    whys: _Whys = {}
    for (before, after), name in _changed_work(changes).items():
        for role, why in _whys(sides, before, after):
            whys.setdefault((role, why), {})[name] = None
    for change in changes:
        if reason := _OF_KINDS.get(ChangeKind(change.kind)):
            for role in change.concerns:
                whys.setdefault((role, reason), {})[change.name] = None
    return _group(sides, whys, _AFFECTED), _group(sides, whys, _ASK), _group(sides, whys, _TELL)


def _changed_work(changes: Iterable[Change]) -> dict[_Ids, str]:
    """Return the work that changed, by its ids on both sides, with what it is called."""
    return {
        (change.before.id if change.before else None, change.after.id if change.after else None): change.name
        for change in changes
        if change.thing == Thing.WORK and not change.is_text
    }


def _whys(sides: Sides, before: str | None, after: str | None) -> Iterator[tuple[str, Why]]:
    """Yield the roles that a change of work concerns, and why; who gains or loses is not told again."""
    old = sides.held_before(before) if before else {}
    new = sides.held_after(after) if after else {}
    was, is_ = _meanings(old, sides.before.register.scheme), _meanings(new, sides.after.register.scheme)
    contested = _contested(was) | _contested(is_)
    for role in sorted({*was, *is_}, key=by_name):
        held, holds = was.get(role, set()), is_.get(role, set())
        found = [lost for part, lost, _ in _PARTS if part in held - holds]
        found += [gained for part, _, gained in _PARTS if part in holds - held]
        if not found and role in contested:
            found = [Why.CONTESTED]
        elif not found and Meaning.ACCOUNTABLE in holds:
            found = [Why.ACCOUNTABLE]
        elif not found and Meaning.CONSULTED in held | holds:
            found = [Why.CONSULTED]
        elif not found and Meaning.INFORMED in held | holds:
            found = [Why.INFORMED]
        yield from ((role, why) for why in found)


def _contested(meanings: Mapping[str, set[Meaning]]) -> set[str]:
    """Return the roles that are accountable, where several are."""
    roles = {role for role, held in meanings.items() if Meaning.ACCOUNTABLE in held}
    return roles if len(roles) > 1 else set()


def _meanings(letters: Mapping[str, Letters], scheme: Scheme) -> dict[str, set[Meaning]]:
    return {role: {scheme.letter(code).meaning for code in held} for role, held in letters.items()}


def _group(sides: Sides, whys: _Whys, kinds: tuple[Why, ...]) -> tuple[Concerned, ...]:
    first = {role: why for why in reversed(kinds) for role, reason in whys if reason is why}
    roles = sorted(first, key=lambda role: (kinds.index(first[role]), by_name(role)))
    before = {pair.after: pair.before for pair in sides.roles.pairs}
    return tuple(
        _concerned(
            sides,
            (before.get(role, role), role),
            {why: [*whys[role, why]] for why in kinds if (role, why) in whys},
        )
        for role in roles
    )


def _concerned(sides: Sides, ids: tuple[str, str], whys: Mapping[Why, Sequence[str]]) -> Concerned:
    """Return a role with those who hold it; who only loses was held by those of before."""
    was, is_ = sides.before.register.roles.get(ids[0]), sides.after.register.roles.get(ids[1])
    if not sides.letters_only:  # a table does not say who holds a role
        was, is_ = (
            (None if is_ and whys.keys() <= _GAINS else was),
            (None if was and whys.keys() <= _LOSES else is_),
        )
    found = [role for role in (is_, was) if role]
    people: dict[str, PersonRecord] = {}
    for role in found:
        for each in person_records(role.entry.people, role.id):
            people.setdefault(each.name, each)
    asked = found if sides.letters_only else found[:1]
    contact = next((role.entry.contact for role in asked if role.entry.contact), None)
    reasons = tuple(Reason(why.value, tuple(on)) for why, on in whys.items())
    return Concerned(ids[1], found[0].name, tuple(people.values()), contact, reasons)
