"""Texts that stand where one is still to be written."""

from __future__ import annotations

import re

_PLACEHOLDER = re.compile(
    r"[\[(<]?(?:tb[dac]|t\.b\.d\.|to-?do|fix-?me|xxx+|\?\?+|\.+|…|[-\u2013\u2014]|n/?a"
    r"|to be (?:agreed|confirmed|decided|defined|determined|discussed|done))[\])>.!]?"
    r"|(?-i:TODO|TBD|FIXME):.*",
    re.IGNORECASE | re.DOTALL,
)
_BEGINNINGS = frozenset("[(<tTfFxXnN?.…-\u2013\u2014")  # nothing else may begin a placeholder


def is_placeholder(text: str) -> bool:
    """Return whether a text is nothing but a placeholder, or begins with one and a colon."""
    return text[:1] in _BEGINNINGS and _PLACEHOLDER.fullmatch(text) is not None
