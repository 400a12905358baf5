"""Dashes and bullets that stand where the hyphen before an item of a list has to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# Hyphens and dashes of other kinds, the minus sign, and bullets, as word processors put them.
_SIGNS = "\u2010-\u2015\u2212\ufe58\ufe63\uff0d\u2022\u2023\u2043\u25aa\u25ab\u25cb\u25cf\u25e6\u2219\xb7"
_DASH = re.compile(rf"[ ]*(?P<dash>[{_SIGNS}])(?=[ \t\xa0])")
_OF_LIST = re.compile(
    rf"[ ]*(?:[-{_SIGNS}][ ]+)*(?P<key>aliases|keywords|people|responsibilities|deliverables|produces|work"
    r"|escalation|practices|unowned|thesaurus)\s*:\s*(?:#.*)?$"
)
_ITEM = re.compile(r"[ ]*-(?:[ \t]|$)")


def dashes_before_items(lines: Mapping[int, str]) -> dict[int, re.Match[str]]:
    """Return the odd dashes by their lines: those in the column of a list, or below the key of one."""
    found: dict[int, re.Match[str]] = {}
    lists: list[int] = []  # the columns of the lists that a line may go on with
    least: int | None = None  # the column from which on items may stand, behind the key of a list
    for number, line in lines.items():
        column = len(line) - len(line.lstrip(" "))
        if line[column : column + 1] in {"", "#"}:
            continue
        while lists and lists[-1] > column:
            lists.pop()
        goes_on = bool(lists) and lists[-1] == column
        dash = _DASH.match(line) if goes_on or (least is not None and column >= least) else None
        if dash:
            found[number] = dash
        is_item = bool(dash or _ITEM.match(line))
        if is_item and not goes_on:
            lists.append(column)
        elif goes_on and not is_item:
            lists.pop()
        key = _OF_LIST.match(line)
        least = key.start("key") if key else None
    return found
