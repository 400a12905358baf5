"""What holds for every format of a report."""

from __future__ import annotations

import re

import pytest
from lint_reports import CLEAN, FINDINGS, REPORT, finding, holding, rendered
from nasty import NASTY
from raci.linter.lint_report import LintReport
from raci.render.lint.fingerprints import fingerprints
from raci.render.lint.forms import FORMS
from raci.render.lint.summary import closing
from raci.text.visible import HIDDEN

from conftest import PROJECT, Golden

ENDINGS = {
    "full": "txt",
    "concise": "txt",
    "json": "json",
    "sarif": "sarif",
    "github": "txt",
    "gitlab": "json",
    "junit": "xml",
    "markdown": "md",
}
BY_FORMAT = pytest.mark.parametrize("name", ENDINGS)
BY_NASTY_TEXT = pytest.mark.parametrize(
    "text", [*NASTY, "x ##[error]forged", "::error::x", ":::error::x"], ids=ascii
)


@pytest.fixture(autouse=True)
def _fixed_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the version out of the golden files."""
    for module in ("json", "sarif"):
        monkeypatch.setattr(f"raci.render.lint.{module}.version", lambda _: "1.2.3")


def test_a_format_is_a_file() -> None:
    """The values of --format are the renderers."""
    assert [each.name for each in FORMS] == list(ENDINGS)
    assert all((PROJECT / "raci/render/lint" / f"{each.name}.py").is_file() for each in FORMS)


@BY_FORMAT
def test_the_findings_in_each_format(name: str, golden: Golden) -> None:
    """One list of findings, a golden file a format."""
    golden(rendered(name)(REPORT), "lint", f"{name}.{ENDINGS[name]}")


@BY_FORMAT
def test_no_findings_in_each_format(name: str, golden: Golden) -> None:
    """A clean run is a whole document too."""
    golden(rendered(name)(CLEAN), "lint", f"{name}-clean.{ENDINGS[name]}")


@BY_FORMAT
@BY_NASTY_TEXT
def test_nasty_text_is_text(name: str, text: str) -> None:
    """No control character reaches a terminal, no line is a command to a runner, the lines are ours."""
    shown = rendered(name)(holding(text))
    assert not HIDDEN.search(shown)
    lines = shown.split("\n")
    ours = [line for line in lines if line.startswith("::")]
    assert len(ours) == (name == "github")
    assert not any("##[" in line or line.lstrip().startswith("::") for line in lines if line not in ours)
    harmless = rendered(name)(holding("x"))
    assert shown.count("\n") == harmless.count("\n")


@BY_FORMAT
@BY_NASTY_TEXT
def test_no_line_begins_with_a_text(name: str, text: str) -> None:
    """With a harmless name of the file every line begins as it would with harmless text."""

    def beginnings(report: LintReport) -> list[str]:
        return [line[:3].strip() for line in rendered(name)(report).split("\n")]

    assert beginnings(holding(text, file="a.yaml")) == beginnings(holding("x", file="a.yaml"))


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((), "No findings in 4 files."),
        (("RACI201",), "Found 1 error in 4 files."),
        (("RACI402", "RACI402"), "Found 2 warnings in 4 files."),
        (("RACI502",), "Found 1 piece of advice in 4 files."),
        (("RACI201", "RACI502", "RACI502"), "Found 1 error and 2 pieces of advice in 4 files."),
    ],
)
def test_the_closing_words(counts: tuple[str, ...], words: str) -> None:
    """They name what there is and leave out what there is not."""
    found = tuple(
        finding(code, ("a.yaml", line, 1, line, 2), "x") for line, code in enumerate(counts, start=1)
    )
    assert closing(LintReport(found, files=4, passed_over=0, texts={})) == words


def test_the_closing_words_on_files() -> None:
    """They name what was passed over, waived and put off."""
    assert closing(LintReport((), files=1, passed_over=1, texts={})) == (
        "No findings in 1 file (1 other file passed over)."
    )
    assert closing(LintReport((), files=0, passed_over=0, texts={})) == "No findings in 0 files."
    assert closing(REPORT) == (
        "Found 5 errors, 1 warning and 1 piece of advice in 3 files (2 other files passed over). "
        "1 finding waived. The rules on the register as a whole wait until every file can be read to its end."
    )


def test_fingerprints_outlive_lines_and_wording() -> None:
    """Only rule, file and subject count, and how many there are of one kind."""
    before = fingerprints(FINDINGS)
    assert len(set(before.values())) == len(FINDINGS)
    assert all(re.fullmatch("[0-9a-f]{64}", each) for each in before.values())
    first = finding("RACI201", ("a.yaml", 3, 1, 3, 2), "x", subject="menu")
    moved = finding("RACI201", ("a.yaml", 9, 5, 9, 6), "y", "z", subject="menu")
    elsewhere = finding("RACI201", ("b.yaml", 3, 1, 3, 2), "x", subject="menu")
    assert fingerprints([first])[first] == fingerprints([moved])[moved]
    assert fingerprints([moved, first])[moved] != fingerprints([moved])[moved]
    assert fingerprints([moved, first]) == fingerprints([first, moved])
    assert fingerprints([elsewhere])[elsewhere] != fingerprints([first])[first]
