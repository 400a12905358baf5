"""Whom changes concern: who gains or loses, whom to ask before, whom to tell after; each with why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.changes.kinds import ChangeKind, Thing, Why
from raci.changes.records import Concerned, Reason
from raci.model.scheme import Meaning
from raci.queries.records import PersonRecord
from raci.text.names import by_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from raci.changes.records import Change
    from raci.changes.sides import Sides
    from raci.model.scheme import Letters, Scheme

_Ids = tuple[str | None, str | None]
_Whys = dict[tuple[str, Why], dict[str, None]]
"""Names of what changed, by role and why it concerns it."""

_AFFECTED = (Why.LOSES_ACCOUNTABLE, Why.GAINS_ACCOUNTABLE, Why.LOSES_RESPONSIBLE, Why.GAINS_RESPONSIBLE)
_ASK = (Why.CONTESTED, Why.IN_AGREEMENT, Why.CONSULTED)
_PARTS = (
    (Meaning.ACCOUNTABLE, Why.LOSES_ACCOUNTABLE, Why.GAINS_ACCOUNTABLE),
    (Meaning.RESPONSIBLE, Why.LOSES_RESPONSIBLE, Why.GAINS_RESPONSIBLE),
)
_AGREEMENTS = {
    ChangeKind.AGREEMENT_MADE,
    ChangeKind.AGREEMENT_ENDED,
    ChangeKind.AGREEMENT_CHANGED,
    ChangeKind.AGREEMENT_REVIEWED,
}

Groups = tuple[tuple[Concerned, ...], tuple[Concerned, ...], tuple[Concerned, ...]]


def concerned(sides: Sides, changes: Iterable[Change]) -> Groups:
    """Return those who gain or lose, those to ask before, and those to tell after, by why and id."""
    whys: _Whys = {}
    for (before, after), name in _changed_work(changes).items():
        for role, why in _whys(sides, before, after):
            whys.setdefault((role, why), {})[name] = None
    for change in changes:
        if change.kind in _AGREEMENTS:
            for role in change.concerns:
                whys.setdefault((role, Why.IN_AGREEMENT), {})[change.name] = None
    return _group(sides, whys, _AFFECTED), _group(sides, whys, _ASK), _group(sides, whys, (Why.INFORMED,))


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
    return tuple(
        _concerned(
            sides, role, [Reason(why.value, tuple(whys[role, why])) for why in kinds if (role, why) in whys]
        )
        for role in roles
    )


def _concerned(sides: Sides, role: str, reasons: Iterable[Reason]) -> Concerned:
    found = sides.after.register.roles.get(role) or sides.before.register.roles[role]
    people = tuple(PersonRecord(each.name, each.contact, role) for each in found.entry.people)
    return Concerned(role, found.name, people, found.entry.contact, tuple(reasons))
