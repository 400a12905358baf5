"""One thing is spelt in two ways, which differ in case, hyphens or quotes only.

## Why

They are one name, and nothing is lost. But people search files as they are, and whoever sees two spellings
wonders whether two things are meant.

## Example

```yaml
version: 1
roles:
  cook: {name: Cook, deliverables: [{name: Wine List}]}
  buyer: {name: Buyer, deliverables: [{name: wine-list, letters: C}]}
```

## Use instead

```yaml
version: 1
roles:
  cook: {name: Cook, deliverables: [{name: Wine List}]}
  buyer: {name: Buyer, deliverables: [{name: Wine List, letters: C}]}
```

The spelling of the role that is accountable counts.

## Fix

Safe: the other spelling is replaced. It means the same before and after.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.faults.finding import Finding, Related, Severity
from raci.faults.fix import Reword, safe
from raci.rule.rule import Sight, rule

if TYPE_CHECKING:
    from collections.abc import Iterable


def _check(sight: Sight) -> Iterable[Finding]:
    fold = sight.register.fold
    for id_ in sight.graph.claimed_twice():
        work = sight.register.work[id_]
        first = next(claim for claim in work.claims if claim.entry.name == work.name)
        for claim in work.claims:
            name = claim.entry.name
            if name != work.name and fold(name) == fold(work.name):
                where = claim.place.at("name")
                yield RULE.at(
                    where,
                    f"{id_} {claim.role}",
                    f'"{name}" is spelt "{work.name}" elsewhere',
                    "Use one spelling.",
                    related=[Related(first.place.at("name"), "the other spelling")],
                    fix=safe(f'Replace "{name}" by "{work.name}"', Reword(where, work.name)),
                )


RULE = rule(
    "RACI115",
    Severity.INFO,
    _check,
    "raci: names are compared without case, hyphens and the form of quotes, but people read them with these",
)
