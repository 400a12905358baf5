"""A role, a practice or an overlap is defined in two files.

## Why

Two halves of one definition drift apart, and nobody sees both. Which one holds would depend on the order of
the files.

## Example

`kitchen.yaml`:

```yaml
version: 1
roles:
  cook:
    name: Cook
```

`pastry.yaml`:

```yaml
version: 1
roles:
  cook:
    name: Pastry Cook
```

## Use instead

`kitchen.yaml`:

```yaml
version: 1
roles:
  cook:
    name: Cook
```

`pastry.yaml`:

```yaml
version: 1
roles:
  pastry-cook:
    name: Pastry Cook
```

Or put all of the role into one file.
"""

from __future__ import annotations

from raci.faults.finding import Severity
from raci.rule.rule import Rule

RULE = Rule(
    code="RACI106",
    name="duplicate-definition",
    severity=Severity.ERROR,
    source="raci: one thing is defined in one place",
    page=__doc__,
    finds=("duplicate-role", "duplicate-practice", "duplicate-overlap"),
)
