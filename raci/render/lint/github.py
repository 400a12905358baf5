"""The report as workflow commands, which GitHub Actions shows beside the lines of a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.faults.finding import Severity
from raci.render.lint.summary import closing, worst_first
from raci.text.visible import one_line, visible

if TYPE_CHECKING:
    from raci.faults.finding import Finding
    from raci.linter.lint_report import LintReport

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: LintReport) -> str:
    """Return a command a finding and a plain line that sums up.

    Errors come first, for GitHub shows ten of a kind in a step.
    """
    lines = [*map(_command, worst_first(report)), closing(report)]
    return "".join(f"{line}\n" for line in lines)


def escape(text: str, *, in_property: bool = False) -> str:
    """Return `text` so that the runner reads it back as it is, as a message or as a property's value."""
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if in_property else text


def _command(finding: Finding) -> str:
    where = finding.location
    properties = {
        "title": f"{finding.code} {finding.name}",
        "file": visible(where.file),
        "line": where.line,
        "endLine": where.end_line,
    }
    if where.line == where.end_line:  # GitHub refuses columns on several lines
        properties |= {"col": where.column, "endColumn": where.end_column}
    shown = ",".join(f"{key}={escape(str(value), in_property=True)}" for key, value in properties.items())
    message = "\n".join(one_line(text) for text in (finding.message, finding.help) if text)
    return f"::{_LEVELS[finding.severity]} {shown}::{escape(message)}"
