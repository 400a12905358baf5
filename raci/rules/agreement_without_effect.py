"""An agreement names a role, and another one is accountable for some of the overlap's work already.

## Why

An agreement that names one role for all speaks of the work that needs an owner. What has one keeps it, and
readers who see the agreement beside that work take the wrong role for its owner.

## Example

```yaml
version: 1
roles:
  owner: {name: Owner}
  cook: {name: Cook, deliverables: [{name: Menu, with: {buyer: C}}]}
  buyer: {name: Buyer}
overlaps:
  menu:
    work: [Menu]
    agreement: {accountable: buyer, because: The budget is hers., escalation: [owner]}
```

## Use instead

```yaml
version: 1
roles:
  owner: {name: Owner}
  cook: {name: Cook, deliverables: [{name: Menu, with: {buyer: C}}]}
  buyer: {name: Buyer}
overlaps:
  menu:
    work: [Menu]
    agreement: {accountable: {Menu: buyer}, because: The budget is hers., escalation: [owner]}
```

Named outright, a piece of work moves in any case. Where it is to stay, name the role that has it, or take the
piece out of `work`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.faults.finding import Finding, Severity
from raci.graph.settlement import unmoved
from raci.rule.rule import Sight, rule

if TYPE_CHECKING:
    from collections.abc import Iterable


def _check(sight: Sight) -> Iterable[Finding]:
    names, work = sight.register.roles, sight.register.work
    for overlap in sight.register.overlaps.values():
        for id_, holder in unmoved(sight.graph, overlap.id).items():
            (named,) = sight.graph.named(overlap.id)
            yield RULE.at(
                overlap.place.at("agreement", "accountable"),
                f"{overlap.id} {id_}",
                f"the agreement on {overlap.name} moves nothing on {work[id_].name}: "
                f"{names[holder].name} is accountable already",
                f"If {names[named].name} is to be, name the piece outright: "
                f"`accountable: {{{work[id_].name}: {named}}}`. If not, take it out of `work`.",
            )


RULE = rule(
    "RACI415",
    Severity.WARNING,
    _check,
    "raci: an agreement speaks of the work that needs an owner, and of no other",
)
