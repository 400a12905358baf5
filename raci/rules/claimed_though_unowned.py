"""A role lists work that is unowned on purpose.

## Why

It was decided that nobody owns the work. Either the role has not heard of it, or the decision no longer
holds.

## Example

```yaml
version: 1
roles:
  cook: {name: Cook, responsibilities: [{name: Car Park}]}
unowned:
  - {name: Car Park, because: The landlord sees to it.}
```

## Use instead

```yaml
version: 1
roles:
  cook: {name: Cook, responsibilities: [{name: Menu}]}
unowned:
  - {name: Car Park, because: The landlord sees to it.}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.faults.finding import Finding, Related, Severity
from raci.rule.rule import Sight, rule

if TYPE_CHECKING:
    from collections.abc import Iterable


def _check(sight: Sight) -> Iterable[Finding]:
    for work in sight.register.work.values():
        if work.unowned is None:
            continue
        decided = work.unowned.place.at("name")
        for claim in sight.graph.claims(work.id):
            role = sight.register.roles[claim.role].name
            yield RULE.at(
                claim.place.at("name"),
                f"{work.id} {claim.role}",
                f"{role} lists {claim.entry.name}, which is unowned on purpose",
                "Take it off the list, or out of `unowned`.",
                related=[Related(decided, work.unowned.entry.because)],
            )


RULE = rule(
    "RACI409", Severity.WARNING, _check, "raci: unowned on purpose is a decision, and a claim contradicts it"
)
