"""How entries that silence less than they say are taken out of a baseline file, or counted down."""

from __future__ import annotations

import json
import re

from raci.faults.fix import Fix, Rewrite, safe, unsafe
from raci.location import Location, Marks

_COMMA_BEHIND = re.compile(r"\s*,\s*")
_COMMA_BEFORE = re.compile(r",\s*\Z")
_BETWEEN = re.compile(r"[\s,:]*")
_LONGEST_GAP = 1_000


def stale_fix(text: str, marks: Marks, where: Location, silenced: int, reason: str) -> Fix | None:
    """Return the fix of the entry at a place of a text: its count is what it silences, or it goes.

    With an entry that has a reason goes what somebody wrote, and so that is not safe.
    """
    begin, end = marks.offset(*where[1:3]), marks.offset(*where[3:])
    if silenced:
        begin, end = _count(text, begin)
        message, instead, made = f"Set the count to {silenced}", str(silenced), safe
    else:
        message, instead, made = "Take the entry out", "", unsafe if reason else safe
        gap = max(0, begin - _LONGEST_GAP)
        if behind := _COMMA_BEHIND.match(text, end):
            end = behind.end()
        elif before := _COMMA_BEFORE.search(text[gap:begin]):
            begin = gap + before.start()
    there = Location(where.file, *marks.position(begin), *marks.position(end))
    return made(message, Rewrite(there, instead))


def _count(text: str, at: int) -> tuple[int, int]:
    """Return where the number stands that the entry at an offset has for its count."""
    decoder = json.JSONDecoder()
    at += 1
    while True:
        key, at = decoder.raw_decode(text, _past(text, at))
        begin = _past(text, at)
        _, at = decoder.raw_decode(text, begin)
        if key == "count":
            return begin, at


def _past(text: str, at: int) -> int:
    gap = _BETWEEN.match(text, at)
    return gap.end() if gap else at
