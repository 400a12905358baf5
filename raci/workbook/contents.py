"""What the workbook is made of: the matrix that was asked for, and what goes with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.language.language import DEFAULT
from raci.queries.matrix import matrix
from raci.queries.overlaps import overlaps
from raci.queries.work_paths import links_of, paths_of
from raci.queries.workload import Workload, workloads
from raci.views.wording import with_aside

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from raci.graph.ownership import OwnershipGraph
    from raci.queries.matrix import Matrix
    from raci.queries.overlap_cases import OverlapCase
    from raci.queries.overlaps import Overlaps


@dataclass(frozen=True, slots=True)
class RoleLine:
    """A role as the workbook tells it; who holds it and where to ask only where that was asked for."""

    id: str
    name: str
    aliases: tuple[str, ...]
    reports_to: str
    summary: str
    load: Workload
    people: tuple[str, ...] = ()
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """A matrix, the matrix without filters, the roles it has as columns, and the overlaps of its work.

    `places` says where work of the matrix lies, by its id: the patterns of its paths, and its links.
    """

    matrix: Matrix
    whole: Matrix
    columns: tuple[RoleLine, ...]
    overlaps: Overlaps
    cases: tuple[OverlapCase, ...]
    places: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]
    with_people: bool


def contents(
    graph: OwnershipGraph, answer: Matrix, *, people: bool = False, language: str = DEFAULT
) -> Contents:
    """Return what goes into the workbook of a matrix; one of all work has roles without letters too."""
    whole = matrix(graph, claims=answer.claims) if answer.filtered else answer
    lines = {load.role: _line(graph, load, people=people) for load in workloads(graph)}
    shown = [role.id for role in answer.roles]
    rest = () if answer.filtered else (id_ for id_ in lines if id_ not in shown)
    found = overlaps(graph, language=language)
    work = {row.work for row in answer.rows}
    cases = found.overlaps
    return Contents(
        matrix=answer,
        whole=whole,
        columns=tuple(lines[id_] for id_ in (*shown, *rest)),
        overlaps=found,
        cases=tuple(_of(work, cases)) if answer.filtered else cases,
        places={each: lies for each in work if any(lies := _places(graph, each))},
        with_people=people,
    )


def _places(graph: OwnershipGraph, work: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    paths = dict.fromkeys(each.written for each in paths_of(graph.register, work))
    return tuple(paths), tuple(map(str, links_of(graph.register, work)))


def _of(work: set[str], cases: Iterable[OverlapCase]) -> Iterable[OverlapCase]:
    return (case for case in cases if not work.isdisjoint(case.work))


def _line(graph: OwnershipGraph, load: Workload, *, people: bool) -> RoleLine:
    role = graph.register.roles[load.role]
    above = graph.register.roles.get(role.reports_to or "")
    entry = role.entry
    return RoleLine(
        id=role.id,
        name=role.name,
        aliases=entry.aliases,
        reports_to=above.name if above else "",
        summary=entry.summary or entry.focus or "",
        load=load,
        people=tuple(with_aside(each.name, each.contact) for each in graph.people(role.id)) if people else (),
        contact=(entry.contact or "") if people else "",
    )
