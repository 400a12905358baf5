"""What changed on the lists of roles, as far as it does not show in what holds for the work."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from raci.changes.kinds import ChangeKind, Thing
from raci.changes.making import change, state
from raci.changes.of_ownership import told
from raci.changes.places import letters_at, work_at
from raci.changes.texts import texts_of_work
from raci.text.names import by_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from raci.changes.pairing import Pair
    from raci.changes.records import Change, State
    from raci.changes.sides import Sides
    from raci.model.register import Claim


class _Both(NamedTuple):
    """A claim before and after, and the role that it is of; or the two, where it moved to another list."""

    roles: tuple[str, ...]
    before: Claim
    after: Claim

    @property
    def role(self) -> str | None:
        """Return the role on whose list it was and is."""
        return self.roles[0] if len(self.roles) == 1 else None


def changes_of_claims(sides: Sides, pair: Pair) -> Iterator[Change]:
    """Yield what changed of the claims on a piece of work, where the letters that hold do not tell it."""
    was = {sides.roles.now(each.role): each for each in sides.before.claims(pair.before)}
    is_ = {each.role: each for each in sides.after.claims(pair.after)}
    if _alike(was, is_):
        return
    seen = told(sides, pair)
    for role in sorted({*was, *is_} - seen, key=by_name):
        yield from _claim(sides, pair, role, was.get(role), is_.get(role))
    both = [_Both((role,), was[role], is_[role]) for role in was if role in is_]
    for each in both:
        yield from _expectations(sides, pair, each, seen)
    gone, come = [role for role in was if role not in is_], [role for role in is_ if role not in was]
    if len(gone) == len(come) == 1:  # what moved to another list may have changed on the way
        both.append(_Both((gone[0], come[0]), was[gone[0]], is_[come[0]]))
    yield from _kinds(sides, pair, both)
    yield from _products(sides, pair, both)
    for each in both:
        yield from _texts(sides, pair, each)


def _alike(was: dict[str, Claim], is_: dict[str, Claim]) -> bool:
    """Return whether claims say the same, in the same words, of roles and work with the same ids."""
    return was.keys() == is_.keys() and all(
        was[role].entry == is_[role].entry and was[role][1:7] == is_[role][1:7] for role in was
    )


def _claim(sides: Sides, pair: Pair, role: str, old: Claim | None, new: Claim | None) -> Iterator[Change]:
    name = sides.role(role)
    if old and new:
        if not sides.differ(old.letters, new.letters):
            return
        kind = ChangeKind.CLAIM_CHANGED
        said = f"{name} claims to be {sides.is_(new.letters)} instead of {sides.was(old.letters)}"
    elif new:
        kind, said = ChangeKind.CLAIM_MADE, f"now on the list of {name}, as {sides.is_(new.letters)}"
    elif old:
        kind, said = ChangeKind.CLAIM_DROPPED, f"no longer on the list of {name}, as {sides.was(old.letters)}"
    said += "; what holds is the same"
    states = _claimed(sides, pair, old, before=True), _claimed(sides, pair, new, before=False)
    yield change(kind, Thing.WORK, said, states, [role], role=role)


def _claimed(sides: Sides, pair: Pair, claim: Claim | None, *, before: bool) -> State:
    graph, work = (sides.before, pair.before) if before else (sides.after, pair.after)
    name = graph.register.work[work].name
    if claim is None:
        return state(work, name, work_at(graph, work))
    return state(work, name, letters_at(claim), ["".join(claim.letters)])


def _expectations(sides: Sides, pair: Pair, each: _Both, seen: set[str]) -> Iterator[Change]:
    was = sides.by_role_now(each.before.expects)
    is_ = each.after.expects
    names = sides.before.register.work[pair.before].name, sides.after.register.work[pair.after].name
    for role in sorted({*was, *is_} - seen, key=by_name):
        old, new = was.get(role, ()), is_.get(role, ())
        if not sides.differ(old, new):
            continue
        by, of = sides.role(each.roles[0]), sides.role(role)
        if new:
            said = f"{by} expects {of} to be {sides.is_(new)}"
            said += f" instead of {sides.was(old)}" if old else ""
        else:
            said = f"{by} no longer expects {of} to be {sides.was(old)}"
        written = {sides.roles.now(id_): name for id_, name in each.before.expects_written.items()}
        where = each.before.place.at("with", written.get(role, ""))
        there = each.after.place.at("with", each.after.expects_written.get(role, ""))
        before = state(pair.before, names[0], where, ["".join(old)] if old else [])
        after = state(pair.after, names[1], there, ["".join(new)] if new else [])
        said += "; what holds is the same"
        yield change(
            ChangeKind.EXPECTATION_CHANGED, Thing.WORK, said, (before, after), [role, *each.roles], role=role
        )


def _kinds(sides: Sides, pair: Pair, both: list[_Both]) -> Iterator[Change]:
    for each in both:
        if each.before.kind != each.after.kind:
            said = f"now a {each.after.kind} instead of a {each.before.kind}"
            said += f", on the list of {sides.role(each.role)}" if each.role else ""
            kinds = [each.before.kind], [each.after.kind]
            states = _states(sides, pair, each, "name", kinds)
            yield change(ChangeKind.WORK_KIND_CHANGED, Thing.WORK, said, states, each.roles, role=each.role)


def _products(sides: Sides, pair: Pair, both: list[_Both]) -> Iterator[Change]:
    for each in both:
        was, is_ = {*map(sides.work.now, each.before.produces)}, {*each.after.produces}
        if was == is_:
            continue
        more, less = sorted(is_ - was, key=by_name), sorted(was - is_, key=by_name)
        said = ", ".join(
            [
                *([f"{sides.works(more)} comes of it"] if more else []),
                *([f"{sides.works(less)} no longer comes of it"] if less else []),
            ]
        )
        made = sorted(was, key=by_name), sorted(is_, key=by_name)
        states = _states(sides, pair, each, "produces", made)
        yield change(ChangeKind.PRODUCTS_CHANGED, Thing.WORK, said, states, each.roles, role=each.role)


def _states(
    sides: Sides, pair: Pair, each: _Both, field: str, values: tuple[Sequence[str], Sequence[str]]
) -> tuple[State, State]:
    """Return what a field of a claim was and is; the work is called what it is called on each side."""
    old, new = sides.before.register.work[pair.before], sides.after.register.work[pair.after]
    return (
        state(old.id, old.name, each.before.place.at(field), values[0]),
        state(new.id, new.name, each.after.place.at(field), values[1]),
    )


def _texts(sides: Sides, pair: Pair, each: _Both) -> Iterator[Change]:
    yield from texts_of_work(
        sides.before.register.work[pair.before],
        sides.after.register.work[pair.after],
        ((each.before.entry, each.before.place), (each.after.entry, each.after.place)),
        each.roles,
        sides.role(each.role) if each.role else None,
    )
