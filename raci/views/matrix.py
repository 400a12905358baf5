"""The matrix in one grid, with its legend in words; contested and unowned work says so in words and signs."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from raci.model.standing import Status
from raci.names import counted, in_words
from raci.views.document import Column, Document, Fact, Grid, Group, Section, Table
from raci.views.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from raci.queries.matrix import Matrix, MatrixRole, MatrixRow

_ONE_OF_SEVERAL, _OF_NONE = "!", "?"
_WITHOUT_AREA = "Without an area"
_FIXED = ("area", "work", "kind", "status", "accountable")
# A decision needs no attention: it is told in small letters.
_TOLD = {
    Status.CONTESTED: "CONTESTED",
    Status.UNOWNED: "UNOWNED",
    Status.UNOWNED_ON_PURPOSE: "unowned on purpose",
}
_COUNTED = {Status.SETTLED: "settled by an agreement", Status.UNOWNED_ON_PURPOSE: "unowned on purpose"}


def matrix(answer: Matrix) -> Document:
    """Return the document of an answer."""
    view = _View(answer)
    return Document(
        title=view.title(),
        sections=tuple(view.sections()) if answer.rows else (),
        records=view.records(),
        tabular=bool(answer.rows),
    )


class _View:
    """An answer, and the signs on the letters of each row."""

    def __init__(self, answer: Matrix) -> None:
        self.answer = answer
        self.wording = Wording(
            answer.scheme, {**answer.names, **{each.id: each.name for each in answer.roles}}
        )
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
            "area": filters.areas,
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
        yield Section("Legend", facts=tuple(self._legend()))

    def records(self) -> Table:
        """Return a row for each piece of work, and a column for each role."""
        roles = self.answer.roles
        header = (*_FIXED, *_unique([role.name for role in roles], roles))
        return Table(header, tuple(self._record(row) for row in self.answer.rows))

    def _record(self, row: MatrixRow) -> tuple[str, ...]:
        accountable = "; ".join(map(self.wording.name, row.accountable))
        letters = (row.letters.get(role.id, "") for role in self.answer.roles)
        return (row.area or "", row.name, row.kind, row.status, accountable, *letters)

    def _grid(self) -> Grid:
        answer = self.answer
        roles = tuple(
            Column(role.short, role.name if role.short != role.name else "", spare=True, marks=True)
            for role in answer.roles
        )
        told = any(row.status in self.told for row in answer.rows)
        by_area = groupby(answer.rows, key=lambda row: row.area)
        any_area = any(row.area for row in answer.rows)
        groups = (
            Group(
                area or (_WITHOUT_AREA if any_area else ""),
                tuple(self._cells(row, told=told) for row in rows),
            )
            for area, rows in by_area
        )
        return Grid(
            columns=(Column("Work"), *roles, *((Column("Status"),) if told else ())),
            groups=tuple(groups),
            more=self._more(),
            striking=frozenset(self._striking()),
            strong=frozenset(each for each in answer.legend if self._is_accountable(each)),
        )

    def _more(self) -> str:
        """Return how to see roles that are left out: the last one goes first."""
        last = self.answer.roles[-1:]
        return "".join(
            f"Add --role {role.id} to begin with that one, or --format csv for all." for role in last
        )

    def _striking(self) -> Iterator[str]:
        yield from (self.told[Status.CONTESTED], self.told[Status.UNOWNED])
        for letters in self.answer.legend:
            yield from (f"{letters}{_ONE_OF_SEVERAL}", f"{letters}{_OF_NONE}")

    def _is_accountable(self, letters: str) -> bool:
        scheme = self.wording.scheme
        return scheme.accountable in scheme.parse([letters])

    def _cells(self, row: MatrixRow, *, told: bool) -> tuple[str, ...]:
        letters = (self._cell(row, role.id) for role in self.answer.roles)
        status = (self.told.get(Status(row.status), ""),) if told else ()
        return (row.name, *letters, *status)

    def _cell(self, row: MatrixRow, role: str) -> str:
        letters = row.letters.get(role, "")
        if letters and _is_nobodys(row):
            return f"{letters}{_OF_NONE}"
        return f"{letters}{_ONE_OF_SEVERAL}" if _is_one_of_several(row, role) else letters

    def _legend(self) -> Iterable[Fact]:
        answer = self.answer
        for letters, words in answer.legend.items():
            yield Fact(letters, (words,))
        claim = "who claim to be accountable" if answer.claims else "who are accountable: it is contested"
        if any(len(row.accountable) > 1 for row in answer.rows):
            yield Fact(_ONE_OF_SEVERAL, (f"one of several {claim}",))
        if any(_is_nobodys(row) and row.letters for row in answer.rows):
            nobody = "nobody claims to be accountable" if answer.claims else "nobody is accountable"
            yield Fact(_OF_NONE, (nobody,))
        for role in answer.roles:
            if role.short != role.name:
                yield Fact(role.short, (role.name,))


def _is_one_of_several(row: MatrixRow, role: str) -> bool:
    return len(row.accountable) > 1 and role in row.accountable


def _is_nobodys(row: MatrixRow) -> bool:
    return not row.accountable and row.status != Status.UNOWNED_ON_PURPOSE


def _unique(names: list[str], roles: Iterable[MatrixRole]) -> Iterator[str]:
    """Yield names as heads of columns; one that is not the only one of its kind has the role's id too."""
    taken = [*_FIXED, *names]
    for name, role in zip(names, roles, strict=True):
        yield name if taken.count(name) == 1 else f"{name} ({role.id})"
