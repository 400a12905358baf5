"""Two files name different schemes of letters.

## Why

A letter means what its scheme says: A is accountable in RACI and an adviser in RAPID. Files that are read
together have to mean the same by it.

## Example

`kitchen.yaml`:

```yaml
version: 1
scheme: raci
roles:
  cook:
    name: Cook
```

`bar.yaml`:

```yaml
version: 1
scheme: daci
roles:
  waiter:
    name: Waiter
```

## Use instead

`kitchen.yaml`:

```yaml
version: 1
scheme: raci
roles:
  cook:
    name: Cook
```

`bar.yaml`:

```yaml
version: 1
roles:
  waiter:
    name: Waiter
```

One file that names the scheme is enough.
"""

from __future__ import annotations

from raci.faults.finding import Severity
from raci.rule.rule import Rule

RULE = Rule(
    code="RACI014",
    name="two-schemes",
    severity=Severity.ERROR,
    source="docs/data-format.md: one register has one scheme",
    page=__doc__,
)
