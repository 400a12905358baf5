"""How roles hang together: who fills them, whom they report to, who stands in for whom."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from raci.graph.lines import line, loops, upwards
from raci.graph.nodes import EdgeKind, node
from raci.graph.walks import Walks

if TYPE_CHECKING:
    from collections.abc import Iterable

    import networkx as nx

    from raci.model.entry import PersonEntry
    from raci.model.register import Register


class AmongRoles(Walks):
    """Who fills roles, reports and stands in. An unknown id is a KeyError."""

    def __init__(self, register: Register, graph: nx.MultiDiGraph[str]) -> None:
        self.register = register
        super().__init__(graph)

    def people(self, role: str) -> tuple[PersonEntry, ...]:
        """Return who fills a role now."""
        return tuple(edge["entry"] for _, edge in self._into("role", role, EdgeKind.FILLS))

    def is_mentioned(self, role: str) -> bool:
        """Return whether there is more to a role than who fills it, whom it reports to and its deputy."""
        out, into = self.kinds_at(node("role", role))
        return bool((out - {EdgeKind.REPORTS_TO, EdgeKind.HAS_DEPUTY}) | (into - {EdgeKind.FILLS}))

    # Reporting

    @cached_property
    def _reporting(self) -> nx.DiGraph[str]:
        return self._among(EdgeKind.REPORTS_TO)

    def _among(self, kind: EdgeKind) -> nx.DiGraph[str]:
        """Return the part of the graph in which edges of a kind lead from role to role."""
        roles = self.register.roles
        return line((role, other) for role in roles for other, _ in self._out("role", role, kind))

    def reports(self, role: str) -> tuple[str, ...]:
        """Return the roles that report to a role."""
        return tuple(under for under, _ in self._into("role", role, EdgeKind.REPORTS_TO))

    def superiors(self, role: str) -> tuple[str, ...]:
        """Return the roles above a role, nearest first; a loop is followed once."""
        return upwards(self._reporting, role)

    def first_common_superior(self, roles: Iterable[str]) -> str | None:
        """Return the first role that all of `roles` report to, directly or through others."""
        sides = sorted(set(roles))
        lines = [self.superiors(role) for role in sides]
        shared = (role for role in lines[0] if all(role in line for line in lines)) if lines else ()
        return next((role for role in shared if role not in sides), None)

    def reporting_loops(self) -> tuple[tuple[str, ...], ...]:
        """Return the loops of roles that report to each other, each from its first id on."""
        return loops(self._reporting)

    # Standing in

    def stands_in_for(self, role: str) -> tuple[str, ...]:
        """Return the roles whose deputy a role is."""
        return tuple(other for other, _ in self._into("role", role, EdgeKind.HAS_DEPUTY))

    def deputy_loops(self) -> tuple[tuple[str, ...], ...]:
        """Return the loops of roles that stand in for each other, each from its first id on."""
        return loops(self._among(EdgeKind.HAS_DEPUTY))
