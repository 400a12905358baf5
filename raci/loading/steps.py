"""What the steps of a path lead to: the value in the data, and the entry that is due there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin

from raci.loading.yaml_data import EMPTY
from raci.model import entries
from raci.model.entry import Entry

if TYPE_CHECKING:
    from collections.abc import Sequence


def follow(data: Any, loc: tuple[Any, ...]) -> tuple[list[Any], Any]:
    """Return the steps of pydantic's `loc` that are in the data, and the value they lead to.

    Other steps are pydantic's own, such as the shape that it took for the right one.
    """
    path: list[Any] = []
    here = data
    for step in loc:
        in_mapping = isinstance(here, dict) and step in here
        if in_mapping or (isinstance(here, list) and isinstance(step, int) and step < len(here)):
            path.append(step)
            here = here[step]
    return path, here


def is_empty(value: Any) -> bool:
    """Return whether nothing is written: no value, no text, or brackets without anything in them."""
    return value is EMPTY or value in ([], {}) or (isinstance(value, str) and not value.strip())


def entry_at(path: Sequence[Any]) -> type[Entry]:
    """Return what stands at a path: the deepest entry on it."""
    model: type[Entry] = entries.OwnershipFile
    rest = list(path)
    while rest:
        field = model.model_fields.get(str(rest[0]))
        parts = get_args(field.annotation) if field else ()
        bare = (each.__origin__ if get_origin(each) is Annotated else each for each in parts)
        below = next((each for each in bare if isinstance(each, type) and issubclass(each, Entry)), None)
        if field is None or below is None:
            break
        model = below
        # One entry stands under its field, one of several under its key or number there.
        rest = rest[2 if get_origin(field.annotation) in {dict, tuple} else 1 :]
    return model
