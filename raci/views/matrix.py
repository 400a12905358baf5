"""The matrix in one grid, with its legend in words; contested and unowned work says so in words and signs."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from raci.errors import TooLarge
from raci.model.standing import Status
from raci.queries.abbreviations import initials
from raci.queries.matrix import WITHOUT_AREA
from raci.text.names import counted, in_words
from raci.views.document import Column, Document, Grid, Group, MadeRows, Section, Table, column_of, facts
from raci.views.wording import Wording, unique_names, with_aside

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from raci.queries.matrix import Matrix, MatrixRow
    from raci.views.document import Fact

ONE_OF_SEVERAL, OF_NONE = "!", "?"
"""The signs on letters of work for which several are accountable, or nobody is."""

_FIXED = ("area", "work", "kind", "status", "accountable")
# A decision needs no attention: it is told in small letters.
_TOLD = {
    Status.CONTESTED: "CONTESTED",
    Status.UNOWNED: "UNOWNED",
    Status.UNOWNED_ON_PURPOSE: "unowned on purpose",
}
_MOST_CELLS, _MOST_SHOWN = 120_000_000, 5_000_000  # as records, and to look at
_MOST_NAMED = 2  # in a cell: where more are accountable, they are counted
_NOBODY = "nobody is named"
_COUNTED = {Status.SETTLED: "settled by an agreement", Status.UNOWNED_ON_PURPOSE: "unowned on purpose"}


def matrix(answer: Matrix, people: Mapping[str, Sequence[str]] | None = None) -> Document:
    """Return the document of an answer; with the `people` who hold each role, they are told as well."""
    view = _View(answer, people)
    return Document(
        title=view.title(),
        sections=tuple(view.sections()) if answer.rows else (),
        records=view.records(),
        tabular=bool(answer.rows),
    )


class _View:
    """An answer, and the signs on the letters of each row."""

    def __init__(self, answer: Matrix, people: Mapping[str, Sequence[str]] | None) -> None:
        self.answer, self.people = answer, people
        columns = {each.id: each.name for each in answer.roles}
        self.wording = Wording(answer.scheme, {**answer.names, **columns})
        self.short = {each.id: each.short for each in answer.roles}
        self.told = _TOLD | ({Status.SETTLED: "settled"} if answer.claims else {})

    def title(self) -> str:
        """Return what is seen, in one sentence."""
        answer = self.answer
        kept = f" ({self._kept()})" if answer.filtered else ""
        if not answer.total:
            return "There is no work here: no role lists any."
        if not answer.rows:
            return f"None of the {counted(answer.total, 'piece')} of work is like that{kept}."
        shown = f"{len(answer.rows)} of {answer.total}" if answer.filtered else f"{answer.total}"
        work = f"{shown} {'piece' if answer.total == 1 else 'pieces'} of work"
        statuses = (f"{n} {_COUNTED.get(Status(each), each)}" for each, n in answer.summary.items())
        return f"{work}{kept}, {counted(len(answer.roles), 'role')}: {', '.join(statuses)}."

    def _kept(self) -> str:
        filters = self.answer.filters
        named = {
            "role": [self.wording.name(role) for role in filters.roles],
            "area": [area or "none" for area in filters.areas],
            "kind": filters.kinds,
            "status": filters.statuses,
        }
        return "; ".join(f"{what} {in_words(values, last='or')}" for what, values in named.items() if values)

    def sections(self) -> Iterator[Section]:
        """Yield the grid, and what everything in it means."""
        claims = self.answer.claims
        yield Section(
            heading="What each role claims" if claims else "What holds",
            note="before agreements" if claims else "claims, and the agreements on them",
            grid=self._grid(),
        )
        if self.people is not None:
            held = ((role.name, in_words(self.people[role.id]) or _NOBODY) for role in self.answer.roles)
            yield Section("Who holds these roles", facts=facts(*held))
        yield Section("Legend", facts=self._legend())

    def records(self) -> Table:
        """Return a row for each piece of work, and a column for each role."""
        names = unique_names({role.id: role.name for role in self.answer.roles}, taken=_FIXED)
        people = self.people or {}
        heads = (with_aside(name, in_words(people.get(role, ()))) for role, name in names.items())
        return Table((*_FIXED, *heads), MadeRows(len(self.answer.rows), self._records))

    def _records(self) -> Iterator[tuple[str, ...]]:
        self._hold_to(_MOST_CELLS, "Keep some of it with --role or --area.")
        roles = [role.id for role in self.answer.roles]
        for row in self.answer.rows:
            letters = (row.letters.get(role, "") for role in roles)
            accountable = "; ".join(map(self.wording.name, row.accountable))
            yield (row.area or "", row.name, row.kind, row.status, accountable, *letters)

    def _hold_to(self, most: int, help_: str) -> None:
        """Raise TooLarge where the matrix has more cells than can be shown."""
        rows, columns = len(self.answer.rows), len(self.answer.roles)
        if rows * columns > most:
            size = f"{rows:,} rows and {columns:,} columns"
            raise TooLarge(f"The matrix has {size}, and {most:,} cells are the most here. {help_}")

    def _grid(self) -> Grid:
        answer = self.answer
        names = {role.id: role.name for role in answer.roles if role.short == role.name}
        short = initials(names, [role.short for role in answer.roles])
        roles = (
            column_of(role.name, role.short, short.get(role.id, ""), spare=True) for role in answer.roles
        )
        wording = self.wording
        own = [letters for letters in answer.legend if wording.accountable in wording.held(letters)]
        signed = (f"{letters}{each}" for letters in answer.legend for each in (ONE_OF_SEVERAL, OF_NONE))
        told = any(row.status in self.told for row in answer.rows)
        by_area = ((area, tuple(rows)) for area, rows in groupby(answer.rows, key=lambda row: row.area))
        without = WITHOUT_AREA if any(row.area for row in answer.rows) else ""
        groups = (
            Group(area or without, MadeRows(len(rows), partial(self._made, rows, told=told)))
            for area, rows in by_area
        )
        return Grid(
            columns=(Column("Work"), *roles, *((Column("Status"),) if told else ())),
            groups=tuple(groups),
            more=self._more(),
            instead="Accountable",
            instead_of=tuple(map(self._accountable, answer.rows)),
            striking=frozenset((self.told[Status.CONTESTED], self.told[Status.UNOWNED], *signed)),
            strong=frozenset((*own, *(f"{letters}{ONE_OF_SEVERAL}" for letters in own))),
        )

    def _made(self, rows: Sequence[MatrixRow], *, told: bool) -> Iterator[tuple[str, ...]]:
        self._hold_to(_MOST_SHOWN, "Keep some of it with --role or --area, or take --format csv.")
        for row in rows:
            held = ((row.letters.get(role.id), role.id) for role in self.answer.roles)
            letters = (f"{letters}{sign(row, role)}" if letters else "" for letters, role in held)
            status = (self.told.get(Status(row.status), ""),) if told else ()
            yield (row.name, *letters, *status)

    def _more(self) -> str:
        """Return how to see roles that are left out, of which the last one is the first to go."""
        if not self.answer.roles:
            return ""
        last = self.answer.roles[-1].id
        return f"Add --role {last} for the work of that role alone, or --format csv for all columns."

    def _accountable(self, row: MatrixRow) -> str:
        """Return who is accountable for a piece of work, for where the columns of some have no room."""
        if len(row.accountable) > _MOST_NAMED:
            return counted(len(row.accountable), "role")
        return ", ".join(self.short[role] for role in row.accountable)

    def _legend(self) -> tuple[Fact, ...]:
        answer, word = self.answer, self.wording.accountable.word
        accountable = "accountable" if word == "accountable" else f"accountable ({word})"
        claim = f"claim to be {accountable}" if answer.claims else f"are {accountable}: it is contested"
        several = any(len(row.accountable) > 1 for row in answer.rows)
        nobodys = any(_is_nobodys(row) and row.letters for row in answer.rows)
        return facts(
            *answer.legend.items(),
            (ONE_OF_SEVERAL, f"one of several who {claim}" if several else ""),
            (OF_NONE, f"nobody {'claims to be' if answer.claims else 'is'} {accountable}" if nobodys else ""),
            *((role.short, role.name) for role in answer.roles if role.short != role.name),
        )


def sign(row: MatrixRow, role: str) -> str:
    """Return the sign on the letters that a role has in a row; empty where they stand for themselves."""
    if _is_nobodys(row):
        return OF_NONE
    return ONE_OF_SEVERAL if len(row.accountable) > 1 and role in row.accountable else ""


def _is_nobodys(row: MatrixRow) -> bool:
    return not row.accountable and row.status != Status.UNOWNED_ON_PURPOSE
