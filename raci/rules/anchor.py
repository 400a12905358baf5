"""A value has an anchor (`&name`), or an alias (`*name`) repeats one.

## Why

An alias says something that stands elsewhere. Whoever reads or changes one role would have to know all
places that take part in it, and a few lines of aliases can be made to stand for millions of values.

## Example

```yaml
version: 1
roles:
  cook:
    name: Cook
    contact: &kitchen "#kitchen"
  baker:
    name: Baker
    contact: *kitchen
```

## Use instead

```yaml
version: 1
roles:
  cook:
    name: Cook
    contact: "#kitchen"
  baker:
    name: Baker
    contact: "#kitchen"
```

Text that begins with `&` or `*` needs quotes.
"""

from __future__ import annotations

from raci.faults.finding import Severity
from raci.rule.rule import Rule

RULE = Rule(
    code="RACI005",
    name="anchor",
    severity=Severity.ERROR,
    source="raci: what a file says stands where it says it",
    page=__doc__,
    finds=("anchor", "alias"),
)
