"""The report as JSON, for programs; docs/json/lint.schema.json describes it."""

from __future__ import annotations

from dataclasses import asdict
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from raci.render.lint.summary import summary_of
from raci.text.json import dump

if TYPE_CHECKING:
    from raci.faults.finding import Finding
    from raci.linter.lint_report import LintReport
    from raci.location import Location

SCHEMA_VERSION = 1


def render(report: LintReport) -> str:
    """Return one JSON object: the findings by place, and their number."""
    return dump(
        {
            "schema_version": SCHEMA_VERSION,
            "tool": {"name": "raci", "version": version("raci")},
            "findings": [_finding(each) for each in report.findings],
            "summary": asdict(summary_of(report)),
        }
    )


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "message": finding.message,
        "help": finding.help,
        "subject": finding.subject,
        "location": _location(finding.location),
        "related": [
            {"message": each.message, "location": _location(each.location)} for each in finding.related
        ],
    }


def _location(location: Location) -> dict[str, Any]:
    return location._asdict()
