"""No role is accountable for a piece of work.

A piece of work stands on somebody's list, yet nobody answers for it.

## Why

Exactly one role is accountable for each piece of work: that is the first check of a row of the matrix.
Work without one is done by chance, and nobody can say when it is not.

## Example

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - {name: Menu, letters: R}
```

## Use instead

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - {name: Menu, letters: AR}
```

Or name the accountable role in the agreement of an overlap. If nobody is meant to own it, write that down
under `unowned`, with the reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.faults.finding import Finding, Severity
from raci.model.standing import Status
from raci.rule.row import shown
from raci.rule.rule import Sight, rule

if TYPE_CHECKING:
    from collections.abc import Iterable


def _check(sight: Sight) -> Iterable[Finding]:
    letter = shown(sight, [sight.register.scheme.accountable])
    for work in sight.register.work.values():
        if sight.graph.status(work.id) is not Status.UNOWNED:
            continue
        claims = sight.graph.claims(work.id)
        if not any("letters" in sight.register.broken_in(claim.place) for claim in claims):
            claim = claims[0]
            where = claim.place.at("letters") if claim.entry.letters else claim.place.at("name")
            help_ = "Give one role the letter, name it in an agreement, or write the work down as unowned."
            yield RULE.at(where, work.id, f"no role holds {letter} for {work.name}", help_)


RULE = rule(
    "RACI201",
    Severity.ERROR,
    _check,
    "Smith and Erwin, Role & Responsibility Charting (RACI): horizontal analysis, no A in a row",
)
