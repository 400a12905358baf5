"""Every rule finds what it is there for, in files and on its own manual page, and nothing else."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from raci.linter.baseline import Baseline
from raci.linter.catalogue import FAULTS
from raci.linter.lint import LintOptions, less_known, lint
from raci.linter.manual import manual
from raci.loading.load import read_files
from raci.loading.origin import find_files

from linting import TRACKED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raci.faults.fault import Fault
    from raci.faults.finding import Finding

    from conftest import Golden

CASES = Path(__file__).parent / "cases"
TODAY = date(2026, 1, 1)
_BLOCK = re.compile(
    r"(?:^`(?P<file>\S+\.(?:yaml|json))`:\n\n)?^```(?:yaml|json) *(?P<encoding>\S*)\n(?P<text>.*?)^```$",
    flags=re.MULTILINE | re.DOTALL,
)
BY_FILE = pytest.mark.parametrize("rule", FAULTS, ids=lambda rule: rule.name)


def findings(folder: Path, name: str) -> tuple[Finding, ...]:
    """Return what lint says about `name`.yaml, or the folder of that name, in a case's folder."""
    path = folder / name
    options = folder / "options.toml"
    thresholds = tomllib.loads(options.read_text("utf-8")) if options.is_file() else {}
    how = LintOptions(TODAY, thresholds=thresholds)
    return linted(path if path.is_dir() else path.with_suffix(".yaml"), folder, how)


def linted(path: Path, home: Path, how: LintOptions) -> tuple[Finding, ...]:
    """Return what lint says about a file or folder, with the baseline that lies in `home`."""
    loaded = read_files(find_files([path]), keep_texts=True)
    loaded = replace(loaded, register=replace(loaded.register, tracked=lambda: TRACKED))
    return less_known(lint(loaded, how), baseline_in(home), loaded, how).findings


def baseline_in(folder: Path) -> Baseline | None:
    """Return the baseline in a folder, if there is one."""
    file = folder / "baseline.json"
    return Baseline.read(file.read_text("utf-8"), file.name) if file.is_file() else None


def of(rule: Fault, found: tuple[Finding, ...]) -> list[Finding]:
    """Return the findings of one rule."""
    return [each for each in found if each.code == rule.code]


def told(finding: Finding) -> str:
    """Return a finding as a line, and indented below it what it is about, its other places and its help."""
    return (
        "\n    ".join(
            (
                f"{finding.location}: {finding.severity}[{finding.code}] {finding.message}",
                f"subject: {finding.subject}",
                *(f"{each.location}: {each.message}" for each in finding.related),
                *([f"help: {finding.help}"] if finding.help else []),
                *([f"{finding.fix.applicability} fix: {finding.fix.message}"] if finding.fix else []),
            )
        )
        + "\n"
    )


@BY_FILE
def test_a_bad_file_gives_the_finding(rule: Fault, golden: Golden, monkeypatch: pytest.MonkeyPatch) -> None:
    """The findings of the bad case are those in bad.txt, each with all that it says."""
    folder = CASES / rule.name
    monkeypatch.chdir(folder)
    found = of(rule, findings(folder, "bad"))
    assert found
    golden("".join(map(told, found)), "..", "rules", "cases", rule.name, "bad.txt")


@BY_FILE
def test_the_page_says_whether_fixes_are_safe(rule: Fault, monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule that offers a fix says so on its page, with how safe it is and why; any other does not."""
    folder = CASES / rule.name
    monkeypatch.chdir(folder)
    page = manual([rule.code]).rules[0].page
    offered = {each.fix.applicability for each in of(rule, findings(folder, "bad")) if each.fix}
    section = page.partition("\n## Fix\n")[2]
    assert bool(section) is bool(offered)
    assert all(f"\n{each.title()}" in section for each in offered)


@BY_FILE
def test_a_good_file_gives_none(rule: Fault, monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes close to the rule and is in order is left alone."""
    folder = CASES / rule.name
    monkeypatch.chdir(folder)
    assert of(rule, findings(folder, "ok")) == []


@BY_FILE
def test_the_page_is_true(rule: Fault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page says why, its example gives the finding, and what to use instead does not."""
    monkeypatch.chdir(tmp_path)
    page = manual([rule.code]).rules[0].page
    assert re.search(r"^## Why\n", page, flags=re.MULTILINE)
    sections = dict(re.findall(r"^## (.*?)\n(.*?)(?=^## |\Z)", page, flags=re.MULTILINE | re.DOTALL))
    for heading, expected in (("Example", True), ("Use instead", False)):
        folders = list(registers(sections[heading], tmp_path / heading))
        assert folders, heading
        for folder in folders:
            home = folder if folder.is_dir() else folder.parent
            monkeypatch.chdir(home)
            found = linted(folder, home, LintOptions(TODAY))
            assert bool(of(rule, found)) is expected, (heading, found)


def registers(section: str, folder: Path) -> Iterator[Path]:
    """Write the YAML blocks of a section to files, and yield what makes a register: a file or a folder.

    A block is a register of its own. Those with a file's name before them, alone in a line, lie in one folder.
    A word after "yaml" is the encoding to write in, UTF-8 if there is none.
    """
    folder.mkdir()
    named = False
    for number, block in enumerate(_BLOCK.finditer(section)):
        file = folder / (block["file"] or f"{number}.yaml")
        file.write_bytes(block["text"].encode(block["encoding"] or "utf-8"))
        named = bool(block["file"])
        if not named:
            yield file
    if named:
        yield folder


def test_codes_and_names_are_given_once() -> None:
    """No two rules share a code or a name, and they are listed in the order of their codes."""
    codes = [rule.code for rule in FAULTS]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in FAULTS}) == len(FAULTS)
    assert all(re.fullmatch(r"RACI\d{3}", code) for code in codes)


def test_no_case_is_left_over() -> None:
    """Each folder of cases belongs to a rule."""
    assert {folder.name for folder in CASES.iterdir()} == {rule.name for rule in FAULTS}
