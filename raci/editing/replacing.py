"""Other values and other keys in place of those that stand in a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from raci.editing.brackets import Brackets
from raci.editing.edit import Edit
from raci.editing.layout import column, has_lines, in_brackets, line_start, next_line
from raci.editing.nodes import Collection, Scalar, at, colon_before, colon_behind, last_character
from raci.editing.quotes import quotes_in, style_of
from raci.editing.scalars import block, written
from raci.errors import CannotEdit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raci.editing.changes import Changes
    from raci.editing.layout import Layout
    from raci.editing.nodes import Data, Node, Path


class Replacing:
    """The edits of a text that replace and rename."""

    def __init__(self, layout: Layout, root: Node | None, changes: Changes) -> None:
        self.text, self.layout, self.root, self.changes = layout.text, layout, root, changes

    def renames(self) -> Iterator[Edit]:
        """Yield the edits of keys. Raises CannotEdit."""
        for path, key in self.changes.renamed.items():
            outer = at(self.root, path[:-1])
            if not isinstance(outer, Collection) or path[-1] not in outer.keys:
                raise CannotEdit(f"There is no key at {' > '.join(map(str, path))}.")
            old = outer.keys[path[-1]]
            yield Edit(old.start, old.end, written(key, old.style, flow=outer.flow))

    def replacements(self) -> Iterator[Edit]:
        """Yield the edits of values. Raises CannotEdit."""
        for path, value in self.changes.replaced.items():
            node = at(self.root, path)
            outer = at(self.root, path[:-1]) if path else None
            if isinstance(node, Scalar) and isinstance(value, str) and node.text is not None:
                yield self._scalar(node, value, path)
            elif self._is_in_line(node, value, outer):
                yield self._in_line(node, value, outer, path)
            elif isinstance(outer, Collection) and path[-1] in outer.keys and not outer.flow:
                yield from self._field_anew(outer.keys[path[-1]], node, value)
            else:
                raise CannotEdit("The value stands in an item of a list.")

    def _scalar(self, node: Scalar, value: str, path: Path) -> Edit:
        if node.style not in ("|", ">"):
            style = style_of(node, value, self.layout.quotes)
            return Edit(node.start, node.end, written(value, style, flow=node.flow))
        end = last_character(node, self.text)
        there = re.split(r"\r\n|\r|\n", self.text[node.start : end])
        lines = block(value, there, self.layout.eol, self._indent_of_block(node, path))
        return Edit(node.start, end, written(value) if lines is None else lines)

    def _indent_of_block(self, node: Scalar, path: Path) -> int:
        outer = at(self.root, path[:-1]) if path else None
        if isinstance(outer, Collection) and path[-1] in outer.keys:
            return column(self.text, outer.keys[path[-1]].start) + 1
        return column(self.text, line_start(self.text, node.start)) + 1

    def _is_in_line(self, node: Node, value: Data, outer: Node | None) -> bool:
        """Return whether a value is to be written where a node stands, and not on lines of its own."""
        if isinstance(node, Collection) and not node.flow:
            return False
        is_field = isinstance(outer, Collection) and outer.is_mapping and not outer.flow
        return not is_field or not has_lines(value)

    def _in_line(self, node: Node, value: Data, outer: Node | None, path: Path) -> Edit:
        flow = isinstance(outer, Collection) and outer.flow
        brackets = next(
            (each for each in (node, outer) if isinstance(each, Collection) and each.flow and each.values),
            None,
        )
        if brackets and isinstance(value, dict | list):
            text = Brackets(self.layout, brackets).instead(node, value)
        else:
            text = in_brackets(value, flow=flow, quotes=quotes_in(outer, self.layout.quotes))
        if node.start == node.end:  # nothing stands behind the key
            colon = colon_before(self.text, outer, path)
            return Edit(colon, colon, f" {text}")
        return Edit(node.start, last_character(node, self.text), text)

    def _field_anew(self, key: Scalar, node: Node, value: Data) -> Iterator[Edit]:
        """Yield the edits that put lines, or something in line, in place of what stands behind a key."""
        colon = colon_behind(self.text, key)
        end = last_character(node, self.text)
        if isinstance(node, Collection) and not node.flow:
            start = line_start(self.text, node.start)
            if start <= key.start:
                raise CannotEdit("The value stands in the line of its key.")
            yield Edit(start, next_line(self.text, end), "")
        else:
            yield Edit(colon, end, "")
        if has_lines(value):
            lines = self.layout.field("x", value, column(self.text, key.start), self.layout.quotes)[1:]
            yield self.layout.lines_after(end, lines)
        else:
            yield Edit(colon, colon, f" {in_brackets(value, flow=False, quotes=self.layout.quotes)}")
