"""An entry has a field that it cannot have.

Often the field is misspelt: the help names the nearest one, and all that the entry may have.

## Why

What stands under a misspelt key is not read. A silent `letter:` would leave a role with letters that nobody
gave it.

## Example

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - name: Menu
        letter: A
```

## Use instead

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - name: Menu
        letters: A
```

What has no field goes into `summary`, or into a comment.
"""

from __future__ import annotations

from raci.faults.finding import Severity
from raci.rule.rule import Rule

RULE = Rule(
    code="RACI008",
    name="unknown-field",
    severity=Severity.ERROR,
    source="docs/data-format.md: the fields of each entry",
    page=__doc__,
)
