"""The report as JUnit's XML, which most services take for test results."""

from __future__ import annotations

import html
from collections import Counter
from typing import TYPE_CHECKING

from raci.faults.finding import Severity
from raci.render.lint.summary import closing
from raci.text.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raci.faults.finding import Finding
    from raci.linter.lint import LintReport


def render(report: LintReport) -> str:
    """Return a test case a finding. An error or a warning is a failure, advice a test that passed.

    Without a finding there is one test case, and it passed.
    """
    failed = sum(finding.severity is not Severity.INFO for finding in report.findings)
    counts = f'tests="{max(1, len(report.findings))}" failures="{failed}" errors="0"'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="raci" {counts}>',
        f'  <testsuite name="raci lint" {counts}>',
        *(_cases(report) if report.findings else _passed(report)),
        "  </testsuite>",
        "</testsuites>",
    ]
    return "".join(f"{line}\n" for line in lines)


def escape(text: str) -> str:
    """Return `text` for XML, as an attribute's value too, in one line and without what XML may not hold."""
    # The last one is no matter of XML: a runner would take it for a command.
    return html.escape(one_line(text)).replace("##[", "##&#91;")


def _passed(report: LintReport) -> Iterator[str]:
    yield '    <testcase classname="raci lint" name="No findings">'
    yield f"      <system-out>{escape(closing(report))}</system-out>"
    yield "    </testcase>"


def _cases(report: LintReport) -> Iterator[str]:
    seen: Counter[str] = Counter()
    for finding in report.findings:
        name = f"{finding.code} {finding.location}"
        seen[name] += 1
        # Of test cases with one name GitLab shows the first only.
        yield from _case(finding, f"{name} ({seen[name]})" if seen[name] > 1 else name)


def _case(finding: Finding, name: str) -> Iterator[str]:
    file = escape(finding.location.file)
    line = finding.location.line
    yield f'    <testcase classname="{file}" name="{escape(name)}" file="{file}" line="{line}">'
    text = escape(f"{finding.location}: {finding.severity}: {finding.message}")
    text += "".join(f"\n{escape(line)}" for line in _more(finding))
    if finding.severity is Severity.INFO:
        yield f"      <system-out>{text}</system-out>"
    else:
        yield (
            f'      <failure type="{finding.severity}" message="{escape(finding.message)}">{text}</failure>'
        )
    yield "    </testcase>"


def _more(finding: Finding) -> Iterator[str]:
    for related in finding.related:
        yield f"see {related.location}: {related.message}"
    if finding.help:
        yield f"help: {finding.help}"
