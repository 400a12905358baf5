"""An overlap declares a tension, and no agreement says how it is settled.

## Why

Nothing is contested yet, so this is advice. A tension that everybody knows about comes up again at the
worst moment, and is settled more easily before that.

## Example

```yaml
version: 1
roles:
  cook: {name: Cook, deliverables: [{name: Menu}]}
  buyer: {name: Buyer, deliverables: [{name: Order Sheet}]}
overlaps:
  taste-and-price:
    sides: {cook: The best of the day., buyer: What the budget bears.}
    tension: The best is bought by one and paid for by the other.
    work: [Menu, Order Sheet]
```

## Use instead

```yaml
version: 1
roles:
  owner: {name: Owner}
  cook: {name: Cook, deliverables: [{name: Menu}]}
  buyer: {name: Buyer, deliverables: [{name: Order Sheet}]}
overlaps:
  taste-and-price:
    sides: {cook: The best of the day., buyer: What the budget bears.}
    tension: The best is bought by one and paid for by the other.
    work: [Menu, Order Sheet]
    agreement: {accountable: cook, because: Guests come for the food., escalation: [owner]}
```

Work in it that several roles are accountable for is for `several-accountable`, which is an error.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.faults.finding import Finding, Severity
from raci.graph.settlement import overlap_status
from raci.model.overlap_status import OverlapStatus
from raci.rule.rule import Sight, rule

if TYPE_CHECKING:
    from collections.abc import Iterable


def _check(sight: Sight) -> Iterable[Finding]:
    for overlap in sight.register.overlaps.values():
        settled = (
            overlap.agreement and overlap.agreement.has_reason
        ) or "agreement" in sight.register.broken_in(overlap.place)
        declared = overlap.entry.tension is not None and not settled
        if declared and overlap_status(sight.graph, overlap.id) is OverlapStatus.OPEN:
            yield RULE.at(
                overlap.place.at("tension"),
                overlap.id,
                f"no agreement settles the tension in {overlap.name}",
                "Add an `agreement`: who is accountable, why, and whom to turn to if it fails.",
            )


RULE = rule(
    "RACI404", Severity.INFO, _check, "raci: a tension that is written down is halfway to an agreement"
)
