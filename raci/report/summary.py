"""What a report comes down to: its numbers, and the words that close it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.finding import Severity
from raci.names import in_words

if TYPE_CHECKING:
    from raci.finding import Finding
    from raci.linter.lint import LintReport

WAITING = "The rules on the register as a whole wait until every file can be read to its end."
_WORST_FIRST = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True)
class Summary:
    """The numbers of a report."""

    errors: int
    warnings: int
    infos: int
    waived: int
    files: int
    passed_over: int
    incomplete: bool


def summary_of(report: LintReport) -> Summary:
    """Return the numbers of `report`."""
    severities = [finding.severity for finding in report.findings]
    return Summary(
        errors=severities.count(Severity.ERROR),
        warnings=severities.count(Severity.WARNING),
        infos=severities.count(Severity.INFO),
        waived=len(report.waived),
        files=report.files,
        passed_over=report.passed_over,
        incomplete=report.incomplete,
    )


def closing(report: LintReport) -> str:
    """Return the sentences that close a report, in one line: what was found in how many files."""
    summary = summary_of(report)
    found = (
        _counted(summary.errors, "error"),
        _counted(summary.warnings, "warning"),
        _counted(summary.infos, "piece of advice", "pieces of advice"),
    )
    words = in_words(each for each in found if each)
    files = _counted(summary.files, "file") or "0 files"
    others = _counted(summary.passed_over, "other file")
    sentences = [f"{f'Found {words}' if words else 'No findings'} in {files}"]
    sentences[0] += f" ({others} passed over)." if others else "."
    if summary.waived:
        sentences.append(f"{_counted(summary.waived, 'finding')} waived.")
    if summary.incomplete:
        sentences.append(WAITING)
    return " ".join(sentences)


def worst_first(report: LintReport) -> list[Finding]:
    """Return the findings of a report: errors, warnings, advice, each by place."""
    return sorted(report.findings, key=lambda finding: _WORST_FIRST[finding.severity])


def _counted(number: int, one: str, many: str = "") -> str:
    """Return a number of things in words, empty for none."""
    if not number:
        return ""
    return f"1 {one}" if number == 1 else f"{number} {many or f'{one}s'}"
