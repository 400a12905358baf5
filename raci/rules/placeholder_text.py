"""A text is a placeholder: TBD, TODO, FIXME, ???, xxx, n/a, a dash or three dots.

## Why

Answers print it as if it said something. A field that is left out is honest, and shown as what it is.

## Example

```yaml
version: 1
roles:
  cook:
    name: Cook
    deliverables:
      - {name: Menu, summary: TBD}
```

## Use instead

```yaml
version: 1
roles:
  cook:
    name: Cook
    deliverables:
      - {name: Menu, summary: Says what the guests can choose from today.}
```

A text counts if it is nothing but a placeholder, or begins with TODO, TBD or FIXME and a colon. "Todo List"
is a name like any other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.faults.finding import Finding, Severity
from raci.rule.rule import Sight, rule
from raci.text.placeholders import is_placeholder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from raci.location import Place
    from raci.model.entry import Entry

# The lists of a role are looked at by themselves, and letters are known to be letters.
_PASSED_OVER = {"responsibilities", "deliverables", "letters", "expects", "others"}


def _check(sight: Sight) -> Iterable[Finding]:
    for subject, entry, place in _entries(sight):
        for path, text in _placeholders(vars(entry).items()):
            yield RULE.at(
                place.at(*path),
                f"{' '.join(subject)} {path[0]}",
                f'"{text}" is a placeholder',
                "Write what is meant, or leave it out until it is known.",
            )


def _entries(sight: Sight) -> Iterator[tuple[tuple[str, ...], Entry, Place]]:
    """Yield each entry of the files with what it is about and its place; a role without its lists."""
    register = sight.register
    for role in register.roles.values():
        yield (role.id,), role.entry, role.place
    for claim in sight.claims:
        yield (claim.role, claim.work), claim.entry, claim.place
    for work in register.work.values():
        if work.unowned is not None:
            yield (work.id,), work.unowned.entry, work.unowned.place
    for overlap in register.overlaps.values():
        yield (overlap.id,), overlap.entry, overlap.place
    for practice in register.practices.values():
        yield (practice.id,), practice.entry, practice.place


def _placeholders(steps: Iterable[tuple[str | int, object]]) -> list[tuple[tuple[str | int, ...], str]]:
    """Return the placeholders among some values and in them, with their paths: nearly all have none."""
    found: list[tuple[tuple[str | int, ...], str]] = []
    for step, each in steps:
        if not each:
            continue
        if isinstance(each, str):
            if is_placeholder(each):
                found.append(((step,), each))
        elif step not in _PASSED_OVER:
            found += [((step, *path), text) for path, text in _placeholders(_steps(each))]
    return found


def _steps(value: object) -> Iterable[tuple[str | int, object]]:
    """Return what is in a mapping, a list or an entry, with the keys and numbers that lead there."""
    if isinstance(value, dict):
        return value.items()
    if isinstance(value, tuple):
        return enumerate(value)
    return vars(value).items() if hasattr(value, "__dict__") else ()


RULE = rule("RACI503", Severity.INFO, _check, "raci: a placeholder looks like an answer, and is none")
