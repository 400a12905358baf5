"""What was found beside the ownership files and not read as one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.text.names import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_NAMED, _TOLD = 3, 5  # of many


@dataclass(frozen=True)
class LeftOut:
    """A file or folder that was left out: its name, with a line where there is one, and why.

    `harmless` is what holds nothing of ours, or is left out on purpose; the rest may hide an owner. Of a
    `pointer` the content is kept elsewhere.
    """

    name: str
    why: str
    harmless: bool = False
    pointer: bool = False

    def __str__(self) -> str:
        return f"{self.name} {self.why}"


def told(left_out: Iterable[LeftOut]) -> list[str]:
    """Return the sentences on what may hide an owner: one each for the first few, then how many more."""
    those = [each for each in left_out if not each.harmless]
    more = [f"{first_few([each.name.removesuffix(':') for each in those[_TOLD:]])} were left out as well"]
    return [*map(str, those[:_TOLD]), *(more if those[_TOLD:] else [])]


def first_few(names: Sequence[str]) -> str:
    """Return names in words, of many the first few and how many more there are."""
    more = [f"{len(names) - _NAMED:,} more"] if len(names) > _NAMED else []
    return in_words([*names[:_NAMED], *more])
