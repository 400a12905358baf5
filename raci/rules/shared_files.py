"""Work of two roles lies in the same files, and nothing says whose these are.

## Why

Two roles answer for the same files. Who looks at a change hangs on which pattern happens to stand last.

## Example

The files are `docs/menu/spring.md` and `docs/orders.md`:

```yaml
version: 1
roles:
  cook: {name: Cook, deliverables: [{name: Menu, paths: [docs/*.md]}]}
  buyer: {name: Buyer, deliverables: [{name: Orders, paths: [docs/*.md]}]}
```

## Use instead

```yaml
version: 1
roles:
  cook: {name: Cook, deliverables: [{name: Menu, paths: [docs/menu/]}]}
  buyer: {name: Buyer, deliverables: [{name: Orders, paths: [docs/]}]}
```

A pattern within another one, as here, is an exception on purpose: the narrower one holds. Patterns that are
the same always meet. Others do where each has files that the other has not, and some in common, of those
that git knows. If the files are to be shared, an overlap with an agreement that covers both pieces of work
says how.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.faults.finding import Finding, Related, Severity
from raci.rule.rule import Sight, rule

if TYPE_CHECKING:
    from collections.abc import Iterable


def _check(sight: Sight) -> Iterable[Finding]:
    for meeting in sight.paths.meetings():
        first, second = sorted((meeting.one, meeting.other), key=lambda each: each.where)
        if sight.graph.overlaps_covering_all((first.work, second.work)):
            continue
        names = [sight.register.work[each.work].name for each in (second, first)]
        both = f"both have {meeting.file}" if meeting.file else "have the same pattern"
        yield RULE.at(
            second.where,
            " ".join(sorted((first.work, second.work))),
            f"{names[0]} and {names[1]} {both}, and other roles answer for them",
            "Write patterns that do not meet, or one within the other, or settle it in an overlap.",
            related=[Related(first.where, f"the pattern of {names[1]}")],
        )


RULE = rule("RACI418", Severity.WARNING, _check, "raci: a file has one owner, whichever work it belongs to")
