"""Patterns of paths as in .gitignore, from the root on: what is wrong, how narrow, what they match.

They stand in files that anybody may have written. So none is given to a matcher that tries again and again:
each `*` takes the first thing that fits, which is enough for such patterns, and never gives it back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from raci.paths import composed

_TOKEN = re.compile(r"\\(?P<escaped>.)|(?P<set>\[[!^]?\]?[^\]]*\])|(?P<star>\*+)|(?P<one>\?)|(?P<plain>.)")
_RANGE = re.compile(r"[a-z]-[a-z]|[A-Z]-[A-Z]|[0-9]-[0-9]|[^\\[\]^&~|/-]")
_ANYWHERE = "**"
_MAY_STAND_ESCAPED = re.compile(r"[^\w]")


class Token(NamedTuple):
    """A part of a name: a character, one of a set, any one, or any number (`kind` is as in `_TOKEN`)."""

    kind: str
    text: str


@dataclass(frozen=True)
class PathPattern:
    """A pattern in parts. `parts` are names, or `**`; of what is in a folder where it `is_folder`."""

    parts: tuple[str, ...]
    is_folder: bool

    @staticmethod
    def parsed(text: str) -> PathPattern:
        """Return the pattern that a text is. Raises ValueError, with what to write, for what is none."""
        text = composed(text)
        if mistake := _mistake(text):
            raise ValueError(mistake)
        is_rooted = "/" in text.rstrip("/")
        is_folder = text.endswith("/")
        parts: list[str] = []
        for part in (*(() if is_rooted else (_ANYWHERE,)), *text.strip("/").split("/")):
            tokens(part)
            if part != _ANYWHERE or parts[-1:] != [part]:
                parts.append(part)
        if is_folder:
            return PathPattern((*parts, *(["*"] if parts[-1] == _ANYWHERE else ())), is_folder)
        last = parts[-1]
        if last == "*":
            parts.pop()
        if parts[-1:] == [_ANYWHERE]:
            parts.pop()
        is_folder = last in {"*", _ANYWHERE} and bool(parts)  # all that is in a folder
        return PathPattern(tuple(parts), is_folder)

    @property
    def is_everything(self) -> bool:
        """Return whether it matches every file."""
        return not self.parts

    @property
    def is_rooted(self) -> bool:
        """Return whether it begins at the root."""
        return self.parts[:1] != (_ANYWHERE,)

    def __str__(self) -> str:
        """Return it as it is written in one way: equal patterns are the same text."""
        if self.is_everything:
            return "*"
        if not self.is_rooted and len(self.parts) == 2:  # noqa: PLR2004 - a name, anywhere
            return self.parts[1] + ("/" if self.is_folder else "")
        return f"{'/' if self.is_rooted else ''}{'/'.join(self.parts)}{'/' if self.is_folder else ''}"

    @property
    def narrowness(self) -> tuple[int, int, int, str]:
        """Return what sorts patterns from broad to narrow, no two alike.

        The more plain names it begins with from the root, the narrower; then the more names, then the more
        plain characters it has.
        """
        plain = [all(each.kind in _PLAIN for each in tokens(part)) for part in self.parts]
        begins = plain.index(False) if False in plain else len(plain)
        names = sum(part != _ANYWHERE for part in self.parts)
        said = sum(each.kind in _PLAIN for part in self.parts for each in tokens(part))
        return begins, names, said, str(self)

    def matches(self, path: str) -> bool:
        """Return whether it matches a path from the root on, or a folder above it; folders end in a slash."""
        return self._regex.match(composed(path)) is not None

    def covers(self, other: PathPattern) -> bool:
        """Return whether another pattern is a plain path within this one."""
        plain = all(each.kind in _PLAIN for part in other.parts for each in tokens(part))
        named = ["".join(each.text for each in tokens(part)) for part in other.parts]
        return plain and other.is_rooted and self.matches("/".join(named) + "/" * other.is_folder)

    @cached_property
    def _regex(self) -> re.Pattern[str]:
        return re.compile(self.regex(), re.DOTALL)

    def regex(self, *, once: bool = True) -> str:
        """Return a regular expression that matches the same from the first character to the last.

        With `once` nothing is tried again, in Python's words; without it is one that every language reads.
        """
        chunks: list[list[str]] = [[]]
        for part in self.parts:
            if part == _ANYWHERE:
                chunks.append([])
            else:
                chunks[-1].append(_regex_of(tokens(part), once=once))
        found = "".join(f"{each}/" for each in chunks[0][:-1] if len(chunks) == 1)
        if len(chunks) > 1:
            found = "".join(f"{each}/" for each in chunks[0])
            lazy = "*?" if once else "*"
            for chunk in chunks[1:-1]:
                inner = f"(?:[^/]+/){lazy}" + "".join(f"{each}/" for each in chunk)
                found += f"(?>{inner})" if once else inner
            found += f"(?:[^/]+/){lazy}" + "".join(f"{each}/" for each in chunks[-1][:-1])
        last = chunks[-1][-1] if chunks[-1] else ""
        if not last:
            return f"{found}.*$"
        return f"{found}{last}/.*$" if self.is_folder else f"{found}{last}(?:/.*)?$"


_PLAIN = frozenset({"plain", "escaped"})


def tokens(part: str) -> tuple[Token, ...]:
    """Return what a name in a pattern is made of. Raises ValueError for what git would not understand."""
    found = []
    for each in _TOKEN.finditer(part):
        kind = str(each.lastgroup)
        text = each[kind]
        if kind == "escaped" and not _MAY_STAND_ESCAPED.match(text):
            raise ValueError("write / between folders; \\ stands before a sign that means something else")
        if kind == "plain" and text == "\\":
            raise ValueError("nothing follows the \\ at its end")
        if kind == "plain" and text == "[":
            raise ValueError("[ has no ] within the name; write \\[ for the sign itself")
        if kind == "set":
            _set(text)
        found.append(Token(kind, text))
    return tuple(found)


_MISTAKES = {
    r"!": "say what belongs to the work, not what does not; write \\! for a name that begins with !",
    r"#": "in .gitignore this is a comment; write \\# for a name that begins with #",
    r"/*$": "write * for all files",
    r"(.*/)?\.\.?(/|$)": "write it from the root of the repository on, without . and ..",
    r".*//": "there is an empty name between two slashes",
    r"(.*/)?\*{3,}(/|$)": "write ** for any folders",
}
"""What is wrong with a pattern that a regular expression matches, and what to write."""


def _mistake(text: str) -> str:
    """Return what is wrong with a pattern, and what to write; empty if nothing is."""
    if not text.isprintable():
        return "a path has no line breaks or hidden characters"
    return next((said for mistake, said in _MISTAKES.items() if re.match(mistake, text)), "")


def _set(text: str) -> str:
    """Return a set of characters as a regular expression has it. Raises ValueError."""
    body = text[1:-1]
    negated = body[:1] in {"!", "^"}
    body = body[negated:]
    found = _RANGE.findall(body)
    if not body or "".join(found) != body or any(each[0] > each[-1] for each in found):
        raise ValueError("between [ and ] stand characters, or ranges such as a-z and 0-9")
    return f"[^/{body}]" if negated else f"[{body}]"


def _regex_of(found: tuple[Token, ...], *, once: bool) -> str:
    """Return the regular expression of a name; each but the last `*` is as short as can be."""
    chunks = [""]
    for each in found:
        if each.kind == "star":
            chunks.append("")
        elif each.kind == "one":
            chunks[-1] += "[^/]"
        else:
            chunks[-1] += _set(each.text) if each.kind == "set" else re.escape(each.text)
    first, *rest = chunks
    if not rest:
        return first
    if not once:
        return first + "".join(f"[^/]*{each}" for each in rest)
    return first + "".join(f"(?>[^/]*?{each})" for each in rest[:-1]) + f"[^/]*{rest[-1]}"
