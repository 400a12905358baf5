"""What loading finds: its pages, and what its findings are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from raci.faults.of_files import OF_FILES
from raci.faults.of_waivers import OF_WAIVERS
from raci.linter.manual import manual
from raci.loading.load import read_files
from raci.loading.source_file import SourceFile
from raci.loading.yaml_wording import MAX_DEPTH
from raci.model.limits import DEFAULT_LIMITS, MOST_MISTAKES

from builders import findings
from conftest import PROJECT

if TYPE_CHECKING:
    from pathlib import Path


def test_every_fault_has_a_page() -> None:
    """The manual of what no rule looks for is a text of its name, and no text is left over."""
    pages = {path.stem for path in (PROJECT / "raci/faults/pages").iterdir()}
    assert pages == {fault.name for fault in (*OF_FILES, *OF_WAIVERS)}


def test_the_page_on_limits_names_them() -> None:
    """The limits on the page are those of the code."""
    page = manual(["limit"]).rules[0].page
    limits = DEFAULT_LIMITS
    assert f"{MAX_DEPTH} levels, {limits.values:,} values, and {MOST_MISTAKES:,} mistakes" in page
    assert f"{limits.file_size} MiB" in page
    assert f"{limits.names:,} names" in page


ROLE = "version: 1\nroles:\n  cook:\n    name: Cook\n"


@pytest.mark.parametrize(
    ("text", "code", "subject"),
    [
        (f"{ROLE}    contct: x\n", "RACI008", "roles/cook/contct"),
        (f"{ROLE}    responsibilities: [{{name: Menu, letter: A}}]\n", "RACI008", "roles/cook/responsibilities/Menu/letter"),
        (f"{ROLE}    deliverables: [{{name: Menu, id: menu, area: }}]\n", "RACI011", "roles/cook/deliverables/menu/area"),
        (f"{ROLE}    deliverables: [{{area: x}}]\n", "RACI010", "roles/cook/deliverables/0/name"),
        (f"{ROLE}  Baker: {{name: Baker}}\n", "RACI009", "roles/Baker"),
        ("roles: {}\n", "RACI010", "version"),
        (f"{ROLE}overlaps:\n  menu: {{name: Menu}}\n", "RACI010", "menu"),
        (f"{ROLE}overlaps:\n  menu: {{sides: {{cook: x}}}}\n", "RACI009", "menu"),
        (f"{ROLE}    deliverables: [{{name: Menu, with: {{cook: A}}}}]\n", "RACI109", "cook menu"),
        (f"{ROLE}    deliverables: [{{name: Menu}}, {{name: Menu}}]\n", "RACI107", "Menu"),
        (f"{ROLE}    reports_to: onwer\n", "RACI101", "onwer"),
        (f'{ROLE}    reports_to: the "boss"\n', "RACI101", 'the "boss"'),
        ("", "RACI009", "wrong-shape"),
    ],
)  # fmt: skip
def test_the_subject_outlives_line_numbers(text: str, code: str, subject: str) -> None:
    """The subject says what a finding is about; lines above the entry do not change it."""
    for above in ("", "# a comment\n\n"):
        content = (above + text).encode()
        loaded = read_files([SourceFile("own.yaml", lambda content=content: content)])  # type: ignore[misc]
        assert [each.subject for each in loaded.findings if each.code == code] == [subject]


def test_findings_are_complete_at_birth(tmp_path: Path) -> None:
    """What a library is told of broken files has the code, the name and the severity that lint shows."""
    (found,) = findings(tmp_path, own=f"{ROLE}    reports_to: onwer\n")
    assert (found.code, found.name, found.severity) == ("RACI101", "unknown-role", "error")
