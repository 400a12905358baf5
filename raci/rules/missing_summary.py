"""Entries on a role's list have no summary.

## Why

A name means one thing to its author and another to the reader. The summary says what is meant, and `raci
who-owns` finds work by its words.

## Example

```yaml
version: 1
roles:
  cook:
    name: Cook
    deliverables:
      - name: Menu
```

## Use instead

```yaml
version: 1
roles:
  cook:
    name: Cook
    deliverables:
      - name: Menu
        summary: Says what the guests can choose from today.
```

It is one finding for each list, with the first entries that it is about.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from raci.faults.finding import Finding, Related, Severity
from raci.rule.rule import Sight, rule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.model.register import Claim


_SHOWN = 3


def _check(sight: Sight) -> Iterable[Finding]:
    listed = Counter(claim.role for claim in sight.claims)
    lacking: dict[str, list[Claim]] = {}
    for claim in sight.claims:
        if claim.entry.summary is None and "summary" not in sight.register.broken_in(claim.place):
            lacking.setdefault(claim.role, []).append(claim)
    for role, of_role in lacking.items():
        without = sorted((claim.place.at("name"), claim.entry.name) for claim in of_role)
        holder = sight.register.roles[role]
        have = "has" if len(without) == 1 else "have"
        yield RULE.at(
            holder.place.at("name"),
            role,
            f"{_how_many(len(without), listed[role])} on the list of {holder.name} {have} no summary",
            "Say in a sentence what is meant.",
            related=[Related(where, f"{name} has none") for where, name in without[:_SHOWN]],
        )


def _how_many(without: int, entries: int) -> str:
    if entries == 1:
        return "the only entry"
    if without == entries:
        return "both entries" if entries == 2 else f"all {entries} entries"  # noqa: PLR2004 - "both" is two
    return f"{without} of {entries} entries"


RULE = rule(
    "RACI502",
    Severity.INFO,
    _check,
    "raci: a summary tells what a name only hints at, and questions are answered by it",
)
