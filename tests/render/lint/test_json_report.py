"""The JSON of a report: it is as its schema promises, and texts come back as they were."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lint_reports import CLEAN, FINDINGS, REPORT, holding
from nasty import NASTY
from raci.render.lint.json import render
from raci.text.json import dump

from conftest import PROJECT

SCHEMA: dict[str, Any] = json.loads((PROJECT / "docs/json/lint.schema.json").read_text("utf-8"))


@pytest.mark.parametrize("report", [REPORT, CLEAN, *map(holding, NASTY)])
def test_a_report_is_as_the_schema_says(report: Any) -> None:
    """Every report validates."""
    jsonschema.Draft7Validator(SCHEMA).validate(json.loads(render(report)))


def test_everything_comes_back() -> None:
    """A finding's parts are its keys, waived findings are counted only."""
    document = json.loads(render(REPORT))
    for read, written in zip(document["findings"], FINDINGS, strict=True):
        assert read["location"] == written.location._asdict()
        assert [each["message"] for each in read["related"]] == [each.message for each in written.related]
        for key in ("code", "name", "severity", "message", "help", "subject"):
            assert read[key] == getattr(written, key)
    assert document["summary"] == {
        "errors": 5,
        "warnings": 1,
        "infos": 1,
        "waived": 1,
        "files": 3,
        "passed_over": 2,
        "incomplete": True,
        "fixed": 0,
        "fixable": 0,
        "fixable_unsafe": 0,
    }


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_any_value_comes_back(value: Any) -> None:
    """Escaping changes what JSON looks like, not what it says."""
    assert json.loads(dump(value)) == value
    assert "##[" not in dump(value)


def test_hidden_characters_come_back() -> None:
    """Also those that a terminal or a runner would act on."""
    text = "\x1b[31m \u202e \ud800 \x7f\x85 \u2028 \\u0000 ##[error]x\n\t"
    assert json.loads(dump(text)) == text
    assert dump(text).rstrip("\n").isprintable()
