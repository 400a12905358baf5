"""A field holds what it cannot hold: another shape, or a word that is not one of those it knows.

Shapes are text, lists and mappings. A file that is empty or holds only a list is of the wrong shape as a
whole.

## Why

What cannot be read as it is meant would have to be guessed.

## Example

```yaml
version: 1
roles:
  cook:
    name: Cook
    aliases: chef
```

```yaml
version: 1
scheme: raciq
roles:
  Cook:
    name: Cook
```

## Use instead

```yaml
version: 1
scheme: raci
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
    code="RACI009",
    name="wrong-value",
    severity=Severity.ERROR,
    source="docs/data-format.md: what each field may hold",
    page=__doc__,
    finds=("wrong-shape",),
)
