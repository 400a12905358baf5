"""A pattern in the `paths` of some work matches no file that git knows.

## Why

The files have moved, or the pattern never was right. Nobody notices: whoever asks for the file is told that
nobody owns it, and a `CODEOWNERS` file made of it asks nobody to look at a change.

## Example

The files are `docs/menu/spring.md` and `docs/orders.md`:

```yaml
version: 1
roles:
  cook: {name: Cook, deliverables: [{name: Menu, paths: [menus/]}]}
```

## Use instead

```yaml
version: 1
roles:
  cook: {name: Cook, deliverables: [{name: Menu, paths: [docs/menu/]}]}
```

Git is asked for the files of the last commit, or with `--at` of that one, so a file counts once it is
committed. Where there is no repository, or no commit, nothing is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.faults.finding import Finding, Severity
from raci.rule.rule import Sight, rule

if TYPE_CHECKING:
    from collections.abc import Iterable


def _check(sight: Sight) -> Iterable[Finding]:
    paths = sight.paths
    if not paths.files:
        return
    for each in paths.narrowing:
        if not paths.matched[each.pattern]:
            name = sight.register.work[each.work].name
            yield RULE.at(
                each.where,
                f"{each.work} {each.written}",
                f'"{each.written}", of {name}, matches no file that git knows',
                "Write where the files are, as in .gitignore, from the root of the repository.",
            )


RULE = rule(
    "RACI116",
    Severity.WARNING,
    _check,
    "GitHub: a CODEOWNERS pattern that matches nothing is no error there, and asks nobody",
)
