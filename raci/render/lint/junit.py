"""The report as JUnit's XML, which most services take for test results."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from raci.faults.finding import Severity
from raci.render.lint.summary import closing
from raci.text.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raci.faults.finding import Finding
    from raci.linter.lint_report import LintReport


def render(report: LintReport) -> str:
    """Return a test case a finding. An error or a warning is a failure, advice a test that passed.

    Without a finding there is one test case, and it passed.
    """
    failed = sum(finding.severity is not Severity.INFO for finding in report.findings)
    counts = {"tests": str(max(1, len(report.findings))), "failures": str(failed), "errors": "0"}
    root = Element("testsuites", {"name": "raci", **counts})
    suite = SubElement(root, "testsuite", {"name": "raci lint", **counts})
    seen: Counter[str] = Counter()
    for finding in report.findings:
        name = f"{finding.code} {finding.location}"
        seen[name] += 1
        # Of test cases with one name GitLab shows the first only.
        _add_case(suite, finding, f"{name} ({seen[name]})" if seen[name] > 1 else name)
    if not report.findings:
        passed = SubElement(suite, "testcase", classname="raci lint", name="No findings")
        SubElement(passed, "system-out").text = one_line(closing(report))
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _add_case(suite: Element, finding: Finding, name: str) -> None:
    file, line = one_line(finding.location.file), str(finding.location.line)
    case = SubElement(suite, "testcase", classname=file, name=one_line(name), file=file, line=line)
    if finding.severity is Severity.INFO:
        told = SubElement(case, "system-out")
    else:
        told = SubElement(case, "failure", type=finding.severity, message=one_line(finding.message))
    told.text = "\n".join(map(one_line, _lines(finding)))


def _lines(finding: Finding) -> Iterator[str]:
    yield f"{finding.location}: {finding.severity}: {finding.message}"
    for related in finding.related:
        yield f"see {related.location}: {related.message}"
    if finding.help:
        yield f"help: {finding.help}"
