"""GitLab's Code Quality: the keys that GitLab reads."""

from __future__ import annotations

import json
from typing import Any

import pytest
from lint_reports import CLEAN, FINDINGS, REPORT, holding
from nasty import NASTY
from raci.linter.lint_report import LintReport
from raci.render.lint.gitlab import render


def issues(report: LintReport) -> list[dict[str, Any]]:
    """Return the report, read back."""
    found: list[dict[str, Any]] = json.loads(render(report))
    return found


@pytest.mark.parametrize("report", [REPORT, CLEAN, *map(holding, NASTY)])
def test_an_issue_has_what_gitlab_reads(report: LintReport) -> None:
    """Nothing less, and no fingerprint twice, for GitLab makes one entry of those."""
    found = issues(report)
    for issue in found:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert issue["description"].startswith(f"{issue['check_name']}: ")
        assert issue["location"]["positions"]["begin"]["line"] >= 1
    assert len({issue["fingerprint"] for issue in found}) == len(found) == len(report.findings)
    assert not render(report).startswith("\ufeff")


def test_an_issue_says_what_the_finding_says() -> None:
    """Severity, place and words."""
    assert render(CLEAN) == "[]\n"
    found = issues(REPORT)
    assert [each["severity"] for each in found] == ["major", "minor", "info", *["major"] * 4]
    assert [each["location"]["path"] for each in found] == [each.location.file for each in FINDINGS]
    assert found[3] == {
        "description": "RACI201: no role is accountable for Menu",
        "check_name": "RACI201",
        "fingerprint": found[3]["fingerprint"],
        "severity": "major",
        "location": {
            "path": "kitchen.yaml",
            "positions": {"begin": {"line": 6, "column": 31}, "end": {"line": 6, "column": 32}},
        },
    }
