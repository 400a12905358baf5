"""Several roles hold a letter that only one may hold for a piece of work, and no agreement settles it.

## Why

Where two roles answer for the same work, neither does: each waits for the other or undoes what the other did.
Exactly one role is accountable. Some schemes have further letters for one holder, such as the driver of DACI.

## Example

```yaml
version: 1
roles:
  cook:
    name: Cook
    deliverables:
      - {name: Menu, letters: AR}
  waiter:
    name: Waiter
    deliverables:
      - {name: Menu, letters: A}
```

## Use instead

```yaml
version: 1
roles:
  cook:
    name: Cook
    deliverables:
      - {name: Menu, letters: AR}
  waiter:
    name: Waiter
    deliverables:
      - {name: Menu, letters: C}
```

Or leave the lists as they are, each side with its view, and settle it in an overlap:

```yaml
version: 1
roles:
  cook:
    name: Cook
    deliverables:
      - {name: Menu, letters: AR}
  waiter:
    name: Waiter
    deliverables:
      - {name: Menu, letters: A}
overlaps:
  menu:
    work: [Menu]
    tension: The cook writes it, the waiter sells it.
    agreement: {accountable: cook, because: It names what he can cook., escalation: [owner]}
```

An agreement moves the accountable letter only. Other letters of those who lose it stay, unless `others` in
the agreement says what they become. Work for which agreements name different roles is left to the rule on
those.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.faults.finding import Finding, Related, Severity
from raci.rule.row import given_at, names, shown
from raci.rule.rule import Sight, rule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.model.register import Work


def _check(sight: Sight) -> Iterable[Finding]:
    single = [letter.code for letter in sight.register.scheme.letters if letter.single]
    for work, held in sight.letters.items():
        by_holders: dict[tuple[str, ...], list[str]] = {}
        for code in single:
            roles = tuple(role for role, letters in held.items() if code in letters)
            if len(roles) > 1:
                by_holders.setdefault(roles, []).append(code)
        if by_holders and sight.graph.is_disputed(work):
            continue
        for roles, codes in by_holders.items():
            yield _finding(sight, sight.register.work[work], roles, codes)


def _finding(sight: Sight, work: Work, roles: tuple[str, ...], codes: list[str]) -> Finding:
    given = sorted({where for role in roles for where in given_at(sight, work, role, codes[0])})
    *before, second = given[:2]
    accountable = sight.register.scheme.accountable in codes
    return RULE.at(
        second,
        work.id if accountable else f"{work.id} {' '.join(codes)}",
        f"{len(roles)} roles hold {shown(sight, codes)} for {work.name}: {names(sight, roles)}",
        _SETTLE if accountable else _KEEP_ONE,
        related=[
            *(Related(where, "the first") for where in before),
            *(Related(where, "another") for where in given[2:_SHOWN]),
        ],
    )


_SHOWN = 5
_SETTLE = "Leave the letter to one role, or name it in the agreement of an overlap."
_KEEP_ONE = (
    "Leave the letter to one role. If an agreement settles the work, say under `others` what the rest become."
)

RULE = rule(
    "RACI202",
    Severity.ERROR,
    _check,
    "Smith and Erwin, Role & Responsibility Charting (RACI): one A a row; "
    "Wikipedia, Responsibility assignment matrix",
)
