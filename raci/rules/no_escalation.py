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

## Fix

Unsafe: where all sides report to one role, that role becomes the escalation. Whom to turn to is for the sides
to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.faults.finding import Finding, Severity
from raci.faults.fix import Add, Fix, unsafe
from raci.rule.rule import Sight, rule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.model.register import Agreement


def _check(sight: Sight) -> Iterable[Finding]:
    for overlap in sight.register.overlaps.values():
        agreement = overlap.agreement
        if not agreement or agreement.escalation:
            continue
        if "escalation" not in sight.register.broken_in(agreement.place):
            claiming = {claim.role for work in overlap.work for claim in sight.graph.claims(work)}
            sides = sight.graph.sides(overlap.id) or (claiming if len(claiming) > 1 else ())
            above = sight.graph.first_common_superior(sides)
            likely = f" All sides report to {sight.register.roles[above].name}." if above else ""
            yield RULE.at(
                overlap.place.key("agreement"),
                overlap.id,
                f"the agreement on {overlap.name} names no escalation",
                f"Name in `escalation` whom to turn to, in order.{likely}",
                fix=_fix(agreement, above),
            )


def _fix(agreement: Agreement, above: str | None) -> Fix | None:
    if above is None:
        return None
    return unsafe(f"Add `escalation: [{above}]`", Add(agreement.place.at(), "escalation", (above,)))


RULE = rule(
    "RACI406",
    Severity.WARNING,
    _check,
    "raci: an agreement holds until the first case that nobody thought of",
)
