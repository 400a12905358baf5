"""Text with a delimiter: comma, semicolon, tab or bar, in the encoding that it is in."""

from __future__ import annotations

import csv
import io
from collections import Counter
from typing import TYPE_CHECKING

from raci.errors import UnusableFile
from raci.sheets.table import MOST_CELLS, Cell, Table, table, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

_DELIMITERS = ",;\t|"
_FORMULA = frozenset("=+-@\t\r\uff1d\uff0b\uff0d\uff20")
_END = "\0"  # comes after the last line: within a cell it tells that its quote is still open
_TRIED = 200  # rows, to find the delimiter


def decoded(content: bytes) -> tuple[str, str]:
    """Return the text of bytes, and what is to be said of their encoding (may be empty)."""
    try:
        if content.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
            return content.decode("utf-32"), ""
        if content.startswith((b"\xff\xfe", b"\xfe\xff")):
            return content.decode("utf-16"), ""
        if b"\0" in content[:200]:
            return _wide(content), "It is read as UTF-16."
        return content.decode("utf-8-sig"), ""
    except UnicodeDecodeError as error:
        if "utf-8" not in error.encoding:
            raise UnusableFile(f"the file is not {error.encoding.upper()}, as it begins") from None
        return content.decode("cp1252", "replace"), "It is not UTF-8, and is read as Windows-1252."


def _wide(content: bytes) -> str:
    """Return the text of UTF-16 without a mark. Raises UnusableFile for other text with NUL characters."""
    begins = content[:200]
    for encoding, high in (("utf-16-le", 1), ("utf-16-be", 0)):
        if 2 * begins[high::2].count(0) > len(begins[high::2]):
            return content.decode(encoding)
    raise UnusableFile("the file holds NUL characters and is no text")


def read_delimited(content: bytes, shown: str, delimiter: str = "") -> list[Table]:
    """Return the table of a file, if it has one. Raises UnusableFile."""
    text, note = decoded(content)
    if "\0" in text:
        raise UnusableFile("the file holds NUL characters and is no text")
    lines = text.splitlines(keepends=True)
    if lines and lines[0].strip().lower() in {f"sep={each}" for each in _DELIMITERS}:
        delimiter = lines[0].strip()[-1]
        text = "\n" + "".join(lines[1:])
    rows: list[list[Cell]] = []
    notes = [note] if note else []
    cells = 0
    for line, row, swallows in _rows(text, delimiter or _delimiter(text)):
        rows.append([Cell(tidy(_unquoted(each)), f"{shown}:{line}") for each in row])
        cells += len(row)
        if cells > MOST_CELLS:
            raise UnusableFile(f"the file has more than {MOST_CELLS:,} cells")
        if swallows:
            notes.append(f"{shown}:{line}: {swallows}")
    return [table(rows, shown, notes=tuple(notes))] if rows else []


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str], str]]:
    """Yield rows with the line each begins at, and what is to be told of its quotes. Raises UnusableFile."""
    lines = io.StringIO(text, newline="").readlines()
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += "\n"
    reader = csv.reader([*lines, _END], delimiter=delimiter)
    line = 1
    try:
        for row in reader:
            last = reader.line_num
            if row == [_END]:
                return
            if row and row[-1].endswith(_END):
                opens = last - len(io.StringIO(row[-1], newline="").readlines()) + 1
                raise UnusableFile(f"line {opens}: a quote opens there that nothing closes")
            yield line, row, _swallows(lines[line - 1 : last], delimiter, last) if last > line else ""
            line = last + 1
    except csv.Error as error:
        quoted = "; is a quote open?" if reader.line_num > line else ""
        raise UnusableFile(f"line {line}: {error}{quoted}") from None


def _swallows(lines: list[str], delimiter: str, last: int) -> str:
    """Return what is to be told of a row of several lines; empty where each quote closes at a cell's end."""
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error:
        return f"a quote opens there and closes on line {last}, within a cell: is one missing or too many?"
    return ""


def _unquoted(text: str) -> str:
    """Return a cell without the quote that keeps a spreadsheet from reading it as a formula."""
    return text[1:] if text[:1] == "'" and text[1:2] in _FORMULA else text


def _delimiter(text: str) -> str:
    best = {each: _evenness(text, each) for each in _DELIMITERS}
    return max(_DELIMITERS, key=lambda each: best[each])


def _evenness(text: str, delimiter: str) -> tuple[float, int]:
    """Return how evenly a delimiter cuts the first rows, and into how many cells."""
    widths: Counter[int] = Counter()
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        for row in reader:
            if any(map(str.strip, row)):
                widths[len(row)] += 1
            if widths.total() >= _TRIED:
                break
    except csv.Error:
        return 0, 0
    several = {width: count for width, count in widths.items() if width > 1}
    if not several:
        return 0, 0
    width, count = max(several.items(), key=lambda each: (each[1], each[0]))
    return count / widths.total(), width
