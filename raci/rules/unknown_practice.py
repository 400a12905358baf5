"""An agreement names a practice that no file defines.

## Why

An agreement that rests on a meeting nobody has described rests on nothing.

## Example

```yaml
version: 1
roles:
  cook:
    name: Cook
    deliverables:
      - name: Menu
overlaps:
  menu:
    work: [Menu]
    tension: Taste or price.
    agreement:
      accountable: cook
      practices: [tastings]
practices:
  tasting:
    name: Tasting
```

## Use instead

```yaml
version: 1
roles:
  cook:
    name: Cook
    deliverables:
      - name: Menu
overlaps:
  menu:
    work: [Menu]
    tension: Taste or price.
    agreement:
      accountable: cook
      practices: [tasting]
practices:
  tasting:
    name: Tasting
```

Or define it under `practices`.
"""

from __future__ import annotations

from raci.faults.finding import Severity
from raci.rule.rule import Rule

RULE = Rule(
    code="RACI103",
    name="unknown-practice",
    severity=Severity.ERROR,
    source="raci: a reference has to lead to something",
    page=__doc__,
)
