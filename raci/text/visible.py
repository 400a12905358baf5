"""Make characters of a text visible that would act on what shows it: a terminal, an editor, a CI runner."""

from __future__ import annotations

import re

# Controls but newline, C1, the bidirectional controls of the Unicode standard annex 9 (the means of
# CVE-2021-42574), line separators, halves of characters and the two that XML may not hold, as they are no
# characters. Right-to-left text itself is untouched. The bracket of "##[error]" is a command to GitHub's
# runner, wherever in a line it stands.
HIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
    "|(?<=##)\\["
)


# "::error::" is a command to the same runner at the beginning of a line, after white space too.
_COMMAND = re.compile(r"^([^\S\n]*):(?=:)", re.MULTILINE)


def visible(text: str) -> str:
    """Return `text` with control and bidirectional characters written as escapes; newlines stay.

    What a CI runner would take for a command is no longer one.
    """
    shown = HIDDEN.sub(lambda found: _escape(found[0]), text)
    return _COMMAND.sub(r"\1\\x3a", shown) if "::" in shown else shown


def one_line(text: str) -> str:
    """Return `text` as one line: white space folded to single spaces, other hidden characters visible."""
    return visible(" ".join(text.split()))


def lines_to_copy(text: str) -> list[str]:
    """Return the lines of a text to copy as they stand but for hidden characters, which are made visible."""
    return visible(text.removesuffix("\n")).split("\n")


def _escape(char: str) -> str:
    return "\\x5b" if char == "[" else char.encode("unicode_escape", "surrogatepass").decode("ascii")
