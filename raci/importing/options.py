"""What whoever imports says of the tables, where they do not say it themselves."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - a field's type
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from raci.errors import UnusableFile
from raci.importing.wording import plain
from raci.text.names import counted, fold, in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raci.sheets.table import Table

_NAMED = 5  # sheets that are listed
_LIST = 3  # columns that a list is spread to


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

    def refuse_what_is_not_there(self, files: Sequence[Sequence[Table]]) -> None:
        """Raise UnusableFile where a table, a sheet or a column is named that none of the files has."""
        counts = [sum(not each.listed for each in tables) for tables in files]
        for number in self.tables:
            if number > max(counts, default=0):
                has = counted(max(counts, default=0), "table")
                raise UnusableFile(f"--table {number}: no file has so many; the most is {has}.")
        tables = [each for read in files for each in read]
        names = list(dict.fromkeys(filter(None, (each.sheet or each.heading for each in tables))))
        for name in self.sheets:
            if fold(name) not in set(map(fold, names)):
                shown = in_words(f'"{each}"' for each in names[:_NAMED]) or "none with a name"
                raise UnusableFile(f'--sheet: no sheet or heading is "{name}"; there is {shown}.')
        for wanted in filter(None, self.columns):
            if tables and not any(_has_column(each, wanted) for each in tables):
                raise UnusableFile(f'"{wanted}" is no column: nothing in the tables is called so.')


def _has_column(table: Table, wanted: str) -> bool:
    width = _LIST if table.listed else len(table.rows[0]) if table.rows else 0
    if wanted.strip().isdecimal() and len(wanted) < 9 and 1 <= int(wanted) <= max(width, len(table.rows)):
        return True  # where roles are rows, columns are counted down
    name = " ".join(fold(plain(wanted)).split())
    return any(" ".join(fold(plain(cell.text)).split()) == name for row in table.rows for cell in row)


def is_column(wanted: str | None, head: str, number: int) -> bool:
    """Return whether a column, of which `number` counts from 0, is the one that is wanted."""
    if wanted is None:
        return False
    return fold(plain(wanted)) == fold(plain(head)) or wanted.strip() == str(number + 1)
