"""Tables of Markdown: also those with a wrong line below the header, HTML tables, and lists."""

from __future__ import annotations

import re
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING, Any

from raci.errors import UnusableFile
from raci.sheets.html import read_html
from raci.sheets.table import MOST_CELLS, Cell, Mark, Table, table, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

_BAR = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"[\s|:+=-]*-[\s|:+=-]*")
_PREFIX = re.compile(r"^[\s>]*")
_BOUND_TO_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"<(/?)(\w+)[^>]*>")
_LARGEST = 8  # MiB


def read_markdown(text: str, shown: str) -> list[Table]:
    """Return the tables of a page in their order, each with the heading before it. Raises UnusableFile."""
    if len(text) > _LARGEST * 1024 * 1024:
        raise UnusableFile(f"there are more than {_LARGEST} MiB of Markdown")
    return [found for _, found in sorted(_Page(text, shown).tables(), key=lambda each: each[0])]


class _Page:
    def __init__(self, text: str, shown: str) -> None:
        from markdown_it import MarkdownIt

        self.parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
        self.lines, self.shown, self.cells = re.split(r"\r\n|\r|\n", text), shown, 0

    def tables(self) -> Iterator[tuple[int, Table]]:
        """Yield tables with the line each begins at."""
        tokens = self.parser.parse("\n".join(self.lines))
        code = {
            line
            for each in tokens
            if each.type in {"fence", "code_block"} and each.map
            for line in range(*each.map)
        }
        html = list(self._html(code))
        if html:
            for start, end in html:
                self.lines[start:end], gone = [""] * (end - start), self.lines[start:end]
                heading = self._heading_before(tokens, start)
                for found in read_html("\n".join(gone), self.shown, start + 1):
                    yield start, Table(found.rows, found.place, found.heading or heading)
            tokens = self.parser.parse("\n".join(self.lines))
        for each in tokens:
            piped = each.type == "table_open" or (each.type == "paragraph_open" and self._is_piped(each.map))
            if piped and each.map:
                yield (
                    each.map[0],
                    self._table(each.map[0], each.map[1], self._heading_before(tokens, each.map[0])),
                )
        yield from self._lists(tokens)

    def _html(self, code: set[int]) -> Iterator[tuple[int, int]]:
        """Yield the lines from where a table of HTML begins to behind its end."""
        start, depth = None, 0
        for number, line in enumerate(self.lines):
            if number in code and start is None:
                continue
            low = line.lower()
            if start is None and "<table" in low:
                start, depth = number, 0
            if start is not None:
                depth += low.count("<table") - low.count("</table")
                if depth <= 0:
                    yield start, number + 1
                    start = None
        if start is not None:
            yield start, len(self.lines)

    @staticmethod
    def _heading_before(tokens: list[Any], line: int) -> str:
        heading = ""
        for opening, inline in pairwise(tokens):
            if opening.map and opening.map[0] >= line:
                break
            if opening.type == "heading_open":
                heading = _words(inline)[0]
            elif opening.type == "paragraph_open" and re.fullmatch(r"\s*(\*\*|__).+\1:?\s*", inline.content):
                heading = _words(inline)[0].rstrip(":")
        return heading

    def _is_piped(self, lines: list[int] | None) -> bool:
        if not lines or lines[1] - lines[0] < 2:  # noqa: PLR2004 - a header and a row
            return False
        return sum("|" in self.lines[each] for each in range(*lines)) >= 2  # noqa: PLR2004

    def _table(self, start: int, end: int, heading: str) -> Table:
        rows: list[list[Cell]] = []
        for number in range(start, end):
            line = _PREFIX.sub("", self.lines[number])
            if number > start and _RULE.fullmatch(line):
                continue
            if "|" not in line:
                if not rows and line.strip():
                    heading = tidy(line.strip("*_: "))
                continue
            rows.append([self._cell(each, number) for each in _split(line)])
            self.cells += len(rows[-1])
            if self.cells > MOST_CELLS:
                raise UnusableFile(f"the tables have more than {MOST_CELLS:,} cells")
        return table(rows, f"{self.shown}:{start + 1}", heading)

    def _cell(self, source: str, number: int) -> Cell:
        text = source.replace("\\|", "|").strip()
        place = f"{self.shown}:{number + 1}"
        if not any(char in text for char in "*_`<[&~\\!"):
            return Cell(tidy(text), place)
        inline = self.parser.parseInline(text)
        words, marks, struck = _words(inline[0]) if inline else ("", set(), "")
        return Cell(words, place, frozenset(marks), struck=struck)

    def _lists(self, tokens: list[Any]) -> Iterator[tuple[int, Table]]:
        """Yield each list as a table of one column."""
        depth, start = 0, 0
        rows: list[list[Cell]] = []
        for opening, inline in zip_longest(tokens, tokens[1:]):
            if opening.type in {"bullet_list_open", "ordered_list_open"}:
                if not depth:
                    start, rows = opening.map[0], []
                depth += 1
            elif opening.type in {"bullet_list_close", "ordered_list_close"}:
                depth -= 1
                if not depth and rows:
                    heading = self._heading_before(tokens, start)
                    yield (
                        len(self.lines) + start,
                        table(rows, f"{self.shown}:{start + 1}", heading, listed=True),
                    )
            elif depth and opening.type == "paragraph_open":
                words, marks, struck = _words(inline)
                place = f"{self.shown}:{opening.map[0] + 1}"
                rows.append([Cell(words, place, frozenset(marks), struck=struck)])


def _split(line: str) -> list[str]:
    line = line.strip()
    cells = _BAR.split(line)
    if line.startswith("|"):
        cells = cells[1:]
    if cells and line.endswith("|") and not line.endswith("\\|"):
        cells = cells[:-1]
    return cells


def _words(inline: Any) -> tuple[str, set[Mark], str]:
    """Return the text of an inline token, its marks, and what is struck out and no part of it."""
    parts: list[str] = []
    gone: list[str] = []
    struck = bold = kept = bolded = 0
    marks = set()
    for token in inline.children or ():
        tag = _TAG.fullmatch(token.content) if token.type == "html_inline" else None
        name, opens = (tag[2].lower(), not tag[1]) if tag else ("", False)
        if token.type == "s_open" or (name in {"s", "del", "strike"} and opens):
            struck += 1
            marks.add(Mark.STRUCK)
        elif token.type == "s_close" or name in {"s", "del", "strike"}:
            struck -= 1
        elif token.type == "strong_open" or (name in {"b", "strong"} and opens):
            bold += 1
        elif token.type == "strong_close" or name in {"b", "strong"}:
            bold -= 1
        elif struck > 0:
            gone.append(token.content or " ")
        elif (
            token.type in {"softbreak", "hardbreak"}
            or _BOUND_TO_BREAK.fullmatch(token.content)
            or name in {"li", "p", "div"}
        ):
            parts.append("\n")
        elif token.type in {"text", "code_inline", "image", "text_special"}:
            parts.append(token.content)
            kept += bool(token.content.strip())
            bolded += bool(token.content.strip()) and bold > 0
    if kept and kept == bolded:
        marks.add(Mark.BOLD)
    return tidy("".join(parts)), marks, tidy("".join(gone))
