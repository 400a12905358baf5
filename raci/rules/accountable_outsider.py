"""An agreement makes a role accountable that is no side of the overlap and has no part in its work.

## Why

A third role is allowed, and at times the best way out. It is also what a slip looks like. And whoever
answers for work that is on other lists only may not know it.

## Example

```yaml
version: 1
roles:
  owner: {name: Owner}
  cook: {name: Cook, deliverables: [{name: Menu}]}
  buyer: {name: Buyer, deliverables: [{name: Menu}]}
overlaps:
  menu:
    work: [Menu]
    agreement: {accountable: owner, escalation: [outside mediator], because: It is so.}
```

## Use instead

```yaml
version: 1
roles:
  owner: {name: Owner, deliverables: [{name: Menu}]}
  cook: {name: Cook, deliverables: [{name: Menu, letters: R}]}
  buyer: {name: Buyer, deliverables: [{name: Menu, letters: R}]}
overlaps:
  menu:
    work: [Menu]
    agreement: {accountable: owner, escalation: [outside mediator], because: It is so.}
```

A role has a part in the work if it lists it, or if another list gives it a letter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.faults.finding import Finding, Severity
from raci.model.agreement_places import places_by_work
from raci.rule.rule import Sight, rule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.location import Location
    from raci.model.register import Agreement, Register


def _check(sight: Sight) -> Iterable[Finding]:
    for overlap in sight.register.overlaps.values():
        if overlap.agreement is None:
            continue
        inside = set(sight.graph.sides(overlap.id))
        for work in sight.graph.work_covered_by(overlap.id):
            inside.update(sight.graph.claimed_letters(work))
        for role, where in _named(overlap.agreement, sight.register).items():
            if role not in inside:
                name = sight.register.roles[role].name
                yield RULE.at(
                    where,
                    f"{overlap.id} {role}",
                    f"{name} is neither a side of {overlap.name} nor has a part in its work",
                    f"If it is meant, put the work on the list of {name} as well.",
                )


def _named(agreement: Agreement, register: Register) -> dict[str, Location]:
    """Return the roles that an agreement makes accountable, each with the first place that does."""
    if agreement.for_all is not None:
        return {agreement.for_all: agreement.place.at("accountable")}
    found: dict[str, Location] = {}
    for work, where in places_by_work(agreement, register.work).items():
        role = agreement.by_work[work]
        found[role] = min(where, found.get(role, where))
    return found


RULE = rule("RACI405", Severity.INFO, _check, "raci: a third role may be named, which is worth a second look")
