"""The whole of an ownership, gathered for one page: every answer that the other questions give."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.language.language import DEFAULT, find_language
from raci.look_alikes.look_alikes import look_alikes
from raci.queries.graph import graph as graph_of
from raci.queries.health import health
from raci.queries.matrix import matrix
from raci.queries.overlaps import overlaps
from raci.queries.records import best_record
from raci.queries.role import card
from raci.queries.who_owns import WhoOwns, match_of
from raci.queries.workload import workloads
from raci.search.ranking import NAMED, Hit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from raci.graph.ownership import OwnershipGraph
    from raci.queries.graph import Graph
    from raci.queries.health import Health
    from raci.queries.matrix import Matrix
    from raci.queries.overlaps import Overlaps
    from raci.queries.role import RoleCard


@dataclass(frozen=True)
class Report:
    """Everything there is to show of a register.

    `answers` has what who-owns says of each piece of work, by the work's id; `cards` what role says of each
    role. `silent` are the words of a question that say nothing of what it is about. `files` are those of the
    register, none where it is the one that ships with raci; `at` is the revision that they are of, if any.
    `roles` and `work` are the names of all ids.
    """

    health: Health
    matrix: Matrix
    overlaps: Overlaps
    cards: tuple[RoleCard, ...]
    graph: Graph
    answers: Mapping[str, WhoOwns]
    silent: tuple[str, ...]
    files: tuple[str, ...]
    at: str
    roles: Mapping[str, str]
    work: Mapping[str, str]


def report(
    graph: OwnershipGraph, today: date, *, language: str = DEFAULT, is_shipped: bool = False
) -> Report:
    """Return all that can be said of a register as of `today`. Raises UnknownLanguage."""
    register = graph.register
    words = find_language(language)
    alike = look_alikes(register, language)
    return Report(
        health=health(graph, today, alike=alike),
        matrix=matrix(graph),
        overlaps=overlaps(graph, alike=alike),
        cards=tuple(card(graph, load.role, load) for load in workloads(graph)),
        graph=graph_of(graph),
        answers=_answers(graph),
        silent=tuple(sorted(words.silent | words.asking | words.light)),
        files=() if is_shipped else tuple(register.files),
        at=register.at,
        roles={id_: each.name for id_, each in register.roles.items()},
        work={id_: each.name for id_, each in register.work.items()},
    )


def _answers(graph: OwnershipGraph) -> dict[str, WhoOwns]:
    """Return for each piece of work what who-owns says when it is asked for by its name."""
    register = graph.register
    roles = {id_: each.name for id_, each in register.roles.items()}
    names = {id_: each.name for id_, each in register.work.items()}
    practices = {id_: each.entry.name for id_, each in register.practices.items()}
    return {
        id_: WhoOwns(
            query=name,
            scheme=register.scheme.name,
            matches=(match_of(graph, Hit(id_, NAMED, ())),),
            best=(best_record(graph, id_),),
            roles=roles,
            practices=practices,
            work=names,
        )
        for id_, name in names.items()
    }
