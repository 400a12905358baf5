"""A document: what every format can show. Plain strings only; how they look is the renderer's matter."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what stands beside it, one line or several."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Snippet:
    """Text to copy as it stands, with line breaks and indents, and what it is for (`lead`, may be empty)."""

    lead: str
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, what it is (`note`, may be empty), facts, text to copy, and paragraphs that end it."""

    heading: str
    note: str = ""
    facts: tuple[Fact, ...] = ()
    snippets: tuple[Snippet, ...] = ()
    prose: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header, each as wide as it."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A title that is the answer in one sentence, sections that say why, notes that say what next.

    `records` is the whole answer as one table, a record a row: what CSV shows.
    """

    title: str
    sections: tuple[Section, ...] = ()
    notes: tuple[str, ...] = ()
    records: Table = Table((), ())
