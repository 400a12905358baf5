"""A value has a tag, such as `!!str` or `!role`.

## Why

Tags tell a program what to make of a value: a number, a date, an object of its own. Here every value is
text, and `raci` knows by the key what is meant. A tag would say nothing, or something else.

## Example

```yaml
version: 1
roles:
  cook:
    name: !!str Cook
```

## Use instead

```yaml
version: 1
roles:
  cook:
    name: Cook
```

Text that begins with an exclamation mark needs quotes.
"""

from __future__ import annotations

from raci.faults.finding import Severity
from raci.rule.rule import Rule

RULE = Rule(
    code="RACI006",
    name="tag",
    severity=Severity.ERROR,
    source="raci: every value is text",
    page=__doc__,
)
