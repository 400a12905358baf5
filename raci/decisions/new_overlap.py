"""An overlap that comes new into the files."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from raci.decisions.decision import Decision
from raci.decisions.house_style import HouseStyle
from raci.editing.changes import AddField
from raci.queries.overlap_cases import unused_id, where_overlaps_are

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from raci.decisions.files import Files
    from raci.editing.nodes import Data
    from raci.graph.ownership import OwnershipGraph


def new_overlap(
    graph: OwnershipGraph, files: Files, work: Sequence[str], terms: Callable[[str], Mapping[str, Data]]
) -> Decision:
    """Return the decision that makes an overlap about work: in the file that has overlaps, or beside a claim.

    `terms` are what it says, as the file writes it.
    """
    register = graph.register
    claims = chain.from_iterable(map(graph.claims, work))
    first = next((claim.place.file for claim in claims), register.files[0])
    file = where_overlaps_are(graph) or first
    id_ = unused_id("-and-".join(work), register.overlaps)
    style = HouseStyle(register, files)
    entry: dict[str, Data] = {"work": [style.work(each, file) for each in work], **terms(file)}
    if "overlaps" in register.places[file].values:
        return Decision({file: [AddField(("overlaps",), id_, entry)]}, id_, id_)
    return Decision({file: [AddField((), "overlaps", {id_: entry})]}, id_, id_)
