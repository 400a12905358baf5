"""Two agreements name different roles for one piece of work.

## Why

Each is a decision, and they contradict each other. Neither holds: the work is contested.

## Example

```yaml
version: 1
roles:
  owner: {name: Owner}
  cook: {name: Cook, deliverables: [{name: Menu}]}
  buyer: {name: Buyer, deliverables: [{name: Menu}]}
overlaps:
  taste:
    work: [Menu]
    agreement: {accountable: cook, escalation: [owner], because: It is so.}
  price:
    work: [Menu]
    agreement: {accountable: buyer, escalation: [owner], because: It is so.}
```

## Use instead

```yaml
version: 1
roles:
  owner: {name: Owner}
  cook: {name: Cook, deliverables: [{name: Menu}]}
  buyer: {name: Buyer, deliverables: [{name: Menu}]}
overlaps:
  taste-and-price:
    work: [Menu]
    agreement: {accountable: cook, escalation: [owner], because: It is so.}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.faults.finding import Finding, Related, Severity
from raci.model.agreement_places import places_by_work
from raci.rule.rule import Sight, rule
from raci.text.names import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from raci.location import Location
    from raci.model.register import Overlap


def _check(sight: Sight) -> Iterable[Finding]:
    register = sight.register
    places: dict[str, Mapping[str, Location]] = {}
    for work in filter(sight.graph.is_disputed, register.work):
        named = sight.graph.named_by(work)
        speaking = [register.overlaps[id_] for id_ in named]
        for each in speaking:
            if each.id not in places:
                places[each.id] = _places(each, sight)
        *firsts, last = sorted(
            (places[each.id].get(work, _in_general(each)), register.roles[named[each.id]].name)
            for each in speaking
        )
        roles = in_words(dict.fromkeys(role for _, role in (*firsts, last)))
        yield RULE.at(
            last[0],
            work,
            f"agreements name different roles for {register.work[work].name}: {roles}",
            "Leave one of them, or name this piece of work in one agreement only.",
            related=[Related(where, f"{role} here") for where, role in firsts],
        )


def _places(overlap: Overlap, sight: Sight) -> Mapping[str, Location]:
    return places_by_work(overlap.agreement, sight.register.work) if overlap.agreement else {}


def _in_general(overlap: Overlap) -> Location:
    return overlap.place.at("agreement", "accountable")


RULE = rule(
    "RACI408", Severity.ERROR, _check, "raci: two agreements that name different roles settle nothing"
)
