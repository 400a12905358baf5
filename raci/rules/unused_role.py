"""A role is defined, and nothing in the files has to do with it.

## Why

It is left over from an earlier state, or its work has been forgotten. Either way nobody finds anything by
it.

## Example

```yaml
version: 1
roles:
  cook: {name: Cook, deliverables: [{name: Menu}]}
  buyer: {name: Buyer}
```

## Use instead

```yaml
version: 1
roles:
  cook: {name: Cook, deliverables: [{name: Menu, with: {buyer: C}}]}
  buyer: {name: Buyer}
```

A role is used if it has a list, gets letters from others, is a side of an overlap, if others report to it,
if it stands in for another, or if an agreement names it, as accountable, among the others, or to escalate to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.faults.finding import Finding, Severity
from raci.rule.rule import Sight, rule

if TYPE_CHECKING:
    from collections.abc import Iterable


def _check(sight: Sight) -> Iterable[Finding]:
    agreements = [each.agreement for each in sight.register.overlaps.values() if each.agreement]
    given = {role for each in agreements for role in each.others}
    for role in sight.register.roles.values():
        # An entry that was taken out for a mistake may have been its part.
        in_doubt = sight.register.broken_in(role.place) & {"responsibilities", "deliverables"}
        if not (in_doubt or role.id in given or sight.graph.is_mentioned(role.id)):
            yield RULE.at(
                role.place.at("name"),
                role.id,
                f"nothing in the files has to do with {role.name}",
                "Write its work down, or take the role out.",
            )


RULE = rule(
    "RACI112",
    Severity.INFO,
    _check,
    "raci: a role without any part in the work is left over, or its work is not written down",
)
