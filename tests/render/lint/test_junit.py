"""JUnit: XML that parses, names that are given once, texts that come back."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lint_reports import CLEAN, FINDINGS, REPORT, holding
from nasty import NASTY
from raci.faults.finding import Severity
from raci.linter.lint_report import LintReport
from raci.render.lint.junit import render
from raci.text.visible import one_line


def cases(report: LintReport) -> list[ET.Element]:
    """Return the test cases of a report, read back, and assert that the numbers are right."""
    root = ET.fromstring(render(report))  # noqa: S314 - our own
    found = root.findall("testsuite/testcase")
    for counted in (root, *root.findall("testsuite")):
        assert counted.attrib["tests"] == str(len(found))
        assert counted.attrib["failures"] == str(len(root.findall(".//failure")))
        assert counted.attrib["errors"] == "0"
    return found


def test_a_case_is_a_finding() -> None:
    """Errors and warnings fail; advice is a case that passed."""
    found = cases(REPORT)
    assert [each.attrib["classname"] for each in found] == [each.location.file for each in FINDINGS]
    for case, finding in zip(found, FINDINGS, strict=True):
        assert case.attrib["name"] == f"{finding.code} {finding.location}"
        assert (case.find("failure") is None) is (finding.severity is Severity.INFO)
    failure = found[1].find("failure")
    assert failure is not None
    assert failure.attrib == {"type": "warning", "message": '"The Menu" may be the same as "Menu"'}
    assert failure.text == (
        'cellar.yaml:4:27: warning: "The Menu" may be the same as "Menu"\n'
        "see kitchen.yaml:6:16: the other name\n"
        "see gone.yaml:3:5: a third\n"
        "help: Say in an overlap that they are `distinct` or the `same`."
    )


def test_a_clean_run_is_one_test_that_passed() -> None:
    """For a report without a test looks like one that did not run."""
    (case,) = cases(CLEAN)
    assert case.find("failure") is None
    assert case.attrib["name"] == "No findings"


def test_no_name_is_given_twice() -> None:
    """GitLab shows only the first of two cases with one name."""
    again = replace(FINDINGS[3], message="another")
    names = [each.attrib["name"] for each in cases(LintReport((FINDINGS[3], again), 1, 0, {}))]
    assert names == ["RACI201 kitchen.yaml:6:31", "RACI201 kitchen.yaml:6:31 (2)"]


@pytest.mark.parametrize("text", [*NASTY, "]]>", "\ufffe\uffff", "\x07 a\tb"], ids=ascii)
def test_nasty_text_comes_back(text: str) -> None:
    """As it is, but for what XML may not hold."""
    (case,) = cases(holding(text))
    failure = case.find("failure")
    assert failure is not None
    shown = one_line(text)
    assert failure.attrib["message"] == shown
    assert case.attrib["classname"] == case.attrib["file"] == shown
    assert failure.text is not None
    assert failure.text.endswith(f"\nhelp: {one_line(f'help: {text}').removeprefix('help: ')}")


@given(st.text())
def test_any_text_comes_back(text: str) -> None:
    """In an element and in attributes."""
    (case,) = cases(holding(text))
    failure = case.find("failure")
    assert failure is not None
    assert failure.attrib["message"] == case.attrib["file"] == one_line(text)
    assert failure.text is not None
    assert failure.text.startswith(one_line(f"{text}:1:1: warning: {text}"))
