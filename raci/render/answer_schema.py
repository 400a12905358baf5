"""The JSON Schemas of answers, made of their records; docs/json has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ConfigDict, create_model

from raci.changes.log_records import Log
from raci.changes.records import Changes
from raci.importing.report import ImportReport
from raci.linter.manual import Manual
from raci.model.draft_07 import Draft07, Json
from raci.queries.agenda_records import Agenda
from raci.queries.graph import Graph
from raci.queries.handover_records import Handover
from raci.queries.health import Health
from raci.queries.health_series import HealthSeries
from raci.queries.matrix import Matrix
from raci.queries.overlaps import Overlaps
from raci.queries.questions import Questions
from raci.queries.role import RoleAnswer
from raci.queries.who_owns import WhoOwns
from raci.render.json import SCHEMA_VERSION, key_of
from raci.render.lint.json import Report

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_core import core_schema as core

    from raci.model.field_types import Record

ANSWERS: Mapping[str, type[Record]] = {
    "agenda": Agenda,
    "diff": Changes,
    "graph": Graph,
    "handover": Handover,
    "health": Health,
    "health --since": HealthSeries,
    "import": ImportReport,
    "lint": Report,
    "log": Log,
    "matrix": Matrix,
    "overlaps": Overlaps,
    "role": RoleAnswer,
    "rule": Manual,
    "who-owns": WhoOwns,
    "who-owns --questions": Questions,
}
"""What each command answers with `--json`, or with an option that asks for something else."""

_ADDITIVE = (
    "Additive over time: a later version may have new keys; none changes its meaning while schema_version is "
    f"{SCHEMA_VERSION}."
)
# Records have no configuration of their own, and so take that of what holds them.
_AS_WRITTEN = ConfigDict(use_attribute_docstrings=True, alias_generator=key_of)


def answer_schema(command: str) -> Json:
    """Return the schema of a command's JSON as plain data. Raises KeyError for a command without one."""
    record = ANSWERS[command]
    holder: Any = create_model("Holder", __config__=_AS_WRITTEN, answer=(record, ...))
    schema: Json = holder.model_json_schema(schema_generator=_AnswerSchema, mode="serialization")
    definitions = schema["definitions"]
    answer = definitions.pop(record.__name__)
    return {
        "$schema": schema["$schema"],
        **answer,
        "title": f"The answer of raci {command} --json",
        "description": f"{answer['description']} {_ADDITIVE}",
        "required": ["schema_version", *answer["required"]],
        "properties": {"schema_version": {"const": SCHEMA_VERSION}, **answer["properties"]},
        "definitions": definitions,
    }


class _AnswerSchema(Draft07):
    """Every key is there: what nothing is known of is null."""

    def field_is_required(self, field: Any, total: bool) -> bool:  # noqa: FBT001 - pydantic calls it
        """Return whether a key is always there: each of a record is, default or not."""
        return field["type"] == "dataclass-field" or super().field_is_required(field, total)

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - pydantic calls it
        """Return no, for a key says as much as a title that is made of it."""
        return False

    def nullable_schema(self, schema: core.NullableSchema) -> Json:
        """Return the shape of a value, or null."""
        shape = self.generate_inner(schema["schema"])
        if "type" not in shape:
            return {"anyOf": [shape, {"type": "null"}]}
        values = {"enum": [*shape["enum"], None]} if "enum" in shape else {}
        return {**shape, "type": [shape["type"], "null"], **values}
