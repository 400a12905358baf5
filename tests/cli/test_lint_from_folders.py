"""raci lint from a folder below: the same findings are known and left out, and platforms find the files."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from conftest import RunRaci, write_files

SHED = "version: 1\nroles: {keeper: {name: Keeper, deliverables: [{name: Tools, letters: R, summary: x}]}}\n"
SELECT = '["RACI201", "RACI905"]'
FOLDERS = [".", "docs", "docs/ownership", "docs/site"]


@pytest.fixture
def repository(in_folder: Path) -> Path:
    """Work in a repository with a finding in docs/ownership/shed.yaml."""
    configuration = f'data = ["docs/ownership"]\n[lint]\nselect = {SELECT}\nbaseline = "raci-baseline.json"\n'
    write_files(
        in_folder,
        {
            ".git/HEAD": "",
            "docs/ownership/shed.yaml": SHED,
            "docs/site/x": "",
            "raci.toml": configuration,
            "raci-baseline.json": '{"schema_version": 1, "findings": []}',
        },
    )
    return in_folder


@pytest.mark.parametrize("written_in", FOLDERS)
def test_a_baseline_holds_wherever_lint_is_run(
    written_in: str, raci: RunRaci, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is the same file wherever it is written, once or twice, and in every folder its findings are known."""
    monkeypatch.chdir(written_in)
    for _ in range(2):
        assert raci("lint", "--write-baseline").code == 0
    written = json.loads((repository / "raci-baseline.json").read_text("utf-8"))
    assert [each["file"] for each in written["findings"]] == ["docs/ownership/shed.yaml"]
    for folder in FOLDERS:
        monkeypatch.chdir(repository / folder)
        assert raci("lint").out == "No findings in 1 file. 1 finding waived.\n"


@pytest.mark.parametrize("folder", FOLDERS)
def test_an_entry_that_is_stale_is_pruned_wherever_lint_is_run(
    folder: str, raci: RunRaci, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was mended is found so in every folder."""
    raci("lint", "--write-baseline")
    write_files(repository, {"docs/ownership/shed.yaml": SHED.replace(", letters: R", "")})
    monkeypatch.chdir(folder)
    assert "RACI905" in raci("lint", "-f", "concise").out
    raci("lint", "--prune-baseline")
    assert json.loads((repository / "raci-baseline.json").read_text("utf-8"))["findings"] == []


@pytest.mark.parametrize(("written", "found"), [("k\u00fcche", "ku\u0308che"), ("ku\u0308che", "k\u00fcche")])
def test_a_folder_may_be_written_in_either_form_of_unicode(
    written: str, found: str, raci: RunRaci, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A baseline and a pattern of one system hold on another, from every folder."""
    entry = {"rule": "RACI201", "file": f"{written}/shed.yaml", "subject": "tools", "count": 1}
    baseline = json.dumps({"schema_version": 1, "findings": [entry]})
    write_files(
        repository,
        {
            f"{found}/shed.yaml": SHED,
            "baseline.json": baseline,
            "known.toml": f'data = ["{found}"]\nlint.select = {SELECT}\nlint.baseline = "baseline.json"\n',
            "ignored.toml": f'data = ["{found}"]\nlint.select = {SELECT}\n[lint.per-file-ignores]\n"{written}/*" = ["RACI201"]\n',
        },
    )
    for folder in (".", found):
        monkeypatch.chdir(repository / folder)
        root = os.path.relpath(repository)
        for name, words in (
            ("known", "No findings in 1 file. 1 finding waived."),
            ("ignored", "No findings"),
        ):
            assert raci("lint", "--config", f"{root}/{name}.toml").out.startswith(words)
        raci("lint", "--config", f"{root}/known.toml", "--write-baseline")
        assert len(json.loads((repository / "baseline.json").read_text("utf-8"))["findings"]) == 1


@pytest.mark.parametrize("form", ["github", "sarif", "gitlab"])
def test_platforms_are_told_files_from_the_root_of_the_repository(
    form: str, raci: RunRaci, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The report is the same wherever lint is run, fingerprints included."""
    reports = set()
    for folder in FOLDERS:
        monkeypatch.chdir(repository / folder)
        reports.add(raci("lint", "-f", form).out)
    (report,) = reports
    assert "docs/ownership/shed.yaml" in report
    assert "../" not in report


def test_people_are_told_files_from_here(
    raci: RunRaci, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that their editor opens them; and so is everybody where there is no repository."""
    monkeypatch.chdir("docs")
    assert raci("lint", "-f", "concise").out.startswith("ownership/shed.yaml:2:")
    (repository / ".git/HEAD").unlink()
    (repository / ".git").rmdir()
    assert "file=ownership/shed.yaml," in raci("lint", "-f", "github").out
