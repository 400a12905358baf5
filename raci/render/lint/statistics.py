"""How often each rule has found something, the worst first."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from raci.faults.finding import Severity
from raci.render.lint.plain_text import OF_SEVERITY, painted
from raci.render.lint.summary import closing, summary_of
from raci.text.json import dump

if TYPE_CHECKING:
    from raci.linter.lint_report import LintReport

SCHEMA_VERSION = 1


@dataclass(frozen=True)
class RuleCount:
    """How many findings a rule has, of one severity."""

    count: int
    code: str
    name: str
    severity: Severity


def counts(report: LintReport) -> list[RuleCount]:
    """Return how often each rule has found something: errors, warnings, advice, the most first."""
    found = Counter((each.severity, each.code, each.name) for each in report.findings)
    listed = [RuleCount(count, code, name, severity) for (severity, code, name), count in found.items()]
    worst = list(Severity)
    return sorted(listed, key=lambda each: (worst.index(each.severity), -each.count, each.code))


def render(report: LintReport, *, color: bool = False) -> str:
    """Return a line a rule: number, code, severity and name; the last line sums up."""
    listed = counts(report)
    width = max((len(str(each.count)) for each in listed), default=0)
    lines = [
        f"{each.count:>{width}}  {each.code}  "
        f"{painted(f'{each.severity:<7}', OF_SEVERITY[each.severity], color=color)}  {each.name}"
        for each in listed
    ]
    return "".join(f"{line}\n" for line in [*lines, closing(report)])


def render_json(report: LintReport) -> str:
    """Return one JSON object: the numbers by rule, and those of the whole report."""
    rules = [asdict(each) for each in counts(report)]
    return dump(
        {"schema_version": SCHEMA_VERSION, "statistics": rules, "summary": asdict(summary_of(report))}
    )
