"""An escalation names nobody in the files, but comes close to a role that is there.

## Why

Escalation may be plain text, such as "outside mediator". A misspelt role is taken for plain text too: it
looks right, yet leads nowhere, and loops through it are not seen.

## Example

```yaml
version: 1
roles:
  owner: {name: Owner}
  cook: {name: Cook, deliverables: [{name: Menu}]}
  buyer: {name: Buyer, deliverables: [{name: Menu}]}
overlaps:
  menu:
    work: [Menu]
    agreement: {accountable: cook, escalation: [Onwer], because: It is so.}
```

## Use instead

```yaml
version: 1
roles:
  owner: {name: Owner}
  cook: {name: Cook, deliverables: [{name: Menu}]}
  buyer: {name: Buyer, deliverables: [{name: Menu}]}
overlaps:
  menu:
    work: [Menu]
    agreement: {accountable: cook, escalation: [owner, outside mediator], because: It is so.}
```

One letter too many, too few, wrong or moved in one word is close, and so are the same words in another
order, with other spaces, or with "the" before them. "Squad A" and "Squad B" are not close, nor is "Team 1"
to "Team 2".

## Fix

Unsafe: a text that comes close to one role only becomes its id. Somebody else may be meant.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from raci.faults.finding import Finding, Severity
from raci.faults.fix import Reword, unsafe
from raci.look_alikes.confusables import look
from raci.rule.rule import Sight, rule
from raci.text.names import fold, in_words

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator


_WORD = re.compile(r"\w+")
_LONG_ENOUGH = 4  # letters of a word in which one may be wrong: "CEO" is no misspelt "CTO"


def _check(sight: Sight) -> Iterable[Finding]:
    roles = sight.register.roles
    texts = [
        (overlap.id, step, overlap.agreement.place.at("escalation", number))
        for overlap in sight.register.overlaps.values()
        if overlap.agreement
        for number, step in enumerate(overlap.agreement.escalation)
        if step not in roles
    ]
    known = _known(sight) if texts else {}
    for overlap, text, where in texts:
        near = sorted({role for key in _keys(text) for role in known.get(key, ())})
        if near:
            names = in_words((f'"{roles[role].name}"' for role in near), last="or")
            yield RULE.at(
                where,
                f"{overlap} {fold(text)}",
                f'"{text}" is taken as plain text, but may be the role {names}',
                f"Write {in_words((f'`{role}`' for role in near), last='or')} if the role is meant.",
                fix=unsafe(f'Replace "{text}" by "{near[0]}"', Reword(where, near[0]))
                if len(near) == 1
                else None,
            )


def _known(sight: Sight) -> dict[Hashable, set[str]]:
    """Return the roles by everything that comes close to one of their names."""
    known: dict[Hashable, set[str]] = {}
    for role in sight.register.roles.values():
        for name in (role.id, role.name, *role.entry.aliases):
            for key in _keys(name):
                known.setdefault(key, set()).add(role.id)
    return known


def _keys(name: str) -> Iterator[Hashable]:
    """Yield what two names that come close to each other have in common."""
    words = _WORD.findall(fold(name))
    words = words[1:] if words[:1] == ["the"] and len(words) > 1 else words
    if not words:
        return
    yield look(" ".join(words))
    yield frozenset(words)
    for number, word in enumerate(words):
        if len(word) >= _LONG_ENOUGH and word.isalpha():
            before, after = tuple(words[:number]), tuple(words[number + 1 :])
            yield before, word, after
            # The first letter is seldom the wrong one: "lead" is no misspelt "head".
            for left_out in range(1, len(word)):
                yield before, word[:left_out] + word[left_out + 1 :], after


RULE = rule(
    "RACI111",
    Severity.WARNING,
    _check,
    "raci: whom an agreement escalates to may be plain text, so a misspelt role is not refused",
)
