"""How much room a text takes in a line, where no terminal is there that rich would be loaded for."""

from __future__ import annotations

import unicodedata


def columns(text: str) -> int:
    """Return how many columns of a terminal, or widths of a letter, a text in one line takes."""
    return len(text) if text.isascii() else sum(map(_of, text))


def _of(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:  # drawn on the character before, or not at all
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1
