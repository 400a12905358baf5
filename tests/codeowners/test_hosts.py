"""What each host reads matches the same files, and nothing that people write becomes more than it is."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec
from raci.codeowners.hosts import CannotBeSaid, Host, is_handle, written
from raci.path_pattern import PathPattern

_CHARACTERS = "ab. #!@[]*?\\-'\"$(){}+^|\u00e4"
_NAMES = st.text(_CHARACTERS.replace("\\", ""), min_size=1, max_size=4).filter(
    lambda name: name not in {".", ".."} and name.strip() == name
)
PATHS = st.lists(_NAMES, min_size=1, max_size=3).map("/".join)


def _pattern(text: str) -> PathPattern | None:
    try:
        return PathPattern.parsed(text.strip())
    except ValueError:
        return None


_PIECES = st.sampled_from(
    ["a", "b", ".", " ", "#", "*", "**/", "/", "?", "[ab]", "\\*", "\\[", "@", "$", "(", "!"]
)
PATTERNS = st.lists(_PIECES, min_size=1, max_size=7).map("".join).map(_pattern).filter(bool)


def ruby_fnmatch(line: str, path: str) -> bool:
    """Return what GitLab says of a line's pattern, as its sources read it: Ruby's fnmatch on a made up path.

    With FNM_PATHNAME and FNM_DOTMATCH `**/` is any folders, and `*` never a slash.
    """
    pattern = re.sub(r"\\\s", " ", re.sub(r"^\\#", "#", line))
    if pattern == "*":
        return True
    pattern = pattern if pattern.startswith("/") else f"/**/{pattern}"
    pattern += "**/*" if pattern.endswith("/") else ""
    regex = ""
    for each in re.finditer(r"(?<=/)\*\*/|\*+|\?|\[[!^]?[^\]]+\]|\\(.)|(.)", pattern):
        text = each[0]
        if text == "**/":
            regex += "(?:[^/]+/)*"
        elif text.startswith("*"):
            regex += "[^/]*"
        elif text == "?":
            regex += "[^/]"
        elif text.startswith("[") and len(text) > 1:
            regex += text.replace("[!", "[^")
        else:
            regex += re.escape(each[1] or text)
    return re.fullmatch(regex, f"/{path}") is not None


def gitea_words(line: str) -> list[str]:
    """Return the words of a line as Gitea parts them."""
    words, word, escaped = [], "", False
    for each in f"{line} ":
        if escaped:
            word, escaped = word + each, False
        elif each == "\\":
            escaped = True
        elif each == "#":
            break
        elif each == " ":
            words += [word] if word else []
            word = ""
        else:
            word += each
    return words


def read(line: str, host: Host, path: str) -> bool:
    """Return whether a line matches a path, as an independent reader of a host's rules says."""
    if host is Host.GITLAB:
        return ruby_fnmatch(line, path)
    if host is Host.GITEA:
        (word,) = gitea_words(line)
        assert not word.startswith("!")
        return re.match(f"^{word}$", path, re.DOTALL) is not None
    return bool(GitIgnoreSpec.from_lines([line]).match_file(path))


@pytest.mark.parametrize("host", Host)
@given(pattern=PATTERNS, path=PATHS)
def test_a_host_matches_the_same_files(host: Host, pattern: PathPattern, path: str) -> None:
    """What it cannot say is refused."""
    try:
        lines = written(pattern, host)
    except CannotBeSaid:
        assert host is not Host.GITEA
        return
    assert any(read(line, host, path) for line in lines) is pattern.matches(path), lines


@given(pattern=PATTERNS.filter(lambda pattern: " " not in str(pattern)), path=PATHS)
def test_another_reader_of_github_agrees(pattern: PathPattern, path: str) -> None:
    """The package codeowners, which reads no spaces at the end of a name."""
    codeowners = pytest.importorskip("codeowners")
    if " " in path:
        return
    try:
        (line,) = written(pattern, Host.GITHUB)
    except CannotBeSaid:
        return
    assert bool(codeowners.CodeOwners(f"{line} @chefs\n").of(path)) is pattern.matches(path)


@pytest.mark.parametrize("host", Host)
@given(pattern=PATTERNS)
def test_a_line_begins_with_a_pattern_and_has_one(host: Host, pattern: PathPattern) -> None:
    """It is no comment, no section and no exception, and no space parts it."""
    try:
        lines = written(pattern, host)
    except CannotBeSaid:
        return
    for line in lines:
        assert line[0] not in "#!@\\^" or host is Host.GITEA
        assert line[0] != "[" or (host is Host.GITEA and not re.match(r"\[[^\]]*\] *$", line))
        assert re.search(r"(?<!\\)\s", line) is None


_NO_HANDLES = [
    "",
    "#kitchen",
    "ana",
    "@",
    "@@",
    "@a b",
    "@a @b",
    "a@b",
    "a b@c.de",
    "@a/",
    "@a#b",
    "@a\\ b",
    "-x@y.de\n",
]
_NO_HANDLES += [
    "@a\n* @mallory",
    "\u202e@a",
    "@\u00e4",
    "https://example.org/@a",
    "@a,b",
    "!@a",
    "[x] @a",
    "@a\x1b[31m",
]


@pytest.mark.parametrize("host", Host)
@pytest.mark.parametrize("text", _NO_HANDLES)
def test_what_is_no_handle_is_none(host: Host, text: str) -> None:
    """A name, a channel, two at once, and what would begin another line."""
    assert not is_handle(text, host)


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        ("@ana", set(Host)),
        ("@team/chefs", set(Host)),
        ("ana.b+c@example.org", {Host.GITHUB, Host.GITLAB, Host.BITBUCKET}),
        ("@a/b/c", {Host.GITLAB}),
        ("@@maintainer", {Host.GITLAB}),
        ("@@@chefs", {Host.BITBUCKET}),
    ],
)
def test_each_host_has_its_handles(text: str, hosts: set[Host]) -> None:
    """A person, a team, an address; nested groups and roles of GitLab, groups of Bitbucket."""
    assert {host for host in Host if is_handle(text, host)} == hosts
