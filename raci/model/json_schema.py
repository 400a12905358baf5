"""The JSON Schema of an ownership file, made of the entries: editors complete and check with it.

It speaks of shapes only. It accepts whatever the loader accepts, and a little more: what refers to
what, letters of the one scheme, and upper case in scripts other than Latin are the loader's to check.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from raci.model.draft_07 import Draft07, Json
from raci.model.entries import OwnershipFile

if TYPE_CHECKING:
    from pydantic_core import core_schema as core


def ownership_schema() -> Json:
    """Return the schema as plain data."""
    schema = OwnershipFile.model_json_schema(schema_generator=_OwnershipSchema)
    return {**schema, "title": "Ownership file of raci"}


class _OwnershipSchema(Draft07):
    """Says what may be written, in titles that are made of the keys."""

    def nullable_schema(self, schema: core.NullableSchema) -> Json:
        """Return the shape of what is written: whoever has nothing to say leaves the key out."""
        return self.generate_inner(schema["schema"])

    def update_with_validations(self, *_: Any) -> None:
        """Leave limits out, of which no editor needs to know."""

    def model_schema(self, schema: core.ModelSchema) -> Json:
        """Return the shape of an entry."""
        return {**super().model_schema(schema), "title": _name(schema["cls"].__name__)}

    def normalize_name(self, name: str) -> str:
        """Return the name of a definition."""
        return _name(name).lower()

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - pydantic calls it
        """Return yes: editors show the title above what a field says."""
        return True

    def handle_ref_overrides(self, json_schema: Json) -> Json:
        """Return a field with its title, also where it refers to something of the same title."""
        return json_schema

    def get_title_from_name(self, name: str) -> str:
        """Return the title of a field."""
        return name.replace("_", " ").capitalize()


def _name(of: str) -> str:
    return of.removesuffix("Entry")
