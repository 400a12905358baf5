"""A piece of work has a name that gives no id, or that of another piece of work.

The id is made of the letters and digits of the name. Names that differ only in other signs have the same id.

## Why

Two different things with one id would be taken for one.

## Example

```yaml
version: 1
roles:
  cook:
    name: Cook
    deliverables:
      - name: Menu (Summer)
      - name: "Menu: Summer"
```

## Use instead

```yaml
version: 1
roles:
  cook:
    name: Cook
    deliverables:
      - name: Menu (Summer)
      - {name: "Menu: Summer", id: summer-card}
```

If they are one thing, give them one name.
"""

from __future__ import annotations

from raci.faults.finding import Severity
from raci.rule.rule import Rule

RULE = Rule(
    code="RACI108",
    name="needs-id",
    severity=Severity.ERROR,
    source="docs/data-format.md: names, ids and references",
    page=__doc__,
)
