"""A waiver gives no reason.

It silences nothing until it gives one.

## Why

Whoever reads the file next has to know whether the exception still holds.

## Example

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - {name: Menu, letters: R}  # raci: ignore[no-accountable]
```

## Use instead

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - {name: Menu, letters: R}  # raci: ignore[no-accountable] the owner decides in spring
```
"""

from __future__ import annotations

from raci.faults.finding import Severity
from raci.rule.rule import Rule

RULE = Rule(
    code="RACI903",
    name="waiver-without-reason",
    severity=Severity.WARNING,
    source="raci: an exception is a decision, and a decision has a reason",
    page=__doc__,
)
