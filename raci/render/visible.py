"""Make hidden characters of a text visible, so that no text can act on the terminal that shows it."""

from __future__ import annotations

import re

# Controls but newline, C1, the bidirectional controls of the Unicode standard annex 9 (the means of
# CVE-2021-42574), line separators and halves of characters. Right-to-left text itself is untouched.
HIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    """Return `text` with control and bidirectional characters written as escapes; newlines stay."""
    return HIDDEN.sub(lambda found: _escape(found[0]), text)


def _escape(char: str) -> str:
    return char.encode("unicode_escape", "surrogatepass").decode("ascii")
