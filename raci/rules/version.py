"""A file is in a version of the format that this `raci` does not read.

There is one version so far, 1. A file that names none lacks a field (RACI010).

## Why

A later version may mean something else by the same words. To guess would be to name the wrong owner.

## Example

```yaml
version: 2
roles:
  cook:
    name: Cook
```

## Use instead

```yaml
version: 1
roles:
  cook:
    name: Cook
```

If the file comes from a later `raci`, use that one.
"""

from __future__ import annotations

from raci.faults.finding import Severity
from raci.rule.rule import Rule

RULE = Rule(
    code="RACI012",
    name="version",
    severity=Severity.ERROR,
    source="docs/data-format.md: a file says which version of the format it is in",
    page=__doc__,
)
