"""Patterns of paths: they match what git would ignore by them, quickly, and are ordered from broad to narrow."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec
from raci.path_pattern import PathPattern

from repositories import Repo

if TYPE_CHECKING:
    from pathlib import Path

_NAMES = st.text("ab.", min_size=1, max_size=3).filter(lambda name: name not in {".", ".."})
PATHS = st.lists(_NAMES, min_size=1, max_size=4).map("/".join)
_PIECES = st.sampled_from(["a", "b", ".", "*", "**/", "/", "?", "[ab]", "[a-b]", "\\*", "\\["])


def _is_pattern(text: str) -> bool:
    try:
        PathPattern.parsed(text)
    except ValueError:
        return False
    return True


TEXTS = st.lists(_PIECES, min_size=1, max_size=7).map("".join).filter(_is_pattern)


@given(TEXTS, PATHS)
def test_a_pattern_matches_what_an_independent_matcher_says(text: str, path: str) -> None:
    """That of pathspec; but where a pattern ends in `**/`, for which it takes files for folders."""
    if not re.search(r"\*\*+/$", text):
        assert PathPattern.parsed(text).matches(path) is GitIgnoreSpec.from_lines([text]).match_file(path)


@given(TEXTS, PATHS)
def test_it_is_written_in_one_way(text: str, path: str) -> None:
    """What it is written as is the same pattern, and its plain regular expression matches the same."""
    pattern = PathPattern.parsed(text)
    assert PathPattern.parsed(str(pattern)) == pattern
    assert bool(re.match(pattern.regex(once=False), path)) is pattern.matches(path)


def test_it_matches_what_git_ignores(tmp_path: Path) -> None:
    """Each in a repository of its own, sets that leave out some characters too."""
    files = [
        "a.md",
        "docs/a.md",
        "docs/b/a.md",
        "docs/b/c.txt",
        "x/docs/a.md",
        "[a]",
        "a b",
        "!a",
        "#a",
    ]
    repo = Repo.new(tmp_path)
    for name in files:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("", "utf-8")
    texts = [
        "a.md",
        "/a.md",
        "*.md",
        "docs",
        "docs/",
        "docs/*",
        "docs/**",
        "docs/*.md",
        "docs/**/*.md",
        "**/b",
    ]
    texts += [
        "docs/*/",
        "*/",
        "/*/*/",
        "[!ax]*",
        "docs/[^a]*",
        "\\[a\\]",
        "a\\ b",
        "\\!a",
        "\\#a",
        "?",
        "*",
        "**",
    ]
    for text in texts:
        (tmp_path / ".git/info/exclude").write_text(f"{text}\n", "utf-8")
        listed = repo.git("ls-files", "--others", "--ignored", "--exclude-standard", "-z").split("\0")
        assert [*filter(PathPattern.parsed(text).matches, files)] == [
            each for each in files if each in listed
        ], text


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("*a" * 300 + "b", "a" * 4000),
        ("**/a/" * 150 + "b", "a/" * 2000 + "c"),
        ("*a*a*/" * 100 + "b", "a" * 200 + "/" + ("a" * 200 + "/") * 20),
    ],
)
def test_no_pattern_takes_long(text: str, path: str) -> None:
    """However often it could be tried in another way."""
    start = time.perf_counter()
    assert not PathPattern.parsed(text).matches(path)
    assert time.perf_counter() - start < 1


def test_patterns_are_ordered_from_broad_to_narrow() -> None:
    """By the names that they begin with from the root on, then by names, then by characters."""
    narrowing = ["*", "*.md", "docs/", "read*.md", "/*/a.md", "/docs/", "/docs/*.md", "/docs/**/b/*.md"]
    narrowing += ["/docs/menu/", "/docs/menu/a.md"]
    patterns = [PathPattern.parsed(text) for text in narrowing]
    assert [str(each) for each in sorted(patterns, key=lambda each: each.narrowness)] == narrowing


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("!a", "does not"),
        ("#a", "comment"),
        ("/", "all files"),
        ("a//b", "empty name"),
        ("../a", "root"),
        ("a/./b", "root"),
        ("a/***/b", "any folders"),
        ("a[b", "no ]"),
        ("a[b/c]", "no ]"),
        ("[z-a]", "ranges"),
        ("[+-9]", "ranges"),
        ("[[:alpha:]]", "ranges"),
        ("a\\", "nothing follows"),
        ("a\\b", "between folders"),
        ("a\u202eb", "hidden"),
        ("a\nb", "line breaks"),
        ("a\x1b[31m", "hidden"),
    ],
)
def test_what_is_no_pattern_says_what_to_write(text: str, said: str) -> None:
    """What git would not understand, or nobody could see."""
    with pytest.raises(ValueError, match=re.escape(said)):
        PathPattern.parsed(text)


def test_one_pattern_may_cover_another() -> None:
    """A plain path that lies in it."""
    broad = PathPattern.parsed("docs/**/*.md")
    assert broad.covers(PathPattern.parsed("/docs/menu/a.md"))
    assert PathPattern.parsed("/docs/").covers(PathPattern.parsed("/docs/menu/"))
    assert not broad.covers(PathPattern.parsed("a.md"))
    assert not broad.covers(PathPattern.parsed("docs/menu/*.md"))
