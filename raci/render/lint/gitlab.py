"""The report as GitLab's Code Quality shows it in a merge request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from raci.faults.finding import Severity
from raci.render.lint.fingerprints import fingerprints
from raci.text.json import dump
from raci.text.visible import one_line

if TYPE_CHECKING:
    from raci.faults.finding import Finding
    from raci.linter.lint_report import LintReport

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: LintReport) -> str:
    """Return a JSON list with an issue a finding; empty where there is none."""
    marks = fingerprints((*report.findings, *(each.finding for each in report.waived)))
    return dump([_issue(finding, marks[finding]) for finding in report.findings])


def _issue(finding: Finding, fingerprint: str) -> dict[str, Any]:
    where = finding.location
    return {
        # GitLab shows the description only.
        "description": f"{finding.code}: {one_line(finding.message)}",
        "check_name": finding.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": where.file,
            "positions": {
                "begin": {"line": where.line, "column": where.column},
                "end": {"line": where.end_line, "column": where.end_column},
            },
        },
    }
