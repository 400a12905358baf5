"""A waiver silences nothing.

What it was written for has been mended, or it stands in the wrong place.

## Why

A waiver that is left behind silences the next finding of its kind unseen.

## Example

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      # raci: ignore[no-accountable] the owner decides in spring
      - {name: Menu, letters: AR}
```

## Use instead

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      # raci: ignore[no-accountable] the owner decides in spring
      - {name: Menu, letters: R}
```

A waiver at the end of a line holds for findings in this line. One that is alone in its line holds for the
entry below it, down to its last line; several may stand above one entry. `# raci: ignore-file[...]` holds
for the whole file. Each rule in the brackets is judged by itself. A waiver of a rule that is not selected is
not judged, nor is one that holds where a mistake keeps an entry from being loaded.
"""

from __future__ import annotations

from raci.faults.finding import Severity
from raci.rule.rule import Rule

RULE = Rule(
    code="RACI901",
    name="unused-waiver",
    severity=Severity.WARNING,
    source="ruff RUF100: suppressions that suppress nothing are reported",
    page=__doc__,
)
