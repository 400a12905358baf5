"""A fix: how a finding can be mended by a machine, and whether it may be without anybody looking.

It says what is to change by places, in the file of its finding; how that is written, `raci.editing` knows.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from raci.location import Location


class Applicability(StrEnum):
    """Whether a fix keeps what the files mean and what people wrote: safe; or guesses, or deletes: unsafe."""

    SAFE = "safe"
    UNSAFE = "unsafe"


@dataclass(frozen=True, slots=True)
class Reword:
    """Another text for the key or the value at a place, in the style that it has."""

    where: Location
    text: str


@dataclass(frozen=True, slots=True)
class TakeOut:
    """Nothing in place of the key or value at a place: with its line, or its part of the brackets."""

    where: Location


@dataclass(frozen=True, slots=True)
class Add:
    """One more field, with a list of texts, in the mapping at a place."""

    where: Location
    key: str
    value: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Other characters at a place, also where the file is no YAML. A line feed is the file's own line end."""

    where: Location
    text: str


Repair: TypeAlias = Reword | TakeOut | Add | Rewrite


@dataclass(frozen=True, slots=True)
class Fix:
    """How a finding can be mended: what is done, as a sentence for people, and the repairs it takes.

    The repairs are either all of characters, or none.
    """

    applicability: Applicability
    message: str
    repairs: tuple[Repair, ...]

    @property
    def is_safe(self) -> bool:
        """Return whether nobody need look at it."""
        return self.applicability is Applicability.SAFE

    @property
    def is_of_characters(self) -> bool:
        """Return whether it is made without reading the file as YAML."""
        return isinstance(self.repairs[0], Rewrite)


def safe(message: str, *repairs: Repair) -> Fix | None:
    """Return a fix that keeps what the files mean; none where there is nothing to repair."""
    return Fix(Applicability.SAFE, message, repairs) if repairs else None


def unsafe(message: str, *repairs: Repair) -> Fix | None:
    """Return a fix that somebody has to look at; none where there is nothing to repair."""
    return Fix(Applicability.UNSAFE, message, repairs) if repairs else None
