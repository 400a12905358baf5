"""A letter is none of the register's scheme.

## Why

A letter that has no meaning gives nobody a part.

## Example

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - {name: Menu, letters: AS}
```

## Use instead

```yaml
version: 1
scheme: rasci
roles:
  cook:
    name: Cook
    responsibilities:
      - {name: Menu, letters: AS}
```

Or use the letters that the scheme has: the help lists them.
"""

from __future__ import annotations

from raci.faults.finding import Severity
from raci.rule.rule import Rule

RULE = Rule(
    code="RACI104",
    name="unknown-letter",
    severity=Severity.ERROR,
    source="docs/data-format.md: the letters of each scheme",
    page=__doc__,
)
