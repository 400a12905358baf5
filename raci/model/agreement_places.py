"""Where the files say what an agreement names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from raci.location import Location
    from raci.model.register import Agreement, Work


def places_by_work(agreement: Agreement, work: Mapping[str, Work]) -> dict[str, Location]:
    """Return where an agreement names the role for each piece of work that it names outright."""
    written = agreement.entry.accountable
    if isinstance(written, str):
        return {}
    spelt = {fold(name): name for name in written}
    found: dict[str, Location] = {}
    for id_ in agreement.by_work:
        called = (work[id_].name, *work[id_].aliases)
        name = (
            id_ if id_ in written else next((spelt[each] for each in map(fold, called) if each in spelt), id_)
        )
        found[id_] = agreement.place.at("accountable", name)
    return found
