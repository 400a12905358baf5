"""A role is only ever informed, and has no other part in anything.

## Why

Who can only listen has no say, and no work that waits for the news. Perhaps the role should be asked before
it is told, or not be told at all.

## Example

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - {name: Menu}
  waiter:
    name: Waiter
    responsibilities:
      - {name: Menu, letters: I}
```

## Use instead

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - {name: Menu, with: {waiter: I}}
  waiter:
    name: Waiter
    responsibilities:
      - {name: Service}
```

A role without a list of its own may well be one that is only told, such as investors. It is named only
where five roles or more have lists, so that much would be known of it, and it is told of five things or more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.faults.finding import Finding, Severity
from raci.model.scheme import Meaning
from raci.rule.load import comparable, loads
from raci.rule.row import letters_meaning, shown
from raci.rule.rule import Sight, rule

if TYPE_CHECKING:
    from collections.abc import Iterable

_MUCH = 5


def _check(sight: Sight) -> Iterable[Finding]:
    found = loads(sight)
    letters = shown(sight, (letter.code for letter in letters_meaning(sight, Meaning.INFORMED)))
    well_known = bool(comparable(found))
    for load in found:
        telling = load.listed or (well_known and load.pieces >= _MUCH)
        if telling and set(load.parts) == {Meaning.INFORMED}:
            pieces = "1 piece" if load.pieces == 1 else f"{load.pieces} pieces"
            yield RULE.at(
                load.role.place.at("name"),
                load.role.id,
                f"{load.role.name} holds nothing but {letters}, for {pieces} of work",
                "Consult it where its view matters, write down what it does itself, or tell it less.",
            )


RULE = rule(
    "RACI305",
    Severity.INFO,
    _check,
    "Smith and Erwin, Role & Responsibility Charting (RACI): vertical analysis, no R and no A in a column",
)
