"""What changed of the roles: which came and went, what they are called, who holds them, where they belong."""

from __future__ import annotations

from itertools import chain
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

_TOLD = frozenset({"name", "people", "contact", "reports_to", "deputy", "responsibilities", "deliverables"})


def changes_of_roles(sides: Sides) -> Iterator[Change]:
    """Yield all changes of roles."""
    old, new = sides.before.register.roles, sides.after.register.roles
    for pair in sides.roles.pairs:
        was, is_ = old[pair.before], new[pair.after]
        if pair.is_guess or not sides.letters_only:  # a table may call a role by any of its names
            yield from _name(pair, was, is_)
        if not sides.letters_only and (
            was.entry != is_.entry or (was.reports_to, was.deputy) != (is_.reports_to, is_.deputy)
        ):
            yield from _people(was, is_)
            yield from _contact(was, is_)
            yield from _reports_to(sides, was, is_)
            yield from _deputy(sides, was, is_)
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
    if was == is_:
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
    """Return what changed where the people are the same: how to reach them, until when, or their order."""
    moved = [each for each in is_ if each not in was]
    if moved:
        known = {each.name: each for each in was}
        return in_words(chain.from_iterable(_moved(known[each.name], each) for each in moved))
    return f"in another order: {in_words(each.name for each in is_)}"


def _moved(was: PersonEntry, is_: PersonEntry) -> Iterator[str]:
    if was.contact != is_.contact:
        yield f"{is_.name} is reached at {is_.contact}" if is_.contact else f"{is_.name} has no contact now"
    if was.until != is_.until:
        yield f"{is_.name} holds it {f'until {is_.until}' if is_.until else 'without an end'}"


def _person(person: PersonEntry) -> str:
    until = f"until {person.until}" if person.until else None
    more = ", ".join(filter(None, (person.contact, until)))
    return f"{person.name} ({more})" if more else person.name


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
    yield _of_other_role(ChangeKind.REPORTS_TO_CHANGED, "reports_to", said, (old, new), (was, is_))


def _deputy(sides: Sides, old: Role, new: Role) -> Iterator[Change]:
    was, is_ = sides.roles.now(old.deputy) if old.deputy else None, new.deputy
    if was == is_:
        return
    names = sides.role(was or ""), sides.role(is_ or "")
    said = f"{names[1]} stands in for it" + (f" instead of {names[0]}" if was else "")
    said = said if is_ else f"{names[0]} no longer stands in for it"
    yield _of_other_role(ChangeKind.DEPUTY_CHANGED, "deputy", said, (old, new), (was, is_))


def _of_other_role(
    kind: ChangeKind, field: str, said: str, roles: tuple[Role, Role], others: tuple[str | None, str | None]
) -> Change:
    states = _state(roles[0], field, [others[0]]), _state(roles[1], field, [others[1]])
    return change(kind, Thing.ROLE, said, states, [roles[1].id, *filter(None, others)])


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
