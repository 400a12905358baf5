"""A register in which all that one role had has gone to another: what handing over comes down to."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType as Frozen
from typing import TYPE_CHECKING

from raci.model.scheme import Meaning
from raci.text.names import by_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from raci.model.register import Agreement, Claim, Overlap, Register, Role
    from raci.model.scheme import Letters, Scheme

_SAID_ALREADY = {
    Meaning.ACCOUNTABLE: {Meaning.CONSULTED, Meaning.INFORMED},
    Meaning.RESPONSIBLE: {Meaning.INFORMED},
    Meaning.CONSULTED: {Meaning.INFORMED},
}
"""What a letter says as well: who decides need not be asked or told."""


def handed_over(register: Register, one: str, to: str) -> Register:
    """Return the register as it is when the role `to` has taken over all that `one` had.

    Claims on the same work become one. What the two had to do with each other falls away: what they expected
    of each other, a side against the other, reporting and standing in. The role `one` stays, with nothing.
    """
    moved = _HandedOver(register, one, to)
    work = {id_: each._replace(claims=moved.claims(each.claims)) for id_, each in register.work.items()}
    overlaps = ((id_, moved.overlap(each)) for id_, each in register.overlaps.items())
    return replace(
        register,
        roles=Frozen({id_: moved.role(each) for id_, each in register.roles.items()}),
        work=Frozen(work),
        overlaps=Frozen({id_: each for id_, each in overlaps if each is not None}),
    )


def joined(scheme: Scheme, *letters: Letters) -> Letters:
    """Return the letters of somebody who has all of these, without those that others of them say as well."""
    held = scheme.sort({code for each in letters for code in each})
    said = {also for code in held for also in _SAID_ALREADY.get(scheme.letter(code).meaning, ())}
    return tuple(code for code in held if scheme.letter(code).meaning not in said)


def superior_then(register: Register, one: str, to: str) -> str | None:
    """Return whom `to` reports to then: where it is below `one`, it takes the place of that."""
    above, seen = register.roles[to].reports_to, {to}
    while above is not None and above not in seen:
        if above == one:
            return other_than(register.roles[one].reports_to, one, to)
        seen.add(above)
        above = register.roles[above].reports_to
    return register.roles[to].reports_to


def other_than(role: str | None, *roles: str) -> str | None:
    """Return a role unless it is one of some."""
    return None if role in roles else role


class _HandedOver:
    def __init__(self, register: Register, one: str, to: str) -> None:
        self.register, self.scheme, self.one, self.to = register, register.scheme, one, to

    def role(self, role: Role) -> Role:
        above = superior_then(self.register, self.one, self.to) if role.id == self.to else role.reports_to
        if role.id != self.one:
            above = self._now(above)
        deputy = role.deputy if role.id == self.one else other_than(self._now(role.deputy), role.id)
        return replace(role, reports_to=above, deputy=deputy)

    def claims(self, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
        """Return the claims on a piece of work: those of both roles are one."""
        if not any(self.one in {each.role, *each.expects} for each in claims):
            return claims
        own = [each for each in claims if each.role == self.to]
        left = [each for each in claims if each.role == self.one]
        given = [each.expects[self.one] for each in claims if self.one in each.expects]
        if own:
            kept = own[-1]  # of two entries on one list the last one counts
            letters = [each.letters for each in left] or given
            kept = kept._replace(
                letters=joined(self.scheme, kept.letters, *letters),
                expects=self._expects_together([*left, kept]),
                produces=tuple(sorted({made for each in [*left, kept] for made in each.produces})),
            )
            taken = [*own[:-1], kept]
        else:
            has = [each.expects[self.to] for each in claims if self.to in each.expects]
            taken = [
                each._replace(role=self.to, letters=joined(self.scheme, each.letters, *has)) for each in left
            ]
        others = [each for each in claims if each.role not in {self.one, self.to}]
        found = [each._replace(expects=self._expects(each)) for each in (*others, *taken)]
        return tuple(sorted(found, key=lambda each: by_name(each.role)))

    def _expects_together(self, claims: list[Claim]) -> Mapping[str, Letters]:
        expects: dict[str, Letters] = {}
        for claim in claims:
            for role, letters in claim.expects.items():
                expects[role] = self.scheme.sort({*expects.get(role, ()), *letters})
        return expects

    def _expects(self, claim: Claim) -> Mapping[str, Letters]:
        expects = self._by_role(claim.expects)
        if claim.role == self.to:
            expects.pop(self.to, None)
        return Frozen(dict(sorted(expects.items())))

    def _by_role(self, letters: Mapping[str, Letters]) -> dict[str, Letters]:
        found: dict[str, Letters] = {}
        for role, held in letters.items():
            now = self.to if role == self.one else role
            found[now] = joined(self.scheme, found[now], held) if now in found else held
        return found

    def overlap(self, overlap: Overlap) -> Overlap | None:
        """Return an overlap then; None for one that was between the two and says nothing else."""
        sides = self._sides(overlap.sides)
        agreement = None if overlap.agreement is None else self._agreement(overlap.agreement)
        says = (sides, overlap.entry.tension, agreement, overlap.is_about_names)
        return replace(overlap, sides=Frozen(sides), agreement=agreement) if any(says) else None

    def _sides(self, views: Mapping[str, str]) -> dict[str, str]:
        """Return the views of the sides; of one side alone there is none."""
        sides = {role: view for role, view in views.items() if role != self.one}
        if self.one in views:
            sides.setdefault(self.to, views[self.one])
        return dict(sorted(sides.items())) if len(sides) > 1 else {}

    def _agreement(self, agreement: Agreement) -> Agreement:
        for_all = self._now(agreement.for_all)
        by_work = {work: self.to if role == self.one else role for work, role in agreement.by_work.items()}
        others = self._by_role(agreement.others)
        if {for_all, *by_work.values()} <= {None, self.to}:  # it is no other of what it is accountable for
            others.pop(self.to, None)
        return replace(
            agreement,
            for_all=for_all,
            by_work=Frozen(by_work),
            others=Frozen(others),
            escalation=self._escalation(agreement.escalation),
        )

    def _escalation(self, steps: tuple[str, ...]) -> tuple[str, ...]:
        """Return whom to turn to then, nobody twice because of it."""
        if self.one not in steps:
            return steps
        now = [self.to if step == self.one else step for step in steps]
        return tuple(step for at, step in enumerate(now) if step != self.to or self.to not in now[:at])

    def _now(self, role: str | None) -> str | None:
        return self.to if role == self.one else role
