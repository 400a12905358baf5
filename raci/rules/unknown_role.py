"""A role is referred to that no file defines.

A reference may be the role's id, its name or an alias of it. Escalations may also be plain text, so nothing
in them is unknown.

## Why

A misspelt owner owns nothing: nobody with that name would ever be told.

## Example

```yaml
version: 1
roles:
  cook:
    name: Cook
    reports_to: onwer
  owner:
    name: Owner
```

## Use instead

```yaml
version: 1
roles:
  cook:
    name: Cook
    reports_to: owner
  owner:
    name: Owner
```

Or define the role. If it stands in another file, lint that file together with this one.
"""

from __future__ import annotations

from raci.faults.finding import Severity
from raci.rule.rule import Rule

RULE = Rule(
    code="RACI101",
    name="unknown-role",
    severity=Severity.ERROR,
    source="raci: a reference has to lead to something",
    page=__doc__,
)
