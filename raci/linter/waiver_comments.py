"""Comments that waive findings, as they are written: `# raci: ignore[look-alike] reason`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK = re.compile(r"(?<!#)#+\s*raci\b", re.IGNORECASE)  # tried once for a row of signs, not at each
_MENTION = re.compile(r"#\s*raci\b", re.IGNORECASE)  # that begins with the sign itself is found at once
_SPEECH = re.compile(
    r"\s*(?P<colon>[:;=]?)\s*(?P<word>ignore[\s_-]*file(?!\w)|[a-z]+(?:[_-][a-z]+)*)(?P<gap>\s*)(?P<rest>.*)",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"until\b\s*(?P<date>[^\s:,]*)\s*[:,]?\s*(?P<reason>.*)", re.IGNORECASE)
_CODE = re.compile(r"\bRACI\d", re.IGNORECASE)
_ELSEWHERE = re.compile(r"ignor|disabl|noqa|skip|suppress|waiv|allow", re.IGNORECASE)  # what others call it
MAX_WAIVERS = 10_000
"""So many are read in a file: what needs more wants its rules ignored in the configuration."""

_FORM = "Write `# raci: ignore[look-alike] reason`, or `ignore-file[...]` for the whole file."


@dataclass(frozen=True)
class WrittenRule:
    """A code or name between the brackets, and its column."""

    text: str
    column: int


@dataclass(frozen=True)
class WaiverComment:
    """One waiver as written. `until` is None where no date is due; `fault` says why it is not understood.

    `alone` says that nothing stands before the comment in its line. `end` is the column after its last
    character.
    """

    line: int
    column: int
    end: int
    alone: bool
    whole_file: bool = False
    rules: tuple[WrittenRule, ...] = ()
    reason: str = ""
    until: str | None = None
    fault: str = ""
    help: str = _FORM


def mentions_waivers(text: str) -> bool:
    """Return whether a text may hold a waiver at all."""
    return _MENTION.search(text) is not None


def waiver_comments(lines: list[str]) -> Iterator[WaiverComment]:
    """Yield what reads like a waiver, also where it is not understood; prose about raci is left out.

    The one after `MAX_WAIVERS` says that it is one too many, and is the last.
    """
    for count, comment in enumerate(_all_of(lines)):
        if count == MAX_WAIVERS:
            many = f"a file may hold {MAX_WAIVERS:,} waivers, and here is another"
            yield replace(comment, rules=(), fault=many, help="Ignore the rules in the configuration.")
            return
        yield comment


def _all_of(lines: list[str]) -> Iterator[WaiverComment]:
    for number, line in enumerate(lines, 1):
        starts = [mark.start() for mark in _MARK.finditer(line)]
        alone = bool(starts) and line.lstrip().startswith("#")
        for start, end in pairwise([*starts, len(line)]):
            comment = _read(line[start:end].rstrip(), number, start, alone=alone)
            if comment is not None:
                yield comment


def _read(text: str, number: int, start: int, *, alone: bool) -> WaiverComment | None:
    """Return the waiver that `text` is, which begins `start` characters after its line does."""
    mark = _MARK.match(text)
    speech = _SPEECH.match(text, mark.end()) if mark else None
    if speech is None:
        return None
    end = start + len(text) + 1
    word = re.sub(r"[\s_-]", "", speech["word"]).lower()
    rest = speech["rest"]
    close = rest.find("]")
    known = word in {"ignore", "ignorefile"}
    if known and rest.startswith("[") and close > 0:
        rules = tuple(_rules(rest[1:close], start + speech.start("rest") + 1))
        if rules:
            until, reason = _terms(rest[close + 1 :])
            whole = word == "ignorefile"
            return WaiverComment(number, start + 1, end, alone, whole, rules, reason, until)
    fault = _fault(speech, known=known)
    return WaiverComment(number, start + 1, end, alone, fault=fault) if fault else None


def _fault(speech: re.Match[str], *, known: bool) -> str:
    """Return what is wrong with something that is no waiver; empty for prose."""
    rest, word = speech["rest"], speech["word"]
    if known and rest.startswith("["):
        return "this waiver names no rule" if "]" in rest else 'this waiver has no closing "]"'
    if known and (speech["colon"] or _CODE.search(rest)):
        return "this waiver names no rule in brackets"
    bracket = rest.startswith("[") and (not speech["gap"] or _CODE.search(rest))
    elsewhere = _ELSEWHERE.match(word) and _CODE.search(rest)
    if not known and speech["colon"] and (bracket or elsewhere):
        return f'"raci: {word}" is no waiver'
    return ""


def _rules(inside: str, offset: int) -> Iterator[WrittenRule]:
    """Yield the codes and names of a list with commas; `offset` characters of the line stand before it."""
    for each in re.finditer(r"[^,\s][^,]*", inside):
        yield WrittenRule(each[0].rstrip(), offset + each.start() + 1)


def _terms(text: str) -> tuple[str | None, str]:
    """Return the date, if one is due, and the reason; a reason without a letter or digit is none."""
    text = text.strip().lstrip(":：-–—").lstrip()  # noqa: RUF001 - what people type after a bracket
    until = _UNTIL.match(text)
    reason = until["reason"] if until else text
    if not any(character.isalnum() for character in reason):
        reason = ""
    return (until["date"] if until else None), reason
