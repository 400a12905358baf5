"""What holds for a piece of work: effective letters, status, and where the sides disagree.

The rules, in the order in which they are applied:

1. A role's own claim says its letters. A role without one has all that others' `with` give it.
2. An agreement that gives a reason speaks of the work that needs it. Its plain form names one role
   for each piece that has no accountable role or several; its map form names pieces outright.
3. Where all agreements name one role, it becomes the only accountable one. It keeps what else it
   does, but is no longer consulted or informed: who decides need not be asked. The others lose A,
   keep the rest, and are consulted where nothing is left; `others` overrides that.
4. Where agreements name different roles, none of them holds: the claims stand, those named join
   them, and the work is contested.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from raci.model.scheme import Meaning
from raci.text.names import by_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from raci.model.register import Agreement, Claim, Overlap
    from raci.model.scheme import Letters, Scheme


class Status(StrEnum):
    """Whether a piece of work has one accountable role, and how it came by it."""

    OWNED = "owned"
    SETTLED = "settled"
    CONTESTED = "contested"
    UNOWNED = "unowned"
    UNOWNED_ON_PURPOSE = "unowned-on-purpose"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """`by` expects letters of `role` that differ from those it holds."""

    role: str
    holds: Letters
    expected: Letters
    by: Claim


class Standing(NamedTuple):
    """What holds for a piece of work, and what each role claims; roles in the order of their ids.

    `named_by` maps the overlaps whose agreements speak of this piece to the roles that they name.
    """

    status: Status
    letters: Mapping[str, Letters]
    claimed: Mapping[str, Letters]
    accountable: tuple[str, ...]
    disagreements: tuple[Disagreement, ...]
    named_by: Mapping[str, str]


_NOBODY: Mapping[str, str] = MappingProxyType({})


def standing(
    work: str,
    claims: Sequence[Claim],
    overlaps: Sequence[Overlap],
    scheme: Scheme,
    *,
    unowned_on_purpose: bool = False,
) -> Standing:
    """Return what holds for the work that `claims` are on and `overlaps` cover."""
    code = scheme.accountable
    if len(claims) == 1 and not overlaps and claims[0].role not in claims[0].expects:
        return _standing_of_one(claims[0], code, unowned_on_purpose=unowned_on_purpose)
    claimed = _claimed(claims, scheme)
    claimants = _holders(claimed, code)
    named = _named(work, overlaps, needs_one=len(claimants) != 1)
    roles = {role for _, role in named}
    letters = dict(claimed)
    if len(roles) == 1:
        _settle(letters, next(iter(roles)), [overlap.agreement for overlap, _ in named], scheme)
    else:
        for role in roles:
            letters[role] = scheme.sort((*letters.get(role, ()), code))
    letters = _in_order(letters.items())
    accountable = _holders(letters, code)
    return Standing(
        status=_status(accountable, claimants, unowned_on_purpose=unowned_on_purpose),
        letters=letters,
        claimed=claimed,
        accountable=accountable,
        disagreements=_disagreements(claims, letters, claimed if len(roles) == 1 else letters),
        named_by={overlap.id: role for overlap, role in named},
    )


def _standing_of_one(claim: Claim, code: str, *, unowned_on_purpose: bool) -> Standing:
    """Return what holds where one role claims work that no overlap covers: what it says, as nearly always."""
    letters = _in_order([(claim.role, claim.letters), *claim.expects.items()])
    accountable = tuple([role for role, held in letters.items() if code in held])
    status = _status(accountable, accountable, unowned_on_purpose=unowned_on_purpose)
    return Standing(status, letters, letters, accountable, (), _NOBODY)


def _in_order(letters: Iterable[tuple[str, Letters]]) -> dict[str, Letters]:
    """Return letters by role, in the order of the roles' ids."""
    return dict(sorted(letters, key=lambda each: by_name(each[0])))


def _claimed(claims: Sequence[Claim], scheme: Scheme) -> dict[str, Letters]:
    own = {claim.role: claim.letters for claim in claims}
    given: dict[str, set[str]] = {}
    for claim in claims:
        for role, letters in claim.expects.items():
            if role not in own:
                given.setdefault(role, set()).update(letters)
    claimed = own | {role: scheme.sort(letters) for role, letters in given.items()}
    return _in_order(claimed.items())


def _holders(letters: Mapping[str, Letters], code: str) -> tuple[str, ...]:
    return tuple(sorted([role for role, held in letters.items() if code in held], key=by_name))


def _named(work: str, overlaps: Iterable[Overlap], *, needs_one: bool) -> list[tuple[Overlap, str]]:
    named: list[tuple[Overlap, str]] = []
    for overlap in overlaps:
        if overlap.agreement is None or not overlap.agreement.has_reason:
            continue
        role = overlap.agreement.by_work.get(work)
        if role is None and needs_one:
            role = overlap.agreement.for_all
        if role is not None:
            named.append((overlap, role))
    return named


def _settle(
    letters: dict[str, Letters], named: str, agreements: Iterable[Agreement | None], scheme: Scheme
) -> None:
    code = scheme.accountable
    for role, held in list(letters.items()):
        if code in held and role != named:
            kept = tuple(other for other in held if other != code)
            letters[role] = kept or ((scheme.consulted,) if scheme.consulted else ())
    for agreement in agreements:
        if agreement is not None:
            letters.update({role: held for role, held in agreement.others.items() if role != named})
    listening = {Meaning.CONSULTED, Meaning.INFORMED}
    doing = (each for each in letters.get(named, ()) if scheme.letter(each).meaning not in listening)
    letters[named] = scheme.sort((*doing, code))


def _status(accountable: tuple[str, ...], claimants: tuple[str, ...], *, unowned_on_purpose: bool) -> Status:
    if len(accountable) > 1:
        return Status.CONTESTED
    if accountable:
        return Status.OWNED if len(claimants) == 1 else Status.SETTLED
    return Status.UNOWNED_ON_PURPOSE if unowned_on_purpose else Status.UNOWNED


def _disagreements(
    claims: Sequence[Claim], letters: Mapping[str, Letters], before: Mapping[str, Letters]
) -> tuple[Disagreement, ...]:
    # A role without a claim of its own holds what the others give it together: it differs from
    # them only if an agreement has moved it since.
    own = {claim.role for claim in claims}
    own.update(role for role, held in letters.items() if held != before.get(role))
    return tuple(
        Disagreement(role=role, holds=letters[role], expected=expected, by=claim)
        for claim in claims
        for role, expected in _in_order(claim.expects.items()).items()
        if role in own and letters[role] != expected
    )
