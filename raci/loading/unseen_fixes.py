"""What is put in place of tabs, odd spaces and wide signs that YAML does not take for what they look like."""

from __future__ import annotations

import re
import unicodedata
from itertools import takewhile
from typing import TYPE_CHECKING

from raci.faults.fix import Rewrite, safe, unsafe
from raci.location import Location

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from raci.faults.fix import Fix

    Line = tuple[int, str]
    """A line with its number."""

_LEADING = re.compile(r"[ \t]*(?:-[ \t]+)*")
_STEP = 2
_PLAIN = {"\uff1a": ": ", "\uff0c": ", "}


def tabs_replaced(lines: Sequence[Line], file: str) -> Fix:
    """Return the fix that indents by spaces where tabs do, one step for each.

    How wide a tab was meant to be is clear only where nothing is indented by spaces.
    """
    steps = [len(line) - len(line.lstrip(" ")) for _, line in lines if line[:1] == " " and line.strip()]
    step = min(steps, default=_STEP)

    def plain(line: str) -> str:
        found = _LEADING.match(line)
        end = found.end() if found and line.strip() else 0
        return line[:end].expandtabs(step) + line[end:]

    made = unsafe if steps else safe
    return made(f"Replace the tabs that indent by {step} spaces each", *_rewrites(lines, file, plain))


def odd_spaces_replaced(lines: Iterable[Line], file: str, structure: re.Pattern[str]) -> Fix:
    """Return the fix that puts plain spaces where `structure` finds odd ones; those without width go."""

    def plain(line: str) -> str:
        while odd := structure.search(line):
            at, group = odd.start(odd.lastgroup or 0), odd.lastgroup
            wide = group == "behind" or unicodedata.category(line[at]) == "Zs"
            line = line[:at] + (" " if wide else "") + line[at + 1 :]
        return line

    return safe("Replace the odd spaces by plain ones", *_rewrites(lines, file, plain))


def signs_replaced(
    lines: Iterable[Line], file: str, sign: str, found_in: Callable[[Line], re.Match[str] | None]
) -> Fix:
    """Return the fix that puts the plain sign wherever `sign` is found in a line."""
    rewrites: list[Rewrite] = []
    for number, line in lines:
        odd = found_in((number, line))
        if odd and odd[odd.lastgroup or 0] == sign:
            at = odd.start(odd.lastgroup or 0)
            text = _PLAIN.get(sign, "-")
            text = text.rstrip() if line[at + 1 : at + 2] in {" ", ""} else text
            rewrites.append(Rewrite(Location(file, number, at + 1, number, at + 2), text))
    return safe(f"Replace the {unicodedata.name(sign)} by {_PLAIN.get(sign, '-').strip()}", *rewrites)


def _rewrites(lines: Iterable[Line], file: str, plain: Callable[[str], str]) -> list[Rewrite]:
    rewrites = []
    for number, line in lines:
        if (new := plain(line)) != line:
            begin = _alike(line, new)
            same = _alike(line[begin:][::-1], new[begin:][::-1])
            where = Location(file, number, begin + 1, number, len(line) - same + 1)
            rewrites.append(Rewrite(where, new[begin : len(new) - same]))
    return rewrites


def _alike(one: str, other: str) -> int:
    """Return with how many of the same characters two texts begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
