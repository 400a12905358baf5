"""Words of a command, as a shell takes them."""

from __future__ import annotations

import re
from shlex import quote

_HARMLESS = re.compile(r"[^\"$`\\!%\n]+")  # between double quotes, for any shell; Windows knows no others


def command(*words: str) -> str:
    """Return a command of these words, ready to be copied."""
    return " ".join(map(_word, words))


def _word(text: str) -> str:
    if quote(text) == text:
        return text
    return f'"{text}"' if _HARMLESS.fullmatch(text) else quote(text)
