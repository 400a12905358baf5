"""The ownership graph, asked in domain words.

Nodes are roles, work and overlaps. Edges are what was written: a role *claims* work, *reports to* a
role, meets others in an overlap that *covers* work. What follows from them is answered by methods.
This is the only module that imports networkx, and only where there are loops: neighbours are in the
register, and to import networkx and to build its graph takes longer than most questions.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from raci.model import relations
from raci.model.overlap_status import WORST_FIRST, OverlapStatus
from raci.model.standing import Standings, Status
from raci.model.twins import twins

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from raci.model.register import Claim, Overlap, Register, Work
    from raci.model.relations import Node
    from raci.model.scheme import Letters
    from raci.model.standing import Standing


class OwnershipGraph:
    """Who claims what, what holds, where roles meet, and to whom they can turn.

    Ids go in, ids and frozen records come out, always in a fixed order. An unknown id is a KeyError.
    """

    def __init__(self, register: Register) -> None:
        self.register = register
        self._standings = Standings(register)

    # What holds for a piece of work

    def standing(self, work: str) -> Standing:
        """Return all that holds for a piece of work."""
        return self._standings.of(work)

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """What holds for all work, in the order of ids: whoever goes through all asks once."""
        return {work: self.standing(work) for work in self.register.work}

    def letters(self, work: str) -> Mapping[str, Letters]:
        """Return the effective letters by role."""
        return self.standing(work).letters

    def status(self, work: str) -> Status:
        """Return whether the work has one accountable role, and how it came by it."""
        return self.standing(work).status

    def accountable(self, work: str) -> tuple[str, ...]:
        """Return the roles that are accountable: one, none, or several where it is contested."""
        return self.standing(work).accountable

    # Who claims what

    def claims(self, work: str) -> tuple[Claim, ...]:
        """Return the claims on a piece of work, in the order of the roles' ids."""
        return self.register.work[work].claims

    def claimed_by(self, role: str) -> tuple[Work, ...]:
        """Return the work that stands on a role's own list."""
        return tuple(self._claimed.get(role, ()))

    def work_with(self, role: str) -> tuple[str, ...]:
        """Return all work that a role has a letter for, by the effective letters, in the order of ids."""
        return tuple(self._held.get(role, ()))

    def produced(self, one: str, other: str) -> str | None:
        """Return which of two pieces of work comes of the other, if one does."""
        return self.products[one].get(other) or self.products[other].get(one)

    @cached_property
    def products(self) -> Mapping[str, Mapping[str, str]]:
        """For a piece of work those that it produces or comes of, each with which of the two is made."""
        return relations.products(self.register)

    def twins(self, work: str) -> tuple[str, ...]:
        """Return the work that shares an alias with a piece of work, or is what comes of it."""
        return self._twins.get(work, ())

    # Where roles meet

    def overlaps_covering(self, work: str) -> tuple[Overlap, ...]:
        """Return the overlaps that cover a piece of work."""
        return self.register.covering.get(work, ())

    def overlaps_covering_all(self, work: Iterable[str]) -> tuple[Overlap, ...]:
        """Return the overlaps that cover each of some pieces of work."""
        first, *others = work
        return tuple(each for each in self.overlaps_covering(first) if set(others) <= set(each.work))

    def work_covered_by(self, overlap: str) -> tuple[str, ...]:
        """Return the work that an overlap covers."""
        declared = self.register.overlaps.get(overlap)
        return declared.work if declared else ()

    def overlap_status(self, overlap: str, work: Iterable[str] | None = None) -> OverlapStatus:
        """Return the worst that can be said of an overlap and of the work it covers, or of some of that."""
        declared = self.register.overlaps[overlap]
        covered = self.work_covered_by(overlap) if work is None else work
        of_work = {self.shared_status(each) for each in covered}
        if OverlapStatus.CONTESTED in of_work:
            return OverlapStatus.CONTESTED
        # Names that look alike have been spoken about: who else shares the work is another matter.
        if declared.entry.distinct is not None:
            return OverlapStatus.DISTINCT
        if declared.same is not None:
            return OverlapStatus.SAME
        if declared.agreement is None:
            return OverlapStatus.OPEN
        return min((OverlapStatus.SETTLED, *of_work), key=WORST_FIRST.index)

    def shared_status(self, work: str) -> OverlapStatus:
        """Return whether those who claim a piece of work have settled whose it is."""
        holds = self.standing(work)
        if holds.status is Status.CONTESTED:
            return OverlapStatus.CONTESTED
        if holds.status is Status.UNOWNED:
            return OverlapStatus.OPEN
        spoken_for = bool(holds.named_by) or len(self.claims(work)) < 2  # noqa: PLR2004 - sharing takes two
        return OverlapStatus.SETTLED if spoken_for else OverlapStatus.SHARED

    def pair_status(self, one: str, other: str) -> OverlapStatus:
        """Return what has been said of two pieces of work whose names look alike.

        An overlap that says whether they differ or are one speaks before an area that covers them both.
        """
        spoken = self.overlaps_covering_all((one, other))
        if not spoken:
            return OverlapStatus.DISTINCT if self.produced(one, other) else OverlapStatus.UNEXAMINED
        of_names = [each for each in spoken if each.is_about_names]
        statuses = (self.overlap_status(each.id, (one, other)) for each in of_names or spoken)
        return min(statuses, key=WORST_FIRST.index)

    def named_in(self, overlap: str) -> Mapping[str, str]:
        """Return the role that an overlap's agreement names for each piece of work it speaks of."""
        named = ((work, self.standing(work).named_by) for work in self.work_covered_by(overlap))
        return {work: named_by[overlap] for work, named_by in named if overlap in named_by}

    # To whom roles can turn

    def superiors(self, role: str) -> tuple[str, ...]:
        """Return the roles above a role, nearest first; a loop is followed once."""
        above: dict[str, None] = {}
        here = self._superior(role)
        while here is not None and here not in above:
            above[here] = None
            here = self._superior(here)
        return tuple(above)

    def first_common_superior(self, roles: Iterable[str]) -> str | None:
        """Return the first role that all of `roles` report to, directly or through others."""
        sides = sorted(set(roles))
        lines = [self.superiors(role) for role in sides]
        shared = (role for role in lines[0] if all(role in line for line in lines)) if lines else ()
        return next((role for role in shared if role not in sides), None)

    def escalation_path(self, overlap: str) -> tuple[str, ...]:
        """Return whom to turn to, in order: role ids and plain text.

        That is the agreement's escalation, or else the first role that all sides report to.
        """
        declared = self.register.overlaps[overlap]
        if declared.agreement is not None and declared.agreement.escalation:
            return declared.agreement.escalation
        common = self.first_common_superior(declared.sides)
        return (common,) if common else ()

    # Loops

    def reporting_loops(self) -> tuple[tuple[str, ...], ...]:
        """Return the loops of roles that report to each other, each from its first id on."""
        return _loops(relations.reporting(self.register))

    def escalation_loops(self) -> tuple[tuple[str, ...], ...]:
        """Return the loops that escalation makes: of a side to its first step, of a step to the next."""
        return _loops(relations.escalation_steps(self.register))

    @cached_property
    def _twins(self) -> Mapping[str, tuple[str, ...]]:
        return twins(self.register.work.values())

    @cached_property
    def _claimed(self) -> Mapping[str, list[Work]]:
        claimed: dict[str, list[Work]] = {}
        for work in self.register.work.values():
            for role in {claim.role: None for claim in work.claims}:
                claimed.setdefault(role, []).append(work)
        return claimed

    @cached_property
    def _held(self) -> Mapping[str, list[str]]:
        held: dict[str, list[str]] = {}
        for work, standing in self.standings.items():
            for role in (role for role, letters in standing.letters.items() if letters):
                held.setdefault(role, []).append(work)
        return held

    def _superior(self, role: str) -> str | None:
        known = self.register.roles.get(role)
        return known.reports_to if known else None


def _loops(edges: Iterable[relations.Edge]) -> tuple[tuple[str, ...], ...]:
    """Return one loop for each group of nodes that reach each other, shortest way round."""
    written = sorted(set(edges))
    if not _has_loop(written):
        return ()
    import networkx as nx  # noqa: PLC0415 - loops are rare, and it takes a tenth of a second

    graph: nx.DiGraph[Node] = nx.DiGraph(written)
    found: list[tuple[str, ...]] = []
    for group in nx.strongly_connected_components(graph):
        start = min(group)
        if len(group) > 1 or graph.has_edge(start, start):
            within = graph.subgraph(group)
            ways_round = (
                nx.shortest_path(within, after, start) for after in sorted(within.successors(start))
            )
            loop = [start] if within.has_edge(start, start) else [start, *min(ways_round, key=len)[:-1]]
            found.append(tuple(node.id for node in loop))
    return tuple(sorted(found))


def _has_loop(edges: Iterable[relations.Edge]) -> bool:
    """Return whether some edges lead back to where they came from: nothing else is left without an end."""
    after: dict[Node, list[Node]] = {}
    coming: dict[Node, int] = {}
    for one, other in edges:
        after.setdefault(one, []).append(other)
        coming[other] = coming.get(other, 0) + 1
    free = [node for node in after if node not in coming]
    while free:
        for other in after.pop(free.pop(), ()):
            coming[other] -= 1
            if not coming[other]:
                free.append(other)
    return bool(after)
