"""Word lists as people write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.language.word_lists import WordLists

if TYPE_CHECKING:
    from pathlib import Path


def test_a_section_has_lines_of_words(tmp_path: Path) -> None:
    """Comments and blank lines are for people; what is told of a section in two places is one."""
    file = tmp_path / "list.txt"
    file.write_text(
        "# About it.\n[drinks]\nred wine\r\n\n# Sour.\n[fruit]\nlime\n[drinks]\nbeer  wine\n", "utf-8"
    )
    lists = WordLists(file)
    assert lists.lines("drinks") == [["red", "wine"], ["beer", "wine"]]
    assert lists.words("drinks") == {"red", "wine", "beer"}
    assert lists.words("fruit") == {"lime"}


def test_what_is_not_there_is_empty(tmp_path: Path) -> None:
    """A section, or the whole file."""
    lists = WordLists(tmp_path / "none.txt")
    assert lists.lines("drinks") == []
    assert lists.words("drinks") == frozenset()
