"""The last day on which somebody holds a role is past.

## Why

Whoever asks for the role is sent to somebody who has left it.

## Example

```yaml
version: 1
roles:
  cook:
    name: Cook
    people: [{name: Ana, until: 2019-07-15}]
    deliverables: [{name: Menu}]
```

## Use instead

```yaml
version: 1
roles:
  cook:
    name: Cook
    people: [{name: Ana, until: 2199-07-15}]
    deliverables: [{name: Menu}]
```

On the day itself somebody still holds it. `raci lint --as-of 2027-01-01` lints as of another day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.faults.finding import Finding, Severity
from raci.rule.rule import Sight, rule
from raci.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable


def _check(sight: Sight) -> Iterable[Finding]:
    for role in sight.register.roles.values():
        people = role.entry.people
        left = [each.until is not None and each.until < sight.today for each in people]
        for number, person in enumerate(people):
            if left[number] and person.until is not None:
                alone = ", and nobody else does" if all(left) else ""
                yield RULE.at(
                    role.place.at("people", number, "until"),
                    f"{role.id} {fold(person.name)}",
                    f"{person.name} held {role.name} until {person.until.isoformat()}{alone}",
                    "Take the person out, or write down who holds it now.",
                )


RULE = rule("RACI505", Severity.WARNING, _check, "raci: a role says who holds it now")
