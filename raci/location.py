"""Where something stands in a file: a location, and the places of a file's values."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from io import StringIO
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


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

Field = tuple[Location, str]
"""A field: where its entry stands, and its key."""

NOWHERE: Span = (1, 1, 1, 1)
"""The span for what concerns a file as a whole."""

_LINE_END = re.compile(r"\r\n|\r|\n")
_NUMBERS = 2  # of a key or value


def lines_of(text: str) -> list[str]:
    """Return the lines of a text as locations count them: as the YAML parser and editors do."""
    # Where there are no others, newlines are found ten times as fast as by the pattern.
    return _LINE_END.split(text) if "\r" in text else text.split("\n")


class Marks:
    """Where the keys and values of a file begin and end, as offsets in its text.

    Each has two numbers: the offset of its first character and that behind its last one. Those of a value
    come right after those of its key. A tuple for each would take a kilobyte an entry.
    """

    __slots__ = ("_lines", "file", "offsets")

    def __init__(self, file: str, text: str = "") -> None:
        self.file = file
        self.offsets = array("I")
        # One line after the other: a list of sixteen million of them would take more than a gigabyte. The
        # parser counts one more line behind a last one without an end.
        self._lines = array("I", accumulate(map(len, StringIO(text, newline="")), initial=0))
        self._lines[-1] += bool(text) and text[-1] not in "\r\n"

    def span(self, index: int) -> Span:
        """Return the span of the key or value whose numbers begin at an index."""
        start, end = self.offsets[index : index + 2]
        return (*self.position(start), *self.position(end))

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a place; one behind the text may be behind its end by one."""
        return self._lines[min(line, len(self._lines)) - 1] + column - 1

    def position(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of an offset."""
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1


class Place:
    """Where a mapping or list stands, and each of its keys and values; it does not change once it is read.

    The path of a value in the data leads to its place. `index` is that of its marks. `values` has, by key or
    number, a place for each mapping or list in this one, and for any other value the index of its marks.
    `inline` says that it is written in brackets.
    """

    __slots__ = ("_marks", "index", "inline", "values")

    def __init__(
        self, marks: Marks, index: int, values: dict[str | int, Place | int], *, inline: bool = False
    ) -> None:
        self._marks = marks
        self.index = index
        self.values = values
        self.inline = inline

    def __repr__(self) -> str:
        return f"Place({self.at()})"

    @property
    def file(self) -> str:
        """Return the name of the file."""
        return self._marks.file

    @property
    def order(self) -> tuple[str, int]:
        """Return what puts places of which none is in another into the order of their locations."""
        return self._marks.file, self.index

    @property
    def start(self) -> int:
        """Return the offset of its first character in the text of the file."""
        return self._marks.offsets[self.index]

    def each(self) -> Iterator[Place]:
        """Yield the places of the mappings and lists in it, in their order."""
        return (value for value in self.values.values() if isinstance(value, Place))

    def children(self) -> Iterator[tuple[Span | None, Span, Place | None]]:
        """Yield the span of each key, None in a list, with that of its value and the place that it has."""
        for step, value in self.values.items():
            key = self._marks.span(_index_of(value) - _NUMBERS) if isinstance(step, str) else None
            yield key, self._marks.span(_index_of(value)), value if isinstance(value, Place) else None

    def at(self, *path: str | int) -> Location:
        """Return the location of the value at `path`; steps that are not there are passed over."""
        here: Place | int = self
        for step in path:
            here = here.values.get(step, here) if isinstance(here, Place) else here
        return Location(self.file, *self._marks.span(_index_of(here)))

    def key(self, *path: str | int) -> Location:
        """Return the location of the key that ends `path`, or of the nearest value above it."""
        value = self.within(*path[:-1]).values.get(path[-1]) if path else None
        if value is None or isinstance(path[-1], int):
            return self.at(*path)
        return Location(self.file, *self._marks.span(_index_of(value) - _NUMBERS))

    def within(self, *path: str | int) -> Place:
        """Return the mapping or list at `path`, or the nearest one above it."""
        here = self
        for step in path:
            below = here.values.get(step)
            here = below if isinstance(below, Place) else here
        return here

    def without(self, paths: Iterable[tuple[str | int, ...]]) -> Place:
        """Return the place of what is left without the values at `paths`; later items of a list move up."""
        inside: dict[str | int, list[tuple[str | int, ...]]] = {}
        for step, *rest in paths:
            inside.setdefault(step, []).append(tuple(rest))
        left = {
            step: value.without(inside[step]) if step in inside and isinstance(value, Place) else value
            for step, value in self.values.items()
            if () not in inside.get(step, ())
        }
        kept = dict[str | int, Place | int](enumerate(left.values())) if 0 in self.values else left
        return Place(self._marks, self.index, kept, inline=self.inline)


def _index_of(value: Place | int) -> int:
    return value.index if isinstance(value, Place) else value


def place_of_file(file: str) -> Place:
    """Return the place of a file that has no values."""
    marks = Marks(file)
    marks.offsets.extend((0, 0))
    return Place(marks, 0, {})
