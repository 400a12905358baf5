"""One role expects letters of another that differ from those it holds.

## Why

Each side acts on its own picture: one waits to be asked, the other never asks. The two lists look complete,
and only side by side do they show it.

## Example

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - {name: Menu, letters: AR, with: {waiter: I}}
  waiter:
    name: Waiter
    responsibilities:
      - {name: Menu, letters: C}
```

## Use instead

```yaml
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - {name: Menu, letters: AR, with: {waiter: C}}
  waiter:
    name: Waiter
    responsibilities:
      - {name: Menu, letters: C}
```

Once an agreement settles the work, what a side expects is held against the agreement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.faults.finding import Finding, Related, Severity
from raci.rule.row import shown
from raci.rule.rule import Sight, rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from raci.model.register import Work
    from raci.model.standing import Disagreement


def _check(sight: Sight) -> Iterable[Finding]:
    for work in sight.register.work.values():
        for each in sight.graph.disagreements(work.id):
            yield _finding(sight, work, each)


def _finding(sight: Sight, work: Work, each: Disagreement) -> Finding:
    expecting, other = (sight.register.roles[role].name for role in (each.by.role, each.role))
    moved = each.holds != sight.graph.claimed_letters(work.id).get(each.role)
    holds = "by the agreement it holds" if moved else "it holds"
    return RULE.at(
        each.by.place.at("with", each.by.expects_written[each.role]),
        f"{work.id} {each.by.role} {each.role}",
        f"{expecting} expects {other} to hold {shown(sight, each.expected)} for {work.name}, "
        f"but {holds} {shown(sight, each.holds)}",
        "Ask the other side, and write the same letters in both places."
        if not moved
        else "Write here what was agreed, or change the agreement.",
        related=_agreements(sight, work) if moved else _own_claim(sight, work, each),
    )


def _own_claim(sight: Sight, work: Work, each: Disagreement) -> Iterator[Related]:
    for claim in sight.graph.claims(work.id):
        if claim.role == each.role:
            where = claim.place.at("letters" if claim.entry.letters else "name")
            yield Related(where, "its own entry")


def _agreements(sight: Sight, work: Work) -> Iterator[Related]:
    for overlap in sight.graph.named_by(work.id):
        agreement = sight.register.overlaps[overlap].agreement
        if agreement is not None:
            yield Related(agreement.place.at("accountable"), "the agreement")


RULE = rule(
    "RACI205",
    Severity.WARNING,
    _check,
    "Smith and Erwin, Role & Responsibility Charting (RACI): the chart is there to bring out "
    "where role conception and role expectation differ",
)
