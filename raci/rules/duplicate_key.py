"""One key stands twice in a mapping, or two keys mean the same.

Two keys mean the same where they are two names of one role or of one piece of work.

## Why

Most readers of YAML keep the last of the two without a word. What the first one says is then lost.

## Example

```yaml
version: 1
roles:
  cook:
    name: Cook
    contact: "#kitchen"
    contact: "@ana"
```

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - name: Menu
        with: {buyer: C, Purchasing: I}
  buyer:
    name: Buyer
    aliases: [purchasing]
```

## Use instead

```yaml
version: 1
roles:
  cook:
    name: Cook
    contact: "#kitchen"
    responsibilities:
      - name: Menu
        with: {buyer: CI}
  buyer:
    name: Buyer
    aliases: [purchasing]
```
"""

from __future__ import annotations

from raci.faults.finding import Severity
from raci.rule.rule import Rule

RULE = Rule(
    code="RACI003",
    name="duplicate-key",
    severity=Severity.ERROR,
    source="YAML 1.2.2, 3.2.1.1: the keys of a mapping are unique",
    page=__doc__,
)
