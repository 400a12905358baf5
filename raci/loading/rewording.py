"""pydantic's errors in the words of the file: what stands there, and what may."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from raci.faults.of_files import EMPTY_VALUE, LIMIT, MISSING_FIELD, UNKNOWN_FIELD, VERSION, WRONG_VALUE
from raci.loading.field_fixes import (
    empty_taken_out,
    field_renamed,
    id_replaced,
    text_replaced,
    version_added,
)
from raci.loading.misplaced import comma_within, indented_too_little, list_of_entries, of_an_inner_entry
from raci.loading.odd_letters import meant
from raci.loading.steps import entry_at, follow, is_empty
from raci.model import entries, overlap_entries
from raci.model.entry import Link, PersonEntry, Source
from raci.model.limits import MOST_KEYS
from raci.text.names import did_you_mean, in_words, is_kebab_case

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from raci.faults.fault import Fault
    from raci.faults.finding import Finding
    from raci.faults.fix import Fix
    from raci.location import Location, Place
    from raci.model.entry import Entry

    _Said = tuple[Fault, Location, str, str]
    """Fault, place, message and help of a finding."""

_NOUNS: dict[type[Entry], str] = {
    entries.OwnershipFile: "an ownership file",
    entries.RoleEntry: "a role",
    entries.ResponsibilityEntry: "a responsibility",
    entries.DeliverableEntry: "a deliverable",
    PersonEntry: "a person",
    Source: "a source",
    Link: "a link",
    entries.UnownedEntry: "unowned work",
    overlap_entries.OverlapEntry: "an overlap",
    overlap_entries.AgreementEntry: "an agreement",
    overlap_entries.PracticeEntry: "a practice",
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
    path, _ = follow(data, error["loc"])
    missing = error["loc"][-1:] if error["type"] == "missing" else ()
    subject = "/".join([*_named(data, path), *missing]) or _field(path)
    fault, where, message, help_ = _reworded(error, data, path, place)
    return fault.at(where, subject, message, help_, fix=_fix(fault, error, data, place))


def _fix(fault: Fault, error: Any, data: Any, place: Place) -> Fix | None:
    """Return how a machine can mend an error of pydantic's that is called a fault."""
    path, value = follow(data, error["loc"])
    if fault is MISSING_FIELD and error["loc"] == ("version",):
        return version_added(data, place)
    if fault is EMPTY_VALUE and value is not data:
        return empty_taken_out(value, place.key(*path))
    if fault is UNKNOWN_FIELD and not comma_within(data, path, place):
        parent = follow(data, tuple(path[:-1]))[1]
        return field_renamed(parent, path[-1], entry_at(path[:-1]), place.key(*path))
    if fault is WRONG_VALUE and error["type"] == "literal_error" and isinstance(value, str):
        return text_replaced(value, _choices(error), place.at(*path))
    if fault is WRONG_VALUE and error["loc"][-1] == "[key]":
        return id_replaced(path[-1], _own_message(error), place.key(*path))
    return None


def _named(data: Any, path: Iterable[Any]) -> Iterator[str]:
    """Yield the steps of a path; an item of a list by its id or name, for its number may change."""
    for step in path:
        data = data[step]
        names = [data.get("id"), data.get("name")] if isinstance(data, dict) and isinstance(step, int) else []
        yield next((name for name in names if isinstance(name, str)), str(step))


def _reworded(error: Any, data: Any, path: list[Any], place: Place) -> _Said:
    _, value = follow(data, tuple(path))
    loc: tuple[Any, ...] = error["loc"]
    kind: str = error["type"]
    if kind == "extra_forbidden":
        return _unknown_field(data, path, place)
    if kind == "missing":
        model = entry_at(loc[:-1])
        return MISSING_FIELD, place.at(*path), f'{_NOUNS[model]} needs "{loc[-1]}"', ""
    if kind in _BEYOND:
        return _beyond_a_limit(error, path, value, place)
    if loc[-1] == "[key]" and len(path) == len(loc) - 1:
        return _wrong_key(error, path, place)
    return _wrong_value(error, data, path, place)


def _wrong_value(error: Any, data: Any, path: list[Any], place: Place) -> _Said:
    kind, field = error["type"], _field(path)
    _, value = follow(data, tuple(path))
    if is_empty(value):
        if beside := indented_too_little(data, path):
            help_ = f'Indent "{beside}" and what belongs to it by two more spaces.'
            message = f'"{field}" is empty, and "{beside}" stands beside it'
            return EMPTY_VALUE, place.key(*path), message, help_
        message = f'"{field}" is empty'
        help_ = "Put the value in quotes if it begins with # (a comment), or leave the line out."
        if isinstance(value, list | dict):
            help_ = "Leave the line out if there is none."
        return EMPTY_VALUE, place.key(*path), message, help_
    if inner := of_an_inner_entry(data, path, place):
        message = f'"{field}" stands where the id of {_NOUNS[entry_at(path)]} is due'
        return WRONG_VALUE, place.key(*path), message, inner
    due = _EXPECTED.get(kind)
    if kind == "literal_error" and not isinstance(value, str):
        due = in_words(_choices(error), last="or")
    if due is not None:
        what = f'an item of "{field}"' if path and isinstance(path[-1], int) else f'"{field}"'
        return (
            WRONG_VALUE,
            place.at(*path),
            f"{what} must be {due}, not {_shape(value)}",
            list_of_entries(path, value),
        )
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
    if write := meant(key, _is_plain_id)[1]:
        return WRONG_VALUE, place.key(*path), message, write
    return WRONG_VALUE, place.key(*path), message, "Ids are lower-case words joined by hyphens."


def _wrong_text(error: Any, field: str, value: Any, where: Location) -> _Said:
    if error["type"] == "literal_error":
        allowed = _choices(error)
        suggestion = did_you_mean(value, allowed) if len(allowed) > 1 else ""
        help_ = suggestion if suggestion.startswith("Did") else ""  # which are known, the message says
        why, write = meant(value, allowed.__contains__)
        message = f'"{field}" is "{value}" and must be {in_words(allowed, last="or")}{why}'
        help_ = write or help_
        return VERSION if field == "version" else WRONG_VALUE, where, message, help_
    message = f'"{field}" cannot be "{value}": {_own_message(error)}'
    return WRONG_VALUE, where, message, meant(value, _is_plain_id)[1]


def _is_plain_id(text: str) -> bool:
    """Return whether a text is a date or an id, in letters that nobody mistakes for others."""
    return text.isascii() and is_kebab_case(text)


def _choices(error: Any) -> list[str]:
    return [word.strip("'") for word in error["ctx"]["expected"].replace(" or ", ", ").split(", ")]


def _unknown_field(data: Any, loc: list[Any], place: Place) -> _Said:
    if text := comma_within(data, loc, place):
        field, whole = text
        message = f'"{loc[-1]}" has no value: the comma before it ends the text of "{field}"'
        return UNKNOWN_FIELD, place.key(*loc), message, f'Put the text in quotes: {field}: "{whole}".'
    model = entry_at(loc[:-1])
    fields = [info.alias or name for name, info in model.model_fields.items()]
    why, write = meant(str(loc[-1]), fields.__contains__)
    message = f'"{loc[-1]}" is no field of {_NOUNS[model]}{why}'
    if write:
        return UNKNOWN_FIELD, place.key(*loc), message, write
    suggestion = did_you_mean(str(loc[-1]), fields)
    known = f"Known: {', '.join(fields)}."
    help_ = f"{suggestion} {known}" if suggestion.startswith("Did you mean") else known
    help_ = of_an_inner_entry(data, loc, place) or help_
    return UNKNOWN_FIELD, place.key(*loc), message, help_


def _own_message(error: Any) -> str:
    return str(error["ctx"]["error"])


def _shape(value: Any) -> str:
    if isinstance(value, dict):
        return "a mapping"
    return "a list" if isinstance(value, list) else f'"{value}"'
