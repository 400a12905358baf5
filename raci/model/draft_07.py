"""JSON Schemas as pydantic makes them of types, in draft-07: of all drafts every editor knows that one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema

if TYPE_CHECKING:
    from pydantic_core import core_schema as core

Json = dict[str, Any]

# Editors know the draft by this very text: with https they do not.
_DRAFT = "http://json-schema.org/draft-07/schema#"
_OF_NAMES = ("properties", "definitions")
_FIRST = ("title", "description", "examples", "type", "propertyNames", "additionalProperties", "required")
_ORDER = (*_FIRST, ..., *_OF_NAMES)


class Draft07(GenerateJsonSchema):
    """Makes the schema of a type. A key that the type does not have is forbidden."""

    def __init__(self, **_: Any) -> None:
        super().__init__(ref_template="#/definitions/{model}")

    def default_schema(self, schema: core.WithDefaultSchema) -> Json:
        """Return what may stand there: what holds where nothing does is not for whoever reads the JSON."""
        return self.generate_inner(schema["schema"])

    def sort(self, value: Json, parent_key: str | None = None) -> Json:  # noqa: ARG002 - pydantic calls it
        """Return a schema in the words of draft-07, what people read before what validators do."""
        definitions = dict(sorted(value.pop("$defs", {}).items()))
        return {"$schema": _DRAFT, **_in_draft_07({**value, "definitions": definitions})}


def _in_draft_07(value: Any, *, of_names: bool = False) -> Any:
    """Return a part of a schema; `of_names` says that its keys are names, and not words of JSON Schema."""
    if isinstance(value, list):
        return [_in_draft_07(each) for each in value]
    if not isinstance(value, dict):
        return value
    if of_names:
        return {name: _in_draft_07(each) for name, each in value.items()}
    part = {
        key: each if key == "examples" else _in_draft_07(each, of_names=key in _OF_NAMES)
        for key, each in value.items()
    }
    if "properties" in part:
        part["additionalProperties"] = False
    if "patternProperties" in part:  # which would let other keys pass, whatever they hold
        ((pattern, shape),) = part.pop("patternProperties").items()
        part["propertyNames"] = {**part.get("propertyNames", {}), "pattern": pattern}
        part["additionalProperties"] = shape
    if "description" in part:
        part["description"] = " ".join(part["description"].split())
    if "$ref" in part and len(part) > 1:  # beside a reference nothing else counts
        part["allOf"] = [{"$ref": part.pop("$ref")}]
    return dict(sorted(part.items(), key=lambda item: _rank(item[0])))


def _rank(key: str) -> int:
    return _ORDER.index(key if key in _ORDER else ...)
