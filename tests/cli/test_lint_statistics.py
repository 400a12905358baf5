"""raci lint --statistics: how often each rule has found something."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from conftest import RunRaci, write_files

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """\
    version: 1
    roles:
      cook: {name: Cook, deliverables: [{name: Menu, letters: R}, {name: Bread}]}
      baker: {name: Baker, deliverables: [{name: Bread}]}
      waiter: {name: Waiter, deliverables: [{name: Wine List, letters: R}]}
    """


@pytest.mark.parametrize("form", ["full", "concise"])
def test_rules_are_counted_the_worst_first(form: str, raci: RunRaci, in_folder: Path) -> None:
    """Errors come before advice, and what is found more often before what is found less."""
    write_files(in_folder, {"a.yaml": TEXT})
    ran = raci("lint", "a.yaml", "--statistics", "-f", form, "--select", "RACI201,RACI202,RACI502")
    assert (ran.code, ran.err) == (1, "")
    assert ran.out == (
        "2  RACI201  error    no-accountable\n"
        "1  RACI202  error    several-accountable\n"
        "3  RACI502  info     missing-summary\n"
        "Found 3 errors and 3 pieces of advice in 1 file.\n"
    )


def test_programs_read_the_numbers_as_json(raci: RunRaci, in_folder: Path) -> None:
    """With the numbers of the whole report."""
    write_files(in_folder, {"a.yaml": TEXT})
    told = json.loads(raci("lint", "a.yaml", "--statistics", "--json", "--select", "RACI201").out)
    assert told["statistics"] == [
        {"count": 2, "code": "RACI201", "name": "no-accountable", "severity": "error"}
    ]
    assert (told["schema_version"], told["summary"]["errors"]) == (1, 2)


def test_other_forms_have_no_statistics(raci: RunRaci, in_folder: Path) -> None:
    """An option that is passed over in silence would be a riddle."""
    ran = raci("lint", "a.yaml", "--statistics", "-f", "sarif")
    assert (ran.code, ran.err) == (2, "raci: --statistics comes as text and as JSON, not as sarif.\n")


def test_without_findings_there_is_nothing_to_count(raci: RunRaci, in_folder: Path) -> None:
    """Only the line that sums up is left."""
    write_files(in_folder, {"a.yaml": TEXT})
    assert raci("lint", "a.yaml", "--statistics", "--select", "RACI404").out == "No findings in 1 file.\n"
