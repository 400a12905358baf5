"""A waiver names no rule, one that does not exist, or one that cannot be waived.

## Why

A misspelt waiver silences nothing, and nobody would notice.

## Example

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - name: Menu
        letters: R  # raci: ignore[no-acountable] the owner decides in spring
```

## Use instead

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - name: Menu
        letters: R  # raci: ignore[no-accountable] the owner decides in spring
```

Name each rule by its code or its name, several with commas between them. There is no waiver of all rules.

Two families cannot be waived, nor be put into a baseline: what is found while files are read (RACI0 and
RACI101 to RACI109), because with it the files do not load in any other command; and what is found about
waivers (RACI9).
"""

from __future__ import annotations

from raci.faults.finding import Severity
from raci.rule.rule import Rule

RULE = Rule(
    code="RACI902",
    name="unknown-waived-rule",
    severity=Severity.WARNING,
    source="ruff RUF102: suppressions with an unknown code are reported",
    page=__doc__,
)
