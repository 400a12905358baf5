"""The JSON Schemas of answers: made of the records, strict, in words, and held to what commands print."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import jsonschema
import pytest
from raci.cli.app import app_for
from raci.render.answer_schema import ANSWERS, answer_schema
from raci.text.json import dump

from conftest import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunRaci


def file_of(command: str) -> str:
    """Return what the files of a command are called; those of an option have names of their own."""
    return command.replace(" --", "-")


GOLDEN = [
    (command, path)
    for command in ANSWERS
    for path in sorted((PROJECT / "tests/golden" / file_of(command)).glob("*.json"))
    if "schema_version" in json.loads(path.read_text("utf-8"))
]
# Of what networkx reads, what is not known is not there.
LEAVES_OUT = {"NodeData", "EdgeData"}


@pytest.mark.parametrize("command", ANSWERS)
def test_the_documentation_has_every_schema(command: str, request: pytest.FixtureRequest) -> None:
    """As the record makes it: `pytest --update` writes docs/json."""
    text, copy = dump(answer_schema(command)), PROJECT / "docs/json" / f"{file_of(command)}.schema.json"
    if request.config.getoption("--update"):
        copy.write_bytes(text.encode())
    assert copy.read_bytes().decode() == text


def test_every_command_with_json_has_a_schema(raci: RunRaci) -> None:
    """And no other."""
    named = [str(command.name) for command in app_for([]).registered_commands]
    assert sorted({command.split()[0] for command in ANSWERS}) == sorted(
        name for name in named if "--json" in raci(name, "--help").out
    )


@pytest.mark.parametrize("command", ANSWERS)
def test_a_schema_says_what_each_key_holds(command: str) -> None:
    """It is of draft-07, has words for each key, names all that are always there, and forbids others."""
    schema = answer_schema(command)
    jsonschema.Draft7Validator.check_schema(schema)
    for name, each in {command: schema, **schema["definitions"]}.items():
        assert each["description"]
        for key, described in each.get("properties", {}).items():
            assert key == "schema_version" or described.keys() & {"description", "$ref"}, key
        if "properties" in each:
            assert each["additionalProperties"] is False
            assert name in LEAVES_OUT or each["required"] == list(each["properties"])


@pytest.mark.parametrize(
    ("command", "path"), GOLDEN, ids=[f"{path.parent.name}-{path.stem}" for _, path in GOLDEN]
)
def test_what_commands_print_keeps_to_its_schema(command: str, path: Path) -> None:
    """Every answer that is kept as JSON."""
    jsonschema.Draft7Validator(answer_schema(command)).validate(json.loads(path.read_text("utf-8")))


def test_a_key_that_is_not_known_is_refused() -> None:
    """Wherever it stands."""
    answer = json.loads((PROJECT / "tests/golden/who-owns/settled.json").read_text("utf-8"))
    validator = jsonschema.Draft7Validator(answer_schema("who-owns"))
    assert validator.is_valid(answer)
    match = answer["matches"][0]
    for part in (answer, match, match["claims"][0], match["overlaps"][0]["agreement"]):
        part["new"] = 1
        assert not validator.is_valid(answer)
        del part["new"]
