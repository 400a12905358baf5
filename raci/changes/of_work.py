"""What changed of the work: what came, went, has another name or area, and what else lists say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.changes.kinds import ChangeKind, Thing
from raci.changes.making import change, renamed, state
from raci.changes.of_claims import changes_of_claims
from raci.changes.of_ownership import changes_of_ownership
from raci.changes.places import held_at, work_at
from raci.changes.texts import texts_of_work
from raci.text.names import fold, in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raci.changes.pairing import Pair
    from raci.changes.records import Change, State
    from raci.changes.sides import Sides
    from raci.graph.ownership import OwnershipGraph
    from raci.location import Location
    from raci.model.register import Unowned


def changes_of_work(sides: Sides) -> Iterator[Change]:
    """Yield all changes of work."""
    old, new = sides.before.register.work, sides.after.register.work
    for pair in sides.work.pairs:
        # Most work is the same, and then nothing else needs to be asked of it.
        if old[pair.before] == new[pair.after] and _held_alike(sides, pair):
            continue
        yield from changes_of_ownership(sides, pair)
        if pair.before != pair.after or old[pair.before].name != new[pair.after].name:
            yield from _names(sides, pair)
        yield from _area(sides, pair)
        if not sides.letters_only:
            yield from _unowned(sides, pair)
            yield from changes_of_claims(sides, pair)
    for id_ in sides.work.gone:
        if not sides.letters_only or sides.held_before(id_):
            yield _removed(sides, id_)
    for id_ in sides.work.come:
        if not sides.letters_only or sides.held_after(id_):
            yield _added(sides, id_)


def _held_alike(sides: Sides, pair: Pair) -> bool:
    """Return whether the same letters hold, of the same scheme: agreements may have changed them."""
    before, after = sides.before, sides.after
    same = before.register.scheme == after.register.scheme
    return same and before.letters(pair.before) == after.letters(pair.after)


def _names(sides: Sides, pair: Pair) -> Iterator[Change]:
    if sides.letters_only and not pair.is_guess:  # a table may call it by any of its names
        return
    states = _named(sides.before, pair.before), _named(sides.after, pair.after)
    guess = "the same roles hold the same letters" if pair.is_guess else ""
    concerns = {**sides.held_before(pair.before), **sides.held_after(pair.after)}
    yield from renamed(ChangeKind.WORK_RENAMED, Thing.WORK, states, concerns, guess)


def _named(graph: OwnershipGraph, work: str) -> State:
    name = graph.register.work[work].name
    return state(work, name, work_at(graph, work), [name])


def _area(sides: Sides, pair: Pair) -> Iterator[Change]:
    old, new = sides.before.register.work[pair.before], sides.after.register.work[pair.after]
    if old.area == new.area:
        return
    # A table may not say the area, nor may the entry of work that nobody owns on purpose: none is lost then.
    if not (old.area and new.area) and (sides.letters_only or sides.unowned_turned(pair)):
        return
    if old.area is None:
        said = f"now in the area {new.area}"
    elif new.area is None:
        said = f"no longer in the area {old.area}"
    else:
        said = f"moved from the area {old.area} to {new.area}"
    where = [_area_at(sides.before, pair.before), _area_at(sides.after, pair.after)]
    yield change(
        ChangeKind.AREA_CHANGED,
        Thing.WORK,
        said,
        (state(old.id, old.name, where[0], [old.area]), state(new.id, new.name, where[1], [new.area])),
        {**sides.held_before(pair.before), **sides.held_after(pair.after)},
    )


def _area_at(graph: OwnershipGraph, work: str) -> Location:
    """Return where the area of work is written, or else its name."""
    area = graph.register.work[work].area
    named = (each.place.at("area") for each in graph.claims(work) if area and each.entry.area == area)
    return next(named, work_at(graph, work))


def _removed(sides: Sides, work: str) -> Change:
    found, held = sides.before.register.work[work], sides.held_before(work)
    owners = sides.now(sides.before.accountable(work))
    word = sides.before.register.scheme.letter(sides.before.register.scheme.accountable).word
    said = f"gone; {sides.names(owners)} {'was' if len(owners) == 1 else 'were'} {word}" if owners else "gone"
    if into := _goes_by(sides, found.name):
        said += f"; {into} has its name as an alias"
    where = _owner_at(sides.before, work)
    return change(
        ChangeKind.WORK_REMOVED, Thing.WORK, said, (state(work, found.name, where, owners, held), None), held
    )


def _added(sides: Sides, work: str) -> Change:
    found, held = sides.after.register.work[work], sides.held_after(work)
    owners = sides.after.accountable(work)
    if owners:
        said = f"new{', and contested: ' if len(owners) > 1 else '; '}{sides.who_is_accountable(owners)}"
    elif found.unowned:
        said = f"new, and unowned on purpose: {found.unowned.entry.because}"
    else:
        said = f"new, and nobody is {sides.accountable}"
    where = _owner_at(sides.after, work)
    return change(
        ChangeKind.WORK_ADDED, Thing.WORK, said, (None, state(work, found.name, where, owners, held)), held
    )


def _goes_by(sides: Sides, name: str) -> str:
    """Return what has a name as an alias now, so that it is seen where work went that was one with other."""
    folded = fold(name)
    having = (each for each in sides.after.register.work.values() if folded in map(fold, each.aliases))
    return in_words(each.name for each in having)


def _owner_at(graph: OwnershipGraph, work: str) -> Location:
    owner = next(iter(graph.accountable(work)), None)
    return held_at(graph, work, owner) if owner else work_at(graph, work)


def _unowned(sides: Sides, pair: Pair) -> Iterator[Change]:
    old, new = sides.before.register.work[pair.before], sides.after.register.work[pair.after]
    was, is_ = old.unowned, new.unowned
    if not (was or is_):
        return
    states = _decided(sides.before, pair.before, was), _decided(sides.after, pair.after, is_)
    concerns = {**sides.held_before(pair.before), **sides.held_after(pair.after)}
    if was and is_:
        if was.entry.because != is_.entry.because:
            said = f"unowned on purpose for another reason: {is_.entry.because}"
            yield change(ChangeKind.UNOWNED_CHANGED, Thing.WORK, said, states, concerns)
        entries = (was.entry, was.place), (is_.entry, is_.place)
        yield from texts_of_work(old, new, entries)
    elif is_:
        said = f"nobody owns it, on purpose: {is_.entry.because}"
        yield change(ChangeKind.UNOWNED_DECIDED, Thing.WORK, said, states, concerns)
    elif was:
        said = "no longer unowned on purpose"
        yield change(ChangeKind.UNOWNED_WITHDRAWN, Thing.WORK, said, states, concerns)


def _decided(graph: OwnershipGraph, work: str, unowned: Unowned | None) -> State:
    name = graph.register.work[work].name
    if unowned is None:
        return state(work, name, work_at(graph, work))
    return state(work, name, unowned.place.at("because"), [unowned.entry.because])
