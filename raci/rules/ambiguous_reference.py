"""A reference may mean several things.

Two roles, or two pieces of work, may go by one alias. That is no mistake in itself, but then the alias
cannot be used to refer to one of them.

## Why

A guess might name the wrong owner.

## Example

```yaml
version: 1
roles:
  cook:
    name: Cook
    deliverables:
      - {name: Menu, aliases: [the card]}
      - {name: Wine List, aliases: [the card]}
overlaps:
  the-card:
    work: [the card]
    tension: Who prints it?
```

## Use instead

```yaml
version: 1
roles:
  cook:
    name: Cook
    deliverables:
      - {name: Menu, aliases: [the card]}
      - {name: Wine List, aliases: [the card]}
overlaps:
  the-card:
    work: [Menu, Wine List]
    tension: Who prints it?
```
"""

from __future__ import annotations

from raci.faults.finding import Severity
from raci.rule.rule import Rule

RULE = Rule(
    code="RACI105",
    name="ambiguous-reference",
    severity=Severity.ERROR,
    source="raci: a reference has to lead to one thing",
    page=__doc__,
    finds=("ambiguous-role", "ambiguous-work", "ambiguous-practice", "ambiguous-name"),
)
