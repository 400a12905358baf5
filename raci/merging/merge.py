"""What a matrix changes in a register, and the register that it is to become."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from raci.decisions.decision import Decision

if TYPE_CHECKING:
    from collections.abc import Mapping

    from raci.merging.work_anew import NewEntry
    from raci.model.register import Claim, Register
    from raci.model.scheme import Letters

Said = tuple[str, str, "Letters", tuple[tuple[str, "Letters"], ...]]
"""A claim as it is compared: role, kind, letters, and what it expects of others."""


def said(claim: Claim) -> Said:
    """Return a claim as it is compared."""
    return claim.role, claim.kind, claim.letters, tuple(sorted(claim.expects.items()))


def said_new(entry: NewEntry) -> Said:
    """Return an entry that comes new in the same way."""
    return entry.role, entry.kind, entry.letters, tuple(sorted(entry.expects.items()))


@dataclass(frozen=True, slots=True)
class Merge(Decision):
    """A decision about much work at once: `claims` are those of it afterwards, `areas` new ones.

    Work that has no claims afterwards is gone.
    """

    claims: Mapping[str, frozenset[Said]] = field(default_factory=dict)
    areas: Mapping[str, str] = field(default_factory=dict)

    def keeps_meaning(self, before: Register, after: Register) -> bool:
        """Return whether the claims are what they were to be, and all else means the same."""
        made = {
            id_: frozenset(map(said, after.work[id_].claims)) if id_ in after.work else frozenset()
            for id_ in self.claims
        }
        moved = {id_: after.fold(after.work[id_].area or "") for id_ in self.areas if id_ in after.work}
        wanted = {id_: after.fold(area) for id_, area in self.areas.items()}
        return made == self.claims and moved == wanted and Decision.keeps_meaning(self, before, after)
