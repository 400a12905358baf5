"""The report as JSON, for programs; docs/json/lint.schema.json describes it."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING, Annotated

from raci.faults.finding import Severity
from raci.faults.fix import Applicability
from raci.linter.fixable_text import FixEdits
from raci.model.field_types import Code, Column, File, Line, Record, RuleName, Shape, Text
from raci.render import json
from raci.render.lint.summary import Summary, summary_of

if TYPE_CHECKING:
    from raci.faults.finding import Finding
    from raci.linter.lint_report import LintReport


@dataclass(frozen=True)
class ToolRecord(Record):
    """What made the report."""

    name: Annotated[str, Shape("Always raci.", const="raci")]
    version: Text
    """Its version."""


@dataclass(frozen=True)
class LocationRecord(Record):
    """Where it stands. Lines and columns count from 1, columns in characters."""

    file: File
    line: Line
    column: Column
    end_line: Line
    end_column: Column
    """The first one after the place."""


@dataclass(frozen=True)
class RelatedRecord(Record):
    """Another place that a finding is about."""

    message: Text
    """What stands there."""
    location: LocationRecord


@dataclass(frozen=True)
class EditRecord(Record):
    """A place, and the text that comes in its stead; all places are those before any edit."""

    file: File
    line: Line
    column: Column
    end_line: Line
    end_column: Column
    """The first one after the place: where it is that of the beginning, the text comes in between."""
    text: Annotated[str, Shape("The new text; empty where something is taken out.")]


@dataclass(frozen=True)
class FixRecord(Record):
    """How lint would mend a finding."""

    applicability: Applicability
    """Safe: what the files mean stays, and what people wrote. Unsafe: somebody has to look at it."""
    message: Text
    """What is done."""
    edits: tuple[EditRecord, ...]
    """What changes in the text of the file, in its order."""


@dataclass(frozen=True)
class FindingRecord(Record):
    """What is wrong at a place."""

    code: Code
    name: RuleName
    severity: Severity
    message: Text
    """What is wrong."""
    help: Text
    """What to do about it; may be empty."""
    subject: Text
    """What the finding is about, in a form that outlives line numbers: an id or the words at fault."""
    location: LocationRecord
    related: tuple[RelatedRecord, ...]
    """Other places that the finding is about, such as the first of two definitions."""
    fix: FixRecord | None
    """How lint would mend it, null where it cannot."""


@dataclass(frozen=True)
class Report(Record):
    """What lint found."""

    tool: ToolRecord
    """What made the report."""
    findings: tuple[FindingRecord, ...]
    """What was found, by file, line and column. Waived findings are not in it."""
    summary: Summary
    """The numbers of the report."""


def render(report: LintReport) -> str:
    """Return one JSON object: the findings by place, and their number."""
    fixes = FixEdits(report.texts)
    return json.render(
        Report(
            tool=ToolRecord("raci", version("raci")),
            findings=tuple(_finding(each, fixes) for each in report.findings),
            summary=summary_of(report),
        )
    )


def _finding(finding: Finding, fixes: FixEdits) -> FindingRecord:
    return FindingRecord(
        code=finding.code,
        name=finding.name,
        severity=finding.severity,
        message=finding.message,
        help=finding.help,
        subject=finding.subject,
        location=LocationRecord(*finding.location),
        related=tuple(
            RelatedRecord(each.message, LocationRecord(*each.location)) for each in finding.related
        ),
        fix=_fix(finding, fixes),
    )


def _fix(finding: Finding, fixes: FixEdits) -> FixRecord | None:
    edits = fixes.of(finding)
    if finding.fix is None or not edits:
        return None
    return FixRecord(
        applicability=finding.fix.applicability,
        message=finding.fix.message,
        edits=tuple(EditRecord(*where, text) for where, text in edits),
    )
