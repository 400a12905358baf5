"""The report as SARIF 2.1.0, which GitHub's code scanning and others show."""

from __future__ import annotations

import re
from importlib.metadata import version
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from raci.faults.finding import Severity
from raci.linter.fixable_text import FixEdits
from raci.linter.manual import manual
from raci.render.lint.fingerprints import fingerprints
from raci.render.lint.summary import WAITING
from raci.text.json import dump
from raci.text.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from raci.faults.finding import Finding, Related
    from raci.linter.lint_report import LintReport, Waived
    from raci.linter.manual import Manual, RuleRecord
    from raci.location import Location

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_FAMILIES = {
    "0": "files",
    "1": "references",
    "2": "rows",
    "3": "columns",
    "4": "overlaps",
    "5": "hygiene",
    "9": "waivers",
}
_MOST_CHARACTERS = 1024  # GitHub takes no longer description
_ABSOLUTE = re.compile(r"/|[A-Za-z]:/")


def render(report: LintReport, *, manual_of: Callable[[Iterable[str]], Manual] = manual) -> str:
    """Return one SARIF log with one run: the rules that found something, and a result a finding.

    Waived findings are suppressed results. `manual_of` returns what is to be known of rules by their codes.
    """
    waivers = {each.finding: each for each in report.waived}
    results = tuple(dict.fromkeys((*report.findings, *waivers)))
    marks = fingerprints(results)
    edits = FixEdits(report.texts)
    codes = sorted({finding.code for finding in results})
    run = {
        "tool": {
            "driver": {
                "name": "raci",
                "version": version("raci"),
                "rules": [_rule(rule) for rule in manual_of(codes).rules],
            }
        },
        "automationDetails": {"id": "raci/"},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report)],
        "results": [
            {
                "ruleId": finding.code,
                "ruleIndex": codes.index(finding.code),
                **_result(finding),
                **_fixes(finding, edits),
                # Not primaryLocationLineHash: GitHub works that one out by itself, and warns of another's.
                "partialFingerprints": {"raciFinding/v1": marks[finding]},
                "suppressions": [_suppression(waivers[finding])] if finding in waivers else [],
            }
            for finding in results
        ],
    }
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def escape(text: str) -> str:
    """Return `text` as a message without placeholders and links (SARIF 2.1.0, 3.11.5 and 3.11.6)."""
    return one_line(text).replace("{", "{{").replace("}", "}}").replace("](", "\\](")


def _invocation(report: LintReport) -> dict[str, Any]:
    notes = [{"level": "note", "message": {"text": WAITING}}] if report.incomplete else []
    return {"executionSuccessful": True, "toolExecutionNotifications": notes}


def _rule(rule: RuleRecord) -> dict[str, Any]:
    page = rule.page.strip()
    about = " ".join(page.split("\n## ")[0].split())
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": _short(rule.summary)},
        "fullDescription": {"text": _short(about)},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "problem.severity": _PROBLEMS[rule.severity],
            "tags": ["ownership", *(name for digit, name in _FAMILIES.items() if rule.code[4] == digit)],
        },
    }


def _short(text: str) -> str:
    return text if len(text) <= _MOST_CHARACTERS else f"{text[: _MOST_CHARACTERS - 1]}…"


def _result(finding: Finding) -> dict[str, Any]:
    said = f"{finding.message}. {finding.help}" if finding.help else finding.message
    return {
        "level": _LEVELS[finding.severity],
        "message": {"text": escape(said)},
        "locations": [{"physicalLocation": _physical(finding.location)}],
        "relatedLocations": [_related(number, each) for number, each in enumerate(finding.related, start=1)],
    }


def _fixes(finding: Finding, edits: FixEdits) -> dict[str, Any]:
    """Return the fix of a result, if there is one (SARIF 2.1.0, 3.55)."""
    made = edits.of(finding)
    if finding.fix is None or not made:
        return {}
    replacements = [
        {"deletedRegion": _region(where), "insertedContent": {"text": text}} for where, text in made
    ]
    change = {"artifactLocation": _artifact(finding.location.file), "replacements": replacements}
    return {"fixes": [{"description": {"text": escape(finding.fix.message)}, "artifactChanges": [change]}]}


def _related(number: int, related: Related) -> dict[str, Any]:
    location = {"id": number, "physicalLocation": _physical(related.location)}
    return location | ({"message": {"text": escape(related.message)}} if related.message else {})


def _suppression(waived: Waived) -> dict[str, Any]:
    reason = one_line(waived.reason)
    return {"kind": waived.kind} | ({"justification": reason} if reason else {})


def _physical(location: Location) -> dict[str, Any]:
    return {
        "artifactLocation": _artifact(location.file),
        "region": _region(location),
    }


def _region(location: Location) -> dict[str, int]:
    return {
        "startLine": location.line,
        "startColumn": location.column,
        "endLine": location.end_line,
        "endColumn": location.end_column,
    }


def _artifact(file: str) -> dict[str, Any]:
    if _ABSOLUTE.match(file):  # on another drive
        return {"uri": f"file:///{_quoted(file.lstrip('/'), safe='/:')}"}
    return {"uri": _quoted(file), "uriBaseId": "%SRCROOT%"}


def _quoted(path: str, safe: str = "/") -> str:
    return quote(path, safe=safe, errors="surrogatepass")
