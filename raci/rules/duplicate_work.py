"""One role lists a piece of work twice.

Names that differ only in case, spaces or hyphens are one name. Under `unowned`, too, a thing stands once.

## Why

Two roles that list one name claim the same work; that is what the files are for. Twice in one list it says
nothing, and the two entries may say different things.

## Example

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - {name: Menu Planning, letters: A}
      - {name: menu-planning, letters: R}
```

## Use instead

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - {name: Menu Planning, letters: AR}
```

If there are two things, give them different names.
"""

from __future__ import annotations

from raci.faults.finding import Severity
from raci.rule.rule import Rule

RULE = Rule(
    code="RACI107",
    name="duplicate-work",
    severity=Severity.ERROR,
    source="raci: one list names a thing once",
    page=__doc__,
)
