"""Where something stands in a file: a location, and the places of a file's values."""

from __future__ import annotations

from typing import NamedTuple


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


_NOTHING: frozenset[str | int] = frozenset()


class Place:
    """Where a mapping or list stands, and each of its keys and values.

    The tree of places has the shape of the file's data, so the path of a value in the data leads
    to its place. Scalars are bare spans: a large file has too many of them for an object each.
    `mended` holds the keys and numbers of the values from which something wrong was taken out.
    """

    __slots__ = ("children", "file", "keys", "mended", "span")

    def __init__(self, file: str, span: Span) -> None:
        self.file = file
        self.span = span
        self.keys: dict[str, Span] = {}
        self.children: dict[str | int, Place | Span] = {}
        self.mended = _NOTHING

    def __repr__(self) -> str:
        return f"Place({self.file}:{self.span[0]}:{self.span[1]})"

    def mend(self, *steps: str | int) -> None:
        """Say that something wrong was taken out at these keys or numbers."""
        self.mended |= set(steps)

    def at(self, *path: str | int) -> Location:
        """Return the location of the value at `path`; steps that are not there are passed over."""
        here: Place | Span = self
        for step in path:
            if not isinstance(here, Place):
                break
            here = here.children.get(step, here)
        return Location(self.file, *(here.span if isinstance(here, Place) else here))

    def key(self, *path: str | int) -> Location:
        """Return the location of the key that ends `path`, or of the nearest value above it."""
        holder = self.within(*path[:-1])
        span = holder.keys.get(str(path[-1])) if path else None
        return Location(self.file, *span) if span else self.at(*path)

    def within(self, *path: str | int) -> Place:
        """Return the mapping or list at `path`, or the nearest one above it."""
        here = self
        for step in path:
            below = here.children.get(step)
            if isinstance(below, Place):
                here = below
        return here
