"""Two names on one role's list may stand for one thing, and nobody has said a word about it.

## Why

A list grows by people adding to it. What is on it twice is counted twice, and each of the two names is
found by some and missed by others.

## Example

```yaml
version: 1
roles:
  buyer:
    name: Buyer
    deliverables:
      - name: Supplier List
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
        aliases: [list of suppliers]
```

If they are two things, say so in an overlap (`distinct`). If one is the work and the other the paper that
comes of it, say so with `produces`:

```yaml
version: 1
roles:
  buyer:
    name: Buyer
    responsibilities:
      - {name: Supplier Listing, produces: [Supplier List]}
    deliverables:
      - name: Supplier List
```

Names on the lists of different roles are for `look-alike`, names that look the same to the eye for
`confusable-names`. Where more than ten pairs differ in the same words, as in a generated register, they are
one finding with their number.
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


def _check(sight: Sight) -> Iterable[Finding]:
    return series_once(_pairs(sight))


def _pairs(sight: Sight) -> Iterable[tuple[str, str, Finding]]:
    for pair in sight.look_alikes:
        one, other = (sight.register.work[work] for work in (pair.one, pair.other))
        shared = sight.graph.on_one_list(pair.one, pair.other)
        if not shared or look(one.name) == look(other.name):
            continue
        if pair_status(sight.graph, pair.one, pair.other) is OverlapStatus.UNEXAMINED:
            claims = (sight.graph.claims(work) for work in (pair.one, pair.other))
            on_list = (next(claim for claim in each if claim.role == shared[0]) for each in claims)
            first, second = sorted(on_list, key=lambda claim: claim.place.at("name"))
            finding = RULE.at(
                second.place.at("name"),
                f"{pair.one} {pair.other}",
                f'"{second.entry.name}" may be the same as "{first.entry.name}" on the same list',
                "Make one of them, or say in an overlap that they are `distinct`."
                + (" Say with `produces` if one comes of the other." if one.kind != other.kind else ""),
                related=[Related(first.place.at("name"), "the other name")],
            )
            yield first.entry.name, second.entry.name, finding


RULE = rule(
    "RACI403", Severity.INFO, _check, "raci: a list that has one thing twice hides how much there is to do"
)
