"""An agreement says nothing in `because`, or only a placeholder: it settles nothing yet.

## Why

What was pasted to be filled in is no agreement, and looks like one. Why it was decided is what the sides look
up when the next case comes.

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
    agreement: {accountable: cook, because: ..., escalation: [owner]}
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
    agreement: {accountable: cook, because: Guests come for the food., escalation: [owner]}
```

Until there is a reason the overlap is open, and whoever claims the work claims it still.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.faults.finding import Finding, Severity
from raci.rule.rule import Sight, rule

if TYPE_CHECKING:
    from collections.abc import Iterable


def _check(sight: Sight) -> Iterable[Finding]:
    for overlap in sight.register.overlaps.values():
        if overlap.agreement and not overlap.agreement.has_reason:
            said = overlap.agreement.entry.because
            says = f'says only "{said}" in `because`' if said else "gives no reason"
            yield RULE.at(
                overlap.place.at("agreement", "because") if said else overlap.place.key("agreement"),
                overlap.id,
                f"the agreement on {overlap.name} {says}, and so it settles nothing",
                "Say in `because` why it was decided, or take the agreement out.",
            )


RULE = rule(
    "RACI414",
    Severity.WARNING,
    _check,
    "raci: an agreement that nobody can give a reason for is still to be made",
)
