"""A waiver, or an entry of the baseline, is past its day, or until when it holds is not clear.

It silences nothing any more.

## Why

An exception with a day was meant to end. The day is there so that somebody looks again.

## Example

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      # raci: ignore[no-accountable] until 2025-12-31: the owner decides in winter
      - {name: Menu, letters: R}
```

## Use instead

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      # raci: ignore[no-accountable] until 9999-12-31: the owner decides in winter
      - {name: Menu, letters: R}
```

Or mend what the waiver silenced. It holds on the day that it names, and no longer. A reason that begins with
"until" is read as a date: let it begin with another word. In a baseline the day is the `expires` of an entry.
"""

from __future__ import annotations

from raci.faults.finding import Severity
from raci.rule.rule import Rule

RULE = Rule(
    code="RACI904",
    name="expired-waiver",
    severity=Severity.WARNING,
    source="raci: an exception may be for a time",
    page=__doc__,
)
