"""Two names of different roles may stand for one thing, and nobody has said a word about it.

## Why

Two names hide a duplicate: each role believes that the other does something else.

## Example

```yaml
version: 1
roles:
  buyer:
    name: Buyer
    deliverables:
      - name: Supplier List
  cook:
    name: Cook
    deliverables:
      - name: List of Suppliers
```

## Use instead

```yaml
version: 1
roles:
  buyer:
    name: Buyer
    deliverables:
      - name: Supplier List
  cook:
    name: Cook
    deliverables:
      - name: List of Suppliers
overlaps:
  two-lists:
    work: [Supplier List, List of Suppliers]
    distinct: One names whom we may buy from, the other whom we have bought from.
```

Or say that they are one (`same`), or use one name.

Where more than ten pairs differ in the same words, as in a generated register, they are one finding with
their number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.faults.finding import Finding, Related, Severity
from raci.graph.settlement import pair_status
from raci.look_alikes.confusables import look
from raci.model.overlap_status import OverlapStatus
from raci.rule.rule import Sight, rule
from raci.rule.series import series_once

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.location import Location
    from raci.model.register import Work


def _check(sight: Sight) -> Iterable[Finding]:
    return series_once(_pairs(sight))


def _pairs(sight: Sight) -> Iterable[tuple[str, str, Finding]]:
    for pair in sight.look_alikes:
        one, other = (sight.register.work[work] for work in (pair.one, pair.other))
        on_one_list = sight.graph.on_one_list(pair.one, pair.other)
        # Names that differ in nothing that one can see are another rule's matter, as are those on one list.
        if on_one_list or look(one.name) == look(other.name):
            continue
        if pair_status(sight.graph, pair.one, pair.other) is OverlapStatus.UNEXAMINED:
            (there, first), (here, second) = sorted(
                ((_place(sight, work), work) for work in (one, other)), key=lambda placed: placed[0]
            )
            finding = RULE.at(
                here,
                f"{pair.one} {pair.other}",
                f'"{second.name}" may be the same as "{first.name}"',
                "Say in an overlap that they are `distinct` or the `same`, or use one name.",
                related=[Related(there, "the other name")],
            )
            yield first.name, second.name, finding


def _place(sight: Sight, work: Work) -> Location:
    """Return where the first claim names the work, or else the decision that nobody owns it."""
    places = [claim.place for claim in sight.graph.claims(work.id)]
    return (places[0] if places or not work.unowned else work.unowned.place).at("name")


RULE = rule(
    "RACI402", Severity.WARNING, _check, "raci: a duplicate under two names is the one that nobody sees"
)
