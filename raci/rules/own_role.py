"""A role gives letters to itself in `with`.

`with` says what a role expects of others. Its own letters stand under `letters`.

## Why

Letters in two places may say two things.

## Example

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - {name: Menu, letters: A, with: {cook: R}}
```

## Use instead

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - {name: Menu, letters: AR}
```
"""

from __future__ import annotations

from raci.faults.finding import Severity
from raci.rule.rule import Rule

RULE = Rule(
    code="RACI109",
    name="own-role",
    severity=Severity.ERROR,
    source="docs/data-format.md: what one role expects of others",
    page=__doc__,
)
