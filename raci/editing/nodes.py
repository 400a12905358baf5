"""A YAML text as nodes, each with where it stands and how it is written: what edits are found by.

The events of the parser are read one by one: nothing recurses. What cannot be edited in place (anchors,
aliases, tags, several documents, a key that comes twice) is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml

from raci.errors import CannotEdit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_UNUSUAL = "It has an anchor, an alias or a tag."
_COLON = re.compile(r"[ \t]*:")
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"
"""What a file holds: texts, None where a value was left out, lists, and mappings."""

Path: TypeAlias = "tuple[str | int, ...]"
"""The keys and numbers that lead from the whole of a file to a value in it."""


@dataclass(slots=True)
class Scalar:
    """A text, from its first character to behind its last, and the sign of its style; "" is plain."""

    start: int
    end: int
    text: str | None
    style: str = ""
    flow: bool = False
    """Whether it stands in brackets."""


@dataclass(slots=True)
class Collection:
    """A mapping or a list, in brackets (`flow`) or on lines of its own: there its end tells nothing.

    `values` are by key or by number; a mapping has its keys as well.
    """

    start: int
    end: int
    flow: bool
    is_mapping: bool
    values: dict[str | int, Node] = field(default_factory=dict)
    keys: dict[str | int, Scalar] = field(default_factory=dict)

    def data(self) -> Data:
        """Return the data that it holds."""
        if self.is_mapping:
            return {str(key): value_of(node) for key, node in self.values.items()}
        return [value_of(node) for node in self.values.values()]


Node: TypeAlias = Scalar | Collection


def value_of(node: Node) -> Data:
    """Return the data of a node."""
    return node.text if isinstance(node, Scalar) else node.data()


class _Builder:
    """Nodes from events: `open` are the collections that have begun, the first stands for the documents."""

    def __init__(self) -> None:
        self.open = [Collection(0, 0, flow=False, is_mapping=False)]
        self.key: list[Scalar | None] = [None]

    def take(self, event: Any) -> None:
        """Take in one event."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            if event.anchor or event.tag:
                raise CannotEdit(_UNUSUAL)
            text = event.value if event.value or not event.implicit[0] else None
            start, end = event.start_mark.index, event.end_mark.index
            self._add(Scalar(start, end, text, event.style or "", self.open[-1].flow))
        elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
            self.open.pop().end = event.end_mark.index
            self.key.pop()
        elif kind in (yaml.MappingStartEvent, yaml.SequenceStartEvent):
            if event.anchor or event.tag:
                raise CannotEdit(_UNUSUAL)
            start, end = event.start_mark.index, event.end_mark.index
            inside = Collection(start, end, bool(event.flow_style), kind is yaml.MappingStartEvent)
            self._add(inside)
            self.open.append(inside)
            self.key.append(None)
        elif kind is yaml.AliasEvent:
            raise CannotEdit(_UNUSUAL)

    def _add(self, node: Node) -> None:
        inside = self.open[-1]
        if not inside.is_mapping:
            inside.values[len(inside.values)] = node
        elif (key := self.key[-1]) is None:
            if not isinstance(node, Scalar):
                raise CannotEdit("It has a key that is not a text.")
            self.key[-1] = node
        else:
            name = key.text.strip(" ") if key.text else ""
            if name in inside.values:
                raise CannotEdit(f'It has the key "{name}" twice in one place.')
            inside.values[name] = node
            inside.keys[name] = key
            self.key[-1] = None


def read(text: str) -> Node | None:
    """Return the node of the whole text, None where it holds nothing. Raises CannotEdit."""
    builder = _Builder()
    try:
        for event in yaml.parse(text, Loader=_Loader):
            builder.take(event)
    except yaml.YAMLError:
        raise CannotEdit("It is not valid YAML.") from None
    documents = list(builder.open[0].values.values())
    if len(documents) > 1:
        raise CannotEdit("It has several documents.")
    return documents[0] if documents else None


def at(root: Node | None, path: Sequence[str | int]) -> Node:
    """Return the node at a path. Raises CannotEdit where there is none."""
    for step in path:
        found = root.values.get(step) if isinstance(root, Collection) else None
        if found is None:
            raise CannotEdit(f"There is nothing at {' > '.join(map(str, path))}.")
        root = found
    if root is None:
        raise CannotEdit("It holds nothing.")
    return root


def colon_behind(text: str, key: Scalar) -> int:
    """Return the offset behind the colon of a key. Raises CannotEdit where it has none."""
    found = _COLON.match(text, key.end)
    if found is None:
        raise CannotEdit("A key has no colon.")
    return found.end()


def colon_before(text: str, outer: Node | None, path: Path) -> int:
    """Return the offset behind the colon before a value that was left out. Raises CannotEdit."""
    if isinstance(outer, Collection) and path[-1] in outer.keys:
        return colon_behind(text, outer.keys[path[-1]])
    raise CannotEdit("An item of a list is empty.")


def last_character(node: Node, text: str) -> int:
    """Return the offset behind the last character of a node, without blank lines and comments after it.

    Where the parser says that a collection of lines ends is where the next thing begins.
    """
    while isinstance(node, Collection) and not node.flow:
        node = list(node.values.values())[-1]
    if isinstance(node, Scalar) and node.style in ("|", ">"):
        return node.start + len(text[node.start : node.end].rstrip())
    return node.end


def paths(root: Node | None) -> dict[int, Path]:
    """Return the path of each value by the offset of its first character.

    Where several begin at one, as lists of lists do, it is that of the outer one.
    """
    return paths_with_keys(root)[0]


def paths_with_keys(root: Node | None) -> tuple[dict[int, Path], dict[int, Path]]:
    """Return the same, and the path of each field by the offset of its key."""
    values: dict[int, Path] = {}
    keys: dict[int, Path] = {}
    waiting: list[tuple[Node | None, Path]] = [(root, ())]
    while waiting:
        node, path = waiting.pop()
        if node is not None and node.end > node.start:
            values.setdefault(node.start, path)
        if isinstance(node, Collection):
            inside = [(each, (*path, step)) for step, each in node.values.items()]
            keys.update((node.keys[at[-1]].start, at) for _, at in inside if node.is_mapping)
            waiting += inside
    return values, keys


def collections(root: Node | None) -> Iterator[Collection]:
    """Yield all collections, the outer before the inner."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Collection):
            yield node
            waiting.extend(reversed(node.values.values()))


def scalars(root: Node | None, start: int, end: int) -> Iterator[Scalar]:
    """Yield the texts, keys among them, that may stand between two offsets, in their order."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar):
            yield node
        elif node is not None:
            pairs = ((node.keys.get(step), each) for step, each in node.values.items())
            inside = [each for pair in pairs for each in pair if each is not None]
            after = [*(each.start for each in inside[1:]), end]
            near = [
                one for one, next_ in zip(inside, after, strict=False) if one.start < end and next_ >= start
            ]
            waiting.extend(reversed(near))
