"""A decision: the changes that write it down, and what may mean something else after them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from raci.errors import RaciError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from raci.editing.changes import Change
    from raci.model.register import Agreement, Claim, Overlap, Register

_NONE: Mapping[tuple[str, str], str] = {}


class CannotDecide(RaciError):
    """What was said does not fit the register; the text says what would."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Changes by file. All that the register means stays, but for what this says.

    `about` is what it is about by id, as it is called after the changes. `overlap` is the id of the overlap
    whose terms change, or that comes new; `ids` are new ids by old, of roles, work, overlaps and practices
    together with their kind; `splits` are ids of work that comes new, by the old one and the role that has
    it. `owned` is work that is unowned on purpose no more; `notes` are for whoever decided. `roles` and
    `work` are ids of what comes new, goes or changes. One that is not `strict` may make what rules call an
    error: somebody else decided it. Where so much changes that it is easier said whole, `meant` is the
    register that is meant.
    """

    changes: Mapping[str, Sequence[Change]]
    about: str
    overlap: str | None = None
    ids: Mapping[tuple[str, str], str] = field(default_factory=dict)
    splits: Mapping[tuple[str, str], str] = field(default_factory=dict)
    owned: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()
    roles: frozenset[str] = frozenset()
    work: frozenset[str] = frozenset()
    strict: bool = True
    meant: Register | None = None

    def keeps_meaning(self, before: Register, after: Register) -> bool:
        """Return whether two registers mean the same but for what the decision is about."""
        return _Meaning(self, self.ids, self.splits, self.owned).of(self.meant or before) == _Meaning(
            self
        ).of(after)


class _Meaning:
    """What a register says without names and most texts, under new ids, as something to compare."""

    def __init__(
        self,
        decision: Decision,
        ids: Mapping[tuple[str, str], str] = _NONE,
        splits: Mapping[tuple[str, str], str] = _NONE,
        owned: frozenset[str] = frozenset(),
    ) -> None:
        self.without, self.roles, self.work = decision.overlap, decision.roles, decision.work
        self.ids, self.splits, self.owned = ids, splits, owned

    def of(self, register: Register) -> object:
        """Return what all of a register says but for what the decision is about."""
        return (
            {
                self._role(each.id): (self._role(each.reports_to), self._role(each.deputy))
                for each in register.roles.values()
                if each.id not in self.roles
            },
            {
                (self._work(each.id, claim.role), self._role(claim.role), claim.kind): self._claim(claim)
                for each in register.work.values()
                for claim in each.claims
                if each.id not in self.work
            },
            {
                self._work(each.id)
                for each in register.work.values()
                if each.unowned and each.id not in self.work
            }
            - self.owned,
            {
                self._id("overlap", each.id): (self._area(each), self._agreement(each.agreement))
                for each in register.overlaps.values()
                if self._id("overlap", each.id) != self.without
            },
            {self._id("practice", each) for each in register.practices},
        )

    def _claim(self, claim: Claim) -> object:
        expects = {self._role(each): held for each, held in claim.expects.items()}
        return claim.letters, expects, sorted(self._work(each, claim.role) for each in claim.produces)

    def _area(self, overlap: Overlap) -> object:
        sides = {self._role(each): view for each, view in overlap.sides.items()}
        same = overlap.same and self._work(overlap.same)
        return sides, sorted(map(self._work, overlap.work)), same, overlap.entry.distinct

    def _agreement(self, agreement: Agreement | None) -> object:
        return agreement and (
            self._role(agreement.for_all),
            {self._work(each): self._role(role) for each, role in agreement.by_work.items()},
            {self._role(each): held for each, held in agreement.others.items()},
            [self._role(each) for each in agreement.escalation],
            sorted(self._id("practice", each) for each in agreement.practices),
            agreement.has_reason,
        )

    def _id(self, kind: str, id_: str) -> str:
        return self.ids.get((kind, id_), id_)

    def _role(self, id_: str | None) -> str | None:
        return self._id("role", id_) if id_ is not None else None

    def _work(self, id_: str, called_by: str = "") -> str:
        return self.splits.get((id_, called_by)) or self._id("work", id_)
