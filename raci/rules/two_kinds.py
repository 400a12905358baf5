"""One piece of work is a responsibility on one list and a deliverable on another.

## Why

Either the two roles mean two things by one name, the doing and the paper, or one of them has it in the
wrong list.

## Example

```yaml
version: 1
roles:
  cook: {name: Cook, responsibilities: [{name: Menu, with: {buyer: C}}]}
  buyer: {name: Buyer, deliverables: [{name: Menu, letters: C}]}
```

## Use instead

```yaml
version: 1
roles:
  cook: {name: Cook, deliverables: [{name: Menu, with: {buyer: C}}]}
  buyer: {name: Buyer, deliverables: [{name: Menu, letters: C}]}
```

If two things are meant, give each a name of its own, and say with `produces` which one comes of the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.faults.finding import Finding, Related, Severity
from raci.rule.rule import Sight, rule

if TYPE_CHECKING:
    from collections.abc import Iterable


def _check(sight: Sight) -> Iterable[Finding]:
    for id_ in sight.graph.claimed_twice():
        work, claims = sight.register.work[id_], sight.graph.claims(id_)
        if len({claim.kind for claim in claims}) > 1:
            first, *later = sorted(claims, key=lambda claim: claim.place.at("name"))
            other = next(claim for claim in later if claim.kind != first.kind)
            if other.role == first.role:  # twice on one list: that is an error of its own
                continue
            there = sight.register.roles[first.role].name
            yield RULE.at(
                other.place.at("name"),
                work.id,
                f"{work.name} is a {other.kind} here, and a {first.kind} on the list of {there}",
                "Settle on one of the two, or use two names and say which one `produces` the other.",
                related=[Related(first.place.at("name"), f"a {first.kind} here")],
            )


RULE = rule(
    "RACI113",
    Severity.INFO,
    _check,
    "raci: work is what one does or what one hands over, and two lists should not differ on which",
)
