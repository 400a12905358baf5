"""The matrix on the report page: the cells of its rows, the legend, and what rows can be chosen by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.model.scheme import SCHEMES, Meaning
from raci.queries.matrix import WITHOUT_AREA
from raci.views.matrix import OF_NONE, ONE_OF_SEVERAL, sign
from raci.views.wording import spoken

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from raci.model.scheme import Letter
    from raci.queries.matrix import Matrix, MatrixRow

_SAID = {
    ONE_OF_SEVERAL: "one of several who are accountable: it is contested",
    OF_NONE: "nobody is accountable",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """The letters of a role and the sign behind them; where there are none, `span` roles have one cell."""

    letters: tuple[Letter, ...] = ()
    sign: str = ""
    span: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of work, by its id, what their letters and signs mean, and what rows can be chosen by.

    A sign has a letter to show it with. A choice has values with their texts, and the text for all of them.
    """

    cells: Mapping[str, tuple[Cell, ...]]
    legend: tuple[Letter, ...]
    signs: tuple[tuple[str, Letter, str], ...]
    choices: tuple[tuple[str, str, Mapping[str, str]], ...]


def grid(answer: Matrix) -> Grid:
    """Return the matrix."""
    scheme = SCHEMES[answer.scheme]
    letters = {text: tuple(map(scheme.letter, scheme.parse([text]))) for text in answer.legend}
    place = {role.id: number for number, role in enumerate(answer.roles)}
    cells = {row.work: tuple(_cells(row, place, letters)) for row in answer.rows}
    used = {letter for held in letters.values() for letter in held}
    legend = tuple(letter for letter in scheme.letters if letter in used)
    return Grid(cells, legend, tuple(_signs(cells, legend)), tuple(_choices(answer)))


def _cells(
    row: MatrixRow, place: Mapping[str, int], letters: Mapping[str, tuple[Letter, ...]]
) -> Iterator[Cell]:
    """Yield the cells of a row, one for all roles that have no letters and stand beside each other."""
    after = 0
    for here, role in sorted((place[role], role) for role in row.letters):
        if here > after:
            yield Cell(span=here - after)
        yield Cell(letters[row.letters[role]], sign(row, role))
        after = here + 1
    if after < len(place):
        yield Cell(span=len(place) - after)


def _signs(
    cells: Mapping[str, tuple[Cell, ...]], legend: tuple[Letter, ...]
) -> Iterator[tuple[str, Letter, str]]:
    """Yield the signs that occur, each with a letter that has it: the accountable one if it can be."""
    in_order = sorted(legend, key=lambda letter: letter.meaning is not Meaning.ACCOUNTABLE)
    for each, text in _SAID.items():
        signed = (cell for row in cells.values() for cell in row if cell.sign == each)
        if held := {letter for cell in signed for letter in cell.letters}:
            yield each, next(letter for letter in in_order if letter in held), text


def _choices(answer: Matrix) -> Iterator[tuple[str, str, Mapping[str, str]]]:
    areas = (row.area or WITHOUT_AREA for row in answer.rows)
    kinds = sorted({row.kind for row in answer.rows}, reverse=True)
    yield "role", "All roles", {role.id: role.name for role in answer.roles}
    yield "area", "All areas", {area: area for area in areas}
    yield "status", "Any status", {status: spoken(status) for status in answer.summary}
    yield "kind", "Any kind", {kind: kind for kind in kinds}
