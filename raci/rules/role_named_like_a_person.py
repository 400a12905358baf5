"""A role is named like a person: like one of its `people`, by a handle or by an e-mail address.

## Why

A role is a job. When people change, the job stays, and so should everything that is written about it.

## Example

```yaml
version: 1
roles:
  cook: {name: Ana Silva, people: [Ana Silva], deliverables: [{name: Menu}]}
  buyer: {name: "@ben", deliverables: [{name: Order Sheet}]}
```

## Use instead

```yaml
version: 1
roles:
  cook: {name: Cook, people: [Ana Silva], deliverables: [{name: Menu}]}
  buyer: {name: Buyer, people: [{name: Ben, contact: "@ben"}], deliverables: [{name: Order Sheet}]}
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from raci.faults.finding import Finding, Related, Severity
from raci.rule.rule import Sight, rule
from raci.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.model.register import Role


_HANDLE = re.compile(r"@[\w.-]+")
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")


def _check(sight: Sight) -> Iterable[Finding]:
    for role in sight.register.roles.values():
        alike = _person(role)
        if alike is not None:
            person = role.entry.people[alike].name
            message = f'the role "{role.name}" is named like {person}, who holds it'
        elif _HANDLE.fullmatch(role.name):
            message = f'the role is named by a handle, "{role.name}"'
        elif _ADDRESS.fullmatch(role.name):
            message = f'the role is named by an e-mail address, "{role.name}"'
        else:
            continue
        yield RULE.at(
            role.place.at("name"),
            role.id,
            message,
            "Name the job, and put the person under `people`.",
            related=[] if alike is None else [Related(role.place.at("people", alike), "the person")],
        )


def _person(role: Role) -> int | None:
    """Return which of its people a role is named like, by the whole name or a part of it."""
    words = set(fold(role.name).split())
    alike = (number for number, each in enumerate(role.entry.people) if words <= set(fold(each.name).split()))
    return next(alike, None)


RULE = rule("RACI501", Severity.INFO, _check, "raci: a role is a job, and stays when people change")
