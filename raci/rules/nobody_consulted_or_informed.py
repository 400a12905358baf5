"""On most of what a role is accountable for, nobody is consulted or informed.

## Why

It may be that the role works alone. More often the letters have not been thought of, and others hear of a
decision when it hurts them.

## Example

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - {name: Menu, with: {waiter: I}}
      - {name: Stock}
      - {name: Kitchen Rota}
      - {name: Recipes}
      - {name: Tasting}
  waiter: {name: Waiter}
```

## Use instead

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - {name: Menu, with: {waiter: I}}
      - {name: Stock, with: {buyer: C}}
      - {name: Kitchen Rota, with: {waiter: I}}
      - {name: Recipes}
      - {name: Tasting}
  waiter: {name: Waiter}
  buyer: {name: Buyer}
```

It is said once for a role, and only of roles that are accountable for five pieces of work or more.

## Settings

The threshold is the share of that work, in percent, that may have nobody consulted or informed: 50.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from raci.faults.finding import Finding, Severity
from raci.model.scheme import Meaning
from raci.rule.row import holding, letters_meaning, shown
from raci.rule.rule import Sight, rule

if TYPE_CHECKING:
    from collections.abc import Iterable

_ENOUGH = 5


def _check(sight: Sight) -> Iterable[Finding]:
    listening = letters_meaning(sight, Meaning.CONSULTED, Meaning.INFORMED)
    codes = {letter.code for letter in listening}
    answers_for, alone = Counter[str](), Counter[str]()
    listened_to = holding(sight, codes)
    answering = sight.register.scheme.accountable
    for held in sight.letters.values():
        heard = not listened_to.isdisjoint(held.values())
        for accountable in (role for role, letters in held.items() if answering in letters):
            answers_for[accountable] += 1
            alone[accountable] += not heard
    missing = shown(sight, (letter.code for letter in listening), last="or")
    letter = shown(sight, [sight.register.scheme.accountable])
    for id_, role in sight.register.roles.items():
        count, total = alone[id_], answers_for[id_]
        if total >= _ENOUGH and count * 100 > RULE.limit(sight) * total:
            of_all = f"{count} of the {total} pieces of work for which {role.name} holds {letter}"
            help_ = "Where somebody's advice is needed, or somebody has to know, say so under `with`."
            yield RULE.at(role.place.at("name"), id_, f"nobody holds {missing} for {of_all}", help_)


RULE = rule(
    "RACI209",
    Severity.INFO,
    _check,
    "Smith and Erwin, Role & Responsibility Charting (RACI): horizontal analysis, no C and no I in a row",
    threshold=50,
)
