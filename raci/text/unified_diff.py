"""How one text became another, as `git diff` shows it and `git apply` takes it."""

from __future__ import annotations

from difflib import unified_diff
from typing import NamedTuple


class Diff(NamedTuple):
    """A unified diff, and how many lines it adds and removes."""

    text: str
    added: int
    removed: int


def diff_of(file: str, before: str, after: str) -> Diff:
    """Return the unified diff of a file's text."""
    lines = list(unified_diff(_lines(before), _lines(after), f"a/{file}", f"b/{file}"))
    text = "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )
    signs = [line[0] for line in lines[2:]]
    return Diff(text, signs.count("+"), signs.count("-"))


def _lines(text: str) -> list[str]:
    """Return lines with their ends, parted only where tools for patches part them."""
    *lines, rest = text.split("\n")
    return [*(f"{line}\n" for line in lines), *([rest] if rest else [])]
