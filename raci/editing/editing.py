"""Changes made to a text, and the result held to what was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.editing.changes import Changes
from raci.editing.edit import edited
from raci.editing.layout import Layout
from raci.editing.nodes import read, value_of
from raci.editing.spans import spans
from raci.errors import CannotEdit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.editing.changes import Change
    from raci.editing.edit import Edit
    from raci.editing.nodes import Data, Node


def edits(text: str, changes: Iterable[Change]) -> list[Edit]:
    """Return the edits that make changes to what a text holds, in its order.

    The edited text is read again: raises CannotEdit where it does not hold what was meant, or where a change
    cannot be made in place.
    """
    root = read(text)
    return edits_of(Layout.of(text, root), root, changes)


def edits_of(layout: Layout, root: Node | None, changes: Iterable[Change]) -> list[Edit]:
    """Return the same for a text that has been read already. Raises CannotEdit."""
    wanted, text = Changes(changes), layout.text
    found = spans(layout, root, wanted)
    held, meant = _data(read(edited(text, found))), wanted.made_to(_data(root))
    if held != meant and (_meant(held) or None) != (_meant(meant) or None):
        raise CannotEdit("The edited text would not hold what was meant.")
    return found


def _meant(data: Data) -> Data:
    """Return data without what no reader of ours sees: line ends behind a text, and a file's empty braces."""
    if isinstance(data, str):
        return data.rstrip("\n")
    if isinstance(data, list):
        return list(map(_meant, data))
    return {key: _meant(value) for key, value in data.items()} if data else data


def _data(root: Node | None) -> Data:
    return None if root is None else value_of(root)
