"""An answer as JSON: its records' field names are the keys, and their order is the fields' order."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from raci.text.json import dump

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

SCHEMA_VERSION = 1


def render(answer: DataclassInstance) -> str:
    """Return one JSON object, indented, with `schema_version` first and a newline at the end."""
    return dump({"schema_version": SCHEMA_VERSION, **_plain(answer)})


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        # A field whose name Python reserves ends in an underscore.
        return {field.name.rstrip("_"): _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if hasattr(value, "items"):
        return {key: _plain(each) for key, each in value.items()}
    return value
