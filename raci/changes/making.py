"""How a change is made: its two states, each with its place, and its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.changes.records import Change, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from raci.changes.kinds import ChangeKind, Thing
    from raci.location import Location
    from raci.model.scheme import Letters

States = tuple["State | None", "State | None"]
"""What stood there before, and what stands there after."""

_NONE: Mapping[str, Letters] = {}


def state(
    id_: str,
    name: str,
    place: Location,
    value: Iterable[str | None] = (),
    letters: Mapping[str, Letters] = _NONE,
) -> State:
    """Return what stands, or stood, at a place; what there is nothing of is no value."""
    held = {role: "".join(codes) for role, codes in letters.items()}
    values = tuple(str(each) for each in value if each is not None)
    return State(id_, name, values, held, place.file, place.line, place.column)


def change(  # noqa: PLR0913 - one keyword a field
    kind: ChangeKind,
    thing: Thing,
    said: str,
    states: States,
    concerns: Iterable[str] = (),
    *,
    field: str | None = None,
    role: str | None = None,
    is_guess: bool = False,
) -> Change:
    """Return a change of a thing; its sentence begins with the name that the thing has, or had."""
    before, after = states
    named = after or before
    name = named.name if named else ""
    return Change(
        kind.value,
        f"{name}: {said}",
        thing.value,
        field,
        role,
        is_guess,
        before,
        after,
        tuple(dict.fromkeys(concerns)),
    )


def renamed(
    kind: ChangeKind, thing: Thing, states: tuple[State, State], concerns: Iterable[str], guess: str = ""
) -> Iterator[Change]:
    """Yield that a thing has another name, or else another id, if so; `guess` says why it is the same."""
    old, new = states
    if (old.id, old.name) == (new.id, new.name):
        return
    said = f"renamed from {old.name}" if old.name != new.name else f"has the id {new.id} instead of {old.id}"
    said = f"probably {said}, for {guess}" if guess else said
    yield change(kind, thing, said, states, concerns, is_guess=bool(guess))
