"""Where something stands in a file: a location, and the places of a file's values."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from io import StringIO
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence


class Location(NamedTuple):
    """A span of one file. Lines and columns count from 1; the end column is the first one after it."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


Span = tuple[int, int, int, int]
"""Line, column, end line, end column: a location within a known file."""

NOWHERE: Span = (1, 1, 1, 1)
"""The span for what concerns a file as a whole."""

MAPPING, LIST = 1 << 31, 1 << 30
"""Flags of the offset at which a mapping or a list starts."""
DROPPED = (1 << 32) - 1
"""The number of a key that is left out with its value."""
_OF_A_KEY = _OF_A_TREE = 3  # numbers that stand for a key; for a mapping or list, less what is in it

_LINE_END = re.compile(r"\r\n|\r|\n")
_FEW = 32  # numbers of a mapping or list that are looked through rather than put into a dict
_NOTHING: frozenset[str | int] = frozenset()


def lines_of(text: str) -> list[str]:
    """Return the lines of a text as locations count them: as the YAML parser and editors do."""
    # Where there are no others, newlines are found ten times as fast as by the pattern.
    return _LINE_END.split(text) if "\r" in text else text.split("\n")


class Marks:
    """Where the values of a file stand, as numbers in one array.

    An object for each mapping and a tuple for each value took 2.7 KiB an entry; this takes 0.15 KiB.

    A value has two numbers: the offsets of its first character and behind its last one. A key has a third,
    which is its number in `names`, and its value follows. A mapping or list has a flag in its first number,
    as its third the index behind all that is in it, and that follows.

    `mended` has the steps at which something was taken out, `changed` the indexes of what is left, both by
    the index of the mapping or list.
    """

    __slots__ = ("_found", "_starts", "changed", "file", "mended", "names", "numbers")

    def __init__(self, file: str, text: str = "") -> None:
        self.file = file
        self.numbers = array("I")
        self.names: list[str] = []
        self.mended: dict[int, frozenset[str | int]] = {}
        self.changed: dict[int, dict[str | int, int]] = {}
        self._found: dict[int, dict[str | int, int]] = {}
        # One line after the other: a list of sixteen million of them would take more than a gigabyte. The
        # parser counts one more line behind a last one without an end.
        self._starts = array("I", accumulate(map(len, StringIO(text, newline="")), initial=0))
        self._starts[-1] += bool(text) and text[-1] not in "\r\n"

    def position(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of a character."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def span(self, at: int) -> Span:
        """Return the span of the value or key at an index."""
        start, end = self.numbers[at] & (LIST - 1), self.numbers[at + 1]
        return (*self.position(start), *self.position(end))

    def is_tree(self, at: int) -> bool:
        """Return whether the value at an index is a mapping or list."""
        return self.numbers[at] >= LIST

    def is_list(self, at: int) -> bool:
        """Return whether the value at an index is a list."""
        return LIST <= self.numbers[at] < MAPPING

    def children(self, at: int) -> dict[str | int, int]:
        """Return the indexes of the values in a mapping or list, by key or number; a plain value has none."""
        if not self.is_tree(at):
            return {}
        return self.changed[at] if at in self.changed else dict(self._written(at))

    def find(self, at: int, step: str | int) -> int | None:
        """Return the index of the value at a key or number of a mapping or list."""
        if not self.is_tree(at):
            return None
        if self.numbers[at + 2] - at < _FEW and at not in self.changed:
            return next((here for known, here in self._written(at) if known == step), None)
        if at not in self._found:
            self._found[at] = self.children(at)
        return self._found[at].get(step)

    def find_key(self, at: int, key: str) -> int | None:
        """Return the index of a key of a mapping, also if its value was taken out."""
        if at in self.changed:
            return self.keys(at).get(key)
        value = self.find(at, key)
        return None if value is None else value - _OF_A_KEY

    def keys(self, at: int) -> dict[str, int]:
        """Return the indexes of the keys of a mapping, also of those whose values were taken out."""
        keyed = self.numbers[at] >= MAPPING
        return {str(key): value - _OF_A_KEY for key, value in self._written(at)} if keyed else {}

    def keep(self, at: int, values: dict[str | int, int]) -> None:
        """Leave only these values in a mapping or list."""
        self.changed[at] = values
        self._found.pop(at, None)

    def _written(self, at: int) -> Iterator[tuple[str | int, int]]:
        numbers = self.numbers
        keyed = numbers[at] >= MAPPING
        here, number = at + _OF_A_TREE, 0
        end = numbers[at + 2] or len(numbers)  # what was never closed goes on to the end
        while here + _OF_A_KEY * keyed < end:
            if not keyed:
                yield number, here
                number += 1
            elif numbers[here + 2] == DROPPED:
                here += _OF_A_KEY
            else:
                yield self.names[numbers[here + 2]], (here := here + _OF_A_KEY)
            here = (numbers[here + 2] or end) if numbers[here] >= LIST else here + 2


class Place:
    """Where a mapping or list stands, and each of its keys and values.

    The path of a value in the data leads to its place. `mended` holds the keys and numbers of the values
    from which something wrong was taken out.
    """

    __slots__ = ("_at", "_marks")

    def __init__(self, marks: Marks, at: int = 0) -> None:
        self._marks = marks
        self._at = at

    def __repr__(self) -> str:
        return f"Place({self.file}:{self.span[0]}:{self.span[1]})"

    @property
    def file(self) -> str:
        """Return the name of the file."""
        return self._marks.file

    @property
    def span(self) -> Span:
        """Return where it stands in the file."""
        return self._marks.span(self._at)

    @property
    def order(self) -> tuple[str, int]:
        """Return what puts places of which none is in another into the order of their locations."""
        return self._marks.file, self._at

    def each(self) -> Iterator[Place]:
        """Yield the places of the mappings and lists in it, in their order."""
        marks = self._marks
        return (Place(marks, at) for at in marks.children(self._at).values() if marks.is_tree(at))

    @property
    def mended(self) -> frozenset[str | int]:
        """Return the keys and numbers at which something wrong was taken out."""
        return self._marks.mended.get(self._at, _NOTHING)

    @property
    def children(self) -> dict[str | int, Place | Span]:
        """Return the places of mappings and lists and the spans of other values, by key or number."""
        marks = self._marks
        below = marks.children(self._at).items()
        return {step: Place(marks, at) if marks.is_tree(at) else marks.span(at) for step, at in below}

    @property
    def keys(self) -> dict[str, Span]:
        """Return the spans of the keys of a mapping."""
        marks = self._marks
        return {step: marks.span(at) for step, at in marks.keys(self._at).items()}

    def mend(self, *steps: str | int) -> None:
        """Say that something wrong was taken out at these keys or numbers."""
        self._marks.mended[self._at] = self.mended | set(steps)

    def take_out(self, steps: Collection[str | int]) -> None:
        """Leave out the values at these keys or numbers; later items of a list move up."""
        self.mend(*steps)
        kept = {step: at for step, at in self._marks.children(self._at).items() if step not in steps}
        is_list = self._marks.is_list(self._at)
        self._marks.keep(self._at, dict(enumerate(kept.values())) if is_list else kept)

    def at(self, *path: str | int) -> Location:
        """Return the location of the value at `path`; steps that are not there are passed over."""
        marks, here = self._marks, self._at
        for step in path:
            below = marks.find(here, step)
            here = here if below is None else below
        return Location(marks.file, *marks.span(here))

    def key(self, *path: str | int) -> Location:
        """Return the location of the key that ends `path`, or of the nearest value above it."""
        marks = self._marks
        key = marks.find_key(self._within(path[:-1]), str(path[-1])) if path else None
        return self.at(*path) if key is None else Location(marks.file, *marks.span(key))

    def within(self, *path: str | int) -> Place:
        """Return the mapping or list at `path`, or the nearest one above it."""
        at = self._within(path)
        return self if at == self._at else Place(self._marks, at)

    def _within(self, path: Sequence[str | int]) -> int:
        marks, here = self._marks, self._at
        for step in path:
            below = marks.find(here, step)
            if below is not None and marks.is_tree(below):
                here = below
        return here


def place_of_file(file: str) -> Place:
    """Return the place of a file that has no values."""
    marks = Marks(file)
    marks.numbers.extend((0, 0))
    return Place(marks)
