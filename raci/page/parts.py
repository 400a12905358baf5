"""What the report page shows, as plain strings and numbers: its looks are the renderer's matter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from raci.page.picture import Picture
    from raci.views.document import Fact


@dataclass(frozen=True, slots=True)
class Link:
    """A name and the place on this page that it leads to; a status stands beside it where it matters."""

    text: str
    anchor: str
    status: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A number, what it counts, and what else is to know of it; `mark` says how it is doing, in a word."""

    value: str
    label: str
    note: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    """An area where roles meet: what pulls them apart, each side's view, how it is settled.

    `alike` are pairs of its work whose names look alike.
    """

    anchor: str
    name: str
    status: str
    tension: str
    sides: tuple[Fact, ...]
    facts: tuple[Fact, ...]
    alike: tuple[str, ...]
    work: tuple[Link, ...]
    place: str


@dataclass(frozen=True, slots=True)
class Find:
    """Work that several claim, or names that look like one thing, that no area speaks of."""

    work: tuple[Link, ...]
    status: str
    who: str
    why: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A count, and how long it is drawn, in hundredths of the longest one."""

    count: int
    length: int


@dataclass(frozen=True, slots=True)
class LoadRow:
    """A role's bars, in the order of the columns."""

    role: Link
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Load:
    """How much work falls to each role, and a sentence that says what is to be seen.

    `parts` are the columns: what a part comes down to (accountable, other, contested, …), and its heading.
    """

    sentence: str
    parts: tuple[tuple[str, str], ...]
    rows: tuple[LoadRow, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Work in which a role has one part."""

    label: str
    work: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who holds a role; `contact` may be empty."""

    name: str
    contact: str


@dataclass(frozen=True, slots=True)
class Card:
    """A role: who it is, what it has a part in, where it meets others."""

    anchor: str
    name: str
    aliases: tuple[str, ...]
    summary: str
    sentence: str
    people: tuple[Person, ...]
    facts: tuple[Fact, ...]
    parts: tuple[Part, ...]
    areas: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter and what it comes down to (`meaning`: accountable, responsible, …)."""

    code: str
    meaning: str
    word: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign behind the letters of a cell, and what it says; `letter` is one to show it with."""

    sign: str
    letter: Letter
    text: str


@dataclass(frozen=True, slots=True)
class Cell:
    """The letters of a role and the sign behind them; where there are none, `span` roles have one cell."""

    letters: tuple[Letter, ...]
    sign: str = ""
    span: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the matrix: a piece of work with cells for all roles; `roles` are those with letters."""

    work: Link
    kind: str
    area: str
    status: str
    roles: tuple[str, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """What rows can be chosen by: values with their texts, and the text for all of them."""

    by: str
    label: str
    every: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The matrix: a column for each role, rows by area, and what can be chosen to see only some of it."""

    roles: tuple[Link, ...]
    groups: tuple[tuple[str, tuple[Row, ...]], ...]
    legend: tuple[Letter, ...]
    marks: tuple[Mark, ...]
    choices: tuple[Choice, ...]
    rows: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What is written of a piece of work; `by` whom, where that has to be told, or else empty."""

    by: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A piece of work as the search answers it; `holder` is who answers for it, in a word or two.

    `twins` leads to other work that is easily taken for it.
    """

    anchor: str
    name: str
    kind: str
    area: str
    status: str
    sentence: str
    holder: str
    facts: tuple[Fact, ...]
    aliases: tuple[str, ...]
    summaries: tuple[Summary, ...]
    areas: tuple[Link, ...]
    twins: tuple[Link, ...]
    places: str


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page. `entries` are grouped by area; `silent` words of a question say nothing of its subject.

    `to_settle` leads to what is contested, open or without an owner, `example` is something to ask for.
    """

    title: str
    state: str
    as_of: str
    numbers: tuple[Number, ...]
    to_settle: tuple[Link, ...]
    picture: Picture | None
    areas: tuple[Area, ...]
    finds: tuple[Find, ...]
    load: Load
    cards: tuple[Card, ...]
    grid: Grid
    entries: tuple[tuple[str, tuple[Entry, ...]], ...]
    silent: tuple[str, ...]
    example: str
