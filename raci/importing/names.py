"""Names of roles in cells: where one ends and the next begins, and what stands in brackets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from raci.importing.wording import plain
from raci.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

_BETWEEN = frozenset(",;、，；\n")
_OPEN, _CLOSE = "([{（", ")]}）"
_JOINED = re.compile(
    r"\s*(?:/|／|\+|&|\band\b|\bor\b|\bund\b|\boder\b|\bet\b|\bou\b|\by\b|\bo\b)\s*", re.IGNORECASE
)
_ABBREVIATED = re.compile(r"(.+?)\s*[(（]([^\W\d_][\w&./-]{0,9})[)）]")
_SHORT = re.compile(r"[A-Z][A-Z0-9&./-]{0,7}|[A-Z][a-z]?[A-Z]+[a-z]?s?")
_RUN = re.compile(r"[A-Z]{2,6}")
_ALL = re.compile(
    r"(?i:(?:(?:the )?(?:whole|entire)|all|every(?:one|body)?|alle[rn]?|"
    r"(?:das |der |die )?(?:ganze|gesamte)[rns]?|tous|toutes?|tod[oa]s?|tutt[aeio]|"
    r"iedereen|wszyscy|alla|все)(?:\s.+)?|(?:全員|全体|全社|所有|全部|모두|전체).*)"
)
PLACEHOLDER = "a placeholder, and no name of a role"
"""Why nothing is taken of it."""
_PLACEHOLDER = re.compile(
    r"(?i:tb[acdn]|t\.b\.[acdn]\.?|to be \w+|not (?:yet )?(?:decided|defined|assigned|known|named)|"
    r"(?:still )?undecided|undefined|unassigned|unknown|vacant|someone|somebody|"
    r"n\.\s?n\.?|nn|jemand|(?:noch )?(?:offen|unklar|unbesetzt|unbekannt|zu (?:klären|bestimmen|benennen))|"
    r"à (?:définir|déterminer|confirmer|nommer)|(?:por|a) (?:definir|determinar|confirmar|designar)|"
    r"da (?:definire|determinare|nominare)|(?:nog )?te bepalen|do ustalenia|ej beslutat|уточняется|"
    r"未定|待定|미정|ditto|dito|idem|same|(?:same )?as above|see above|(?:wie|siehe) oben|"
    r"同上|[?？]+|[\"″〃]+)(?:\s*[(\[（].*[)\]）])?[\s.!?*]*",
    re.DOTALL,
)


def split_names(text: str) -> list[str]:
    """Return the names in a cell: parted at commas, semicolons and line breaks outside brackets."""
    names, start, depth = [], 0, 0
    for at, char in enumerate(text):
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth = max(0, depth - 1)
        elif char in _BETWEEN and not depth:
            names.append(text[start:at])
            start = at + 1
    if depth:
        return [each for each in (plain(piece) for piece in re.split(r"[,;、，；\n]", text)) if each]
    names.append(text[start:])
    cleaned = (re.sub(r"^[-*•–]\s+", "", plain(each).lstrip("@")).strip() for each in names)
    return [each for each in cleaned if each]


def halves(name: str, known: AbstractSet[str]) -> list[str]:
    """Return the names that one is made of, if each is the name of a role elsewhere; else itself."""
    parts = [each for each in _JOINED.split(name) if each]
    if len(parts) > 1 and all(fold(each) in known for each in parts):
        return parts
    return [name]


def are_short_names(texts: Sequence[str]) -> bool:
    """Return whether texts that could be letters are names, each another: CS, IR, AI."""
    return len(set(texts)) == len(texts) and all(_RUN.fullmatch(each) for each in texts)


def is_joined(name: str) -> bool:
    """Return whether a name may be those of several roles."""
    return len([each for each in _JOINED.split(name) if each]) > 1


def is_everybody(name: str) -> bool:
    """Return whether a name stands for all of something."""
    return _ALL.fullmatch(name) is not None


def is_placeholder(name: str) -> bool:
    """Return whether a name is none: it stands for one that is not known yet, or for what is above."""
    return any(_PLACEHOLDER.fullmatch(each) for each in (name, name.strip("[]<>{}() ")))


def abbreviated(name: str) -> tuple[str, str]:
    """Return a name and its abbreviation: "Product Manager (PM)" has one; empty where there is none."""
    found = _ABBREVIATED.fullmatch(name)
    if found and _SHORT.fullmatch(found[2]) and len(found[2]) < len(found[1]):
        return found[1], found[2]
    return name, ""
