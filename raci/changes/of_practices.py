"""What changed of practices, and of what a register has only once: its scheme and its thesaurus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.changes.kinds import ChangeKind, Thing
from raci.changes.making import change, renamed, state
from raci.changes.texts import changes_of_texts
from raci.text.names import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from raci.changes.records import Change, State
    from raci.changes.sides import Sides
    from raci.model.register import Practice, Register

_TOLD = frozenset({"name", "cadence"})


def changes_of_practices(sides: Sides) -> Iterator[Change]:
    """Yield all changes of practices."""
    old, new = sides.before.register.practices, sides.after.register.practices
    for pair in sides.practices.pairs:
        yield from _changed(old[pair.before], new[pair.after])
    for id_ in sides.practices.gone:
        yield change(ChangeKind.PRACTICE_REMOVED, Thing.PRACTICE, "practice gone", (_state(old[id_]), None))
    for id_ in sides.practices.come:
        yield change(ChangeKind.PRACTICE_ADDED, Thing.PRACTICE, "new practice", (None, _state(new[id_])))


def _state(practice: Practice, field: str = "name", value: Sequence[str | None] = ()) -> State:
    return state(practice.id, practice.entry.name, practice.place.at(field), value)


def _changed(old: Practice, new: Practice) -> Iterator[Change]:
    was, is_ = old.entry, new.entry
    states = _state(old, "name", [was.name]), _state(new, "name", [is_.name])
    yield from renamed(ChangeKind.PRACTICE_RENAMED, Thing.PRACTICE, states, ())
    if was.cadence != is_.cadence:
        said = f"takes place {is_.cadence}" if is_.cadence else "no longer says how often it takes place"
        said += f" instead of {was.cadence}" if was.cadence and is_.cadence else ""
        states = _state(old, "cadence", [was.cadence]), _state(new, "cadence", [is_.cadence])
        yield change(ChangeKind.PRACTICE_CHANGED, Thing.PRACTICE, said, states, field="cadence")
    entries = (was, old.place), (is_, new.place)
    yield from changes_of_texts(Thing.PRACTICE, (old.id, was.name), (new.id, is_.name), entries, _TOLD)


def changes_of_register(sides: Sides) -> Iterator[Change]:
    """Yield what changed of a register as a whole: its scheme, and the words of its thesaurus."""
    old, new = sides.before.register, sides.after.register
    if old.scheme.name != new.scheme.name:
        said = f"the letters are those of {new.scheme.name} instead of {old.scheme.name}"
        states = _once(old, "scheme", [old.scheme.name]), _once(new, "scheme", [new.scheme.name])
        concerns = (
            *sides.now(role for role in old.roles if sides.before.work_with(role)),
            *(role for role in new.roles if sides.after.work_with(role)),
        )
        yield change(ChangeKind.SCHEME_CHANGED, Thing.REGISTER, said, states, concerns)
    more = [each for each in new.thesaurus if each not in old.thesaurus]
    less = [each for each in old.thesaurus if each not in new.thesaurus]
    if not sides.letters_only and (more or less):
        said = "; ".join(
            [*([f"with {in_words(more)}"] if more else []), *([f"without {in_words(less)}"] if less else [])]
        )
        states = _once(old, "thesaurus", old.thesaurus), _once(new, "thesaurus", new.thesaurus)
        yield change(ChangeKind.TEXT_CHANGED, Thing.REGISTER, said, states, field="thesaurus")


def _once(register: Register, field: str, value: Sequence[str]) -> State | None:
    """Return what a register has only once, from the first file with it or the first; None of no files."""
    if not register.files:
        return None
    places = [register.places[file] for file in register.files]
    having = (place for place in places if field in place.values)
    where = next(having, places[0]).at(field)
    return state(register.scheme.name, field.capitalize(), where, value)
