"""A file is larger, or nested deeper, than anybody writes by hand.

The limits are 30 levels, 2,500,000 values, and 1,000 mistakes: then reading ends. A file of more than 32 MiB
is not read at all. A name has at most 1,000 characters, another text 100,000, a list 10,000 items; all files
together have at most 200,000 names. Some limits can be set, in `[limits]`: docs/reliability.md has them all.

## Why

Whoever can hand in an ownership file must not be able to stop the check of it with a few lines.

## Example

```yaml
version: 1
roles:
  cook:
    name: Cook
    aliases: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[chef]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
```

## Use instead

```yaml
version: 1
roles:
  cook:
    name: Cook
    aliases: [chef]
```
"""

from __future__ import annotations

from raci.faults.finding import Severity
from raci.rule.rule import Rule

RULE = Rule(
    code="RACI007",
    name="limit",
    severity=Severity.ERROR,
    source="raci: a limit with a message is better than a crash",
    page=__doc__,
    finds=("too-deep", "too-large", "too-many-findings"),
)
