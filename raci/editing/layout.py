"""How a file is laid out, and values written in its manner."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from raci.editing.edit import Edit
from raci.editing.nodes import Collection, collections, last_character
from raci.editing.quotes import Quotes, quotes_of
from raci.editing.scalars import written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raci.editing.nodes import Data, Node

_BLANK = re.compile(r"(?:\n|\r(?!\n))[ \t]*[\r\n]")
_COMMENT = re.compile(r"(?:[ \t]*(?:\r\n|\r|\n))*( *)#[^\r\n]*")
_EOL = re.compile(r"\r\n|\r|\n")
_STEP, _DASH = 2, 2
_BEHIND_DASH = 2  # columns of a dash and a space
_PLAIN = Quotes()


def column(text: str, offset: int) -> int:
    """Return in which column an offset is, from 0."""
    return offset - line_start(text, offset)


def line_start(text: str, offset: int) -> int:
    """Return the offset at which the line of an offset begins."""
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def next_line(text: str, offset: int) -> int:
    """Return the offset at which the line after that of an offset begins, or the end of the text."""
    found = _EOL.search(text, offset)
    return found.end() if found else len(text)


def behind_comments(text: str, offset: int, indent: int) -> int:
    """Return the offset behind comments that are set in deeper: they belong to what is before them."""
    while found := _COMMENT.match(text, next_line(text, offset)):
        if len(found[1]) <= indent:
            break
        offset = found.end()
    return offset


def is_parted(text: str, node: Collection, outer: Node | None) -> bool:
    """Return whether blank lines stand between all that a mapping or list holds, or those beside it hold."""
    beside = outer.values.values() if isinstance(outer, Collection) else ()
    several = [
        [*each.values.values()]
        for each in ([node] if len(node.values) > 1 else beside)
        if isinstance(each, Collection) and not each.flow and len(each.values) > 1
    ]
    pairs = [pair for each in several for pair in pairwise(each)]
    return bool(pairs) and all(
        _BLANK.search(text, last_character(one, text), other.start) for one, other in pairs
    )


@dataclass(frozen=True, slots=True)
class Layout:
    """A text, its line end, by how much fields of fields are set in, and dashes behind their key."""

    text: str
    eol: str
    step: int
    dash: int
    quotes: Quotes = _PLAIN

    @classmethod
    def of(cls, text: str, root: Node | None) -> Layout:
        """Return how a text is laid out: by what comes first in it, or as we would."""
        found = _EOL.search(text)
        step = dash = None
        for outer in collections(root):
            if step is not None and dash is not None:
                break
            for key, node in outer.values.items():
                if not isinstance(node, Collection) or node.flow or key not in outer.keys:
                    continue
                deeper = column(text, node.start) - column(text, outer.keys[key].start)
                if node.is_mapping and step is None and deeper > 0:
                    step = deeper
                elif not node.is_mapping and dash is None:
                    dash = deeper
        eol, quotes = found[0] if found else "\n", quotes_of(root)
        return cls(text, eol, step or _STEP, _DASH if dash is None else dash, quotes)

    def field(self, key: str, value: Data, indent: int, quotes: Quotes = _PLAIN) -> list[str]:
        """Return the lines of a field whose key stands in column `indent`."""
        margin, name = " " * indent, written(key, quotes.keys)
        if isinstance(value, dict) and value:
            inside = [
                line for each in value.items() for line in self.field(*each, indent + self.step, quotes)
            ]
            return [f"{margin}{name}:", *inside]
        if isinstance(value, list) and not all(isinstance(each, str) for each in value):
            items = [line for each in value for line in self.item(each, indent + self.dash, quotes)]
            return [f"{margin}{name}:", *items]
        return [f"{margin}{name}: {in_brackets(value, flow=False, quotes=quotes)}".rstrip()]

    def item(self, value: Data, indent: int, quotes: Quotes = _PLAIN) -> list[str]:
        """Return the lines of an item whose dash stands in column `indent`."""
        margin = " " * indent
        if isinstance(value, dict) and value:
            inner = indent + _BEHIND_DASH
            lines = [line for each in value.items() for line in self.field(*each, inner, quotes)]
            return [f"{margin}- {lines[0][inner:]}", *lines[1:]]
        return [f"{margin}- {in_brackets(value, flow=False, quotes=quotes)}".rstrip()]

    def lines_after(self, offset: int, lines: Sequence[str]) -> Edit:
        """Return the edit that puts lines after the line of an offset, in the file's own line ends."""
        start = next_line(self.text, offset)
        block = self.eol.join(lines)
        if self.text and start == len(self.text) and self.text[-1] not in "\r\n":
            return Edit(start, start, self.eol + block)
        return Edit(start, start, block + self.eol)


def in_brackets(value: Data, *, flow: bool = True, quotes: Quotes = _PLAIN, colon: str = ": ") -> str:
    """Return a value in one line: mappings and lists in brackets. `flow` says that it stands in some."""
    comma = "," if colon == ":" else ", "
    if isinstance(value, dict):
        return f"{{{comma.join(field_in_brackets(*each, quotes, colon) for each in value.items())}}}"
    if isinstance(value, list):
        return f"[{comma.join(in_brackets(each, quotes=quotes, colon=colon) for each in value)}]"
    return "" if value is None else written(value, quotes.texts, flow=flow)


def has_lines(value: Data) -> bool:
    """Return whether a value is written on lines of its own outside of brackets."""
    if isinstance(value, dict):
        return bool(value)
    return isinstance(value, list) and not all(isinstance(each, str) for each in value)


def field_in_brackets(key: str, value: Data, quotes: Quotes = _PLAIN, colon: str = ": ") -> str:
    """Return a field as it stands in brackets."""
    inside = in_brackets(value, quotes=quotes, colon=colon)
    return f"{written(key, quotes.keys, flow=True)}{colon}{inside}".rstrip()
