"""The baseline knows of more findings than there are.

## Why

What was mended may come back unseen as long as the baseline lists it.

## Example

`baseline.json`:

```json
{
  "schema_version": 1,
  "findings": [
    {"rule": "RACI201", "file": "ownership.yaml", "subject": "menu", "count": 1}
  ]
}
```

`ownership.yaml`:

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - {name: Menu, letters: AR}
```

The cook is accountable by now.

## Use instead

`baseline.json`:

```json
{
  "schema_version": 1,
  "findings": []
}
```

`ownership.yaml`:

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - {name: Menu, letters: AR}
```

A baseline recognises a finding by rule, file and subject, not by line. An entry may have a `reason`, and
`expires`, the last day on which it holds. Entries are judged only if their file is linted, nothing in it
fails to load, and their rule is selected.
"""

from __future__ import annotations

from raci.faults.finding import Severity
from raci.rule.rule import Rule

RULE = Rule(
    code="RACI905",
    name="stale-baseline",
    severity=Severity.WARNING,
    source="ESLint: suppressions that are left over fail the run",
    page=__doc__,
)
