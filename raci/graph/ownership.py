"""The ownership graph, asked in domain words: every answer about neighbours is a walk along its edges."""

from __future__ import annotations

from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from raci.graph.among_roles import AmongRoles
from raci.graph.building import built
from raci.graph.lines import line, loops, steps
from raci.graph.nodes import EdgeKind, node
from raci.model.standing import Standing
from raci.model.work_names import called

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from raci.model.register import Claim, Overlap, Register, Work
    from raci.model.scheme import Letters
    from raci.model.standing import Disagreement, Status


class OwnershipGraph(AmongRoles):
    """Who claims what, what holds, where roles meet, and to whom they can turn.

    Ids go in, ids and frozen records come out, always in a fixed order. An unknown id is a KeyError.
    """

    def __init__(self, register: Register) -> None:
        super().__init__(register, built(register))

    # What holds for a piece of work

    def standing(self, work: str) -> Standing:
        """Return all that holds for a piece of work."""
        return Standing(
            status=self.status(work),
            letters=self.letters(work),
            claimed=self.claimed_letters(work),
            accountable=self.accountable(work),
            disagreements=self.disagreements(work),
            named_by=self.named_by(work),
        )

    def letters(self, work: str) -> Mapping[str, Letters]:
        """Return the effective letters by role, in the order of the roles' ids."""
        return {role: edge["letters"] for role, edge in self._into("work", work, EdgeKind.HOLDS)}

    def claimed_letters(self, work: str) -> Mapping[str, Letters]:
        """Return the letters by role that the lists say or give, before any agreement."""
        held = self._into("work", work, EdgeKind.HOLDS)
        return {role: edge["claimed"] for role, edge in held if "claimed" in edge}

    def disagreements(self, work: str) -> tuple[Disagreement, ...]:
        """Return what claims expect of roles and what these do not hold."""
        claims = self._into("work", work, EdgeKind.CLAIMS)
        return tuple(each for _, edge in claims for each in edge["disagreements"])

    def status(self, work: str) -> Status:
        """Return whether the work has one accountable role, and how it came by it."""
        status: Status = self._graph.nodes[node("work", work)]["status"]
        return status

    def accountable(self, work: str) -> tuple[str, ...]:
        """Return the roles that are accountable: one, none, or several where it is contested."""
        code = self.register.scheme.accountable
        return tuple(role for role, held in self.letters(work).items() if code in held)

    def named_by(self, work: str) -> Mapping[str, str]:
        """Return the overlaps whose agreements speak of a piece of work, with the role that each names."""
        return {
            overlap: role
            for overlap, _ in self._into("work", work, EdgeKind.COVERS)
            for role, edge in self._out("overlap", overlap, EdgeKind.NAMES)
            if work in edge["work"]
        }

    def is_disputed(self, work: str) -> bool:
        """Return whether agreements name different roles for a piece of work."""
        return len(set(self.named_by(work).values())) > 1

    # Who claims what

    def claims(self, work: str) -> tuple[Claim, ...]:
        """Return the claims on a piece of work, in the order of the roles' ids."""
        claims = self._into("work", work, EdgeKind.CLAIMS)
        return tuple(entry for _, edge in claims for entry in edge["entries"])

    def all_claims(self) -> Iterator[Claim]:
        """Return the claims on all work, in the order of its ids."""
        to = (self._to[node("work", work)].values() for work in self.register.work)
        claims = (edges[EdgeKind.CLAIMS] for each in to for edges in each if EdgeKind.CLAIMS in edges)
        return chain.from_iterable(edge["entries"] for edge in claims)

    def is_claimed_twice(self, work: str) -> bool:
        """Return whether several roles claim a piece of work."""
        return len(self._into("work", work, EdgeKind.CLAIMS)) > 1

    def claimed_twice(self) -> tuple[str, ...]:
        """Return the work that several roles claim, in the order of ids."""
        return tuple(filter(self.is_claimed_twice, self.register.work))

    def on_one_list(self, one: str, other: str) -> tuple[str, ...]:
        """Return the roles that claim both of two pieces of work."""
        there = {role for role, _ in self._into("work", other, EdgeKind.CLAIMS)}
        return tuple(role for role, _ in self._into("work", one, EdgeKind.CLAIMS) if role in there)

    def claimed_by(self, role: str) -> tuple[Work, ...]:
        """Return the work that stands on a role's own list."""
        return tuple(self.register.work[work] for work, _ in self._out("role", role, EdgeKind.CLAIMS))

    def work_with(self, role: str) -> tuple[str, ...]:
        """Return all work that a role has a letter for, by the effective letters, in the order of ids."""
        return tuple(work for work, edge in self._out("role", role, EdgeKind.HOLDS) if edge["letters"])

    def products(self, work: str) -> tuple[str, ...]:
        """Return the work that comes of a piece of work."""
        return tuple(made for made, _ in self._out("work", work, EdgeKind.PRODUCES))

    def produced(self, one: str, other: str) -> str | None:
        """Return which of two pieces of work comes of the other, if one does."""
        ways = ((one, other), (other, one))
        return next((made for maker, made in ways if made in self.products(maker)), None)

    def twins(self, work: str) -> tuple[str, ...]:
        """Return the work that shares a name or alias with a piece of work, or makes it, or comes of it."""
        makers = (maker for maker, _ in self._into("work", work, EdgeKind.PRODUCES))
        named = self.register.work[work]
        alike = (self._called[self.register.fold(name)] for name in (named.name, *named.aliases))
        return tuple(sorted({*makers, *self.products(work), *chain.from_iterable(alike)} - {work}))

    @cached_property
    def _called(self) -> Mapping[str, list[str]]:
        """The work that goes by each name, folded."""
        return called(self.register.work.values(), self.register.fold)

    # Where roles meet

    def overlaps_covering(self, work: str) -> tuple[Overlap, ...]:
        """Return the overlaps that cover a piece of work."""
        return tuple(self.register.overlaps[id_] for id_, _ in self._into("work", work, EdgeKind.COVERS))

    def overlaps_covering_all(self, work: Iterable[str]) -> tuple[Overlap, ...]:
        """Return the overlaps that cover each of some pieces of work."""
        first, *others = work
        covering = self.overlaps_covering(first)
        return tuple(each for each in covering if set(others) <= set(self.work_covered_by(each.id)))

    def overlaps_of(self, role: str) -> tuple[str, ...]:
        """Return the overlaps where a role meets others: as a side, by a claim, or named by the agreement."""
        sides = (overlap for overlap, _ in self._out("role", role, EdgeKind.SIDE_OF))
        naming = (overlap for overlap, _ in self._into("role", role, EdgeKind.NAMES))
        claimed = (self.overlaps_covering(each.id) for each in self.claimed_by(role))
        return tuple(sorted({*sides, *naming, *(each.id for each in chain.from_iterable(claimed))}))

    def work_covered_by(self, overlap: str) -> tuple[str, ...]:
        """Return the work that an overlap covers."""
        return tuple(work for work, _ in self._out("overlap", overlap, EdgeKind.COVERS))

    def sides(self, overlap: str) -> Mapping[str, str]:
        """Return the view of each side of an overlap."""
        return {role: edge["view"] for role, edge in self._into("overlap", overlap, EdgeKind.SIDE_OF)}

    def named(self, overlap: str) -> tuple[str, ...]:
        """Return the roles that an overlap's agreement names as accountable, whether or not that holds."""
        return tuple(role for role, _ in self._out("overlap", overlap, EdgeKind.NAMES))

    def named_in(self, overlap: str) -> Mapping[str, str]:
        """Return the role that an overlap's agreement names for each piece of work it speaks of."""
        named = {
            work: role
            for role, edge in self._out("overlap", overlap, EdgeKind.NAMES)
            for work in edge["work"]
        }
        return {work: named[work] for work in self.work_covered_by(overlap) if work in named}

    def overlaps_eased_by(self, practice: str) -> tuple[Overlap, ...]:
        """Return the overlaps whose agreements name a practice."""
        easing = self._into("practice", practice, EdgeKind.EASED_BY)
        return tuple(self.register.overlaps[id_] for id_, _ in easing)

    # To whom roles can turn

    def escalation(self, overlap: str) -> tuple[str, ...]:
        """Return whom an overlap's agreement says to turn to, in order: role ids and plain text."""
        turned_to = self._out("overlap", overlap, EdgeKind.ESCALATES_TO)
        ordered = sorted((number, step) for step, edge in turned_to for number in edge["order"])
        return tuple(step for _, step in ordered)

    def escalation_path(self, overlap: str) -> tuple[str, ...]:
        """Return whom to turn to, in order: role ids and plain text.

        That is the agreement's escalation, or else the first role that all sides report to.
        """
        if agreed := self.escalation(overlap):
            return agreed
        common = self.first_common_superior(self.sides(overlap))
        return (common,) if common else ()

    def escalation_loops(self, among: Iterable[str] | None = None) -> tuple[tuple[str, ...], ...]:
        """Return the loops that escalation makes, of side to first step and step to next, among overlaps."""
        roles = self.register.roles
        found = self.register.overlaps if among is None else among
        paths = ((each, [step for step in self.escalation(each) if step in roles]) for each in found)
        return loops(line(chain.from_iterable(steps(self.sides(each), path) for each, path in paths)))
