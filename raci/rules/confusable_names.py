r"""Two names look alike, and differ in spaces, hyphens or letters of another script.

## Why

People read one name where the files have two. Work that should be joined falls apart, and a reference that
looks right means something else.

## Example

```yaml
version: 1
roles:
  cook: {name: Cook, deliverables: [{name: E-mail List}]}
  buyer: {name: Buyer, deliverables: [{name: Email List}]}
```

Here the second name has a Cyrillic letter in it:

```yaml
version: 1
roles:
  cook: {name: Cook, deliverables: [{name: Menu}]}
  buyer: {name: Buyer, deliverables: [{name: "\u041cenu"}]}
```

## Use instead

```yaml
version: 1
roles:
  cook: {name: Cook, deliverables: [{name: Email List}]}
  buyer: {name: Buyer, deliverables: [{name: email list, letters: C}]}
```

Case, hyphens between words and `&` make no difference: such names are one name already. If two things are
meant, say so in an overlap (`distinct`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.finding import Finding, Related, Severity
from raci.names import fold
from raci.rule import Rule, Sight
from raci.search.confusables import look, odd_letter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from raci.location import Location
    from raci.model.register import Register


_Named = tuple["Location", str, str]  # where, the name, the id of what it names


def _check(sight: Sight) -> Iterable[Finding]:
    for one, other in _looking_alike(_of_roles(sight.register)):
        yield _finding(one, other)
    for one, other in _looking_alike(_of_work(sight.register)):
        if not sight.graph.overlaps_covering_all((one[2], other[2])):
            yield _finding(one, other)


def _looking_alike(named: Iterable[_Named]) -> Iterator[tuple[_Named, _Named]]:
    """Yield the first of the names that look alike with each other one that is that of another thing."""
    groups: dict[str, list[_Named]] = {}
    for each in named:
        groups.setdefault(look(each[1]), []).append(each)
    for group in groups.values():
        if len(group) > 1:
            first, *others = sorted(group)
            told = {first[2]}
            for each in others:
                if each[2] not in told and fold(first[1]) != fold(each[1]):
                    told.add(each[2])
                    yield first, each


def _of_roles(register: Register) -> Iterator[_Named]:
    for role in register.roles.values():
        yield role.place.at("name"), role.name, role.id
        for number, alias in enumerate(role.entry.aliases):
            yield role.place.at("aliases", number), alias, role.id


def _of_work(register: Register) -> Iterator[_Named]:
    for work in register.work.values():
        for claim in work.claims:
            yield claim.place.at("name"), claim.entry.name, work.id
        if work.unowned is not None:
            yield work.unowned.place.at("name"), work.unowned.entry.name, work.id


def _finding(first: _Named, second: _Named) -> Finding:
    letter = odd_letter(first[1], second[1])
    difference = f"one has a {letter}" if letter else "they differ in spaces or hyphens"
    return RULE.at(
        second[0],
        f"{first[2]} {second[2]}",
        f'"{second[1]}" looks like "{first[1]}" and is another name: {difference}',
        "Use one spelling, or names that nobody takes for each other.",
        related=[Related(first[0], "the other name")],
    )


RULE = Rule(
    code="RACI114",
    name="confusable-names",
    severity=Severity.WARNING,
    source="Unicode Technical Standard 39, Unicode Security Mechanisms: confusable strings",
    page=__doc__,
    check=_check,
)
