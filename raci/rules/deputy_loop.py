"""Roles stand in for each other in a circle, or a role stands in for itself.

## Why

Who looks for the deputy of somebody who is away ends where the search began. Where two stand in for each
other, nobody is left when both are away.

## Example

```yaml
version: 1
roles:
  cook: {name: Cook, deputy: buyer, deliverables: [{name: Menu}]}
  buyer: {name: Buyer, deputy: cook, deliverables: [{name: Order Sheet}]}
```

## Use instead

```yaml
version: 1
roles:
  owner: {name: Owner}
  cook: {name: Cook, deputy: buyer, deliverables: [{name: Menu}]}
  buyer: {name: Buyer, deputy: owner, deliverables: [{name: Order Sheet}]}
```

If two are never away at once, and mean it that way, say so in a waiver.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.faults.finding import Finding, Related, Severity
from raci.rule.rule import Sight, rule

if TYPE_CHECKING:
    from collections.abc import Iterable


def _check(sight: Sight) -> Iterable[Finding]:
    roles = sight.register.roles
    for loop in sight.graph.deputy_loops():
        where, *others = (roles[role].place.at("deputy") for role in loop)
        names = " to ".join(roles[role].name for role in (*loop, loop[0]))
        alone = f"{roles[loop[0]].name} stands in for itself"
        yield RULE.at(
            where,
            " ".join(loop),
            f"deputies go in a circle: from {names}" if others else alone,
            "Let somebody outside the circle stand in for one of them." if others else "Leave it out.",
            related=[Related(other, "and on from here") for other in others],
        )


RULE = rule("RACI416", Severity.WARNING, _check, "raci: a deputy is there when the other is not")
