"""A document: what every format can show. Plain strings only; how they look is the renderer's matter."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what stands beside it, one line or several."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, what it is (`note`, may be empty), and facts."""

    heading: str
    note: str = ""
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A title that is the answer in one sentence, sections that say why, notes that say what next."""

    title: str
    sections: tuple[Section, ...] = ()
    notes: tuple[str, ...] = ()
