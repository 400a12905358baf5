"""What lint finds after a change and did not find before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from raci.cli.lint_options import LintOptions as Options
from raci.faults.finding import Severity
from raci.linter.lint import LintOptions, lint
from raci.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from raci.config import Settings
    from raci.faults.finding import Finding
    from raci.linter.lint_report import LintReport
    from raci.loading.load import Loaded


class NewFindings(NamedTuple):
    """Errors that come new, which no file is to have, and what else lint finds."""

    mistakes: tuple[Finding, ...]
    others: tuple[Finding, ...]


def new_findings(
    before: Loaded, after: Loaded, settings: Settings, ids: Mapping[tuple[str, str], str]
) -> NewFindings:
    """Return what lint, as it is configured, finds only after a change, and which errors of rules come new.

    What was found of something that has a new id is not new; `ids` are those by kind and old id. Raises
    BadConfiguration.
    """
    errors = frozenset(rule.name for rule in RULES if rule.severity is Severity.ERROR)
    configured = Options().selection(settings.lint)
    selection = replace(configured, rules=configured.rules | errors)
    how = LintOptions(date.min, selection, settings.language, Options().thresholds(settings.lint))
    renamed = {was: now for (_, was), now in ids.items()}
    known = {_about(each, names) for each in _all(lint(before, how)) for names in ({}, renamed)}
    report = lint(after, how)
    mistakes = [each for each in _all(report) if each.name in errors and _about(each, {}) not in known]
    others = [each for each in report.findings if each.name not in errors and _about(each, {}) not in known]
    return NewFindings(tuple(mistakes), tuple(others))


def _all(report: LintReport) -> Iterable[Finding]:
    return (*report.findings, *(each.finding for each in report.waived))


def _about(finding: Finding, renamed: Mapping[str, str]) -> tuple[str, frozenset[str]]:
    """Return what tells a finding from others: its rule, and what it is about in any order."""
    return finding.name, frozenset(renamed.get(word, word) for word in finding.subject.split())
