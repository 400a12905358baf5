"""The JSON Schema of an ownership file, made of the entries: editors complete and check with it.

It speaks of shapes only. It accepts whatever the loader accepts, and a little more: what refers to
what, letters of the one scheme, and upper case in scripts other than Latin are the loader's to check.
"""

from __future__ import annotations

import inspect
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from raci.model import entries, values
from raci.model.field_texts import text_of
from raci.model.scheme import SCHEMES

Json = dict[str, Any]

# Everything is text to raci; an editor may take an unquoted 365 or "no" for something else. A value
# that was left out is null to an editor, so null is not text here: the word needs quotes.
_TYPED = ["string", "number", "boolean"]
_TEXT: Json = {"type": _TYPED, "pattern": r"\S"}

# Patterns have to mean the same to JavaScript and to Python, which knows no classes of characters by
# property. So this says what no id holds: ASCII but a-z, 0-9 and the hyphen, the rest of Latin-1 but
# its small letters (and sharp s, which is compared as ss), general and ideographic punctuation.
_IN_WORD = r"[^\u0000-\u002f\u003a-\u0060\u007b-\u00df\u00f7\u2000-\u206f\u3000-\u3004\u3008-\u3020\ufeff]"
_ID: Json = {"type": _TYPED, "pattern": f"^{_IN_WORD}+(-{_IN_WORD}+)*$"}

_DATE: Json = {"type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"}

_CODES = "".join(
    sorted({char for scheme in SCHEMES.values() for each in scheme.letters for char in each.code})
)
_BETWEEN = r"\s,;/+&"
_ANY = f"[{_BETWEEN}{_CODES}{_CODES.lower()}]"
_LETTERS: Json = {
    "anyOf": [
        {"type": "string", "pattern": f"^{_ANY}*[{_CODES}{_CODES.lower()}]{_ANY}*$"},
        {"type": "array", "minItems": 1, "items": {"type": "string", "pattern": f"^{_ANY}+$"}},
    ]
}
_ACCOUNTABLE: Json = {
    "anyOf": [_TEXT, {"type": "object", "minProperties": 1, "additionalProperties": _TEXT}],
}

_SHAPES: tuple[tuple[Any, Json], ...] = (
    (values.Text, _TEXT),
    (values.Name, _TEXT),
    (values.Id, _ID),
    (values.Date, _DATE),
    (values.WrittenLetters, _LETTERS),
    (entries.Accountable, _ACCOUNTABLE),
    (Literal["1"], {"enum": [1, "1"]}),
)
_SHORT_FORMS = (entries.Source, entries.PersonEntry)
_DEFINED: tuple[type[entries.Entry], ...] = (
    entries.RoleEntry,
    entries.PersonEntry,
    entries.ResponsibilityEntry,
    entries.DeliverableEntry,
    entries.OverlapEntry,
    entries.AgreementEntry,
    entries.PracticeEntry,
    entries.UnownedEntry,
    entries.Source,
)
# What the parts of an overlap have to do with each other, as far as its shape tells.
_OVERLAP: Json = {
    "anyOf": [{"required": [key]} for key in ("sides", "tension", "agreement", "distinct", "same")],
    "not": {"required": ["distinct", "same"]},
}
_SIDES: Json = {"anyOf": [{"minProperties": 2}, {"maxProperties": 0}]}


def ownership_schema() -> Json:
    """Return the schema, draft-07, as plain data."""
    whole = _entry(entries.OwnershipFile)
    return {
        # Editors know the draft by this very text: with https they do not.
        "$schema": "http://json-schema.org/draft-07/schema#",
        **whole,
        "title": "Ownership file of raci",
        "definitions": {_name(model): _entry(model) for model in _DEFINED},
    }


def _entry(model: type[entries.Entry]) -> Json:
    hints = get_type_hints(model, include_extras=True)
    keys = {field.alias or name: name for name, field in model.model_fields.items()}
    required = [key for key, name in keys.items() if model.model_fields[name].is_required()]
    return {
        "title": _name(model).capitalize(),
        "description": inspect.cleandoc(model.__doc__ or ""),
        "type": "object",
        "additionalProperties": False,
        **({"required": required} if required else {}),
        **(_OVERLAP if model is entries.OverlapEntry else {}),
        "properties": {key: _field(model, key, hints[name]) for key, name in keys.items()},
    }


def _field(model: type[entries.Entry], key: str, hint: Any) -> Json:
    text = text_of(model, key)
    shape = _shape(hint)
    return {
        "title": key.replace("_", " ").capitalize(),
        "description": text.description,
        "examples": list(text.examples),
        # Beside a reference nothing else counts in draft-07.
        **({"allOf": [shape]} if "$ref" in shape else shape),
        **(_SIDES if key == "sides" else {}),
    }


def _shape(hint: Any) -> Json:
    """Return the shape of the values that a field with this type has in a file."""
    for known, shape in _SHAPES:
        if hint == known:
            return shape
    if isinstance(hint, type) and issubclass(hint, entries.Entry):
        entry = {"$ref": f"#/definitions/{_name(hint)}"}
        return {"anyOf": [_TEXT, entry]} if hint in _SHORT_FORMS else entry
    if get_origin(hint) is Annotated:  # with a limit, of which no editor needs to know
        hint = get_args(hint)[0]
    origin, inner = get_origin(hint), get_args(hint)
    if origin in {Union, UnionType}:
        (written,) = (each for each in inner if each is not NoneType)
        return _shape(written)
    if origin is Literal:
        return {"enum": list(inner)}
    if origin is tuple:
        return {"type": "array", "items": _shape(inner[0])}
    if origin is dict:
        names = {"propertyNames": {"pattern": _ID["pattern"]}} if inner[0] == values.Id else {}
        return {"type": "object", **names, "additionalProperties": _shape(inner[1])}
    raise TypeError(f"no shape is known for {hint}")


def _name(model: type[entries.Entry]) -> str:
    return model.__name__.removesuffix("Entry").lower()
