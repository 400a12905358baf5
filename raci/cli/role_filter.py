"""The option that keeps only what some roles have a part in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from raci.errors import RaciError
from raci.names import did_you_mean, fold, in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.model.register import Register

RoleOption = Annotated[
    list[str] | None,
    typer.Option("--role", metavar="ROLE", help="Only what this role has a part in; may be repeated."),
]


class UnknownRole(RaciError):
    """A name that no role has, or several."""


def roles_named(register: Register, names: Iterable[str]) -> frozenset[str]:
    """Return the ids of the roles that are named by id, name or alias.

    Raises UnknownRole with every name that fails.
    """
    ids: set[str] = set()
    problems: list[str] = []
    for name in names:
        found = _find(register, name)
        if len(found) == 1:
            ids.update(found)
        elif found:
            problems.append(f'"{name}" may be {in_words(found, last="or")}. Write the id.')
        else:
            known = {
                text for each in register.roles.values() for text in (each.id, each.name, *each.entry.aliases)
            }
            problems.append(f'"{name}" is no known role. {did_you_mean(name, known)}')
    if problems:
        raise UnknownRole("\n".join(problems))
    return frozenset(ids)


def _find(register: Register, name: str) -> list[str]:
    """Return the roles that a name may mean: an id beats a name, and a name an alias."""
    if name in register.roles:
        return [name]
    folded = fold(name)
    roles = register.roles.values()
    named = [role.id for role in roles if fold(role.name) == folded]
    return named or [role.id for role in roles if folded in map(fold, role.entry.aliases)]
