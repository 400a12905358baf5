"""The options that keep only work of some areas and kinds; wrong values of several are told at once."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from raci.errors import RaciError
from raci.names import did_you_mean, fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

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
    list[WorkKind] | None, typer.Option("--kind", help="Only work of this kind; may be repeated.")
]


class UnknownValue(RaciError):
    """Values of filters that nothing here has."""


def areas_named(register: Register, names: Iterable[str]) -> frozenset[str]:
    """Return the areas that are named, as the register writes them. Raises UnknownValue with all others."""
    from raci.queries.matrix import areas_of  # noqa: PLC0415 - help needs no queries

    known = areas_of(register)
    asked = {name: known.get(fold(name)) for name in names}
    problems = [
        f'"{name}" is no known area. {did_you_mean(name, known.values())}'.rstrip()
        for name, found in asked.items()
        if found is None
    ]
    if problems:
        raise UnknownValue("\n".join(problems))
    return frozenset(found for found in asked.values() if found is not None)


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
