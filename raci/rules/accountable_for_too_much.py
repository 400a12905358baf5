"""A role is accountable for far more than the others.

## Why

Who answers for everything is the place where everything waits. Some of it can be answered for by those who
do it.

## Example

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities: [{name: Menu}, {name: Recipes}, {name: Tasting}, {name: Hygiene}, {name: Waste}]
    deliverables: [{name: Rota}, {name: Stock List}, {name: Price List}, {name: Allergens}, {name: Banquets}]
  waiter:
    name: Waiter
    responsibilities: [{name: Service}]
  buyer:
    name: Buyer
    responsibilities: [{name: Orders}]
  porter:
    name: Porter
    responsibilities: [{name: Deliveries}]
  sommelier:
    name: Sommelier
    responsibilities: [{name: Cellar}]
```

## Use instead

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities: [{name: Menu}, {name: Recipes}, {name: Tasting}, {name: Hygiene}, {name: Waste}]
    deliverables: [{name: Rota}, {name: Allergens}]
  waiter:
    name: Waiter
    responsibilities: [{name: Service}, {name: Price List}, {name: Banquets}]
  buyer:
    name: Buyer
    responsibilities: [{name: Orders}]
  porter:
    name: Porter
    responsibilities: [{name: Deliveries}]
  sommelier:
    name: Sommelier
    responsibilities: [{name: Cellar}]
```

## Settings

The threshold is how many times the median of the roles with lists of their own is still no matter: 3. The
rule compares from five such roles on, and counts fewer than ten pieces of work as few.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.faults.finding import Finding, Severity
from raci.model.scheme import Meaning
from raci.rule.load import heaviest, loads
from raci.rule.row import shown
from raci.rule.rule import Sight, rule

if TYPE_CHECKING:
    from collections.abc import Iterable


def _check(sight: Sight) -> Iterable[Finding]:
    letter = shown(sight, [sight.register.scheme.accountable])
    for load, count, middle in heaviest(loads(sight), Meaning.ACCOUNTABLE, RULE.limit(sight)):
        yield RULE.at(
            load.role.place.at("name"),
            load.role.id,
            f"{load.role.name} holds {letter} for {count} pieces of work; "
            f"the median of the roles is {middle:g}",
            "Move what others could answer for to those who do it.",
        )


RULE = rule(
    "RACI301",
    Severity.INFO,
    _check,
    "Smith and Erwin, Role & Responsibility Charting (RACI): vertical analysis, many A in a column",
    threshold=3,
)
