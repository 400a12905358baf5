"""What changed where roles meet: overlaps that were opened or closed, their sides, work and verdicts."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from raci.changes.kinds import ChangeKind, Thing
from raci.changes.making import change, renamed, state
from raci.changes.of_agreements import changes_of_agreement, turned_to
from raci.changes.texts import changes_of_texts
from raci.graph.settlement import overlap_status
from raci.model.overlap_status import OverlapStatus
from raci.text.names import by_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from raci.changes.making import States
    from raci.changes.pairing import Pair
    from raci.changes.records import Change, State
    from raci.changes.sides import Sides
    from raci.graph.ownership import OwnershipGraph
    from raci.model.register import Overlap

_TOLD = frozenset({"name", "sides", "work", "agreement", "distinct", "same"})


def changes_of_overlaps(sides: Sides) -> Iterator[Change]:
    """Yield all changes of overlaps and of what settles them."""
    old, new = sides.before.register.overlaps, sides.after.register.overlaps
    for pair in sides.overlaps.pairs:
        was, is_ = old[pair.before], new[pair.after]
        yield from _name(sides, pair, was, is_)
        yield from changes_of_agreement(sides, was, is_)
        yield from _sides(sides, was, is_)
        yield from _work(sides, was, is_)
        yield from _verdict(sides, was, is_)
        yield from _texts(was, is_)
    for id_ in sides.overlaps.gone:
        said = f"overlap closed; {_stood(sides.before, id_, 'it was', 'its names were')}"
        yield _whole(sides, ChangeKind.OVERLAP_CLOSED, said, (_state(old[id_]), None))
    for id_ in sides.overlaps.come:
        said = f"new overlap; {_stood(sides.after, id_, 'it is', 'its names are')}"
        yield _whole(sides, ChangeKind.OVERLAP_OPENED, said, (None, _state(new[id_])))


def _state(overlap: Overlap, field: str = "name", value: Iterable[str | None] = ()) -> State:
    return state(overlap.id, overlap.name, overlap.place.at(field), value)


def _stood(graph: OwnershipGraph, overlap: str, it: str, names: str) -> str:
    """Return how far an overlap is settled, or what is said of its names."""
    status = overlap_status(graph, overlap)
    verdicts = {OverlapStatus.DISTINCT: f"{names} distinct", OverlapStatus.SAME: f"{names} the same"}
    return verdicts.get(status, f"{it} {status}")


def _whole(sides: Sides, kind: ChangeKind, said: str, states: States) -> Change:
    before, after = states
    graph, found = (sides.after, after) if after else (sides.before, before)
    concerned = sides.now(_meeting(graph, graph.register.overlaps[found.id])) if found else ()
    return change(kind, Thing.OVERLAP, said, states, concerned)


def _meeting(graph: OwnershipGraph, overlap: Overlap) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*overlap.sides, *graph.named(overlap.id))))


def _name(sides: Sides, pair: Pair, old: Overlap, new: Overlap) -> Iterator[Change]:
    # Without a name of its own an overlap is called by the work it covers: that is no name to change.
    if old.id == new.id and old.entry.name is None and new.entry.name is None:
        return
    states = _state(old, "name", [old.name]), _state(new, "name", [new.name])
    guess = "the same roles meet on the same work" if pair.is_guess else ""
    yield from renamed(ChangeKind.OVERLAP_RENAMED, Thing.OVERLAP, states, turned_to(sides, old, new), guess)


def _sides(sides: Sides, old: Overlap, new: Overlap) -> Iterator[Change]:
    was, is_ = {sides.roles.now(role): view for role, view in old.sides.items()}, new.sides
    come, gone = sorted(is_.keys() - was.keys(), key=by_name), sorted(was.keys() - is_.keys(), key=by_name)
    said = [f"{sides.names(come)} joined as {'a side' if len(come) == 1 else 'sides'}"] if come else []
    said += [f"{sides.names(gone)} no longer {'a side' if len(gone) == 1 else 'sides'}"] if gone else []
    if said:
        states = _state(old, "sides", was), _state(new, "sides", is_)
        yield _changed("; ".join(said), states, turned_to(sides, old, new), "sides")
    for role in sorted(was.keys() & is_.keys(), key=by_name):
        if was[role] != is_[role]:
            states = _state(old, "sides", [was[role]]), _state(new, "sides", [is_[role]])
            said_anew = f"view of {sides.role(role)} written anew"
            yield change(
                ChangeKind.TEXT_CHANGED, Thing.OVERLAP, said_anew, states, [role], field="sides", role=role
            )


def _work(sides: Sides, old: Overlap, new: Overlap) -> Iterator[Change]:
    was, is_ = {*map(sides.work.now, old.work)}, {*new.work}
    come, gone = sorted(is_ - was, key=by_name), sorted(was - is_, key=by_name)
    said = [f"covers {sides.works(come)} as well"] if come else []
    said += [f"no longer covers {sides.works(gone)}"] if gone else []
    if said:
        states = _state(old, "work", sorted(was, key=by_name)), _state(new, "work", sorted(is_, key=by_name))
        left = (sides.before.accountable(each) for each in old.work if sides.work.now(each) in gone)
        concerns = (
            *turned_to(sides, old, new),
            *sides.now(chain.from_iterable(left)),
            *chain.from_iterable(map(sides.after.accountable, come)),
        )
        yield _changed("; ".join(said), states, concerns, "work")


def _verdict(sides: Sides, old: Overlap, new: Overlap) -> Iterator[Change]:
    """Yield whether names were said to differ, or to be one; what is said of it else is a text."""
    was, is_ = _said_of_names(sides, old, before=True), _said_of_names(sides, new, before=False)
    if was != is_:
        said = f"its names are now {is_}" if is_ else f"its names are no longer {was}"
        field = "same" if new.same or (old.same and not new.entry.distinct) else "distinct"
        states = _state(old, field, [was or None]), _state(new, field, [is_ or None])
        yield _changed(said, states, turned_to(sides, old, new), field)
    elif old.entry.distinct != new.entry.distinct:
        states = _state(old, "distinct", [old.entry.distinct]), _state(new, "distinct", [new.entry.distinct])
        said = "why names are distinct written anew"
        yield change(ChangeKind.TEXT_CHANGED, Thing.OVERLAP, said, states, field="distinct")


def _said_of_names(sides: Sides, overlap: Overlap, *, before: bool) -> str:
    if overlap.entry.distinct is not None:
        return "distinct"
    if overlap.same is None:
        return ""
    return f"the same, called {sides.work_name(sides.work.now(overlap.same) if before else overlap.same)}"


def _changed(said: str, states: States, concerns: Iterable[str], field: str) -> Change:
    return change(ChangeKind.OVERLAP_CHANGED, Thing.OVERLAP, said, states, concerns, field=field)


def _texts(old: Overlap, new: Overlap) -> Iterator[Change]:
    entries = (old.entry, old.place), (new.entry, new.place)
    yield from changes_of_texts(Thing.OVERLAP, (old.id, old.name), (new.id, new.name), entries, _TOLD)
