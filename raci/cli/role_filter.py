"""The option that keeps only what some roles have a part in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from raci.errors import RaciError
from raci.model.index import role_index
from raci.text.names import in_words, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.model.register import Register

RoleOption = Annotated[
    list[str] | None,
    typer.Option("--role", metavar="ROLE", help="Only what this role has a part in; may be repeated."),
]


_SHOWN = 8  # names are a list that is read at a glance


class UnknownRole(RaciError):
    """A name that no role has, or several."""


def roles_named(register: Register, names: Iterable[str]) -> frozenset[str]:
    """Return the ids of the roles that are named by id, name or alias.

    Raises UnknownRole with every name that fails.
    """
    index = role_index(register)
    ids: set[str] = set()
    problems: list[str] = []
    for name in names:
        found = index.asked(name)
        if len(found) == 1:
            ids.update(found)
        elif found:
            problems.append(f'"{name}" may be {in_words(found, last="or")}. Write the id.')
        else:
            problems.append(f'"{name}" is no known role. {_hint(name, register, index.known())}'.rstrip())
    if problems:
        raise UnknownRole("\n".join(problems))
    return frozenset(ids)


def _hint(name: str, register: Register, known: Iterable[str]) -> str:
    """Return what roles there are: the nearest by any of its names, or their names, or some of many."""
    if close := nearest(name, known):
        return f'Did you mean "{close[0]}"?'
    names = sorted({role.name for role in register.roles.values()})
    if len(names) > _SHOWN:
        return f"Known: {', '.join(names[:_SHOWN])}, …; raci role lists them."
    return f"Known: {', '.join(names)}." if names else ""
