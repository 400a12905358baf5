"""A role answers for a piece of work, but nobody is said to do it.

## Why

The accountable role may be meant to do the work as well, or somebody else does it whom the files do not
name. Written down, nobody has to guess, and the work does not wait for hands that never come.

## Example

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - {name: Menu, letters: A}
```

## Use instead

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - {name: Menu, letters: AR}
      - {name: Wine List, letters: A, with: {sommelier: R}}
  sommelier: {name: Sommelier}
```

In RAPID, those who recommend and those who perform count as responsible; in DACI, the driver. With DRI the
accountable role is the responsible one. Where the accountable role leaves `letters` out and the scheme's
default says nothing about who does the work (RAPID), this rule is silent too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.faults.finding import Finding, Severity
from raci.model.scheme import Meaning
from raci.rule.row import given_at, holding, letters_meaning, row_at, shown
from raci.rule.rule import Sight, rule

if TYPE_CHECKING:
    from collections.abc import Iterable


def _check(sight: Sight) -> Iterable[Finding]:
    doing = [letter.code for letter in letters_meaning(sight, Meaning.RESPONSIBLE)]
    if not doing:
        return
    at_work = holding(sight, doing)
    for id_, held in sight.letters.items():
        if not at_work.isdisjoint(held.values()):
            continue
        work, accountable, claims = (
            sight.register.work[id_],
            sight.graph.accountable(id_),
            sight.graph.claims(id_),
        )
        if not accountable or not claims:
            continue
        if any(claim.role in accountable and not claim.entry.letters for claim in claims):
            continue
        given = given_at(sight, work, accountable[0], sight.register.scheme.accountable)
        yield RULE.at(
            given[0] if given else row_at(sight, work),
            work.id,
            f"nobody holds {shown(sight, doing, last='or')} for {work.name}",
            "Give the letter to whoever does the work, which may be the accountable role itself.",
        )


RULE = rule(
    "RACI203",
    Severity.INFO,
    _check,
    "Smith and Erwin, Role & Responsibility Charting (RACI): horizontal analysis, no R in a row; "
    "Wikipedia, Responsibility assignment matrix: the accountable may be responsible too",
)
