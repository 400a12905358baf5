"""What changed of the agreements that settle overlaps: made, ended, changed, or looked at again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.changes.kinds import ChangeKind, Thing
from raci.changes.making import change, state
from raci.changes.texts import changes_of_texts
from raci.text.names import by_name, in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from raci.changes.records import Change, State
    from raci.changes.sides import Sides
    from raci.model.register import Agreement, Overlap

_TOLD = frozenset({"accountable", "because", "others", "escalation", "practices", "decided", "review"})
_DATES = {"decided": "decided", "review": "to be reviewed"}


def changes_of_agreement(sides: Sides, old: Overlap, new: Overlap) -> Iterator[Change]:
    """Yield how the agreement on an overlap changed, if it did; without a reason it is only proposed."""
    was, is_ = old.agreement, new.agreement
    settled = bool(was and was.has_reason), bool(is_ and is_.has_reason)
    if settled[0] != settled[1] or (was is None) != (is_ is None):
        kind, said = _made_or_ended(sides, was, is_)
        yield _change(sides, kind, old, new, said)
    elif was and is_:
        parts = _parts(sides, was, is_)
        dates = [*_dates(was, is_)]
        if parts:
            yield _change(sides, ChangeKind.AGREEMENT_CHANGED, old, new, "; ".join((*parts, *dates)))
        elif dates:
            yield _change(sides, ChangeKind.AGREEMENT_REVIEWED, old, new, "; ".join(dates))
        entries = (was.entry, was.place), (is_.entry, is_.place)
        yield from changes_of_texts(Thing.OVERLAP, (old.id, old.name), (new.id, new.name), entries, _TOLD)


def turned_to(sides: Sides, old: Overlap, new: Overlap) -> tuple[str, ...]:
    """Return the roles that meet in an overlap, as sides or named by its agreement, before or after."""
    before = sides.now((*old.sides, *sides.before.named(old.id)))
    return tuple(dict.fromkeys((*before, *new.sides, *sides.after.named(new.id))))


def _change(sides: Sides, kind: ChangeKind, old: Overlap, new: Overlap, said: str) -> Change:
    states = _state(old, sides.roles.now), _state(new)
    return change(kind, Thing.OVERLAP, f"agreement {said}", states, turned_to(sides, old, new))


def _state(overlap: Overlap, now: Callable[[str], str] = str) -> State:
    agreement = overlap.agreement
    if agreement is None:
        return state(overlap.id, overlap.name, overlap.place.at("name"))
    roles = [agreement.for_all] if agreement.for_all else agreement.by_work.values()
    named = sorted({*map(now, roles)}, key=by_name)
    return state(overlap.id, overlap.name, agreement.place.at("accountable"), named)


def _made_or_ended(sides: Sides, was: Agreement | None, is_: Agreement | None) -> tuple[ChangeKind, str]:
    if is_ and is_.has_reason:
        return ChangeKind.AGREEMENT_MADE, f"made: {_names(sides, is_, before=False)}"
    if was and was.has_reason:
        ended = "ended" if is_ is None else "ended: it gives no reason any more, and settles nothing"
        return ChangeKind.AGREEMENT_ENDED, ended
    if is_ is None:
        return ChangeKind.AGREEMENT_ENDED, "no longer proposed"
    said = f"proposed: {_names(sides, is_, before=False)}; without a reason it settles nothing"
    return ChangeKind.AGREEMENT_MADE, said


def _parts(sides: Sides, was: Agreement, is_: Agreement) -> list[str]:
    """Return what else than dates differs between two agreements, in words."""
    parts = [*_accountable(sides, was, is_)]
    if was.entry.because != is_.entry.because:
        parts.append("gives another reason")
    others = sides.by_role_now(was.others)
    for role in sorted({*others, *is_.others}, key=by_name):
        became = is_.others.get(role, ())
        if sides.differ(others.get(role, ()), became):
            parts.append(f"{sides.role(role)} becomes {sides.is_(became) if became else 'what it claims'}")
    if tuple(map(sides.roles.now, was.escalation)) != is_.escalation:
        steps = [sides.role(step) for step in is_.escalation]
        parts.append(f"turns to {', then '.join(steps)}" if steps else "turns to nobody any more")
    practices = {*map(sides.practices.now, was.practices)}
    if practices != {*is_.practices}:
        eased = in_words(sides.practice_name(each) for each in is_.practices)
        parts.append(f"eased by {eased}" if eased else "eased by no practice any more")
    return parts


def _accountable(sides: Sides, was: Agreement, is_: Agreement) -> Iterator[str]:
    """Yield whom an agreement names instead; if it is the same role, also for what."""
    old = {sides.work.now(work): sides.roles.now(role) for work, role in was.by_work.items()}
    for_all = was.for_all and sides.roles.now(was.for_all)
    if (for_all, old) == (is_.for_all, {**is_.by_work}):
        return
    names = [_names(sides, is_, before=False), _names(sides, was, before=True)]
    if {for_all, *old.values()} - {None} == {is_.for_all, *is_.by_work.values()} - {None}:
        wide = " for all that needs one"
        names = [name + (wide if each.for_all else "") for name, each in zip(names, (is_, was), strict=True)]
    yield f"changed: {names[0]} instead of {names[1]}"


def _dates(was: Agreement, is_: Agreement) -> Iterator[str]:
    """Yield which dates are others."""
    for field, said in _DATES.items():
        old, new = getattr(was.entry, field), getattr(is_.entry, field)
        if old and new and old != new:
            yield f"{said} on {new} instead of {old}"
        elif old != new:
            yield f"{said} on {new}" if new else f"no longer {said} on {old}"


def _names(sides: Sides, agreement: Agreement, *, before: bool) -> str:
    """Return whom an agreement names, and for which work where it says so."""
    if agreement.for_all is not None:
        return sides.role(sides.roles.now(agreement.for_all) if before else agreement.for_all)
    named = [
        (sides.work.now(work), sides.roles.now(role)) if before else (work, role)
        for work, role in agreement.by_work.items()
    ]
    return in_words(f"{sides.role(role)} for {sides.work_name(work)}" for work, role in sorted(named))
