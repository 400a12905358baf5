"""What work goes by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.model.register import Work


def called(work: Iterable[Work]) -> dict[str, list[str]]:
    """Return the ids of the work that goes by each name or alias, which are folded."""
    found: dict[str, list[str]] = {}
    for each in work:
        for name in (each.name, *each.aliases):
            found.setdefault(fold(name), []).append(each.id)
    return found
