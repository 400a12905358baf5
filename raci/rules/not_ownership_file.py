"""A file that was named holds nothing of what an ownership file holds.

In a folder such files are passed over, and counted. A file that is named is meant to count, so `raci` does
not stay silent. Nothing else is said about such a file.

## Why

With a mistyped name the check would be green, and nothing would have been checked.

## Example

```yaml
services:
  kitchen:
    image: kitchen
```

## Use instead

```yaml
version: 1
roles:
  cook:
    name: Cook
```

Or name the folder instead of the file.
"""

from __future__ import annotations

from raci.faults.finding import Severity
from raci.rule.rule import Rule

RULE = Rule(
    code="RACI013",
    name="not-ownership-file",
    severity=Severity.ERROR,
    source="docs/data-format.md: what a file holds",
    page=__doc__,
)
