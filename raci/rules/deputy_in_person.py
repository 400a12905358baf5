"""A role and its deputy are held by the same people.

## Why

When they are away, the deputy is away as well.

## Example

```yaml
version: 1
roles:
  cook: {name: Cook, people: [Ana], deputy: buyer, deliverables: [{name: Menu}]}
  buyer: {name: Buyer, people: [Ana], deliverables: [{name: Order Sheet}]}
```

## Use instead

```yaml
version: 1
roles:
  cook: {name: Cook, people: [Ana], deputy: buyer, deliverables: [{name: Menu}]}
  buyer: {name: Buyer, people: [Ana, Ben], deliverables: [{name: Order Sheet}]}
```

People of one name are told apart by their contacts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.faults.finding import Finding, Severity
from raci.model.people import Person, people_of
from raci.rule.rule import Sight, rule
from raci.text.names import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable


def _check(sight: Sight) -> Iterable[Finding]:
    roles = sight.register.roles
    holding: dict[str, set[Person]] = {role: set() for role in roles}
    for person in people_of(sight.register):
        for held in person.roles:
            holding[held].add(person)
    for role in roles.values():
        deputy = role.deputy
        if deputy is None or deputy == role.id:
            continue
        both = holding[deputy] & holding[role.id]
        if both and both == holding[deputy]:
            people = in_words(sorted(each.name for each in both))
            yield RULE.at(
                role.place.at("deputy"),
                f"{role.id} {deputy}",
                f"{roles[deputy].name} stands in for {role.name}, and "
                f"{people} {'holds' if len(both) == 1 else 'hold'} both",
                "Name a role that somebody else holds.",
            )


RULE = rule("RACI417", Severity.WARNING, _check, "raci: a deputy is there when the other is not")
