"""Roles report to each other in a circle, or a role reports to itself.

## Why

Reporting lines lead to who decides if two roles disagree. In a circle nobody is above anybody.

## Example

```yaml
version: 1
roles:
  cook: {name: Cook, reports_to: buyer, deliverables: [{name: Menu}]}
  buyer: {name: Buyer, reports_to: cook, deliverables: [{name: Order Sheet}]}
```

## Use instead

```yaml
version: 1
roles:
  owner: {name: Owner}
  cook: {name: Cook, reports_to: owner, deliverables: [{name: Menu}]}
  buyer: {name: Buyer, reports_to: cook, deliverables: [{name: Order Sheet}]}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.faults.finding import Finding, Related, Severity
from raci.rule.rule import Sight, rule

if TYPE_CHECKING:
    from collections.abc import Iterable


def _check(sight: Sight) -> Iterable[Finding]:
    roles = sight.register.roles
    for loop in sight.graph.reporting_loops():
        where, *others = (roles[role].place.at("reports_to") for role in loop)
        names = " to ".join(roles[role].name for role in (*loop, loop[0]))
        alone = f"{roles[loop[0]].name} reports to itself"
        yield RULE.at(
            where,
            " ".join(loop),
            f"reporting goes in a circle: from {names}" if others else alone,
            "Let one of them report to a role outside the circle, or to none." if others else "Leave it out.",
            related=[Related(other, "and on from here") for other in others],
        )


RULE = rule("RACI412", Severity.ERROR, _check, "raci: reporting lines lead upwards and end")
