"""What the text of a YAML file gives: plain data, its places, and what was wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from raci.faults.finding import Finding
    from raci.location import Field, Place


class Empty:
    """A value that was left out: nothing stands behind its key, or only a comment."""

    def __repr__(self) -> str:
        return "EMPTY"


EMPTY = Empty()


@dataclass(frozen=True)
class ReadYaml:
    """A file's data, the places of its values, and what was wrong with its text.

    `unread` is empty for a file that was read to its end, else its text, or None if not even that is
    known. `refused` holds the starts of values that were replaced by a stand-in, so that nobody
    complains of the stand-in. `broken` are the fields in which a key is empty, however deep.
    """

    data: Any
    place: Place
    findings: tuple[Finding, ...]
    unread: str | None = ""
    refused: frozenset[tuple[int, int]] = frozenset()
    broken: frozenset[Field] = frozenset()

    @property
    def complete(self) -> bool:
        """Return whether the file was read to its end."""
        return self.unread == ""
