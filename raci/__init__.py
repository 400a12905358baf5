"""raci resolves ownership: who owns what, from YAML files kept in git.

    import raci

    register = raci.load("ownership/")
    answer = raci.who_owns(register, "pricing")
    answer.matches[0].accountable  # ("product-marketer",)

Every error that raci foresees is a `RaciError`. What a function needs is imported when it is called:
the command line pays only for what it uses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.errors import RaciError

if TYPE_CHECKING:
    import os
    from collections.abc import Collection
    from datetime import date

    from raci.graph.node_link import Multigraph
    from raci.model.limits import Limits
    from raci.model.register import Register
    from raci.queries.agenda_records import Agenda
    from raci.queries.health import Health
    from raci.queries.matrix import Matrix
    from raci.queries.overlaps import Overlaps
    from raci.queries.role import RoleAnswer
    from raci.queries.who_owns import WhoOwns

__all__ = [
    "RaciError",
    "agenda",
    "health",
    "load",
    "matrix",
    "overlaps",
    "role",
    "to_networkx",
    "who_owns",
]


def load(*paths: str | os.PathLike[str], limits: Limits | None = None) -> Register:
    """Return the register that the ownership files and folders at `paths` make.

    Without any path it is the model that ships with raci. `limits` (`raci.model.limits.Limits`) say how much
    is read, if not as much as docs/reliability.md says. Raises `raci.errors.UnusableFile` for a path that
    cannot be read or for more files than that, `raci.faults.finding.InvalidRegister` with every finding
    where files are wrong.
    """
    from raci.loading import load as loading

    return loading.load(*paths) if limits is None else loading.load(*paths, limits=limits)


def who_owns(register: Register, query: str, *, language: str = "english", limit: int | None = 5) -> WhoOwns:
    """Return who owns what `query` is about: matches best first, none where nothing answers to it.

    `language` is the register's, for its stems, or "none"; `limit` is how many matches at most, None for
    all. Raises `raci.language.language.UnknownLanguage`, and ValueError for a limit that is not positive.
    """
    from raci.graph.ownership import OwnershipGraph
    from raci.queries import who_owns as question

    return question.who_owns(OwnershipGraph(register), query, language=language, limit=limit)


def overlaps(  # noqa: PLR0913 - one keyword a filter
    register: Register,
    subject: str | None = None,
    *,
    statuses: Collection[str] = (),
    kinds: Collection[str] = (),
    roles: Collection[str] = (),
    language: str = "english",
) -> Overlaps:
    """Return where roles overlap, worst first: all of it, or what is about `subject`.

    `statuses`, `kinds` and `roles` (ids) are the values to keep, an empty one keeps all; `language` is the
    register's. Raises `raci.language.language.UnknownLanguage`.
    """
    from raci.graph.ownership import OwnershipGraph
    from raci.queries import overlaps as question

    filters = question.Filters(frozenset(statuses), frozenset(kinds), frozenset(roles))
    return question.overlaps(OwnershipGraph(register), subject, filters, language=language)


def matrix(  # noqa: PLR0913 - one keyword a filter
    register: Register,
    *,
    claims: bool = False,
    roles: Collection[str] = (),
    areas: Collection[str] = (),
    kinds: Collection[str] = (),
    statuses: Collection[str] = (),
) -> Matrix:
    """Return who has which letters for which work: those that hold, or those that each role claims.

    `roles` (ids), `areas`, `kinds` and `statuses` are the values to keep, an empty one keeps all.
    """
    from raci.graph.ownership import OwnershipGraph
    from raci.queries import matrix as question

    filters = question.MatrixFilters(roles, areas, kinds, statuses)
    return question.matrix(OwnershipGraph(register), filters, claims=claims)


def role(register: Register, *names: str) -> RoleAnswer:
    """Return the card of a role, by name, alias or id; of two, both cards and what lies between the roles.

    Without a name it is the load of every role. What names no role, or several, is in `doubts`. Raises
    `raci.queries.role.TooManyRoles` for more than two.
    """
    from raci.graph.ownership import OwnershipGraph
    from raci.queries import role as question

    return question.role(OwnershipGraph(register), names)


def health(register: Register, today: date, *, language: str = "english") -> Health:
    """Return the state of the ownership in numbers, as of `today`; docs/health.md defines each.

    `language` is the register's. Raises `raci.language.language.UnknownLanguage`.
    """
    from raci.graph.ownership import OwnershipGraph
    from raci.queries import health as question

    return question.health(OwnershipGraph(register), today, language=language)


def agenda(
    register: Register,
    today: date,
    until: date,
    *,
    roles: Collection[str] = (),
    language: str = "english",
) -> Agenda:
    """Return what the next meeting has to decide as of `today`, with the reviews that are due by `until`.

    `roles` (ids) keeps what one of them has a part in, none keeps all; `language` is the register's. Raises
    `raci.language.language.UnknownLanguage`.
    """
    from raci.graph.ownership import OwnershipGraph
    from raci.queries import agenda as question

    return question.agenda(OwnershipGraph(register), today, until, roles=roles, language=language)


def to_networkx(register: Register) -> Multigraph:
    """Return the ownership graph as one of networkx, to be counted and searched with its algorithms.

    Nodes are named by what they are and their ids, as in "role:product-manager"; edges are keyed by their
    kind. docs/graph.md says what stands on both. The graph is the caller's own.
    """
    from raci.graph.node_link import to_networkx as given
    from raci.graph.ownership import OwnershipGraph

    return given(OwnershipGraph(register))
