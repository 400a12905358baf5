"""An entry lacks a field that it needs.

Roles, work, practices and people need a `name`, unowned work a `because`, an agreement says who is
`accountable`, a file has its `version`. An overlap says something: `sides` and `tension`, an `agreement`,
`distinct` or `same`.

## Why

Without it the entry does not say what it is there to say.

## Example

```yaml
version: 1
roles:
  cook:
    contact: "@ana"
```

```yaml
version: 1
unowned:
  - name: Car Park
```

## Use instead

```yaml
version: 1
roles:
  cook:
    name: Cook
    contact: "@ana"
unowned:
  - name: Car Park
    because: The landlord sees to it.
```
"""

from __future__ import annotations

from raci.faults.finding import Severity
from raci.rule.rule import Rule

RULE = Rule(
    code="RACI010",
    name="missing-field",
    severity=Severity.ERROR,
    source="docs/data-format.md: the fields that an entry needs",
    page=__doc__,
)
