"""What is put in place of odd spaces and wide signs that YAML does not take for what they look like."""

from __future__ import annotations

import unicodedata
from itertools import takewhile
from typing import TYPE_CHECKING

from raci.faults.fix import Rewrite, safe
from raci.location import Location

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Mapping

    from raci.faults.fix import Fix

    Line = tuple[int, str]
    """A line with its number."""

_PLAIN = {"\uff1a": ": ", "\uff0c": ", "}


def odd_spaces_replaced(lines: Iterable[Line], file: str, structure: re.Pattern[str]) -> Fix | None:
    """Return the fix that puts plain spaces where `structure` finds odd ones; those without width go."""

    def plain(line: str) -> str:
        while odd := structure.search(line):
            at, group = odd.start(odd.lastgroup or 0), odd.lastgroup
            wide = group == "behind" or unicodedata.category(line[at]) == "Zs"
            line = line[:at] + (" " if wide else "") + line[at + 1 :]
        return line

    return safe("Replace the odd spaces by plain ones", *rewritten(lines, file, plain))


def signs_replaced(found: Mapping[int, re.Match[str]], file: str) -> Fix | None:
    """Return the fix that puts plain signs where others are found, by line."""
    rewrites: list[Rewrite] = []
    signs: dict[str, str] = {}
    for number, odd in found.items():
        sign, at, line = odd[odd.lastgroup or 0], odd.start(odd.lastgroup or 0), odd.string
        text = _PLAIN.get(sign, "-")
        signs[unicodedata.name(sign)] = text.strip()
        text = text.rstrip() if line[at + 1 : at + 2] in {" ", ""} else text
        rewrites.append(Rewrite(Location(file, number, at + 1, number, at + 2), text))
    plain = ", ".join(dict.fromkeys(signs.values()))
    return safe(f"Replace the {', '.join(signs)} by {plain}", *rewrites)


def rewritten(lines: Iterable[Line], file: str, plain: Callable[[str], str]) -> list[Rewrite]:
    """Return what is rewritten of lines so that they are as `plain` returns them."""
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
