"""An answer as JSON: its records' field names are the keys, and their order is the fields' order."""

from __future__ import annotations

import json
import re
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

SCHEMA_VERSION = 1

# json leaves these in text that is not ASCII; some act on a terminal, some are no characters at all.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def render(answer: DataclassInstance) -> str:
    """Return one JSON object, indented, with `schema_version` first and a newline at the end."""
    plain = {"schema_version": SCHEMA_VERSION, **_plain(answer)}
    text = json.dumps(plain, indent=2, ensure_ascii=False, allow_nan=False)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        # A field whose name Python reserves ends in an underscore.
        return {field.name.rstrip("_"): _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if hasattr(value, "items"):
        return {key: _plain(each) for key, each in value.items()}
    return value
