"""Escalation goes in a circle: whom one agreement turns to turns back in another.

## Why

Escalation ends with somebody who decides. In a circle a dispute is handed on for ever.

## Example

```yaml
version: 1
roles:
  cook: {name: Cook, deliverables: [{name: Menu}, {name: Order Sheet}]}
  buyer: {name: Buyer, deliverables: [{name: Menu}]}
  owner: {name: Owner, deliverables: [{name: Order Sheet}]}
overlaps:
  menu:
    sides: {cook: The best of the day., buyer: What the budget bears.}
    work: [Menu]
    agreement: {accountable: cook, escalation: [owner], because: It is so.}
  orders:
    sides: {cook: What is needed., owner: What there is money for.}
    work: [Order Sheet]
    agreement: {accountable: cook, escalation: [buyer], because: It is so.}
```

## Use instead

```yaml
version: 1
roles:
  cook: {name: Cook, deliverables: [{name: Menu}, {name: Order Sheet}]}
  buyer: {name: Buyer, deliverables: [{name: Menu}]}
  owner: {name: Owner, deliverables: [{name: Order Sheet}]}
overlaps:
  menu:
    sides: {cook: The best of the day., buyer: What the budget bears.}
    work: [Menu]
    agreement: {accountable: cook, escalation: [owner], because: It is so.}
  orders:
    sides: {cook: What is needed., owner: What there is money for.}
    work: [Order Sheet]
    agreement: {accountable: cook, escalation: [outside mediator], because: It is so.}
```

An agreement that escalates to one of its own sides is for `escalates-to-itself`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.faults.finding import Finding, Related, Severity
from raci.rule.rule import Sight, rule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.location import Location
    from raci.model.register import Overlap


def _check(sight: Sight) -> Iterable[Finding]:
    register = sight.register
    sound = {
        id_: overlap
        for id_, overlap in register.overlaps.items()
        if not set(sight.graph.escalation(id_)) & set(sight.graph.sides(id_))
    }
    loops = sight.graph.escalation_loops(sound)
    places = _places(sound.values(), register.roles.keys()) if loops else {}
    for loop in loops:
        round_trip = (*loop, loop[0])
        where, *others = (places[step] for step in zip(loop, round_trip[1:], strict=True))
        names = " to ".join(register.roles[role].name for role in round_trip)
        yield RULE.at(
            where,
            " ".join(loop),
            f"escalation goes in a circle: from {names}",
            "Let one of them turn to somebody outside the circle.",
            related=[Related(other, "and on from here") for other in others],
        )


def _places(overlaps: Iterable[Overlap], roles: Iterable[str]) -> dict[tuple[str, str], Location]:
    """Return where an agreement sends one role to another, the first place for each two."""
    known = set(roles)
    found: dict[tuple[str, str], Location] = {}
    for overlap in overlaps:
        before = list(overlap.sides)
        steps = overlap.agreement.escalation if overlap.agreement else ()
        for number, step in enumerate(steps):
            if step in known:
                where = overlap.place.at("agreement", "escalation", number)
                for role in before:
                    found.setdefault((role, step), where)
                before = [step]
    return found


RULE = rule("RACI411", Severity.ERROR, _check, "raci: escalation has to end with somebody")
