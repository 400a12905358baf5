"""An overlap covers work in which fewer than two of its roles have a part.

## Why

It was written when roles met there. The lists have changed since, and what it says is about a past state;
or it names the wrong roles or work.

## Example

```yaml
version: 1
roles:
  owner: {name: Owner}
  cook: {name: Cook, deliverables: [{name: Menu}]}
  buyer: {name: Buyer, deliverables: [{name: Order Sheet}]}
overlaps:
  taste-and-price:
    sides: {cook: The best of the day., buyer: What the budget bears.}
    work: [Menu]
    agreement: {accountable: cook, escalation: [owner], because: It is so.}
```

## Use instead

```yaml
version: 1
roles:
  owner: {name: Owner}
  cook: {name: Cook, deliverables: [{name: Menu}]}
  buyer: {name: Buyer, deliverables: [{name: Order Sheet}]}
overlaps:
  taste-and-price:
    sides: {cook: The best of the day., buyer: What the budget bears.}
    work: [Menu, Order Sheet]
    agreement: {accountable: cook, escalation: [owner], because: It is so.}
```

A role has a part in work if it lists it, or if another list gives it a letter. An overlap without `sides`
is between all who have a part in its work. What is said of look-alikes (`distinct`, `same`) stays true, and
is left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.faults.finding import Finding, Severity
from raci.rule.rule import Sight, rule
from raci.text.names import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.location import Location
    from raci.model.register import Overlap


_MEETING = 2  # roles


def _check(sight: Sight) -> Iterable[Finding]:
    for overlap in sight.register.overlaps.values():
        # What is misspelt or wrong in the files may be the work in which they meet.
        covered, sides = sight.graph.work_covered_by(overlap.id), sight.graph.sides(overlap.id)
        broken = sight.register.broken_in(overlap.place)
        in_doubt = len(covered) < len(overlap.entry.work) or "work" in broken
        if overlap.is_about_names or in_doubt or not covered:
            continue
        having_part = {role for work in covered for role in sight.graph.claimed_letters(work)}
        meeting = sorted(having_part & set(sides) if sides else having_part)
        if len(meeting) < _MEETING:
            names = in_words(sight.register.roles[role].name for role in meeting)
            who = f"only {names} has" if names else "none of its sides has" if sides else "nobody has"
            yield RULE.at(
                _place(overlap),
                overlap.id,
                f"roles no longer meet in {overlap.name}: {who} a part in its work",
                "Name the work in which they meet, or take the overlap out.",
            )


def _place(overlap: Overlap) -> Location:
    return overlap.place.at("work") if overlap.entry.work else overlap.place.at("agreement", "accountable")


RULE = rule("RACI410", Severity.INFO, _check, "raci: lists change, and the overlaps between them with them")
