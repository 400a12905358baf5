"""Fields and items that come new into a text: behind what is there, in its manner."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from raci.editing.changes import AddField
from raci.editing.edit import Edit
from raci.editing.layout import column, field_in_brackets, in_brackets
from raci.editing.nodes import Collection, Scalar, at, colon_before, colon_behind, last_character

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from raci.editing.changes import AddItem, Changes
    from raci.editing.layout import Layout
    from raci.editing.nodes import Node, Path

# What may stand between a value and the comma behind it.
_COMMA = re.compile(r"(?:[ \t\r\n]|(?<=[ \t\r\n])#[^\r\n]*)*,")


class Adding:
    """The edits of a text that add to it."""

    def __init__(self, layout: Layout, root: Node | None, changes: Changes) -> None:
        self.text, self.layout, self.root, self.changes = layout.text, layout, root, changes

    def additions(self) -> Iterator[Edit]:
        """Yield the edits, in the order in which changes were given at each place. Raises CannotEdit."""
        for path, added in self.changes.added.items():
            if not path and self.root is None:
                yield self.layout.lines_after(len(self.text), self._lines(added, 0, 0))
                continue
            node = at(self.root, path)
            if isinstance(node, Scalar) or not node.values:
                yield from self._into_empty(node, path, added)
            elif node.flow:
                yield from self._into_brackets(node, added)
            else:
                yield from self._into_lines(node, added)

    def _into_lines(self, node: Collection, added: Sequence[AddField | AddItem]) -> Iterator[Edit]:
        indent = column(self.text, node.start)
        for each in added:
            last = node
            if isinstance(each, AddField) and each.after is not None:
                last = node.values.get(each.after, node)  # type: ignore[assignment]
            yield self.layout.lines_after(
                last_character(last, self.text), self._lines([each], indent, indent)
            )

    def _into_brackets(self, node: Collection, added: Sequence[AddField | AddItem]) -> Iterator[Edit]:
        for each in added:
            last = list(node.values.values())[-1]
            if isinstance(each, AddField) and each.after is not None:
                last = node.values.get(each.after, last)
            end = last_character(last, self.text)
            comma = _COMMA.match(self.text, end)
            if comma and last is list(node.values.values())[-1]:
                yield Edit(comma.end(), comma.end(), f" {_as_item(each)},")
            else:
                yield Edit(end, end, f", {_as_item(each)}")

    def _into_empty(self, node: Node, path: Path, added: Sequence[AddField | AddItem]) -> Iterator[Edit]:
        """Yield the edits that fill `{}`, `[]`, or what was left out."""
        outer = at(self.root, path[:-1]) if path else None
        in_lines = isinstance(outer, Collection) and not outer.flow and path[-1] in outer.keys
        texts = all(not isinstance(each, AddField) and isinstance(each.value, str) for each in added)
        if in_lines and not (texts and isinstance(node, Collection)):
            assert isinstance(outer, Collection)  # noqa: S101 - for the type checker
            key = outer.keys[path[-1]]
            indent = column(self.text, key.start)
            if node.end > node.start:
                yield Edit(colon_behind(self.text, key), node.end, "")
            lines = self._lines(added, indent + self.layout.step, indent + self.layout.dash)
            yield self.layout.lines_after(node.end, lines)
        elif isinstance(node, Collection):
            inside = ", ".join(map(_as_item, added))
            yield Edit(node.start + 1, node.end - 1, inside)
        else:
            opened, closed = "{}" if isinstance(added[0], AddField) else "[]"
            inside = f" {opened}{', '.join(map(_as_item, added))}{closed}"
            colon = colon_before(self.text, outer, path)
            yield Edit(colon, colon, inside)

    def _lines(self, added: Sequence[AddField | AddItem], fields: int, items: int) -> list[str]:
        lines: list[str] = []
        for each in added:
            if isinstance(each, AddField):
                lines += self.layout.field(each.key, each.value, fields)
            else:
                lines += self.layout.item(each.value, items)
        return lines


def _as_item(added: AddField | AddItem) -> str:
    if isinstance(added, AddField):
        return field_in_brackets(added.key, added.value)
    return in_brackets(added.value)
