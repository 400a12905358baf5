"""Paths as Windows has them, tried with its rules for paths on any system."""

from __future__ import annotations

import ntpath
import os
from pathlib import Path

import pytest
from raci.linter.baseline_file import Entry, read_entries, write_entries
from raci.linter.selection import Selection
from raci.loading.origin import find_files
from raci.location import Location
from raci.paths import Patterns, path_from
from raci.render.lint.plain_text import place


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give paths the rules of Windows, with a current folder on drive D."""
    monkeypatch.setattr(os, "path", ntpath)
    monkeypatch.setattr(os, "sep", "\\")
    monkeypatch.setattr(os, "getcwd", lambda: "D:\\here")
    monkeypatch.setattr(ntpath, "abspath", lambda path: ntpath.normpath(ntpath.join("D:\\here", path)))


@pytest.mark.usefixtures("windows")
@pytest.mark.parametrize(
    ("folder", "path", "seen"),
    [
        (".", "ownership\\a.yaml", "ownership/a.yaml"),
        ("ownership", "D:\\HERE\\Ownership\\a.yaml", "a.yaml"),
        ("..\\config", "ownership/a.yaml", "../here/ownership/a.yaml"),
        ("D:\\config", "C:\\data\\a.yaml", "C:/data/a.yaml"),
        ("C:\\config", "ownership\\a.yaml", "D:/here/ownership/a.yaml"),
    ],
)
def test_a_file_is_seen_from_a_folder(folder: str, path: str, seen: str) -> None:
    """With slashes, in any case, and in full where no path leads from one drive to the other."""
    assert path_from(path, folder) == seen


@pytest.mark.usefixtures("windows")
def test_patterns_hold_on_any_drive() -> None:
    """A file on another drive than the configuration is no reason to stop."""
    selection = Selection(per_file_ignores={"drafts/*": frozenset({"look-alike"})}, folder="D:\\here")
    assert selection._ignored_in("drafts\\a.yaml") == {"look-alike"}  # noqa: SLF001
    assert selection._ignored_in("C:\\data\\a.yaml") == frozenset()  # noqa: SLF001


@pytest.mark.usefixtures("windows")
def test_patterns_have_slashes() -> None:
    """A backslash takes the meaning from the sign behind it, as in .gitignore, also on Windows."""
    assert Patterns(".", ("teams/*.yaml",)).say("teams\\a.yaml")
    assert Patterns(".", (r"teams\*.yaml",)).say("teams\\a.yaml") is None
    assert Patterns(".", (r"\[draft].yaml",)).say("[draft].yaml")


def test_a_pattern_among_paths_may_have_backslashes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where paths are written with them, as TAB does on Windows."""
    monkeypatch.chdir(tmp_path)
    Path("teams").mkdir()
    Path("teams/a.yaml").touch()
    monkeypatch.setattr(os, "sep", "\\")
    assert [file.shown for file in find_files([r"teams\*.yaml"])] == ["teams/a.yaml"]


@pytest.mark.usefixtures("windows")
@pytest.mark.parametrize("file", ["ownership/a.yaml", "C:/data/a.yaml"])
def test_a_baseline_finds_its_files_again(file: str) -> None:
    """What is written is what is read, from a baseline in another folder, and on another drive."""
    text, _ = write_entries([Entry("RACI201", file, "menu", 1)], "ci/known.json")
    (entry,) = read_entries(text, "ci/known.json")
    assert entry.file == file


def test_a_drive_is_shown_in_places() -> None:
    """As editors of Windows read them."""
    assert place(Location("C:/data/a.yaml", 3, 7, 3, 8)) == "C:/data/a.yaml:3:7"
