"""Who is accountable, and who holds which letters: what changed for work that is on both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.changes.kinds import ChangeKind, Thing
from raci.changes.making import change, state
from raci.changes.places import held_at, work_at
from raci.text.names import by_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raci.changes.pairing import Pair
    from raci.changes.records import Change, State
    from raci.changes.sides import Sides
    from raci.graph.ownership import OwnershipGraph
    from raci.model.scheme import Letters


def changes_of_ownership(sides: Sides, pair: Pair) -> Iterator[Change]:
    """Yield how it changed who is accountable, then who has another part than before."""
    was, is_ = sides.held_before(pair.before), sides.held_after(pair.after)
    old, new = sides.before.accountable(pair.before), sides.after.accountable(pair.after)
    moved = set(sides.now(old)).symmetric_difference(new)
    if moved:
        yield _accountable(sides, pair, was, is_)
    for role in sorted({*was, *is_} - moved, key=by_name):
        if sides.differ(was.get(role, ()), is_.get(role, ())):
            yield _letters(sides, pair, role, was, is_)


def told(sides: Sides, pair: Pair) -> set[str]:
    """Return the roles whose letters for work differ: changes of ownership tell of these."""
    was, is_ = sides.held_before(pair.before), sides.held_after(pair.after)
    accountable = set(sides.now(sides.before.accountable(pair.before)))
    moved = accountable.symmetric_difference(sides.after.accountable(pair.after))
    return moved | {role for role in {*was, *is_} if sides.differ(was.get(role, ()), is_.get(role, ()))}


def _accountable(sides: Sides, pair: Pair, was: dict[str, Letters], is_: dict[str, Letters]) -> Change:
    old = sides.now(sides.before.accountable(pair.before))
    new = sides.now(sides.after.accountable(pair.after))
    kind, said = _what(sides, old, new, decided=sides.unowned_turned(pair))
    first, last = _place_holder(old, new), _place_holder(new, old)
    return change(
        kind,
        Thing.WORK,
        said + _rest(sides, old, new, was, is_),
        (
            _state(sides.before, pair.before, _before_id(sides, pair, first), old, was),
            _state(sides.after, pair.after, last, new, is_),
        ),
        (*old, *new),
    )


def _what(
    sides: Sides, old: tuple[str, ...], new: tuple[str, ...], *, decided: bool
) -> tuple[ChangeKind, str]:
    """Return the kind of a change of who is accountable, and how it is said.

    That nobody is, another change tells where it was `decided`.
    """
    word, several = sides.accountable, sides.who_is_accountable(new)
    before = sides.names(old)
    are = "is" if len(old) == 1 else "are"
    if not new:
        nobody = "" if decided else ", and nobody else is"
        return ChangeKind.ACCOUNTABLE_LOST, f"{before} {are} no longer {word}{nobody}"
    if not old:
        contested = "contested: " if len(new) > 1 else ""
        return ChangeKind.ACCOUNTABLE_GAINED, f"{contested}{several}, where nobody was"
    if len(old) == len(new) == 1:
        return ChangeKind.ACCOUNTABLE_MOVED, f"{word} moved from {before} to {sides.names(new)}"
    return _of_several(sides, old, new)


def _of_several(sides: Sides, old: tuple[str, ...], new: tuple[str, ...]) -> tuple[ChangeKind, str]:
    """Return the same where several are accountable on a side at least."""
    several, before, after = sides.who_is_accountable(new), sides.names(old), sides.names(new)
    if len(old) == 1:
        return ChangeKind.CONTESTED, f"now contested: {several}, where it was {before}"
    if len(new) == 1:
        return ChangeKind.SETTLED, f"no longer contested: {after} is {sides.accountable}, of {before}"
    if {*old} < {*new}:
        return ChangeKind.CONTESTED, f"contested by more: {several}, where it was {before}"
    if {*new} < {*old}:
        return ChangeKind.SETTLED, f"contested by fewer: {several}, of {before}"
    return ChangeKind.ACCOUNTABLE_MOVED, f"still contested, now between {after} instead of {before}"


def _rest(
    sides: Sides, old: tuple[str, ...], new: tuple[str, ...], was: dict[str, Letters], is_: dict[str, Letters]
) -> str:
    """Return what is left to those who are no longer accountable, and is not a matter of course."""
    left: dict[tuple[bool, str], list[str]] = {}
    for role in old:
        if role not in new and is_.get(role):
            left.setdefault((set(is_[role]) <= set(was[role]), sides.is_(is_[role])), []).append(role)
    told = ""
    for (stays, part), roles in left.items():
        verbs = ("stays", "is now") if len(roles) == 1 else ("stay", "are now")
        told += f"; {sides.names(roles)} {verbs[0] if stays else verbs[1]} {part}"
    return told


def _letters(sides: Sides, pair: Pair, role: str, was: dict[str, Letters], is_: dict[str, Letters]) -> Change:
    before, after = was.get(role, ()), is_.get(role, ())
    name = sides.role(role)
    if not before:
        said = f"{name} is now {sides.is_(after)}"
    elif not after:
        said = f"{name} is no longer {sides.was(before)}"
    else:
        said = f"{name} is now {sides.is_(after)} instead of {sides.was(before)}"
    return change(
        ChangeKind.LETTERS_CHANGED,
        Thing.WORK,
        said,
        (
            _state(sides.before, pair.before, _before_id(sides, pair, role), before, was),
            _state(sides.after, pair.after, role, after, is_),
        ),
        (role, *sides.now(sides.before.accountable(pair.before)), *sides.after.accountable(pair.after)),
        role=role,
    )


def _state(
    graph: OwnershipGraph, work: str, role: str | None, value: tuple[str, ...], letters: dict[str, Letters]
) -> State:
    where = held_at(graph, work, role) if role else work_at(graph, work)
    return state(work, graph.register.work[work].name, where, value, letters)


def _place_holder(these: tuple[str, ...], others: tuple[str, ...]) -> str | None:
    """Return the role whose letters are to be looked at: one that the other side has not, if there is one."""
    return next((role for role in these if role not in others), next(iter(these), None))


def _before_id(sides: Sides, pair: Pair, role: str | None) -> str | None:
    """Return the id that a role had before."""
    known = sides.before.letters(pair.before)
    return next((each for each in known if sides.roles.now(each) == role), role)
