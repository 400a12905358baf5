"""What changed of the roles: which came and went, what they are called, who holds them, where they belong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.changes.kinds import ChangeKind, Thing
from raci.changes.making import change, renamed, state
from raci.changes.texts import changes_of_texts
from raci.text.names import fold, in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from raci.changes.pairing import Pair
    from raci.changes.records import Change, State
    from raci.changes.sides import Sides
    from raci.model.entry import PersonEntry
    from raci.model.register import Role

_TOLD = frozenset({"name", "people", "contact", "reports_to", "responsibilities", "deliverables"})


def changes_of_roles(sides: Sides) -> Iterator[Change]:
    """Yield all changes of roles."""
    old, new = sides.before.register.roles, sides.after.register.roles
    for pair in sides.roles.pairs:
        was, is_ = old[pair.before], new[pair.after]
        if pair.is_guess or not sides.letters_only:  # a table may call a role by any of its names
            yield from _name(pair, was, is_)
        if not sides.letters_only and (was.entry != is_.entry or was.reports_to != is_.reports_to):
            yield from _people(was, is_)
            yield from _contact(was, is_)
            yield from _reports_to(sides, was, is_)
            yield from _texts(was, is_)
    for id_ in sides.roles.gone:
        if _counts(sides, old[id_]):
            yield _removed(sides, old[id_])
    for id_ in sides.roles.come:
        if _counts(sides, new[id_]):
            yield _added(sides, new[id_])


def _counts(sides: Sides, role: Role) -> bool:
    """Return whether a role is to be missed: a table has only those that hold letters."""
    graph = sides.after if sides.after.register.roles.get(role.id) is role else sides.before
    return not sides.letters_only or bool(graph.work_with(role.id))


def _state(role: Role, field: str = "name", value: Sequence[str | None] = ()) -> State:
    return state(role.id, role.name, role.place.at(field), value)


def _name(pair: Pair, old: Role, new: Role) -> Iterator[Change]:
    states = _state(old, "name", [old.name]), _state(new, "name", [new.name])
    guess = "it holds the same letters for the same work" if pair.is_guess else ""
    yield from renamed(ChangeKind.ROLE_RENAMED, Thing.ROLE, states, [new.id], guess)


def _added(sides: Sides, role: Role) -> Change:
    said = f"new role; {_held_by(role.entry.people)}" if role.entry.people else "new role"
    above = sides.after.register.roles[role.reports_to] if role.reports_to else None
    said += f", reports to {above.name}" if above else ""
    return change(ChangeKind.ROLE_ADDED, Thing.ROLE, said, (None, _state(role)), [role.id])


def _removed(sides: Sides, role: Role) -> Change:
    work = [each for each in sides.before.claimed_by(role.id) if role.id in sides.before.accountable(each.id)]
    said = "role gone"
    if work:
        said += f"; it was accountable for {len(work)} piece{'s' if len(work) > 1 else ''} of work"
    return change(ChangeKind.ROLE_REMOVED, Thing.ROLE, said, (_state(role), None), [role.id])


def _held_by(people: Sequence[PersonEntry]) -> str:
    return f"{in_words(each.name for each in people)} {'holds' if len(people) == 1 else 'hold'} it"


def _people(old: Role, new: Role) -> Iterator[Change]:
    was, is_ = old.entry.people, new.entry.people
    if [(each.name, each.contact) for each in was] == [(each.name, each.contact) for each in is_]:
        return
    come = [each.name for each in is_ if each.name not in {one.name for one in was}]
    gone = [each.name for each in was if each.name not in {one.name for one in is_}]
    if come and gone:
        said = f"{in_words(come)} {'holds' if len(come) == 1 else 'hold'} it instead of {in_words(gone)}"
    elif come:
        said = f"{in_words(come)} {'holds' if len(come) == 1 else 'hold'} it now"
    elif gone:
        said = f"{in_words(gone)} no longer {'holds' if len(gone) == 1 else 'hold'} it"
    else:
        said = _order_or_contacts(was, is_)
    states = _state(old, "people", [*map(_person, was)]), _state(new, "people", [*map(_person, is_)])
    yield change(ChangeKind.PEOPLE_CHANGED, Thing.ROLE, said, states, [new.id])


def _order_or_contacts(was: Sequence[PersonEntry], is_: Sequence[PersonEntry]) -> str:
    """Return what changed where the people are the same: how to reach them, or their order."""
    known = [(each.name, each.contact) for each in was]
    moved = [each for each in is_ if (each.name, each.contact) not in known]
    if moved:
        return in_words(
            f"{each.name} is reached at {each.contact}" if each.contact else f"{each.name} has no contact now"
            for each in moved
        )
    return f"in another order: {in_words(each.name for each in is_)}"


def _person(person: PersonEntry) -> str:
    return f"{person.name} ({person.contact})" if person.contact else person.name


def _contact(old: Role, new: Role) -> Iterator[Change]:
    was, is_ = old.entry.contact, new.entry.contact
    if was != is_:
        said = f"asked at {is_} instead of {was}" if was and is_ else f"asked at {is_}"
        said = said if is_ else f"no longer asked at {was}"
        states = _state(old, "contact", [was]), _state(new, "contact", [is_])
        yield change(ChangeKind.CONTACT_CHANGED, Thing.ROLE, said, states, [new.id])


def _reports_to(sides: Sides, old: Role, new: Role) -> Iterator[Change]:
    was, is_ = sides.roles.now(old.reports_to) if old.reports_to else None, new.reports_to
    if was == is_:
        return
    names = sides.role(was or ""), sides.role(is_ or "")
    said = f"reports to {names[1]} instead of {names[0]}" if was and is_ else f"reports to {names[1]}"
    said = said if is_ else f"no longer reports to {names[0]}"
    states = _state(old, "reports_to", [was]), _state(new, "reports_to", [is_])
    concerns = [new.id, *filter(None, (was, is_))]
    yield change(ChangeKind.REPORTS_TO_CHANGED, Thing.ROLE, said, states, concerns)


def _texts(old: Role, new: Role) -> Iterator[Change]:
    renamed = {fold(old.name), fold(new.name)} if old.name != new.name else ()
    yield from changes_of_texts(
        Thing.ROLE,
        (old.id, old.name),
        (new.id, new.name),
        ((old.entry, old.place), (new.entry, new.place)),
        _TOLD,
        apart=renamed,
    )
