"""Rows that say what letters mean, below a matrix or before it, and no work."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from raci.importing.headers import head_of
from raci.importing.letters import is_nothing
from raci.importing.rows import is_legend
from raci.importing.wording import LETTER_WORDS
from raci.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from raci.importing.letters import Letters
    from raci.sheets.table import Cell

_LEAST = 2
_LONGEST_CODE = 3
_FIRST_WORDS = 4  # of an explanation: one of them is that of the letter
_WIDEST = 3  # a letter, its word and what that means
_IN_ONE_CELL = re.compile(r"\W*([A-Za-z]{1,3})\W*?(?:\s*[=:：–—]\s*|\s+-\s+|\s*\)\s*)(.+)", re.DOTALL)


def explains_letters(rows: Sequence[Sequence[Cell]]) -> bool:
    """Return whether rows do nothing but say what letters mean: "R | Responsible"."""
    explained = sum(_is_explained(each) for each in rows)
    return explained >= _LEAST and explained >= len(rows) / 2


def without_legend(
    rows: Sequence[Sequence[Cell]], letters: Letters
) -> tuple[list[Sequence[Cell]], list[Sequence[Cell]]]:
    """Return rows with those emptied that say what letters mean, and these; none of them in a mere legend."""
    sure = {number for number, each in enumerate(rows) if _is_explained(each)}
    titled = any(is_legend(text) for row in rows for text in _filled(row)[:1])
    if len(sure) < _LEAST and not (sure and (titled or len(_pairs(rows[min(sure)])) > 1)):
        return list(rows), []
    legend = set(sure)
    for step in (1, -1):
        for number in sorted(sure, reverse=step < 0):
            after = number + step
            while 0 <= after < len(rows) and after not in legend and _may_explain(rows[after], letters):
                legend.add(after)
                after += step
    kept = [each for number, each in enumerate(rows) if number not in legend]
    if sum(any(cell.text for cell in each) for each in kept) < _LEAST:
        return list(rows), []
    empty = [[replace(cell, text="", comment="") for cell in row] for row in rows]
    return (
        [empty[number] if number in legend else row for number, row in enumerate(rows)],
        [rows[number] for number in sorted(legend)],
    )


def _is_explained(row: Sequence[Cell]) -> bool:
    """Return whether a row says what a letter means, in the words that are known for it."""
    pairs = _pairs(row)
    return bool(pairs) and all(_means(text, code) for code, text in pairs)


def _may_explain(row: Sequence[Cell], letters: Letters) -> bool:
    """Return whether a row beside such a one looks like it: a letter, and a text."""
    return any(
        code.upper() in letters.allowed and len(text) > _LONGEST_CODE and not letters.read(text).codes
        for code, text in _pairs(row)[:1]
    )


def _pairs(row: Sequence[Cell]) -> list[tuple[str, str]]:
    """Return the letters of a row and what stands beside each; none where it has anything else."""
    filled = _filled(row)
    if filled and is_legend(filled[0]) and not _IN_ONE_CELL.fullmatch(filled[0]):
        filled = filled[1:]  # "Legend:" before them
    inside = [found for each in filled if (found := _IN_ONE_CELL.fullmatch(each))]
    if filled and len(inside) == len(filled):
        return [(found[1], found[2]) for found in inside]
    if len(filled) < _LEAST:
        return []
    if len(filled) <= _WIDEST and _is_code(filled[0]):
        return [(filled[0].strip("()[]. :=-"), filled[1])]
    if len(filled) <= _WIDEST and _is_code(filled[1]):
        return [(filled[1].strip("()[]. :=-"), filled[0])]
    parted = list(zip(filled[::2], filled[1::2], strict=False))
    return parted if len(filled) % 2 == 0 and all(_is_code(code) for code, _ in parted) else []


def _filled(row: Sequence[Cell]) -> list[str]:
    """Return what stands in a row, once where cells are merged."""
    texts = (head_of(each) for each in row if not is_nothing(each.text))
    return list(dict.fromkeys(each for each in texts if each not in "=:–-"))


def _is_code(text: str) -> bool:
    return 0 < len(text.strip("()[]. :=-")) <= _LONGEST_CODE


def _means(text: str, code: str) -> bool:
    return any(LETTER_WORDS.get(each) == code.upper() for each in _words(text))


def _words(text: str) -> Iterator[str]:
    """Yield what may be the word of a letter at the beginning of its explanation."""
    yield fold(re.split(r"[.,:;(（=–—]|\s-\s", text)[0]).strip()
    yield from (fold(each) for each in re.split(r"[\s,.:;()=–/-]+", text)[:_FIRST_WORDS])
