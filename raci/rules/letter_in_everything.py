"""A role has a letter in nearly all of the work there is.

## Why

Who takes part in everything is waited for everywhere. Much of it would go as well without.

## Example

```yaml
version: 1
roles:
  owner:
    name: Owner
    responsibilities: [{name: Rent}, {name: Insurance}]
  cook:
    name: Cook
    responsibilities:
      - {name: Menu, with: {owner: C}}
      - {name: Recipes, with: {owner: C}}
      - {name: Tasting, with: {owner: I}}
  waiter:
    name: Waiter
    responsibilities:
      - {name: Service, with: {owner: I}}
      - {name: Table Plan}
  buyer:
    name: Buyer
    responsibilities: [{name: Orders, with: {owner: C}}, {name: Suppliers, with: {owner: C}}]
  porter:
    name: Porter
    responsibilities: [{name: Deliveries}]
```

## Use instead

```yaml
version: 1
roles:
  owner:
    name: Owner
    responsibilities: [{name: Rent}, {name: Insurance}]
  cook:
    name: Cook
    responsibilities:
      - {name: Menu, with: {owner: C}}
      - {name: Recipes}
      - {name: Tasting}
  waiter:
    name: Waiter
    responsibilities:
      - {name: Service}
      - {name: Table Plan}
  buyer:
    name: Buyer
    responsibilities: [{name: Orders}, {name: Suppliers, with: {owner: C}}]
  porter:
    name: Porter
    responsibilities: [{name: Deliveries}]
```

## Settings

The threshold is the share of all work, in percent, from which on it is too much: 80. The rule speaks where at
least five roles have lists of their own and there are ten pieces of work or more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.faults.finding import Finding, Severity
from raci.rule.load import comparable, loads
from raci.rule.rule import Sight, rule

if TYPE_CHECKING:
    from collections.abc import Iterable

_ENOUGH = 10


def _check(sight: Sight) -> Iterable[Finding]:
    found = loads(sight)
    total = sum(any(held.values()) for held in sight.letters.values())
    if total < _ENOUGH or not comparable(found):
        return
    for load in found:
        if load.pieces * 100 >= RULE.limit(sight) * total:
            yield RULE.at(
                load.role.place.at("name"),
                load.role.id,
                f"{load.role.name} has a letter for {load.pieces} of the {total} pieces of work",
                "Take its letters away where the work would go as well without.",
            )


RULE = rule(
    "RACI304",
    Severity.INFO,
    _check,
    "Smith and Erwin, Role & Responsibility Charting (RACI): vertical analysis, no empty cell in a column",
    threshold=80,
)
