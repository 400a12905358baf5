"""Ownership files from text, linted in memory."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from raci.linter.lint import LintOptions, less_known, lint
from raci.loading.load import read_files
from raci.rules import RULES

from builders import files_of

if TYPE_CHECKING:
    from raci.linter.baseline import Baseline
    from raci.linter.lint_report import LintReport

TODAY = date(2026, 1, 1)
TRACKED = ("docs/menu/spring.md", "docs/orders.md")
"""The files that git knows where the cases of rules are linted."""
CHECKS = {rule.name: rule.check for rule in RULES}


def linted(*texts: str, today: date = TODAY, baseline: Baseline | None = None, **options: Any) -> LintReport:
    """Return what lint says about files a.yaml, b.yaml, … with these texts, dedented."""
    files = files_of(*(text.removeprefix("\n") for text in texts))
    loaded, how = read_files(files, keep_texts=True), LintOptions(today, **options)
    return less_known(lint(loaded, how), baseline, loaded, how)


def found(report: LintReport, *codes: str) -> list[str]:
    """Return the findings with these codes, or all but advice, as "file:line code"."""
    return [
        f"{each.location.file}:{each.location.line} {each.code}"
        for each in report.findings
        if (each.code in codes if codes else each.severity != "info")
    ]


def waived(report: LintReport) -> list[str]:
    """Return what is waived as "file:line code kind: reason"."""
    return [
        f"{each.finding.location.file}:{each.finding.location.line} {each.finding.code} {each.kind}: {each.reason}"
        for each in report.waived
    ]
