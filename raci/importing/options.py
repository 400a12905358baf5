"""What whoever imports says of the tables, where they do not say it themselves."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - a field's type
from dataclasses import dataclass, field

from raci.importing.wording import plain
from raci.text.names import fold


@dataclass(frozen=True)
class Hints:
    """Names of columns are compared as names are, without Markdown; a number counts columns from 1.

    With `into` a table of Markdown that looks like ours is read as ours; `known` are names of roles, folded.
    """

    sheets: tuple[str, ...] = ()
    tables: tuple[int, ...] = ()
    header: int | None = None
    items: str | None = None
    area: str | None = None
    roles: str | None = None
    summary: str | None = None
    source: str | None = None
    ignored: tuple[str, ...] = ()
    layout: str | None = None
    transpose: bool = False
    role: str | None = None
    scheme: str | None = None
    kind: str = "responsibility"
    letters: Mapping[str, str] = field(default_factory=dict)
    into: bool = False
    known: frozenset[str] = frozenset()

    @property
    def columns(self) -> tuple[str | None, ...]:
        """Return the columns that are said to be something else than roles."""
        return (self.items, self.area, self.roles, self.summary, self.source, *self.ignored)

    @property
    def words(self) -> dict[str, str]:
        """Return what words of cells and headers mean, folded."""
        return {fold(plain(word)): letter.upper() for word, letter in self.letters.items()}


def is_column(wanted: str | None, head: str, number: int) -> bool:
    """Return whether a column, of which `number` counts from 0, is the one that is wanted."""
    if wanted is None:
        return False
    return fold(plain(wanted)) == fold(plain(head)) or wanted.strip() == str(number + 1)
