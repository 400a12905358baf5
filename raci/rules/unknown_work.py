"""A piece of work is referred to that stands on nobody's list.

A reference may be the work's id, its name or an alias of it.

## Why

An overlap that covers work which does not exist settles nothing.

## Example

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - name: Seasonal Planning
        produces: [Menue]
    deliverables:
      - name: Menu
```

## Use instead

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - name: Seasonal Planning
        produces: [Menu]
    deliverables:
      - name: Menu
```

Or put the work on a role's list, or under `unowned` with the reason why nobody has it.
"""

from __future__ import annotations

from raci.faults.finding import Severity
from raci.rule.rule import Rule

RULE = Rule(
    code="RACI102",
    name="unknown-work",
    severity=Severity.ERROR,
    source="raci: a reference has to lead to something",
    page=__doc__,
)
