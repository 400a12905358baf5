"""So many roles are consulted on a piece of work that it may take too long to decide anything.

## Why

Each one who is consulted is asked before something is done, and the work waits for the answer. Some of them
may only want to know.

## Example

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - {name: Menu, with: {waiter: C, buyer: C, sommelier: C, porter: C, owner: C, guest: C}}
  waiter: {name: Waiter}
  buyer: {name: Buyer}
  sommelier: {name: Sommelier}
  porter: {name: Porter}
  owner: {name: Owner}
  guest: {name: Guest}
```

## Use instead

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - {name: Menu, with: {waiter: I, buyer: C, sommelier: C, porter: I, owner: C, guest: I}}
  waiter: {name: Waiter}
  buyer: {name: Buyer}
  sommelier: {name: Sommelier}
  porter: {name: Porter}
  owner: {name: Owner}
  guest: {name: Guest}
```

## Settings

The threshold is how many roles may hold the letter: 5. Where a scheme has several letters for those who are
asked, as RAPID has for giving input and agreeing, each is counted by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.faults.finding import Finding, Severity
from raci.model.scheme import Meaning
from raci.rule.row import crowded, row_at, shown
from raci.rule.rule import Sight, rule

if TYPE_CHECKING:
    from collections.abc import Iterable


def _check(sight: Sight) -> Iterable[Finding]:
    for work, letter, count in crowded(sight, Meaning.CONSULTED, RULE.limit(sight)):
        message = f"{count} roles hold {shown(sight, [letter.code])} for {work.name}"
        help_ = "Keep the letter for those without whom the work cannot be decided, and inform the others."
        yield RULE.at(row_at(sight, work), work.id, message, help_)


RULE = rule(
    "RACI207",
    Severity.INFO,
    _check,
    "Smith and Erwin, Role & Responsibility Charting (RACI): horizontal analysis, many C in a row",
    threshold=5,
)
