"""pydantic's errors in the words of the file: what stands there, and what may."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from raci.finding import Finding
from raci.model import entries
from raci.names import did_you_mean, in_words

if TYPE_CHECKING:
    from raci.location import Place

_KEYED, _SINGLE = 2, 1  # steps of a path that lead into an entry: its field and its key, or its field
_ENTRIES: dict[type[entries.Entry], dict[str, tuple[type[entries.Entry], int]]] = {
    entries.OwnershipFile: {
        "roles": (entries.RoleEntry, _KEYED),
        "overlaps": (entries.OverlapEntry, _KEYED),
        "practices": (entries.PracticeEntry, _KEYED),
        "unowned": (entries.UnownedEntry, _KEYED),
    },
    entries.RoleEntry: {
        "responsibilities": (entries.ResponsibilityEntry, _KEYED),
        "deliverables": (entries.DeliverableEntry, _KEYED),
        "people": (entries.PersonEntry, _KEYED),
    },
    entries.OverlapEntry: {"agreement": (entries.AgreementEntry, _SINGLE)},
}
_NOUNS: dict[type[entries.Entry], str] = {
    entries.OwnershipFile: "an ownership file",
    entries.RoleEntry: "a role",
    entries.ResponsibilityEntry: "a responsibility",
    entries.DeliverableEntry: "a deliverable",
    entries.PersonEntry: "a person",
    entries.Source: "a source",
    entries.UnownedEntry: "unowned work",
    entries.OverlapEntry: "an overlap",
    entries.AgreementEntry: "an agreement",
    entries.PracticeEntry: "a practice",
}
_EXPECTED = {
    "string_type": "text",
    "tuple_type": "a list, such as [one, two]",
    "dict_type": "a mapping of keys to values",
    "model_type": "a mapping of keys to values",
    "model_attributes_type": "a mapping of keys to values",
}


def reword(error: Any, data: Any, place: Place) -> Finding:
    """Return the finding that one of pydantic's errors about `data` amounts to."""
    loc: tuple[str | int, ...] = error["loc"]
    kind: str = error["type"]
    field = _last_field(loc)
    if kind == "extra_forbidden":
        return _unknown_field(loc, place)
    if kind == "missing":
        model = _entry_at(loc[:-1])
        return Finding(place.at(*loc[:-1]), "missing-field", f'{_NOUNS[model]} needs "{field}"')
    if loc[-1] == "[key]":
        message = f'"{loc[-2]}" cannot be an id: {_own_message(error)}'
        help_ = "Ids are lower-case words joined by hyphens."
        return Finding(place.key(*loc[:-1]), "wrong-value", message, help_)
    if _is_empty(data, loc):
        message = f'"{field}" is empty'
        help_ = "Put the value in quotes if it begins with # (a comment), or leave the line out."
        return Finding(place.key(*loc), "empty-value", message, help_)
    if kind in _EXPECTED:
        message = f'"{field}" must be {_EXPECTED[kind]}, not {_shape(error["input"])}'
        return Finding(place.at(*loc), "wrong-value", message)
    return _wrong_value(error, field, place)


def _wrong_value(error: Any, field: str, place: Place) -> Finding:
    where, value = place.at(*error["loc"]), str(error["input"])
    if error["type"] == "literal_error":
        allowed = [word.strip("'") for word in error["ctx"]["expected"].replace(" or ", ", ").split(", ")]
        help_ = "" if len(allowed) == 1 else did_you_mean(value, allowed)
        message = f'"{field}" is "{value}" and must be {in_words(allowed, last="or")}'
        return Finding(where, "version" if field == "version" else "wrong-value", message, help_)
    if error["type"] == "value_error":
        return Finding(where, "wrong-value", f'"{field}" cannot be "{value}": {_own_message(error)}')
    return Finding(where, "wrong-value", f'"{field}" must not be empty')


def _unknown_field(loc: tuple[str | int, ...], place: Place) -> Finding:
    model = _entry_at(loc[:-1])
    fields = [info.alias or name for name, info in model.model_fields.items()]
    message = f'"{loc[-1]}" is no field of {_NOUNS[model]}'
    suggestion = did_you_mean(str(loc[-1]), fields)
    known = f"Known: {', '.join(fields)}."
    help_ = f"{suggestion} {known}" if suggestion.startswith("Did you mean") else known
    return Finding(place.key(*loc), "unknown-field", message, help_)


def _entry_at(path: tuple[str | int, ...]) -> type[entries.Entry]:
    model: type[entries.Entry] = entries.OwnershipFile
    rest = list(path)
    while rest:
        if rest[0] == "source":
            return entries.Source
        below = _ENTRIES.get(model, {}).get(str(rest[0]))
        if below is None:
            break
        model, steps = below
        rest = rest[steps:]
    return model


def _last_field(loc: tuple[str | int, ...]) -> str:
    words = [step for step in loc if isinstance(step, str) and step not in ("[key]", "for all", "by work")]
    return words[-1] if words else "the file"


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


def _is_empty(data: Any, loc: tuple[str | int, ...]) -> bool:
    _, value = follow(data, loc)
    return value is None or value in ("", [], {})


def _own_message(error: Any) -> str:
    return str(error["ctx"]["error"])


def _shape(value: Any) -> str:
    if isinstance(value, dict):
        return "a mapping"
    return "a list" if isinstance(value, list) else f'"{value}"'
