"""Several roles list the same work, one of them is accountable, and nothing says how they share it.

## Why

One role answers for the work, and another has it on its list all the same. Each does its own version, or
each waits for the other.

## Example

```yaml
version: 1
roles:
  cook: {name: Cook, deliverables: [{name: Menu}]}
  buyer: {name: Buyer, deliverables: [{name: Menu, letters: R}]}
```

## Use instead

```yaml
version: 1
roles:
  cook: {name: Cook, deliverables: [{name: Menu, with: {buyer: R}}]}
  buyer: {name: Buyer, deliverables: [{name: Menu, letters: R}]}
```

Here the accountable role expects of the other just what the other writes on its own list: both sides say
the same. Where they do not, settle it in the agreement of an overlap, which names the work:

```yaml
version: 1
roles:
  cook: {name: Cook, deliverables: [{name: Menu}]}
  buyer: {name: Buyer, deliverables: [{name: Menu, letters: R}]}
  owner: {name: Owner}
overlaps:
  menu:
    work: [Menu]
    agreement: {accountable: {Menu: cook}, escalation: [owner], because: It is so.}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.faults.finding import Finding, Related, Severity
from raci.graph.settlement import shared_status
from raci.model.overlap_status import OverlapStatus
from raci.rule.rule import Sight, rule
from raci.text.names import in_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from raci.model.register import Claim


def _check(sight: Sight) -> Iterable[Finding]:
    roles = sight.register.roles
    for id_ in sight.graph.claimed_twice():
        work = sight.register.work[id_]
        claims = {claim.role: claim for claim in reversed(sight.graph.claims(id_))}
        if shared_status(sight.graph, id_) is OverlapStatus.SHARED:
            holder = sight.graph.accountable(id_)[0]
            covering = sight.graph.overlaps_covering(id_)
            agreed = any(each.agreement and each.agreement.has_reason for each in covering)
            if agreed or _says_the_same(claims.values(), holder):
                continue
            first, second, *more = sorted(claims.values(), key=lambda claim: claim.place.at("name"))
            names = in_words(roles[claim.role].name for claim in (first, second, *more))
            yield RULE.at(
                second.place.at("name"),
                work.id,
                f"{names} all list {work.name}" if more else f"{names} both list {work.name}",
                "Settle it in an agreement, or take it off all lists but one. It is settled too where "
                f"{roles[holder].name} expects (`with`) the letters that the others claim.",
                related=[Related(claim.place.at("name"), "listed here too") for claim in (first, *more)],
            )


def _says_the_same(claims: Collection[Claim], holder: str) -> bool:
    """Return whether the accountable role expects of each other one what that one claims."""
    expects = next((claim.expects for claim in claims if claim.role == holder), {})
    return all(claim.letters == expects.get(claim.role) for claim in claims if claim.role != holder)


RULE = rule(
    "RACI401", Severity.WARNING, _check, "raci: work on two lists is shared only if both sides know it"
)
