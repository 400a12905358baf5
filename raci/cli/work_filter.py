"""The options that keep only work of some areas and kinds; wrong values of several are told at once."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from raci.errors import RaciError
from raci.text.names import did_you_mean, fold, in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from raci.model.register import Register

AreaOption = Annotated[
    list[str] | None,
    typer.Option("--area", metavar="AREA", help="Only work of this area; may be repeated."),
]


class WorkKind(StrEnum):
    """The kinds of work, for the command line."""

    RESPONSIBILITY = "responsibility"
    DELIVERABLE = "deliverable"


KindOption = Annotated[
    list[WorkKind] | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        help=f"Only work of this kind: {in_words(WorkKind, last='or')}; may be repeated.",
    ),
]


class UnknownValue(RaciError):
    """Values of filters that nothing here has."""


def areas_named(register: Register, names: Collection[str]) -> frozenset[str]:
    """Return the names of areas as they were written. Raises UnknownValue with all that name none."""
    from raci.queries.matrix import WITHOUT_AREA, areas_of

    areas = areas_of(register)
    known = [area or WITHOUT_AREA for area in areas.values()]
    problems = [
        f'"{name}" is no known area. {did_you_mean(name, known)}'.rstrip()
        for name in dict.fromkeys(names)
        if fold(name) not in areas
    ]
    if problems:
        raise UnknownValue("\n".join(problems))
    return frozenset(names)


def all_of(*lookups: Callable[[], frozenset[str]]) -> list[frozenset[str]]:
    """Return what each lookup returns. Raises UnknownValue with the problems of all of them."""
    found: list[frozenset[str]] = []
    problems: list[str] = []
    for lookup in lookups:
        try:
            found.append(lookup())
        except RaciError as error:
            problems.append(str(error))
    if problems:
        raise UnknownValue("\n".join(problems))
    return found
