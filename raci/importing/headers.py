"""What headers are called, and what is but a number below them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from raci.importing.wording import plain
from raci.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raci.sheets.table import Cell

_NUMBER = re.compile(r"[\s#]*(?:[A-Za-z]{0,4}[-.]?)?\d+(?:[.\-]\d+)*[.)]?\s*%?")


def head_of(cell: Cell) -> str:
    """Return a header in one line, without Markdown."""
    return " ".join(plain(cell.text.replace("\n", " ")).split())


def key(head: str) -> str:
    """Return a header as it is compared."""
    return fold(head).strip(" :*.?")


def is_number(text: str) -> bool:
    """Return whether a text is nothing but a number, or that of a step."""
    return _NUMBER.fullmatch(text) is not None


def are_numbers(texts: Sequence[str]) -> bool:
    """Return whether half of these texts or more are numbers."""
    return 2 * sum(map(is_number, texts)) >= len(texts)


def are_codes(texts: Sequence[str]) -> bool:
    """Return whether half of these texts or more are numbers that name something: "A.5.1", "AC-1"."""
    return are_numbers([each if any(map(str.isalpha, each)) else "" for each in texts])
