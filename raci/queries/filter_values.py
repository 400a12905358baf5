"""What filters are asked for: roles by any of their names, areas, and values of which there is a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from raci.errors import RaciError
from raci.model.index import role_index
from raci.text.names import by_name, in_words, nearest, slug, slug_of_folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from raci.model.register import Register
    from raci.text.names import Fold

Value = TypeVar("Value")

_SHOWN = 8  # names are a list that is read at a glance


class UnknownValue(RaciError, ValueError):
    """Values of filters that nothing here has: each with the nearest that is known, and what else is."""


def roles_named(register: Register, names: Iterable[str]) -> frozenset[str]:
    """Return the ids of the roles that are named by id, name or alias.

    Raises UnknownValue with every name that no role has, or several.
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
            roles = {role.name for role in register.roles.values()}
            problems.append(_unknown("known role", name, roles, index.known(), "; raci role lists them"))
    return _if_all_are_known(ids, problems)


def areas_named(
    areas: Mapping[str, str | None], without: str, names: Iterable[str], fold: Fold
) -> frozenset[str | None]:
    """Return which of the `areas`, by their folded names, are named, also as ids; `without` is called None.

    Raises UnknownValue with every name that no area has.
    """
    known = {slug_of_folded(folded): area for folded, area in areas.items()} | dict(areas)
    meant = {name: next((each for each in (fold(name), slug(name)) if each in known), None) for name in names}
    listed = [area or without for area in areas.values()]
    problems = [_unknown("known area", name, listed) for name, key in meant.items() if key is None]
    return _if_all_are_known((known[key] for key in meant.values() if key is not None), problems)


def values_named(noun: str, known: Iterable[str], names: Iterable[str]) -> frozenset[str]:
    """Return the values that are named. Raises UnknownValue with every one that is not `known`."""
    known, named = list(known), [str(name) for name in names]
    problems = [_unknown(noun, name, known) for name in named if name not in known]
    return _if_all_are_known(named, problems)


def all_of(*lookups: Callable[[], frozenset[Any]]) -> list[frozenset[Any]]:
    """Return what each lookup returns. Raises UnknownValue with the problems of all of them."""
    found: list[frozenset[Any]] = []
    problems: list[str] = []
    for lookup in lookups:
        try:
            found.append(lookup())
        except UnknownValue as error:
            problems.append(str(error))
    if problems:
        raise UnknownValue("\n".join(problems))
    return found


def _unknown(noun: str, name: str, known: Iterable[str], called: Iterable[str] = (), more: str = "") -> str:
    """Return what is said of a name: the nearest of what is known or may be `called`, and what is known.

    `more` says where they all are, if they are too many to be listed.
    """
    listed = sorted(set(known), key=by_name)
    told = [f'"{name}" is no {noun}.']
    told += [f'Did you mean "{close}"?' for close in nearest(name, {*listed, *called})]
    if len(listed) > _SHOWN:
        told.append(f"Known: {', '.join(listed[:_SHOWN])}, …{more}.")
    elif listed:
        told.append(f"Known: {', '.join(listed)}.")
    return " ".join(told)


def _if_all_are_known(found: Iterable[Value], problems: list[str]) -> frozenset[Value]:
    if problems:
        raise UnknownValue("\n".join(problems))
    return frozenset(found)
