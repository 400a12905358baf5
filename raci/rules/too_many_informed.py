"""So many roles are informed of a piece of work that telling them may be work of its own.

## Why

Who is told of everything stops reading. Routine news can go where all can look it up; the letter is for
those who have to act on it.

## Example

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - name: Menu
        with: {waiter: I, buyer: I, sommelier: I, porter: I, owner: I, guest: I, press: I, farm: I, cellar: I}
  waiter: {name: Waiter}
  buyer: {name: Buyer}
  sommelier: {name: Sommelier}
  porter: {name: Porter}
  owner: {name: Owner}
  guest: {name: Guest}
  press: {name: Press}
  farm: {name: Farm}
  cellar: {name: Cellar}
```

## Use instead

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - name: Menu
        with: {waiter: I, buyer: I, sommelier: I, owner: I}
  waiter: {name: Waiter}
  buyer: {name: Buyer}
  sommelier: {name: Sommelier}
  owner: {name: Owner}
```

## Settings

The threshold is how many roles may hold the letter: 8.
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
    for work, letter, count in crowded(sight, Meaning.INFORMED, RULE.limit(sight)):
        message = f"{count} roles hold {shown(sight, [letter.code])} for {work.name}"
        help_ = "Keep the letter for those who have to act on the news; let the others look it up."
        yield RULE.at(row_at(sight, work), work.id, message, help_)


RULE = rule(
    "RACI208",
    Severity.INFO,
    _check,
    "Smith and Erwin, Role & Responsibility Charting (RACI): horizontal analysis, many I in a row",
    threshold=8,
)
