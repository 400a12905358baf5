"""What files are called: from a folder on, in one form of Unicode, and by patterns."""

from __future__ import annotations

from pathlib import Path

import pytest
from raci.paths import Patterns, name_from, path_from, repository_of


@pytest.mark.parametrize("folder", ["k\u00fcche", "ku\u0308che"])
@pytest.mark.parametrize("name", ["k\u00fcche", "ku\u0308che"])
def test_a_name_is_one_in_either_form_of_unicode(
    name: str, folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The current folder may be written one way, and a path the other."""
    (tmp_path / folder).mkdir()
    monkeypatch.chdir(tmp_path / folder)
    assert name_from(f"../{name}/a.yaml") == "a.yaml"
    assert name_from("a.yaml", "..") == "k\u00fcche/a.yaml"
    assert Patterns("..", (f"{name}/*",)).say("a.yaml")


def test_a_path_keeps_its_form_of_unicode(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It has to lead to the file."""
    monkeypatch.chdir(tmp_path)
    assert path_from("ku\u0308che/a.yaml") == "ku\u0308che/a.yaml"


def test_names_where_the_current_folder_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path is called what it was called."""
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert (name_from("a/../b.yaml"), repository_of(".")) == ("b.yaml", None)


@pytest.mark.parametrize("git", ["folder", "file"])
def test_the_repository_that_a_folder_is_in(git: str, tmp_path: Path) -> None:
    """In a worktree and a submodule, .git is a file."""
    (tmp_path / "docs/site").mkdir(parents=True)
    if git == "folder":
        (tmp_path / ".git").mkdir()
    else:
        (tmp_path / ".git").write_text("gitdir: elsewhere\n", "utf-8")
    assert {repository_of(str(tmp_path / each)) for each in ("", "docs", "docs/site")} == {str(tmp_path)}


@pytest.mark.parametrize("line", ["", "#", "!", "\\", "[z-a]"])
def test_what_is_no_pattern_fits_nothing(line: str) -> None:
    """The patterns beside it hold, as for git."""
    patterns = Patterns(".", (line, "*.yaml", "!b.yaml"))
    assert [patterns.say(file) for file in ("a.yaml", "b.yaml", "c")] == [True, False, None]


@pytest.mark.parametrize("line", ["o w[[]n]*é", "[a&&b].yaml", "[a--b].yaml", "[[:alpha:]].yaml"])
def test_nobody_is_warned_of_a_pattern(line: str) -> None:
    """By Python, of what it may come to read otherwise."""
    assert Patterns(".", ("*.yaml", line)).say("a.yaml")
