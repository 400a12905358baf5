"""A role with a list of its own neither answers for anything nor does anything.

## Why

A role that is only consulted and informed hands nothing over. Either its letters are wrong, or its real work
stands in no file, or it could be spared.

## Example

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - {name: Menu}
  sommelier:
    name: Sommelier
    responsibilities:
      - {name: Menu, letters: C}
```

## Use instead

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - {name: Menu, with: {sommelier: C}}
  sommelier:
    name: Sommelier
    responsibilities:
      - {name: Wine List}
```

A role without a list is left alone: the files say nothing about its own work. So is one with a letter of
another meaning, such as support or verifier.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.faults.finding import Finding, Severity
from raci.model.scheme import Meaning
from raci.rule.load import loads
from raci.rule.row import letters_meaning, shown
from raci.rule.rule import Sight, rule

if TYPE_CHECKING:
    from collections.abc import Iterable


def _check(sight: Sight) -> Iterable[Finding]:
    doing = letters_meaning(sight, Meaning.ACCOUNTABLE, Meaning.RESPONSIBLE)
    letters = shown(sight, (letter.code for letter in doing), last="or")
    for load in loads(sight):
        consulted = load.parts.get(Meaning.CONSULTED)
        only_asked = set(load.parts) <= {Meaning.CONSULTED, Meaning.INFORMED}
        if load.listed and consulted and only_asked:
            yield RULE.at(
                load.role.place.at("name"),
                load.role.id,
                f"{load.role.name} has a list of its own, but no {letters} anywhere",
                "Write down what the role does itself, or leave its letters to the lists of the others.",
            )


RULE = rule(
    "RACI303",
    Severity.INFO,
    _check,
    "Smith and Erwin, Role & Responsibility Charting (RACI): vertical analysis, no R and no A in a column",
)
