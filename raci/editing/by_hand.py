"""Changes as people make them by hand: where each goes, and the text that is ready for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.editing.changes import AddField, AddItem, Remove, RenameField
from raci.editing.layout import Layout, column, field_in_brackets, in_brackets
from raci.editing.nodes import Collection, at, read
from raci.editing.quotes import quotes_in
from raci.editing.scalars import written
from raci.errors import CannotEdit
from raci.location import lines_of
from raci.text.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from raci.editing.changes import Change
    from raci.editing.nodes import Data, Node, Path
    from raci.editing.quotes import Quotes


def by_hand(file: str, text: str, changes: Iterable[Change]) -> str:
    """Return how to make changes to the text of a file by hand, on lines of their own."""
    made = _ByHand(file, text)
    return "".join(f"{line}\n" for each in changes for line in made.lines(each))


class _ByHand:
    def __init__(self, file: str, text: str) -> None:
        self.file, self.text = file, text
        try:
            self.root: Node | None = read(text)
        except CannotEdit:
            self.root = None
        self.layout = Layout.of(text, self.root)

    def lines(self, change: Change) -> Iterator[str]:
        """Yield a line that says where a change goes, and those that go there."""
        if isinstance(change, Remove):
            yield f"{self._place(change.path)} goes."
        elif isinstance(change, RenameField):
            yield f"{self._place(change.path)} becomes:"
            above = change.path[:-1]
            yield f"{' ' * self._indent(above)}{written(change.key, self._quotes(above).keys)}:"
        elif isinstance(change, AddField):
            yield f"{self._place(change.path)} gets:"
            yield from self._field(change.path, change.key, change.value)
        elif isinstance(change, AddItem):
            yield f"{self._place(change.path)} gets:"
            yield from self._item(change.path, change.value)
        else:
            *outer, step = change.path
            yield f"{self._place(change.path)} becomes:"
            if isinstance(step, str):
                yield from self._field(tuple(outer), step, change.value)
            else:
                yield from self._item(tuple(outer), change.value)

    def _field(self, outer: Path, key: str, value: Data) -> list[str]:
        if self._is_flow(outer):
            return [field_in_brackets(key, value, self._quotes(outer))]
        return self.layout.field(key, value, self._indent(outer), self._quotes(outer))

    def _item(self, outer: Path, value: Data) -> list[str]:
        if self._is_flow(outer):
            return [in_brackets(value, quotes=self._quotes(outer))]
        return self.layout.item(value, self._indent(outer), self._quotes(outer))

    def _place(self, path: Path) -> str:
        """Return the line at which something stands, and the keys that lead there."""
        node = self._node(path)
        outer = self._node(path[:-1]) if path else None
        if isinstance(outer, Collection) and path[-1] in outer.keys:
            node = outer.keys[path[-1]]
        line = f":{len(lines_of(self.text[: node.start]))}" if node is not None else ""
        steps = (f"item {step + 1}" if isinstance(step, int) else one_line(step) for step in path)
        return f"{one_line(self.file)}{line}: {' > '.join(steps) or 'the file'}"

    def _indent(self, path: Path) -> int:
        node = self._node(path)
        return column(self.text, node.start) if isinstance(node, Collection) and not node.flow else 0

    def _is_flow(self, path: Path) -> bool:
        node = self._node(path)
        return bool(node and node.flow)

    def _quotes(self, path: Path) -> Quotes:
        return quotes_in(self._node(path), self.layout.quotes)

    def _node(self, path: Path) -> Node | None:
        try:
            return at(self.root, path)
        except CannotEdit:
            return None
