"""One finding a line, as editors read them, and a line that sums up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.render.lint.plain_text import OF_SEVERITY, painted, place
from raci.render.lint.summary import closing
from raci.text.visible import one_line

if TYPE_CHECKING:
    from raci.faults.finding import Finding
    from raci.linter.lint_report import LintReport


def render(report: LintReport, *, color: bool = False) -> str:
    """Return a line a finding: place, severity, code and message; the last line sums up."""
    lines = [
        f"{place(each.location)}: "
        f"{painted(f'{each.severity}[{each.code}]', OF_SEVERITY[each.severity], color=color)} "
        f"{_mark(each)}{one_line(each.message)}"
        for each in report.findings
    ]
    return "".join(f"{line}\n" for line in [*lines, closing(report)])


def _mark(finding: Finding) -> str:
    """Return the mark that a finding can be fixed."""
    if finding.fix is None:
        return ""
    return "[*] " if finding.fix.is_safe else "[* unsafe] "
