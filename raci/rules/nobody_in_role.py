"""A role has work to do or to answer for, and nobody holds it.

## Why

In a register that says who holds roles, whoever asks for this work finds nobody to turn to.

## Example

```yaml
version: 1
roles:
  cook: {name: Cook, people: [Ana], deliverables: [{name: Menu}]}
  buyer: {name: Buyer, deliverables: [{name: Order Sheet}]}
```

## Use instead

```yaml
version: 1
roles:
  cook: {name: Cook, people: [Ana], deliverables: [{name: Menu}]}
  buyer: {name: Buyer, people: [Ben], deliverables: [{name: Order Sheet}]}
```

Where no role says who holds it, none is found. A `contact` is no person, but it is somebody to turn to: a
role that has one is not found either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.faults.finding import Finding, Severity
from raci.rule.rule import Sight, rule
from raci.text.names import counted

if TYPE_CHECKING:
    from collections.abc import Iterable


def _check(sight: Sight) -> Iterable[Finding]:
    roles = sight.register.roles
    if not any(role.entry.people for role in roles.values()):
        return
    for load in sight.workloads:
        role = roles[load.role]
        in_doubt = "people" in sight.register.broken_in(role.place)
        if role.entry.people or role.entry.contact or in_doubt or not (load.accountable or load.responsible):
            continue
        part = "accountable" if load.accountable else "responsible"
        pieces = counted(load.accountable or load.responsible, "piece of work", "pieces of work")
        yield RULE.at(
            role.place.at("name"),
            role.id,
            f"nobody holds {role.name}, which is {part} for {pieces}",
            "Write down who holds it, under `people`, or where to ask, as its `contact`.",
        )


RULE = rule("RACI306", Severity.INFO, _check, "raci: work that falls to a role is done by somebody")
