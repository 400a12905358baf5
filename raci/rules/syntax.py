"""A file is not YAML, and cannot be read from here on.

Whatever stands below this place is not checked: mend it first, then lint again. Until then, the rules
that look at all files together wait.

## Why

A file that cannot be read says nothing, and who owns what is written in it is lost.

## Example

```yaml
version: 1
roles:
  cook:
    name: Cook
    contact: "@ana
```

```yaml
version: 1
roles:
  cook:
    name: Cook
    summary: Cooks: and cleans.
```

## Use instead

```yaml
version: 1
roles:
  cook:
    name: Cook
    contact: "@ana"
    summary: "Cooks: and cleans."
```
"""

from __future__ import annotations

from raci.faults.finding import Severity
from raci.rule.rule import Rule

RULE = Rule(
    code="RACI001",
    name="syntax",
    severity=Severity.ERROR,
    source="YAML 1.2.2: what raci reads has to be YAML",
    page=__doc__,
)
