"""pydantic's errors in the words of the file: what stands there, and what may."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin

from raci.faults.of_files import EMPTY_VALUE, LIMIT, MISSING_FIELD, UNKNOWN_FIELD, VERSION, WRONG_VALUE
from raci.loading.yaml_data import EMPTY
from raci.model import entries
from raci.model.entry import Entry, PersonEntry, Source
from raci.model.limits import MOST_KEYS
from raci.text.names import did_you_mean, in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from raci.faults.fault import Fault
    from raci.faults.finding import Finding
    from raci.location import Location, Place

    _Said = tuple[Fault, Location, str, str]
    """Fault, place, message and help of a finding."""

_NOUNS: dict[type[Entry], str] = {
    entries.OwnershipFile: "an ownership file",
    entries.RoleEntry: "a role",
    entries.ResponsibilityEntry: "a responsibility",
    entries.DeliverableEntry: "a deliverable",
    PersonEntry: "a person",
    Source: "a source",
    entries.UnownedEntry: "unowned work",
    entries.OverlapEntry: "an overlap",
    entries.AgreementEntry: "an agreement",
    entries.PracticeEntry: "a practice",
}
_EXPECTED = {
    "string_type": "text",
    "tuple_type": "a list, such as [one, two]",
    "text_or_list": "text or a list, such as AR or [A, R]",
    "dict_type": "a mapping of keys to values",
    "model_type": "a mapping of keys to values",
    "model_attributes_type": "a mapping of keys to values",
    "date_as_text": "a date, such as 2026-01-31",
}

_BEYOND = {"string_too_long": "characters", "too_long": "items", "too_many_keys": "keys"}


def reword(error: Any, data: Any, place: Place) -> Finding:
    """Return the finding that one of pydantic's errors about `data` amounts to."""
    path, value = follow(data, error["loc"])
    missing = error["loc"][-1:] if error["type"] == "missing" else ()
    subject = "/".join([*_named(data, path), *missing]) or _field(path)
    fault, where, message, help_ = _reworded(error, path, value, place)
    return fault.at(where, subject, message, help_)


def _named(data: Any, path: Iterable[Any]) -> Iterator[str]:
    """Yield the steps of a path; an item of a list by its id or name, for its number may change."""
    for step in path:
        data = data[step]
        names = [data.get("id"), data.get("name")] if isinstance(data, dict) and isinstance(step, int) else []
        yield next((name for name in names if isinstance(name, str)), str(step))


def _reworded(error: Any, path: list[Any], value: Any, place: Place) -> _Said:
    loc: tuple[Any, ...] = error["loc"]
    kind: str = error["type"]
    if kind == "extra_forbidden":
        return _unknown_field(path, place)
    if kind == "missing":
        model = _entry_at(loc[:-1])
        return MISSING_FIELD, place.at(*path), f'{_NOUNS[model]} needs "{loc[-1]}"', ""
    if kind in _BEYOND:
        return _beyond_a_limit(error, path, value, place)
    if loc[-1] == "[key]" and len(path) == len(loc) - 1:
        return _wrong_key(error, path, place)
    return _wrong_value(error, path, value, place)


def _wrong_value(error: Any, path: list[Any], value: Any, place: Place) -> _Said:
    kind, field = error["type"], _field(path)
    if _is_empty(value):
        message = f'"{field}" is empty'
        help_ = "Put the value in quotes if it begins with # (a comment), or leave the line out."
        if isinstance(value, list | dict):
            help_ = "Leave the line out if there is none."
        return EMPTY_VALUE, place.key(*path), message, help_
    due = _EXPECTED.get(kind)
    if kind == "literal_error" and not isinstance(value, str):
        due = in_words(_choices(error), last="or")
    if due is not None:
        what = f'an item of "{field}"' if path and isinstance(path[-1], int) else f'"{field}"'
        return WRONG_VALUE, place.at(*path), f"{what} must be {due}, not {_shape(value)}", ""
    return _wrong_text(error, field, value, place.at(*path))


def _beyond_a_limit(error: Any, path: list[Any], value: Any, place: Place) -> _Said:
    most: int = error.get("ctx", {}).get("max_length", MOST_KEYS)
    message = f'"{_field(path)}" has {len(value):,} {_BEYOND[error["type"]]}; {most:,} are the most'
    return LIMIT, place.key(*path), message, ""


def _field(path: Sequence[Any]) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "the file")


def _wrong_key(error: Any, path: list[Any], place: Place) -> _Said:
    key = path[-1]
    if not key.strip():
        return EMPTY_VALUE, place.key(*path), "a key is empty", "Write a name before the colon."
    message = f'"{key}" cannot be an id: {_own_message(error)}'
    return WRONG_VALUE, place.key(*path), message, "Ids are lower-case words joined by hyphens."


def _wrong_text(error: Any, field: str, value: Any, where: Location) -> _Said:
    if error["type"] == "literal_error":
        allowed = _choices(error)
        suggestion = did_you_mean(value, allowed) if len(allowed) > 1 else ""
        help_ = suggestion if suggestion.startswith("Did") else ""  # which are known, the message says
        message = f'"{field}" is "{value}" and must be {in_words(allowed, last="or")}'
        return VERSION if field == "version" else WRONG_VALUE, where, message, help_
    return WRONG_VALUE, where, f'"{field}" cannot be "{value}": {_own_message(error)}', ""


def _choices(error: Any) -> list[str]:
    return [word.strip("'") for word in error["ctx"]["expected"].replace(" or ", ", ").split(", ")]


def _unknown_field(loc: list[Any], place: Place) -> _Said:
    model = _entry_at(loc[:-1])
    fields = [info.alias or name for name, info in model.model_fields.items()]
    message = f'"{loc[-1]}" is no field of {_NOUNS[model]}'
    suggestion = did_you_mean(str(loc[-1]), fields)
    known = f"Known: {', '.join(fields)}."
    help_ = f"{suggestion} {known}" if suggestion.startswith("Did you mean") else known
    return UNKNOWN_FIELD, place.key(*loc), message, help_


def _entry_at(path: Sequence[Any]) -> type[Entry]:
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


def _is_empty(value: Any) -> bool:
    return value is EMPTY or value in ([], {}) or (isinstance(value, str) and not value.strip())


def _own_message(error: Any) -> str:
    return str(error["ctx"]["error"])


def _shape(value: Any) -> str:
    if isinstance(value, dict):
        return "a mapping"
    return "a list" if isinstance(value, list) else f'"{value}"'
