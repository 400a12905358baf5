"""Fields and items that come new into a text: behind what is there, in its manner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.editing.brackets import Brackets
from raci.editing.changes import AddField
from raci.editing.edit import Edit
from raci.editing.layout import behind_comments, column, in_brackets, is_parted
from raci.editing.nodes import Collection, Scalar, at, colon_before, colon_behind, last_character
from raci.editing.quotes import quotes_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from raci.editing.changes import AddItem, Changes
    from raci.editing.layout import Layout
    from raci.editing.nodes import Data, Node, Path
    from raci.editing.quotes import Quotes


class Adding:
    """The edits of a text that add to it."""

    def __init__(self, layout: Layout, root: Node | None, changes: Changes) -> None:
        self.text, self.layout, self.root, self.changes = layout.text, layout, root, changes

    def additions(self) -> Iterator[Edit]:
        """Yield the edits, in the order in which changes were given at each place. Raises CannotEdit."""
        for path, added in self.changes.added.items():
            if not path and self.root is None:
                yield self.layout.lines_after(len(self.text), self._lines(added, 0, 0, self.layout.quotes))
                continue
            node = at(self.root, path)
            if isinstance(node, Scalar) or not node.values:
                yield from self._into_empty(node, path, added)
            elif node.flow:
                yield from self._into_brackets(node, added)
            else:
                yield from self._into_lines(node, path, added)

    def _into_lines(
        self, node: Collection, path: Path, added: Sequence[AddField | AddItem]
    ) -> Iterator[Edit]:
        outer = at(self.root, path[:-1]) if path else None
        blank = [""] if is_parted(self.text, node, outer) else []
        indent, quotes = column(self.text, node.start), quotes_in(node, self.layout.quotes)
        for each in added:
            last = node
            if isinstance(each, AddField) and each.after is not None:
                last = node.values.get(each.after, node)  # type: ignore[assignment]
            end = behind_comments(self.text, last_character(last, self.text), indent)
            yield self.layout.lines_after(end, blank + self._lines([each], indent, indent, quotes))

    def _into_brackets(self, node: Collection, added: Sequence[AddField | AddItem]) -> Iterator[Edit]:
        numbers = {key: number for number, key in enumerate(node.values)}
        behind: dict[int, list[tuple[str | None, Data]]] = {}
        for each in added:
            after = each.after if isinstance(each, AddField) else None
            number = numbers.get(after, len(numbers) - 1) if after is not None else len(numbers) - 1
            key = each.key if isinstance(each, AddField) else None
            behind.setdefault(number, []).append((key, each.value))
        brackets = Brackets(self.layout, node)
        for number, items in behind.items():
            yield from brackets.behind(number, items)

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
            step, dash = indent + self.layout.step, indent + self.layout.dash
            lines = self._lines(added, step, dash, self.layout.quotes)
            yield self.layout.lines_after(node.end, lines)
        elif isinstance(node, Collection):
            yield Edit(node.start + 1, node.end - 1, self._in_brackets(node, outer, added)[1:-1])
        else:
            colon = colon_before(self.text, outer, path)
            yield Edit(colon, colon, f" {self._in_brackets(node, outer, added)}")

    def _lines(
        self, added: Sequence[AddField | AddItem], fields: int, items: int, quotes: Quotes
    ) -> list[str]:
        lines: list[str] = []
        for each in added:
            if isinstance(each, AddField):
                lines += self.layout.field(each.key, each.value, fields, quotes)
            else:
                lines += self.layout.item(each.value, items, quotes)
        return lines

    def _in_brackets(self, node: Node, outer: Node | None, added: Sequence[AddField | AddItem]) -> str:
        """Return all that comes into a mapping or list that is empty, laid out as what is around it."""
        fields: Data = {each.key: each.value for each in added if isinstance(each, AddField)}
        value = fields or [each.value for each in added]
        if isinstance(outer, Collection) and outer.flow:
            return Brackets(self.layout, outer).instead(node, value)
        return in_brackets(value, quotes=self.layout.quotes)
