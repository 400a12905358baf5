"""A role is responsible for far more than the others.

## Why

One role cannot keep up with so much. What is done last is not chosen, it just happens.

## Example

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - {name: Menu, letters: A, with: {porter: R}}
      - {name: Recipes, letters: A, with: {porter: R}}
      - {name: Tasting, letters: A, with: {porter: R}}
      - {name: Hygiene, letters: A, with: {porter: R}}
      - {name: Waste, letters: A, with: {porter: R}}
  waiter:
    name: Waiter
    responsibilities:
      - {name: Service, letters: A, with: {porter: R}}
      - {name: Table Plan, letters: A, with: {porter: R}}
      - {name: Candles, letters: A, with: {porter: R}}
      - {name: Linen, letters: A, with: {porter: R}}
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
    responsibilities:
      - {name: Menu}
      - {name: Recipes}
      - {name: Tasting}
      - {name: Hygiene, with: {porter: R}}
      - {name: Waste, with: {porter: R}}
  waiter:
    name: Waiter
    responsibilities:
      - {name: Service}
      - {name: Table Plan}
      - {name: Candles}
      - {name: Linen, with: {porter: R}}
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

A role that is accountable for too much, and for as much as it does, is named by the rule on that only.

## Settings

The threshold is how many times the median of the roles with lists of their own is still no matter: 3. The
rule compares from five such roles on, and counts fewer than ten pieces of work as few.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.faults.finding import Finding, Severity
from raci.model.scheme import Meaning
from raci.rule.load import heaviest, loads
from raci.rule.row import letters_meaning, shown
from raci.rule.rule import Sight, rule

if TYPE_CHECKING:
    from collections.abc import Iterable


def _check(sight: Sight) -> Iterable[Finding]:
    found, factor = loads(sight), RULE.limit(sight)
    letters = shown(sight, (each.code for each in letters_meaning(sight, Meaning.RESPONSIBLE)), last="or")
    # Those who answer for what they do would be named twice for one thing.
    answering = {load.role.id: count for load, count, _ in heaviest(found, Meaning.ACCOUNTABLE, factor)}
    for load, count, middle in heaviest(found, Meaning.RESPONSIBLE, factor):
        if count > answering.get(load.role.id, 0):
            yield RULE.at(
                load.role.place.at("name"),
                load.role.id,
                f"{load.role.name} holds {letters} for {count} pieces of work; "
                f"the median of the roles is {middle:g}",
                "Give some of the work to others, or say who does it today.",
            )


RULE = rule(
    "RACI302",
    Severity.INFO,
    _check,
    "Smith and Erwin, Role & Responsibility Charting (RACI): vertical analysis, many R in a column",
    threshold=3,
)
