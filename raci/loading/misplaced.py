"""What stands one step of indentation off, or beside where a comma cut it off: what it belongs to."""

from __future__ import annotations

from itertools import dropwhile, islice, takewhile
from typing import TYPE_CHECKING, Any

from raci.loading.odd_letters import meant
from raci.loading.steps import entry_at, follow, is_empty
from raci.loading.yaml_data import EMPTY
from raci.model.entries import OwnershipFile
from raci.text.names import slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from raci.location import Place

    Steps = Sequence[Any]

_ENTRIES = ("roles", "overlaps", "practices")
_NUMBERS = {2: "two", 4: "four", 6: "six", 8: "eight"}


def indented_too_little(data: Any, path: Steps) -> str:
    """Return the first key beside an empty one that belongs below it, empty if none does."""
    return next(_beside(data, path), "") if path else ""


def _beside(data: Any, path: Steps) -> Iterator[str]:
    *above, empty = path
    parent = follow(data, tuple(above))[1]
    if not isinstance(parent, dict) or not is_empty(parent.get(empty, True)):
        return
    behind = islice(dropwhile(lambda key: key != empty, parent), 1, None)
    if not above and empty in _ENTRIES:
        known = _fields(OwnershipFile)
        yield from takewhile(lambda key: key not in known and isinstance(parent[key], dict), behind)
    elif _holds_entries(above):
        known = _fields(entry_at(path))
        yield from takewhile(lambda key: key in known and not isinstance(parent[key], dict), behind)


def of_an_inner_entry(data: Any, path: Steps, place: Place) -> str:
    """Return how to indent a field that stands outside of its role or other entry, empty if it does not."""
    if not path:
        return ""
    *above, key = path
    group = above[0] if above else "roles"
    as_entry = _holds_entries(above) and isinstance(data[group].get(key), dict)
    if len(above) > 1 or as_entry or not isinstance(data.get(group), dict) or group not in _ENTRIES:
        return ""
    if key not in _fields(entry_at((group, ""))):
        return ""
    line = place.key(*path).line
    owners = [id_ for id_, each in data[group].items() if isinstance(each, dict) and each]
    before = [id_ for id_ in owners if place.key(group, id_).line < line]
    if not before:
        return ""
    owner = before[-1]
    more = place.at(group, owner).column - place.key(*path).column
    if place.within(group, owner).inline or more < 1:
        return f'Write it into "{owner}", if it belongs there.'
    return f'Indent it by {_NUMBERS.get(more, more)} more spaces, if it belongs to "{owner}".'


def list_of_entries(path: Steps, value: Any) -> str:
    """Return what to write in place of a list of roles or other entries with keys, empty if it is none.

    Words that are used for one another are no list either.
    """
    if (
        tuple(path[:1]) == ("thesaurus",)
        and isinstance(value, list)
        and all(isinstance(each, str) for each in value)
    ):
        return f'Write the group as one text: `- "{", ".join(value)}"`.' if value else ""
    if not (_holds_entries(path) and isinstance(value, list) and value):
        return ""
    first = value[0]
    if isinstance(first, dict) and isinstance(first.get("name"), str):
        name = first["name"]
        return f'Write `{_id(first)}:` in place of the dash before "{name}", with the rest below it.'
    if isinstance(first, dict) and len(first) == 1:
        return f"Write `{next(iter(first))}:` without the dash before it."
    if isinstance(first, str) and slug(first):
        return f"Write `{slug(first)}:`, and `name: {first}` below it."
    return ""


def _id(entry: dict[str, Any]) -> str:
    given = entry.get("id")
    return given if isinstance(given, str) and given else slug(entry["name"]) or "id"


def comma_within(data: Any, path: Steps, place: Place) -> tuple[str, str] | None:
    """Return the field whose text a comma in braces cuts off before an unknown key, and the whole text."""
    *above, key = path
    parent = follow(data, tuple(above))[1]
    if parent.get(key) is not EMPTY or not place.within(*above).inline:
        return None
    known = _fields(entry_at(above))
    keys = list(parent)
    at = keys.index(key)
    cut_off = list(takewhile(lambda each: parent[each] is EMPTY and each not in known, reversed(keys[:at])))
    at_text = at - len(cut_off) - 1
    if at_text < 0 or not isinstance(text := parent[keys[at_text]], str):
        return None
    behind = takewhile(lambda each: parent[each] is EMPTY and each not in known, keys[at:])
    return keys[at_text], ", ".join((text, *reversed(cut_off), *behind))


def follows_from_another(error: Any, data: Any, place: Place) -> bool:
    """Return whether the message about what stands before an error's place tells the error too."""
    path, value = follow(data, error["loc"])
    if error["type"] == "missing" and isinstance(value, dict):
        return any(meant(key, error["loc"][-1:].__contains__)[1] for key in value)
    if not path:
        return False
    *above, key = path
    parent = follow(data, tuple(above))[1]
    if not isinstance(parent, dict):
        return False
    if value is EMPTY and error["type"] == "extra_forbidden" and comma_within(data, path, place):
        keys = list(parent)
        return parent[keys[keys.index(key) - 1]] is EMPTY
    if _holds_entries(above) and key in _fields(entry_at(path)):
        known = _fields(entry_at(path))
        before = reversed(list(takewhile(lambda each: each != key, parent)))
        empty = next(
            dropwhile(lambda each: each in known and not isinstance(parent[each], dict), before), None
        )
        return not isinstance(value, dict) and empty is not None and is_empty(parent[empty])
    return not above and isinstance(value, dict) and any(key in _beside(data, (each,)) for each in _ENTRIES)


def _holds_entries(path: Steps) -> bool:
    """Return whether what is due at a path is entries by their ids."""
    return len(path) == 1 and path[0] in _ENTRIES


def _fields(model: Any) -> dict[str, None]:
    return {info.alias or name: None for name, info in model.model_fields.items()}
