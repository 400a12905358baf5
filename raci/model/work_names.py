"""What work goes by."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.model.register import Work
    from raci.text.names import Fold


def called(work: Iterable[Work], fold: Fold) -> dict[str, list[str]]:
    """Return the ids of the work that goes by each name or alias, which are folded."""
    found: dict[str, list[str]] = {}
    for each in work:
        for name in (each.name, *each.aliases):
            found.setdefault(fold(name), []).append(each.id)
    return found
