"""Mappings and lists in brackets: on one line, or over several lines with one item in each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from raci.editing.edit import Edit
from raci.editing.layout import in_brackets, line_start
from raci.editing.nodes import Collection, Scalar, last_character
from raci.editing.quotes import quotes_in
from raci.editing.scalars import written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from raci.editing.layout import Layout
    from raci.editing.nodes import Data, Node
    from raci.editing.quotes import Quotes

# What may stand between a value and the comma behind it.
_COMMA = re.compile(r"(?:[ \t\r\n]|(?<=[ \t\r\n])#[^\r\n]*)*,")
_REST = re.compile(r"[ \t]*(,)?[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n)")  # of a line, behind a value
_COMMENT = re.compile(r"#[^\r\n]*")
_MARGIN = re.compile(r"[ \t]*")
_EOL = re.compile(r"[\r\n]")


@dataclass(frozen=True)
class Brackets:
    """Brackets in a text, and what comes new into them: in their manner, and that of the items in them."""

    layout: Layout
    node: Collection

    @property
    def text(self) -> str:
        """Return the whole text."""
        return self.layout.text

    def behind(self, number: int, added: Sequence[tuple[str | None, Data]]) -> Iterator[Edit]:
        """Yield the edits that put fields, or items without a key, behind the value of a number."""
        values = list(self.node.values.values())
        end = last_character(values[number], self.text)
        if self._in_lines(self.node):
            yield from self._lines_behind(end, [self._item(*each, self._margin) for each in added])
            return
        comma = _COMMA.match(self.text, end) if number == len(values) - 1 else None
        sign = "," if self._colon == ":" else ", "
        items = sign.join(self._item(*each, None) for each in added)
        if comma:
            yield Edit(comma.end(), comma.end(), f"{sign[1:]}{items},")
        else:
            yield Edit(end, end, f"{sign}{items}")

    def instead(self, node: Node, value: Data) -> str:
        """Return a value as it stands in place of a node: of these brackets, or of one in them."""
        here = self.node if self._in_lines(self.node) else None
        is_alike = isinstance(node, Collection) and node.values and node.is_mapping == isinstance(value, dict)
        like = node if isinstance(node, Collection) and is_alike else _child(here, value)
        return self._value(value, like, here, self._margin_at(node.start))

    def _lines_behind(self, end: int, items: Sequence[str]) -> Iterator[Edit]:
        eol, margin = self.layout.eol, self._margin
        rest = _REST.match(self.text, end)
        if self._commas_lead:
            lines = [f"{margin}, {each}" for each in items]
            at = rest.end() if rest else end
            yield Edit(at, at, "".join(f"{each}{eol}" if rest else f"{eol}{each}" for each in lines))
            return
        comma = _COMMA.match(self.text, end)
        lines = [f"{margin}{each}" for each in items]
        if rest and rest[1]:
            yield Edit(rest.end(), rest.end(), "".join(f"{each},{eol}" for each in lines))
        elif rest and "#" in rest[0]:  # the comment belongs to what stands before it
            yield Edit(end, end, ",")
            yield Edit(rest.end(), rest.end(), f",{eol}".join(lines) + eol)
        elif comma and not rest:
            yield Edit(comma.end(), comma.end(), f"{eol}{f',{eol}'.join(lines)},")
        else:
            yield Edit(end, end, "".join(f",{eol}{each}" for each in lines))

    def _item(self, key: str | None, value: Data, margin: str | None) -> str:
        like = None if margin is None else self.node
        new = self._value(value, _child(like, value), like, margin or "")
        if key is None:
            return new
        return f"{self._key(key)}{new}".rstrip()

    def _value(self, value: Data, like: Collection | None, outer: Collection | None, margin: str) -> str:
        """Return a value in the lines of one that is `like` it, if there is one, or else of the outer one."""
        example = like if like or isinstance(value, list) else outer
        if not isinstance(value, dict | list) or not value or not (example and self._in_lines(example)):
            return in_brackets(value, quotes=self._quotes, colon=self._colon)
        inside = margin + self._step
        below = value.items() if isinstance(value, dict) else enumerate(value)
        lines = [
            (self._key(key) if isinstance(key, str) else "")
            + self._value(each, _child(example, each), example, inside)
            for key, each in below
        ]
        opened, closed = "{}" if isinstance(value, dict) else "[]"
        eol = self.layout.eol
        body = f",{eol}".join(f"{inside}{each}" for each in lines)
        return f"{opened}{eol}{body}{eol}{margin}{closed}"

    def _key(self, key: str) -> str:
        return written(key, self._quotes.keys, flow=True) + self._colon

    def _in_lines(self, node: Collection) -> bool:
        """Return whether each item of brackets is on a line of its own; one that is alone begins it."""
        begins = [begin for begin, _ in _places(node, self.text)]
        lines = [bool(_EOL.search(self.text, *pair)) for pair in pairwise([node.start, *begins])]
        return node.flow and bool(lines) and all(lines[1:]) and (lines[0] or len(lines) > 1)

    @property
    def _margin(self) -> str:
        """Return what stands before an item on a line of its own."""
        return self._margin_at(_places(self.node, self.text)[-1][0])

    def _margin_at(self, offset: int) -> str:
        found = _MARGIN.match(self.text, line_start(self.text, offset))
        return found[0] if found else ""

    @property
    def _step(self) -> str:
        """Return by what lines in brackets are set in."""
        return self._margin.removeprefix(self._margin_at(self.node.start)) or " " * self.layout.step

    @property
    def _commas_lead(self) -> bool:
        """Return whether lines begin with the comma before an item."""
        places = _places(self.node, self.text)
        between = [self.text[end:begin] for (_, end), (begin, _) in pairwise(places)]
        return bool(between) and all(
            _EOL.search(_COMMENT.sub("", each).partition(",")[0]) for each in between
        )

    @property
    def _colon(self) -> str:
        """Return the colon as it stands behind the keys: JSON may go without a space."""
        pairs = [
            (self.node.keys[step].end, each.start)
            for step, each in self.node.values.items()
            if self.node.keys
        ]
        tight = pairs and self._quotes.keys and all(self.text[slice(*pair)] == ":" for pair in pairs)
        return ":" if tight else ": "

    @property
    def _quotes(self) -> Quotes:
        return quotes_in(self.node, self.layout.quotes)


def _places(node: Collection, text: str) -> list[tuple[int, int]]:
    """Return where each field or item of brackets begins, and ends."""
    return [
        (node.keys[step].start if step in node.keys else each.start, last_character(each, text))
        for step, each in node.values.items()
    ]


def _child(outer: Collection | None, value: Data) -> Collection | None:
    """Return what in an outer mapping or list is like a value, as an example of how it is laid out."""
    if outer is None or not isinstance(value, dict | list):
        return None
    alike = [
        each
        for each in outer.values.values()
        if isinstance(each, Collection) and each.values and each.is_mapping == isinstance(value, dict)
    ]
    of_texts = isinstance(value, list) and all(isinstance(each, str) for each in value)
    texts = (each for each in alike if of_texts and _has_texts(each))
    return next(texts, alike[0] if alike else None)


def _has_texts(node: Node) -> bool:
    return isinstance(node, Collection) and all(isinstance(each, Scalar) for each in node.values.values())
