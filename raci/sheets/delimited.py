"""Text with a delimiter: comma, semicolon, tab or bar, in the encoding that it is in."""

from __future__ import annotations

import csv
import io
from collections import Counter

from raci.errors import UnusableFile
from raci.sheets.table import MOST_CELLS, Cell, Table, table, tidy

_DELIMITERS = ",;\t|"
_FORMULA = frozenset("=+-@\t\r\uff1d\uff0b\uff0d\uff20")
_TRIED = 200  # rows, to find the delimiter


def decoded(content: bytes) -> tuple[str, str]:
    """Return the text of bytes, and what is to be said of their encoding (may be empty)."""
    try:
        if content.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
            return content.decode("utf-32"), ""
        if content.startswith((b"\xff\xfe", b"\xfe\xff")):
            return content.decode("utf-16"), ""
        if b"\0" in content[:200]:
            little = content[1:2] == b"\0"
            return content.decode("utf-16-le" if little else "utf-16-be"), "It is read as UTF-16."
        return content.decode("utf-8-sig"), ""
    except UnicodeDecodeError as error:
        if "utf-8" not in error.encoding:
            raise UnusableFile(f"the file is not {error.encoding.upper()}, as it begins") from None
        return content.decode("cp1252", "replace"), "It is not UTF-8, and is read as Windows-1252."


def read_delimited(content: bytes, shown: str, delimiter: str = "") -> list[Table]:
    """Return the table of a file, if it has one. Raises UnusableFile."""
    text, note = decoded(content)
    if "\0" in text:
        raise UnusableFile("the file holds NUL characters and is no text")
    lines = text.splitlines(keepends=True)
    if lines and lines[0].strip().lower() in {f"sep={each}" for each in _DELIMITERS}:
        delimiter = lines[0].strip()[-1]
        text = "\n" + "".join(lines[1:])
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or _delimiter(text))
    rows: list[list[Cell]] = []
    cells, line = 0, 1
    try:
        for row in reader:
            rows.append([Cell(tidy(_unquoted(each)), f"{shown}:{line}") for each in row])
            line = reader.line_num + 1
            cells += len(row)
            if cells > MOST_CELLS:
                raise UnusableFile(f"the file has more than {MOST_CELLS:,} cells")
    except csv.Error as error:
        raise UnusableFile(f"line {reader.line_num}: {error}") from None
    return [table(rows, shown, notes=(note,) if note else ())] if rows else []


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
