"""What goes from a text: its lines, or its part of the brackets, and what would be left empty."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from raci.editing.layout import line_start, next_line
from raci.editing.nodes import Collection, last_character, value_of
from raci.errors import CannotEdit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raci.editing.changes import Changes
    from raci.editing.layout import Layout
    from raci.editing.nodes import Node, Path

    Span = tuple[int, int]

_BLANK = re.compile(r"[ \t\r\n]*")


class Removing:
    """The spans of a text that are removed."""

    def __init__(self, layout: Layout, root: Node | None, changes: Changes) -> None:
        self.text, self.root, self.changes = layout.text, root, changes

    def removals(self) -> Iterator[Span]:
        """Yield the spans; they may touch and overlap. Raises CannotEdit."""
        waiting: list[tuple[Node | None, Path]] = [(self.root, ())]
        while waiting:
            node, path = waiting.pop()
            if not isinstance(node, Collection):
                continue
            near = self.changes.steps_to_removals(path) & node.values.keys()
            gone = {step for step in near if self._goes(node.values[step], (*path, step))}
            waiting.extend((node.values[step], (*path, step)) for step in near - gone)
            if gone:
                goes = [step in gone for step in node.values]
                yield from self._in_brackets(node, goes) if node.flow else self._in_lines(node, goes)

    def _goes(self, node: Node, path: Path) -> bool:
        if path in self.changes.removed:
            return True
        near = len(self.changes.steps_to_removals(path))
        return (
            isinstance(node, Collection)
            and near >= len(node.values)
            and self.changes.goes(value_of(node), path)
        )

    def _in_brackets(self, node: Collection, goes: list[bool]) -> Iterator[Span]:
        """Yield what goes of a line in brackets: each value with the comma behind it, or before the last."""
        if all(goes):
            yield node.start + 1, node.end - 1
            return
        places = [self._place(node, step) for step in node.values]
        last_kept = max(number for number, gone in enumerate(goes) if not gone)
        for number, (start, end) in enumerate(places):
            if not goes[number]:
                continue
            yield (start, places[number + 1][0]) if number < last_kept else (places[number - 1][1], end)

    def _in_lines(self, node: Collection, goes: list[bool]) -> Iterator[Span]:
        """Yield the lines that go; of a line that begins with a dash, what stands behind it."""
        places = [self._place(node, step) for step in node.values]
        leading = 0
        if goes[0] and self._is_behind_something(places[0][0]):
            if all(goes):
                raise CannotEdit("It stands in a line with something else.")
            leading = goes.index(False)
            end = next_line(self.text, places[leading - 1][1])
            blank = _BLANK.match(self.text, end)
            yield places[0][0], blank.end() if blank else end
        for (start, end), gone in zip(places[leading:], goes[leading:], strict=True):
            if gone:
                yield line_start(self.text, start), next_line(self.text, end)

    def _is_behind_something(self, start: int) -> bool:
        return bool(self.text[line_start(self.text, start) : start].strip(" "))

    def _place(self, node: Collection, step: str | int) -> Span:
        """Return where a field or an item begins, with its key or its dash, and ends."""
        end = last_character(node.values[step], self.text)
        if step in node.keys:
            return node.keys[step].start, end
        if node.flow:
            return node.values[step].start, end
        return self._dash(node, int(step)), end

    def _dash(self, node: Collection, number: int) -> int:
        """Return the offset of the dash of an item: the first one behind the item before it.

        Between the two stand blank lines and comments only.
        """
        if not number:
            return node.start
        line = next_line(self.text, last_character(node.values[number - 1], self.text))
        while not self.text[line:].lstrip(" ").startswith("-"):
            line = next_line(self.text, line)
            if line >= len(self.text):
                raise CannotEdit("An item has no dash.")
        return self.text.index("-", line)
