"""So many roles are responsible for a piece of work that each may leave it to the others.

## Why

What many do, nobody feels to be theirs. Often the work is several pieces under one name, each with its own
few hands.

## Example

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - {name: Banquet, letters: AR, with: {waiter: R, buyer: R, sommelier: R, porter: R}}
  waiter: {name: Waiter}
  buyer: {name: Buyer}
  sommelier: {name: Sommelier}
  porter: {name: Porter}
```

## Use instead

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - {name: Banquet Kitchen, letters: AR, with: {buyer: R}}
      - {name: Banquet Service, letters: A, with: {waiter: R, sommelier: R, porter: R}}
  waiter: {name: Waiter}
  buyer: {name: Buyer}
  sommelier: {name: Sommelier}
  porter: {name: Porter}
```

## Settings

The threshold is how many roles may hold the letter: 4. Where a scheme has several letters for those who do
the work, as RAPID has for recommending and performing, each is counted by itself.
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
    for work, letter, count in crowded(sight, Meaning.RESPONSIBLE, RULE.limit(sight)):
        message = f"{count} roles hold {shown(sight, [letter.code])} for {work.name}"
        help_ = "Split the work into pieces with fewer hands, or keep the letter for those who really do it."
        yield RULE.at(row_at(sight, work), work.id, message, help_)


RULE = rule(
    "RACI206",
    Severity.INFO,
    _check,
    "Smith and Erwin, Role & Responsibility Charting (RACI): horizontal analysis, many R in a row",
    threshold=4,
)
