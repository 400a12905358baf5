"""What a lint rule is, and what it sees."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from raci.faults.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from raci.faults.finding import Finding, Severity
    from raci.graph.ownership import OwnershipGraph
    from raci.look_alikes.look_alikes import LookAlike
    from raci.model.register import Claim, Register
    from raci.model.scheme import Letters
    from raci.queries.work_paths import WorkPaths
    from raci.queries.workload import Workload

    Check = Callable[["Sight"], Iterable[Finding]]


@dataclass(frozen=True)
class Sight:
    """What a rule sees: the ownership graph, the day (for review dates), the thresholds by rule name."""

    graph: OwnershipGraph
    today: date
    language: str
    thresholds: Mapping[str, int] = field(default_factory=dict)

    @property
    def register(self) -> Register:
        """Return the register that the graph is built on."""
        return self.graph.register

    @cached_property
    def workloads(self) -> tuple[Workload, ...]:
        """Return how much work falls to each role."""
        from raci.queries.workload import workloads  # noqa: PLC0415 - a rule's page needs no answer

        return workloads(self.graph)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Return the claims on all work, in the order of its ids."""
        return tuple(self.graph.all_claims())

    @cached_property
    def letters(self) -> Mapping[str, Mapping[str, Letters]]:
        """Return the effective letters by role for all work: one rule after the other goes through them."""
        return {work: self.graph.letters(work) for work in self.register.work}

    @cached_property
    def held_together(self) -> frozenset[Letters]:
        """Return the letters that roles hold for a piece of work, each combination once."""
        return frozenset(chain.from_iterable(held.values() for held in self.letters.values()))

    @cached_property
    def paths(self) -> WorkPaths:
        """Return where work lies, with the files that git knows."""
        from raci.queries.work_paths import WorkPaths  # noqa: PLC0415 - as above

        return WorkPaths(self.graph)

    @cached_property
    def look_alikes(self) -> tuple[LookAlike, ...]:
        """Return the names of work that may stand for one thing."""
        from raci.look_alikes.look_alikes import look_alikes  # noqa: PLC0415 - a rule's page needs no search

        return look_alikes(self.register, self.language)


@dataclass(frozen=True)
class Rule(Fault):
    """A fault that is looked for in the graph.

    `page` is its manual: the docstring of its file, in Markdown. `check` yields its findings. `threshold` is
    the number that the configuration may change, if the rule has one.
    """

    page: str | None
    check: Check
    threshold: int | None = None

    def limit(self, sight: Sight) -> int:
        """Return the rule's threshold as configured. Only for a rule that has one."""
        return sight.thresholds.get(self.name, self.threshold or 0)


def rule(code: str, severity: Severity, check: Check, source: str, *, threshold: int | None = None) -> Rule:
    """Return the rule that `check` stands in the file of: it has its name, and its docstring for a page."""
    file = sys.modules[check.__module__]
    name = file.__name__.rpartition(".")[2].replace("_", "-")
    return Rule(code, name, severity, source, file.__doc__, check, threshold)
