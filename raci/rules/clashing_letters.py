"""One role has letters for a piece of work that contradict each other.

## Why

Who is accountable decides, and need not be asked or told. Who does the work knows of it. Who is consulted
is told anyway. Two such letters for one role mean that one of them is wrong, and readers will differ on
which.

The letters are compared by their meaning: accountable with consulted or informed, responsible with informed,
consulted with informed. Letters with another meaning, such as support, clash with none.

## Example

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - {name: Menu, letters: A/I, with: {waiter: CI}}
  waiter: {name: Waiter}
```

One role may also give a third what another contradicts:

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - {name: Menu, with: {owner: I}}
  owner: {name: Owner}
  waiter:
    name: Waiter
    responsibilities:
      - {name: Menu, letters: C, with: {owner: C}}
```

## Use instead

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - {name: Menu, letters: AR, with: {waiter: C}}
  waiter: {name: Waiter}
```
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from raci.faults.finding import Finding, Related, Severity
from raci.model.scheme import Meaning
from raci.rule.row import names, others_at, shown
from raci.rule.rule import Sight, rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from raci.location import Location
    from raci.model.register import Claim, Overlap, Work
    from raci.model.scheme import Letters

_CLASHING = (
    (Meaning.ACCOUNTABLE, Meaning.CONSULTED),
    (Meaning.ACCOUNTABLE, Meaning.INFORMED),
    (Meaning.RESPONSIBLE, Meaning.INFORMED),
    (Meaning.CONSULTED, Meaning.INFORMED),
)


def _check(sight: Sight) -> Iterable[Finding]:
    written = {claim.letters for claim in sight.claims}
    written.update(chain.from_iterable(claim.expects.values() for claim in sight.claims))
    clashes = {letters: clash for letters in written if (clash := _clash(sight, letters))}
    for work in sight.register.work if clashes else sight.graph.claimed_twice():
        yield from _claimed(sight, sight.register.work[work], clashes)
    for overlap in sight.register.overlaps.values():
        yield from _agreed(sight, overlap)


def _claimed(sight: Sight, work: Work, clashes: Mapping[Letters, Letters]) -> Iterator[Finding]:
    claims = sight.graph.claims(work.id)
    for claim in claims:
        if clash := clashes.get(claim.letters):
            yield _finding(sight, work, claim.role, clash, [claim.place.at("letters")])
        for role, letters in claim.expects.items():
            if clash := clashes.get(letters):
                yield _finding(sight, work, role, clash, [_given_at(claim, role)])
    if len(claims) > 1:
        yield from _given_together(sight, work, claims, clashes)


def _given_together(
    sight: Sight, work: Work, claims: Sequence[Claim], clashes: Mapping[Letters, Letters]
) -> Iterator[Finding]:
    """Yield the clashes of what several claims give to a role, each of them in order by itself."""
    own = {claim.role for claim in claims}
    given: dict[str, list[tuple[Claim, Letters]]] = {}
    for claim in claims:
        for role, letters in claim.expects.items():
            if role not in own and letters not in clashes:
                given.setdefault(role, []).append((claim, letters))
    for role, told in given.items():
        clash = _clash(sight, {code for _, letters in told for code in letters})
        places = sorted(_given_at(claim, role) for claim, letters in told if set(letters) & set(clash))
        if places:
            yield _finding(sight, work, role, clash, places)


def _given_at(claim: Claim, role: str) -> Location:
    return claim.place.at("with", claim.expects_written[role])


def _agreed(sight: Sight, overlap: Overlap) -> Iterator[Finding]:
    if overlap.agreement is None:
        return
    for role, letters in overlap.agreement.others.items():
        if clash := _clash(sight, letters):
            where = others_at(sight, overlap.agreement, role)
            message = f"the agreement gives {names(sight, [role])} {shown(sight, clash)}, which clash"
            yield RULE.at(where, f"{overlap.id} {role}", message, _HELP)


def _clash(sight: Sight, letters: Iterable[str]) -> Letters:
    """Return those of one role's letters that contradict each other."""
    held = {code: sight.register.scheme.letter(code).meaning for code in letters}
    meanings = set(held.values())
    at_odds = {each for pair in _CLASHING if meanings.issuperset(pair) for each in pair}
    return sight.register.scheme.sort(code for code, meaning in held.items() if meaning in at_odds)


def _finding(sight: Sight, work: Work, role: str, clash: Letters, places: Sequence[Location]) -> Finding:
    name = sight.register.roles[role].name
    message = f"{name} has {shown(sight, clash)} for {work.name}, which clash"
    *others, last = places
    related = [Related(where, "other letters") for where in others[:_SHOWN]]
    return RULE.at(last, f"{work.id} {role}", message, _HELP, related=related)


_SHOWN = 4
_HELP = "Keep one of them. Who decides or does the work need not be told; who is consulted is told anyway."

RULE = rule(
    "RACI204",
    Severity.ERROR,
    _check,
    "Wikipedia, Responsibility assignment matrix: one participation type for a role and a task, "
    "but for A with R",
)
