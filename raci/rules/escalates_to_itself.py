"""An agreement escalates to one of those who disagree.

## Why

If the two sides cannot settle it, one of them cannot settle it for both: nobody is judge in their own case.

## Example

```yaml
version: 1
roles:
  cook: {name: Cook, deliverables: [{name: Menu}]}
  buyer: {name: Buyer, deliverables: [{name: Menu}]}
overlaps:
  menu:
    sides: {cook: The best of the day., buyer: What the budget bears.}
    work: [Menu]
    agreement: {accountable: cook, escalation: [buyer], because: It is so.}
```

## Use instead

```yaml
version: 1
roles:
  owner: {name: Owner}
  cook: {name: Cook, deliverables: [{name: Menu}]}
  buyer: {name: Buyer, deliverables: [{name: Menu}]}
overlaps:
  menu:
    sides: {cook: The best of the day., buyer: What the budget bears.}
    work: [Menu]
    agreement: {accountable: cook, escalation: [owner], because: It is so.}
```

Where an overlap names no `sides`, the role that its agreement makes accountable counts as one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.faults.finding import Finding, Severity
from raci.rule.rule import Sight, rule

if TYPE_CHECKING:
    from collections.abc import Iterable


def _check(sight: Sight) -> Iterable[Finding]:
    for overlap in sight.register.overlaps.values():
        agreement = overlap.agreement
        if agreement is None:
            continue
        sides = sight.graph.sides(overlap.id)
        own = set(sides or sight.graph.named(overlap.id))
        for number, step in enumerate(agreement.escalation):
            if step in own:
                name = sight.register.roles[step].name
                part = "a side of it" if sides else "accountable by it"
                yield RULE.at(
                    agreement.place.at("escalation", number),
                    f"{overlap.id} {step}",
                    f"the agreement on {overlap.name} escalates to {name}, who is {part}",
                    "Turn to somebody above the sides, or outside.",
                )


RULE = rule("RACI413", Severity.WARNING, _check, "raci: nobody is judge in their own case")
