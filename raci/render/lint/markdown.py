"""The report as GitHub-flavoured Markdown, such as for the summary of a job."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.render.lint.summary import closing, worst_first
from raci.text.markdown import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raci.faults.finding import Finding
    from raci.linter.lint_report import LintReport

MOST_ROWS = 200
_MOST_CHARACTERS = 600  # GitHub takes a summary of 1 MiB


def render(report: LintReport) -> str:
    """Return a heading, what was found in numbers, and a table: errors, warnings, advice, each by place."""
    blocks = ["## raci lint", escape(closing(report))]
    if report.findings:
        blocks.append("\n".join(_table(worst_first(report)[:MOST_ROWS])))
    if (left_out := len(report.findings) - MOST_ROWS) > 0:
        blocks.append(f"{left_out} more not shown here.")
    return "\n\n".join(blocks) + "\n"


def _table(findings: list[Finding]) -> Iterator[str]:
    yield "| Severity | Rule | Place | What is wrong | What to do |"
    yield "| --- | --- | --- | --- | --- |"
    for each in findings:
        rule = f"{each.code} {each.name}"
        cells = (each.severity, rule, str(each.location), each.message, each.help)
        yield f"| {' | '.join(escape(_short(cell)) for cell in cells)} |"


def _short(text: str) -> str:
    return text if len(text) <= _MOST_CHARACTERS else f"{text[:_MOST_CHARACTERS]}…"
