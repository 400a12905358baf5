"""An agreement does not say whom to turn to if it fails.

## Why

The first case that nobody thought of reopens the question. Whom to turn to is settled in peace, or not at
all.

## Example

```yaml
version: 1
roles:
  cook: {name: Cook, deliverables: [{name: Menu}]}
  buyer: {name: Buyer, deliverables: [{name: Menu}]}
overlaps:
  menu:
    work: [Menu]
    agreement: {accountable: cook, because: Guests come for the food.}
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
    work: [Menu]
    agreement: {accountable: cook, because: Guests come for the food., escalation: [owner, outside mediator]}
```
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
        if not agreement or agreement.escalation:
            continue
        if "escalation" not in sight.register.broken_in(agreement.place):
            above = sight.graph.first_common_superior(sight.graph.sides(overlap.id))
            likely = f" All sides report to {sight.register.roles[above].name}." if above else ""
            yield RULE.at(
                overlap.place.key("agreement"),
                overlap.id,
                f"the agreement on {overlap.name} names no escalation",
                f"Name in `escalation` whom to turn to, in order.{likely}",
            )


RULE = rule(
    "RACI406",
    Severity.WARNING,
    _check,
    "raci: an agreement holds until the first case that nobody thought of",
)
