"""A key has no value.

`#` begins a comment. So `contact: #kitchen` says nothing at all: put such text in quotes.

## Why

Somebody meant to say something here, and it is not said.

## Example

```yaml
version: 1
roles:
  cook:
    name: Cook
    contact: #kitchen
    summary:
```

## Use instead

```yaml
version: 1
roles:
  cook:
    name: Cook
    contact: "#kitchen"
```

Or leave the line out. An empty list (`[]`) may stay: it says that there is nothing on it.
"""

from __future__ import annotations

from raci.faults.finding import Severity
from raci.rule.rule import Rule

RULE = Rule(
    code="RACI011",
    name="empty-value",
    severity=Severity.ERROR,
    source="raci: whoever writes a key means a value",
    page=__doc__,
)
