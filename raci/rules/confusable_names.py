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

## Fix

Unsafe: the second name is spelt as the first, unless it is the first that has odd letters. Two things may be
meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from raci.faults.finding import Finding, Related, Severity
from raci.faults.fix import Fix, Reword, unsafe
from raci.look_alikes.confusables import difference, look, odd_letter
from raci.rule.rule import Sight, rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from raci.location import Location, Place
    from raci.model.register import Register
    from raci.text.names import Fold


class _Named(NamedTuple):
    """A name, the id of what it names, and the path to it from a place: few are ever shown."""

    name: str
    id: str
    place: Place
    path: tuple[str | int, ...] = ("name",)

    @property
    def where(self) -> Location:
        return self.place.at(*self.path)


def _check(sight: Sight) -> Iterable[Finding]:
    fold = sight.register.fold
    for one, other in _looking_alike(_of_roles(sight.register), fold):
        yield _finding(one, other)
    for one, other in _looking_alike(_of_work(sight), fold):
        if not sight.graph.overlaps_covering_all((one.id, other.id)):
            yield _finding(one, other)


def _looking_alike(named: Iterable[_Named], fold: Fold) -> Iterator[tuple[_Named, _Named]]:
    """Yield the first of the names that look alike with each other one that is that of another thing."""
    groups: dict[str, list[_Named]] = {}
    for each in named:
        groups.setdefault(look(each.name), []).append(each)
    for group in groups.values():
        if len(group) > 1 and any(each.id != group[0].id for each in group):
            first, *others = sorted(group, key=lambda each: (each.where, each.name, each.id))
            told = {first.id}
            for each in others:
                if each.id not in told and fold(first.name) != fold(each.name):
                    told.add(each.id)
                    yield first, each


def _of_roles(register: Register) -> Iterator[_Named]:
    for role in register.roles.values():
        yield _Named(role.name, role.id, role.place)
        for number, alias in enumerate(role.entry.aliases):
            yield _Named(alias, role.id, role.place, ("aliases", number))


def _of_work(sight: Sight) -> Iterator[_Named]:
    for claim in sight.claims:
        yield _Named(claim.entry.name, claim.work, claim.place)
    for work in sight.register.work.values():
        if work.unowned is not None:
            yield _Named(work.unowned.entry.name, work.id, work.unowned.place)


def _finding(first: _Named, second: _Named) -> Finding:
    why = difference(first.name, second.name)
    return RULE.at(
        second.where,
        f"{first.id} {second.id}",
        f'"{second.name}" looks like "{first.name}" and is another name: {why}',
        "Use one spelling, or names that nobody takes for each other.",
        related=[Related(first.where, "the other name")],
        fix=_fix(first, second),
    )


def _fix(first: _Named, second: _Named) -> Fix | None:
    """Return the fix that spells the second as the first, unless it is the first that has odd letters."""
    if odd_letter(first.name):
        return None
    return unsafe(f'Replace "{second.name}" by "{first.name}"', Reword(second.where, first.name))


RULE = rule(
    "RACI114",
    Severity.WARNING,
    _check,
    "Unicode Technical Standard 39, Unicode Security Mechanisms: confusable strings",
)
