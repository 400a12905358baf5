"""Names that look like a known one, but have quotes, a comma or a letter that is not due there."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from raci.look_alikes.confusables import odd_letter, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_QUOTES = "\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u201b\xab\xbb\u2039\u203a\u300c\u300d"
_COMMAS = re.compile("[\uff0c\u3001]")


def meant(text: str, is_known: Callable[[str], object]) -> tuple[str, str]:
    """Return what to add to the message about an unknown text, and the help.

    Both are empty unless it is known without its quotes and in the letters that it looks like.
    """
    known = instead(text, is_known)
    bare = text.strip(_QUOTES)
    if known and bare != text:
        quote = next(char for char in text if char in _QUOTES)
        return (
            f": the {unicodedata.name(quote)} is part of it",
            f'Write {known} without quotes, or "{known}".',
        )
    if known:
        return f": it has {_with_article(odd_letter(text))}", f"Write {known} in plain letters."
    if (
        not text.isascii()
        and (comma := _COMMAS.search(text))
        and all(map(is_known, map(str.strip, _COMMAS.split(text))))
    ):
        return f": it has {_with_article(unicodedata.name(comma[0]))}", "Write a plain comma."
    return "", ""


def instead(text: str, is_known: Callable[[str], object]) -> str:
    """Return the known text that is meant by one with quotes or odd letters, empty if none is."""
    if text.isascii():
        return ""
    bare = text.strip(_QUOTES)
    return _first_known((bare, plain(bare)) if bare != text else (plain(text),), is_known)


def twin(text: str, known: Iterable[str]) -> str:
    """Return what tells a text from a known name that looks the same and has the odd letter, or nothing."""
    for name in sorted(known):
        if not name.isascii() and name != plain(name) == text:
            odd = _with_article(odd_letter(name))
            return f'"{name}" looks the same and has {odd}: write it in plain letters.'
    return ""


def _first_known(texts: Iterable[str], is_known: Callable[[str], object]) -> str:
    return next((text for text in texts if text and is_known(text)), "")


def _with_article(name: str) -> str:
    return f"{'an' if name[0] in 'AEIO' else 'a'} {name}"
