"""An alias says what the name or another alias of the entry says already.

## Why

Case, hyphens between words, `&` for "and" and the form of quotes make no difference to names. Such an alias
finds nothing that would not be found without it, and whoever reads the list looks for the difference. The
same holds of one in quotes that YAML does not know, beside the same without them.

## Example

```yaml
version: 1
roles:
  cook:
    name: Cook
    aliases: [chef, cook, Chef]
    deliverables:
      - {name: Wine List, aliases: [wine-list]}
```

## Use instead

```yaml
version: 1
roles:
  cook:
    name: Cook
    aliases: [chef]
    deliverables:
      - {name: Wine List}
```

## Fix

Safe: the alias is taken out. Whatever it finds is found without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.faults.finding import Finding, Severity
from raci.faults.fix import TakeOut, safe
from raci.rule.rule import Sight, rule
from raci.text.names import bare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from raci.location import Place
    from raci.model.entries import RoleEntry, UnownedEntry, WorkEntry
    from raci.text.names import Fold


def _check(sight: Sight) -> Iterable[Finding]:
    register = sight.register
    for role in register.roles.values():
        yield from _of(role.id, role.entry, role.place, register.fold)
    for claim in sight.claims:
        yield from _of(claim.work, claim.entry, claim.place, register.fold)
    for work in register.work.values():
        if work.unowned:
            yield from _of(work.id, work.unowned.entry, work.unowned.place, register.fold)


def _of(id_: str, entry: RoleEntry | WorkEntry | UnownedEntry, place: Place, fold: Fold) -> Iterator[Finding]:
    if not entry.aliases:
        return
    names = (entry.name, *entry.aliases)
    plain = {fold(each): f'"{each}"' for each in reversed(names) if each == bare(each)}
    known = {fold(entry.name): "the name"}
    for number, alias in enumerate(entry.aliases):
        folded, inside = fold(alias), fold(bare(alias))
        same = known.get(folded) or known.get(inside) or (plain.get(inside) if inside != folded else None)
        if same:
            where = place.at("aliases", number)
            message = f'the alias "{alias}" of {entry.name} says the same as {same}'
            fix = safe(f'Take "{alias}" out', TakeOut(where))
            yield RULE.at(where, f"{id_} {folded}", message, "Take it out.", fix=fix)
        known.setdefault(folded, f'"{alias}"')


RULE = rule(
    "RACI504",
    Severity.INFO,
    _check,
    "raci: names are compared without case, hyphens and the form of quotes",
)
