"""A file is not written in UTF-8.

Some editors, and exports of spreadsheets, write in the encoding of the system they run on.

## Why

Read in the wrong encoding, a name is another name: "Küche" becomes "KÃ¼che", and nobody finds it.

## Example

This, saved as Latin-1:

```yaml latin-1
version: 1
roles:
  cook:
    name: Küchenchefin
```

## Use instead

The same, saved as UTF-8:

```yaml
version: 1
roles:
  cook:
    name: Küchenchefin
```
"""

from __future__ import annotations

from raci.faults.finding import Severity
from raci.rule.rule import Rule

RULE = Rule(
    code="RACI002",
    name="encoding",
    severity=Severity.ERROR,
    source="YAML 1.2.2, 5.2: raci reads UTF-8 and no other encoding",
    page=__doc__,
)
