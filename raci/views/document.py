"""A document: what every format can show. Plain strings only; how they look is the renderer's matter."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


class Rows(Protocol):
    """Rows of a table, to go through as often as is needed: a tuple of them, or `MadeRows`."""

    def __iter__(self) -> Iterator[tuple[str, ...]]: ...

    def __len__(self) -> int: ...


@dataclass(frozen=True, slots=True)
class MadeRows:
    """So many rows (`count`), made when they are gone through: those of a matrix have millions of cells."""

    count: int
    make: Callable[[], Iterator[tuple[str, ...]]]

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        return self.make()

    def __len__(self) -> int:
        return self.count


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what stands beside it, one line or several.

    One that is `to_tick` is an item of a list to go through.
    """

    label: str
    lines: tuple[str, ...]
    to_tick: bool = False


def facts(*told: tuple[str, str | None]) -> tuple[Fact, ...]:
    """Return a fact for each label and its line; what has none is left out."""
    return tuple(Fact(label, (line,)) for label, line in told if line)


@dataclass(frozen=True, slots=True)
class Snippet:
    """Text to copy as it stands, with line breaks and indents, and what it is for (`lead`, may be empty)."""

    lead: str
    text: str
    language: str = "yaml"
    """What Markdown calls the language that it is in."""

    @property
    def is_command(self) -> bool:
        """Return whether it is a command to run."""
        return self.language == "sh"


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a grid's column, and what it is short for (`meaning`, may be empty).

    A `spare` column may be left out where there is no room for it; numbers stand to the right. A column of
    `marks` has short ones, or none, and is read across: a renderer may help the eye past empty cells. Where
    there is little room, `initials` may stand in place of the head, if there are any.
    """

    head: str
    meaning: str = ""
    initials: str = ""
    spare: bool = False
    number: bool = False
    marks: bool = False

    def in_short(self) -> Column:
        """Return the column under its initials, if it has any that are shorter than its head."""
        if not 0 < len(self.initials) < len(self.head):
            return self
        return replace(self, head=self.initials, meaning=self.meaning or self.head)


def column_of(name: str, short: str, initials: str = "", *, spare: bool = False) -> Column:
    """Return the column of the letters of a role, under what it is called in little room."""
    return Column(short, name if name != short else "", initials, spare=spare, marks=True)


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that belong together, under a heading of their own (may be empty)."""

    heading: str
    rows: Rows


@dataclass(frozen=True, slots=True)
class Grid:
    """A table to look at: the first cell of a row says what the row is; rows are as wide as `columns`.

    Cells after the first whose text is among `striking` call for attention, those among `strong` matter
    most; both are to be understood without colour as well. `more` says how to see the spare columns that a
    narrow terminal leaves out. Where there are strong cells in these, one more column stands for them:
    `instead` is its head, `instead_of` has its text for each row, one group after the other.
    """

    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    more: str = ""
    instead: str = ""
    instead_of: tuple[str, ...] = ()
    striking: frozenset[str] = frozenset()
    strong: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, what it is (`note`, may be empty), facts, a grid, text to copy, paragraphs to end it."""

    heading: str
    note: str = ""
    facts: tuple[Fact, ...] = ()
    grid: Grid | None = None
    snippets: tuple[Snippet, ...] = ()
    prose: tuple[str, ...] = ()


def filled(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Return the sections that say something: those with facts or a grid."""
    return tuple(section for section in sections if section.facts or section.grid)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header, each as wide as it."""

    header: tuple[str, ...]
    rows: Rows


@dataclass(frozen=True, slots=True)
class Document:
    """A title that is the answer in one sentence, sections that say why, notes that say what next.

    `records` is the whole answer as one table, a record a row: what CSV shows. A `tabular` document is
    nothing but its records where text goes into a pipe.
    """

    title: str
    sections: tuple[Section, ...] = ()
    notes: tuple[str, ...] = ()
    records: Table = Table((), ())
    tabular: bool = False
