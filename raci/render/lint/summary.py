"""What a report comes down to: its numbers, and the words that close it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.faults.finding import Severity
from raci.model.field_types import Count, Record
from raci.text.names import counted, in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.faults.finding import Finding
    from raci.linter.lint_report import LintReport

WAITING = "The rules on the register as a whole wait until every file can be read to its end."
_WORST_FIRST = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True)
class Summary(Record):
    """The numbers of a report."""

    errors: Count
    """How many findings are errors."""
    warnings: Count
    """How many are warnings."""
    infos: Count
    """How many are pieces of advice."""
    waived: Count
    """How many findings a waiver in a file or the baseline silences."""
    files: Count
    """How many files were checked."""
    passed_over: Count
    """How many YAML files were no ownership files."""
    incomplete: bool
    """A file could not be read to its end, so the rules on the register as a whole were not run."""
    fixed: Count
    """How many findings --fix mended in this run; they are not among the others."""
    fixable: Count
    """How many of the findings --fix would mend."""
    fixable_unsafe: Count
    """How many more --unsafe-fixes would mend."""


def summary_of(report: LintReport) -> Summary:
    """Return the numbers of `report`."""
    fixes = [finding.fix.is_safe for finding in report.findings if finding.fix]
    severities = [finding.severity for finding in report.findings]
    return Summary(
        errors=severities.count(Severity.ERROR),
        warnings=severities.count(Severity.WARNING),
        infos=severities.count(Severity.INFO),
        waived=len(report.waived),
        files=report.files,
        passed_over=report.passed_over,
        incomplete=report.incomplete,
        fixed=len(report.fixed),
        fixable=fixes.count(True),
        fixable_unsafe=fixes.count(False),
    )


def closing(report: LintReport) -> str:
    """Return the sentences that close a report, in one line: what was found in how many files."""
    summary = summary_of(report)
    found = (
        (summary.errors, "error", "errors"),
        (summary.warnings, "warning", "warnings"),
        (summary.infos, "piece of advice", "pieces of advice"),
    )
    words = in_words(counted(*each) for each in found if each[0])
    others = f" ({counted(summary.passed_over, 'other file')} passed over)" if summary.passed_over else ""
    sentences = [f"Fixed {told(report.fixed)}."] if report.fixed else []
    sentences += [
        f"{f'Found {words}' if words else 'No findings'} in {counted(summary.files, 'file')}{others}."
    ]
    if fixable := _fixable(summary):
        sentences.append(f"{fixable}.")
    if summary.waived:
        sentences.append(f"{counted(summary.waived, 'finding')} waived.")
    if summary.incomplete:
        sentences.append(WAITING)
    return " ".join(sentences)


def told(fixed: Iterable[str]) -> str:
    """Return how many findings were mended, and of which rules: "3 (2 unused-waiver, 1 version)"."""
    rules = Counter(fixed)
    return f"{rules.total()} ({', '.join(f'{rules[rule]} {rule}' for rule in sorted(rules))})"


def _fixable(summary: Summary) -> str:
    """Return what can be fixed, and how, as a sentence without its full stop; empty where nothing can."""
    if summary.fixable and summary.fixable_unsafe:
        return f"{summary.fixable} fixable with --fix, {summary.fixable_unsafe} more with --unsafe-fixes"
    if summary.fixable_unsafe:
        return f"{summary.fixable_unsafe} fixable with --unsafe-fixes"
    return f"{summary.fixable} fixable with --fix" if summary.fixable else ""


def worst_first(report: LintReport) -> list[Finding]:
    """Return the findings of a report: errors, warnings, advice, each by place."""
    return sorted(report.findings, key=lambda finding: _WORST_FIRST[finding.severity])
