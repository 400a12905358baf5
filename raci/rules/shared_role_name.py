"""Two roles go by one name: an id, a name or an alias of one is also one of the other.

## Why

Whoever writes or asks for that name means one of the two, and nobody can tell which.

## Example

```yaml
version: 1
roles:
  product-manager: {name: Product Manager, aliases: [PM]}
  project-manager: {name: Project Manager, aliases: [PM]}
```

## Use instead

```yaml
version: 1
roles:
  product-manager: {name: Product Manager, aliases: [PM]}
  project-manager: {name: Project Manager, aliases: [PjM]}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.faults.finding import Finding, Related, Severity
from raci.rule.rule import Sight, rule
from raci.text.names import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from raci.model.register import Role

    _Path = tuple[str | int, ...]


def _check(sight: Sight) -> Iterable[Finding]:
    called: dict[str, dict[str, tuple[str, _Path]]] = {}
    roles = sight.register.roles
    for role in roles.values():
        for name, path in _names(role):
            called.setdefault(sight.register.fold(name), {}).setdefault(role.id, (name, path))
    for folded, holders in called.items():
        if len(holders) > 1:
            *firsts, last = sorted(
                (roles[role].place.at(*path), name, role) for role, (name, path) in holders.items()
            )
            names = in_words(roles[role].name for _, _, role in (*firsts, last))
            yield RULE.at(
                last[0],
                folded,
                f'"{last[1]}" means several roles: {names}',
                "Leave the name to one of them.",
                related=[Related(where, "here too") for where, _, _ in firsts],
            )


def _names(role: Role) -> Iterator[tuple[str, _Path]]:
    """Yield what a role is called, each with the path to it from the role's place."""
    yield role.name, ("name",)
    yield role.id, ("name",)
    for number, alias in enumerate(role.entry.aliases):
        yield alias, ("aliases", number)


RULE = rule(
    "RACI110", Severity.WARNING, _check, "raci: a name that means two roles cannot be used to refer to either"
)
