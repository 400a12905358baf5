"""The rows below a header: items, sections, the header again, legends and notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from raci.importing.headers import head_of, is_number
from raci.importing.letters import is_nothing
from raci.importing.wording import plain
from raci.sheets.table import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from raci.importing.claims import Taken
    from raci.importing.columns import Columns
    from raci.sheets.table import Cell

_LEGEND = re.compile(
    r"(?i:legend|key|legende|légende|leyenda|legenda|legend[ae]?|notes?|note|nota|hinweis|凡例|图例|범례|total|totals|summe)\s*[:：*]?(?:\s.*)?|"
    r"\W*[A-Z]{1,3}\W*\s*(?:[=:：–]|\s-\s)\s*\W*\w+.*",
    re.DOTALL,
)
_NUMBERED = re.compile(r"^\s*(?:\d+(?:\.\d+)*[.)]?|[IVX]+\.|[A-Z][.)])\s+(?=\S)")
_LONGEST_SECTION = 120
_NO_LETTERS = "no letters stand in its row; a heading is one where it is bold, merged or ends in a colon"


class Rows:
    """Goes through the rows of a table, and knows the area that each is in."""

    def __init__(
        self, rows: Sequence[Sequence[Cell]], columns: Columns, taken: Taken, cells: Sequence[int]
    ) -> None:
        self.rows, self.columns, self.taken, self.cells = rows, columns, taken, cells

    def items(self) -> Iterator[tuple[Sequence[Cell], str, str]]:
        """Yield the rows that are items, with their name and area."""
        section = area = name = ""
        header = [head_of(each) for each in self.rows[self.columns.header]]
        below = self.rows[self.columns.header + 1 :]
        sections = self._sections(below)
        for number, row in enumerate(below):
            if not any(each.text for each in row):
                continue
            if [head_of(each) for each in row] == header:
                self.taken.sections += 1
                continue
            said = self._is_said(row)
            own = self._text(row, self.columns.area)
            if not said:
                if text := sections.get(number):
                    section, area, name = text, "", ""
                    self.taken.sections += 1
                elif self._is_item(row):
                    self.taken.leave_out(row[0].place, shown(row), _NO_LETTERS)
                else:
                    self.taken.leave_out(row[0].place, shown(row), "a note or a legend, by its looks")
                area = own or area
                continue
            area = own or area
            text = self._text(row, self.columns.items)
            if text and is_legend(text) and not self._is_plain_item(row):
                self.taken.leave_out(row[0].place, shown(row), "a legend, by its looks")
                continue
            if self.columns.items is not None and not text and row[self.columns.items].struck:
                self.taken.leave_out(row[0].place, shown(row), "its name is struck out")
                continue
            name = text or name
            if not name:
                self.taken.leave_out(row[0].place, shown(row), "it has letters but no name")
                continue
            yield row, name, area or section

    def _is_said(self, row: Sequence[Cell]) -> bool:
        """Return whether a row says anything of roles; one text across the row is none of them."""
        texts = {each.text for each in row if each.text}
        if len(texts) == 1 and sum(bool(each.text) for each in row) > 1 and len(row) > 2:
            text = next(iter(texts))
            return len(text) <= 2 and self._text(row, self.columns.items) != text
        return any(
            not is_nothing(row[each].text) or row[each].marks & {Mark.FORMULA, Mark.MENTION, Mark.STRUCK}
            for each in self.cells
        )

    def _is_item(self, row: Sequence[Cell]) -> bool:
        text = self._text(row, self.columns.items)
        return bool(text) and not is_legend(text)

    def _is_plain_item(self, row: Sequence[Cell]) -> bool:
        return sum(plain(row[each].text) in set("RACI") for each in self.cells) > 1

    def _sections(self, below: Sequence[Sequence[Cell]]) -> dict[int, str]:
        """Return the names of sections by the rows that begin them.

        One row without letters amid others, which nothing marks as a heading, may as well be work.
        """
        filled = [number for number, row in enumerate(below) if any(each.text for each in row)]
        found: dict[int, str] = {}
        marked = False
        for number, after in zip(filled, [*filled[1:], None], strict=True):
            if after is not None and not self._is_said(below[number]):
                text, looks = self._section(below[number], below[after])
                if text:
                    found[number], marked = text, marked or looks
        lone = len(found) == 1 and not marked and filled[0] not in found
        if found and not marked and not lone:
            named = ", ".join(f'"{each}"' for each in dict.fromkeys(found.values()))
            self.taken.columns.append(f"Rows without letters are taken as headings: {named[:500]}.")
        return {} if lone else found

    def _section(self, row: Sequence[Cell], following: Sequence[Cell]) -> tuple[str, bool]:
        """Return the name of the section that a row begins, if it does, and whether it is marked as one."""
        texts = {plain(each.text) for each in row if not is_nothing(each.text)}
        texts = {each for each in texts if not is_number(each)}
        if len(texts) != 1:
            return "", False
        text = " ".join(texts.pop().split())
        looks = any(Mark.BOLD in each.marks or "**" in each.text or Mark.MERGED in each.marks for each in row)
        looks = looks or text.endswith(":")
        if len(text) > _LONGEST_SECTION or is_legend(text):
            return "", False
        dashes = sum(bool(row[each].text) for each in self.cells)
        if looks or (self._is_said(following) and not dashes):
            return text.rstrip(":"), looks
        return "", False

    def _text(self, row: Sequence[Cell], column: int | None) -> str:
        if column is None:
            return ""
        text = " ".join(plain(row[column].text).split())
        return "" if is_nothing(text) else text


def shown(row: Sequence[Cell]) -> str:
    """Return what stands in a row, to tell of it."""
    return " | ".join(dict.fromkeys(each.text for each in row if each.text))[:200]


def is_legend(text: str) -> bool:
    """Return whether a text begins a legend, a note or a sum, by its looks."""
    return _LEGEND.fullmatch(text) is not None
