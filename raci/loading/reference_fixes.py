"""What to write in place of references and letters that mean nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.faults.fix import Fix, Reword, TakeOut, safe, unsafe
from raci.loading.letters import letters_fixed, means_nothing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raci.location import Location, Place
    from raci.model.scheme import Scheme


def reference_fix(written: str, sure: str, near: str, where: Location) -> Fix | None:
    """Return the fix of a reference at a place: the name that it shows, or else the one that comes near."""
    if sure:
        return safe(replaced(written, sure), Reword(where, sure))
    return unsafe(replaced(written, near), Reword(where, near)) if near else None


def letters_fix(scheme: Scheme, written: Sequence[str], place: Place, path: Sequence[str]) -> Fix | None:
    """Return the fix of letters at a path: the letters of their words, or none where none are meant."""
    if means_nothing(written):
        # A role without a part is left out; to leave work off a list takes somebody.
        if path[0] == "letters":
            return None
        return safe(f'Take out "{path[-1]}": it has no part', TakeOut(place.key(*path)))
    fixed = letters_fixed(scheme, written)
    if fixed is None:
        return None
    letters, is_sure = fixed
    is_list = isinstance(place.within(*path).values.get(0), int) and place.within(*path) is not place
    repairs = [
        Reword(place.at(*path, number) if is_list else place.at(*path), new)
        for number, (old, new) in enumerate(zip(written, letters, strict=True))
        if new != old
    ]
    message = replaced(", ".join(written), ", ".join(letters))
    return safe(message, *repairs) if is_sure else unsafe(message, *repairs)


def replaced(old: str, new: str) -> str:
    """Return the sentence that says what comes in place of what."""
    return f'Replace "{old}" by "{new}"'
