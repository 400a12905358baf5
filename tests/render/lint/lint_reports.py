"""One list of findings for all formats, and reports that hold a nasty text wherever they can."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from raci.faults.fault import Fault
from raci.faults.finding import Finding, Related, Severity
from raci.linter.lint_report import LintReport, Waived
from raci.linter.manual import Manual, RuleRecord
from raci.location import NOWHERE, Location

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

PAGE = """No role is accountable.

Nobody answers for it.

## Why

Work without an owner is done by chance.
"""
FAULTS = {
    fault.code: fault
    for fault in (
        Fault("RACI008", "unknown-field", Severity.ERROR, "The format"),
        Fault("RACI012", "version", Severity.ERROR, "The format"),
        Fault("RACI201", "no-accountable", Severity.ERROR, "Row analysis"),
        Fault("RACI402", "look-alike", Severity.WARNING, "Overlaps"),
        Fault("RACI502", "missing-summary", Severity.INFO, "Hygiene"),
    )
}
PAGES = {
    "RACI008": "A field that is not known.\n",
    "RACI012": "A file names no version.\n",
    "RACI201": PAGE,
    "RACI402": "Two names for one thing.\n",
    "RACI502": "Entries say nothing.\n",
}
KITCHEN = """\
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - {name: Menu, letters: R}
      - {name: 菜单 列表,\tletters: R}
      - name: Menus
        letters: R
      - {name: Bread, sumary: "##[error]no, no"}
"""
CELLAR = "roles:\r\n  steward:\r\n    name: Steward\r\n    deliverables: [{name: The Menu}]\r\n"


def manual_of(codes: Iterable[str], pages: Mapping[str, str] = PAGES) -> Manual:
    """Return what is to be known of some of the rules."""
    return Manual(
        tuple(
            RuleRecord(
                code, each.name, each.severity, pages[code].split("\n")[0], each.source, None, pages[code]
            )
            for code, each in FAULTS.items()
            if code in codes
        )
    )


def finding(
    code: str,
    where: tuple[str, int, int, int, int],
    message: str,
    help_: str = "",
    *related: Related,
    subject: str = "",
) -> Finding:
    """Return a finding of one of the rules."""
    return FAULTS[code].at(Location(*where), subject, message, help_, related=related)


OWNER = "Give one role the letter."
SETTLED = finding("RACI201", ("cellar.yaml", 4, 27, 4, 35), "no role is accountable for The Menu", OWNER)
FINDINGS = (
    finding("RACI012", ("cellar.yaml", *NOWHERE), "the file has no version", "Begin it with `version: 1`."),
    finding(
        "RACI402",
        ("cellar.yaml", 4, 27, 4, 35),
        '"The Menu" may be the same as "Menu"',
        "Say in an overlap that they are `distinct` or the `same`.",
        Related(Location("kitchen.yaml", 6, 16, 6, 20), "the other name"),
        Related(Location("gone.yaml", 3, 5, 3, 9), "a third"),
        subject="menu the-menu",
    ),
    finding("RACI502", ("kitchen.yaml", 4, 11, 4, 15), "3 of 3 entries have no summary", subject="cook"),
    finding(
        "RACI201", ("kitchen.yaml", 6, 31, 6, 32), "no role is accountable for Menu", OWNER, subject="menu"
    ),
    finding("RACI201", ("kitchen.yaml", 7, 16, 7, 21), "no role is accountable for 菜单 列表", OWNER),
    finding(
        "RACI201", ("kitchen.yaml", 8, 9, 9, 19), "no role is accountable for Menus", OWNER, subject="menu"
    ),
    finding(
        "RACI008",
        ("kitchen.yaml", 10, 23, 10, 29),
        '"sumary" is no field of a responsibility',
        'Did you mean "summary"?',
        subject="sumary",
    ),
)
REPORT = LintReport(
    findings=FINDINGS,
    files=3,
    passed_over=2,
    texts={"kitchen.yaml": KITCHEN, "cellar.yaml": CELLAR},
    incomplete=True,
    waived=(Waived(SETTLED, "The steward's list is being written.", "inSource"),),
)
CLEAN = LintReport(findings=(), files=4, passed_over=0, texts={})


def holding(text: str, **instead: str) -> LintReport:
    """Return a report with `text` in every place: name of the file, line, message, help, labels, reason.

    `instead` says otherwise for the `file`.
    """
    file = instead.get("file", text)
    where = Location(file, 1, 1, 1, 2)
    nasty = FAULTS["RACI402"].at(where, text, text, text, related=(Related(where, text),))
    return LintReport(
        findings=(nasty,),
        files=1,
        passed_over=0,
        texts={file: text},
        waived=(Waived(FAULTS["RACI201"].at(where, text, text, text), text, "inSource"),),
    )


def rendered(module: str) -> Callable[[LintReport], str]:
    """Return the renderer of a format; SARIF's with the rules above."""
    render: Callable[..., str] = import_module(f"raci.render.lint.{module}").render
    return (lambda report: render(report, manual_of=manual_of)) if module == "sarif" else render
