"""A second YAML document begins in a file.

A line of three hyphens begins a document. At the top of a file it does no harm.

## Why

Most readers of YAML take the first document and pass over the rest. What stands there would be lost, so
`raci` says where it begins, and reads nothing below.

## Example

```yaml
version: 1
roles:
  cook:
    name: Cook
---
version: 1
roles:
  buyer:
    name: Buyer
```

## Use instead

```yaml
---
version: 1
roles:
  cook:
    name: Cook
  buyer:
    name: Buyer
```

Or put the second document into a file of its own: all files are read together.
"""

from __future__ import annotations

from raci.faults.finding import Severity
from raci.rule.rule import Rule

RULE = Rule(
    code="RACI004",
    name="several-documents",
    severity=Severity.ERROR,
    source="raci: one file is one document",
    page=__doc__,
    finds=("second-document",),
)
