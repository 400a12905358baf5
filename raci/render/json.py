"""An answer as JSON: its records' field names are the keys, and their order is the fields' order."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from raci.text.json import dump

if TYPE_CHECKING:
    from raci.model.field_types import Record

SCHEMA_VERSION = 1


def render(answer: Record) -> str:
    """Return one JSON object, indented, with `schema_version` first and a newline at the end."""
    return dump({"schema_version": SCHEMA_VERSION, **_plain(answer)})


def key_of(field: str) -> str:
    """Return the key of a field: a name that Python reserves ends in an underscore there."""
    return field.rstrip("_")


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {key_of(field.name): _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if hasattr(value, "items"):
        return {key: _plain(each) for key, each in value.items()}
    return value
