"""The day on which an agreement was to be reviewed is past.

## Why

It was agreed for a time. Until somebody looks at it again, nobody knows whether it still holds.

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
    agreement: {accountable: cook, because: Yes., escalation: [owner], review: 2019-07-15}
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
    agreement: {accountable: cook, because: Yes., escalation: [owner], review: 2199-07-15}
```

On the day itself the review is due, not past. `raci lint --as-of 2027-01-01` lints as of another day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.faults.finding import Finding, Severity
from raci.rule.rule import Sight, rule

if TYPE_CHECKING:
    from collections.abc import Iterable


def _check(sight: Sight) -> Iterable[Finding]:
    for overlap in sight.register.overlaps.values():
        if overlap.agreement is None:
            continue
        due = overlap.agreement.entry.review
        if due is not None and due < sight.today:
            yield RULE.at(
                overlap.agreement.place.at("review"),
                overlap.id,
                f"the agreement on {overlap.name} was to be reviewed by {due.isoformat()}",
                "Review it, and write down when it was decided and when it is reviewed again.",
            )


RULE = rule(
    "RACI407",
    Severity.WARNING,
    _check,
    "raci: an agreement with a review date is one that was to be looked at again",
)
