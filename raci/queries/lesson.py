"""What would make a question understood that is not, or not for sure: one more alias, and where it goes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.model.field_types import File, Line, Name, Record, Text, WorkId
from raci.queries.slots import SlotRecord, slot_record
from raci.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raci.graph.ownership import OwnershipGraph
    from raci.location import Place
    from raci.model.register import Work
    from raci.search.ranking import Search

_LONGEST = 60  # characters: what is longer is a story, and nobody asks in these words again


@dataclass(frozen=True)
class LessonRecord(Record):
    """One more alias of a piece of work, by which the question would name it."""

    id: WorkId
    name: Name
    alias: Text
    """The question without the words that only ask."""
    file: File
    line: Line
    """The line of the aliases that it has, or else of its name."""
    slot: SlotRecord | None
    """Where `aliases` can be written; null where that field is there, and takes one more."""


def lesson_of(
    graph: OwnershipGraph, search: Search, query: str, candidates: Sequence[str]
) -> LessonRecord | None:
    """Return what would make a question name the first of the candidates, which are names of work.

    There is nothing to be written where the register is the model that ships with raci, where the question
    names a role, and where it is a long story or says nothing of what is asked for.
    """
    register, alias = graph.register, search.telling_part(query)
    if register.shipped or not candidates or not 0 < len(alias) <= _LONGEST:
        return None
    said = f" {fold(alias)} "
    called = (name for role in register.roles.values() for name in (role.name, *role.entry.aliases))
    if any(f" {fold(name)} " in said for name in called):
        return None
    work = next((work for work in register.work.values() if work.name == candidates[0]), None)
    place = _entry_of(graph, work) if work else None
    if not work or not place:
        return None
    has_aliases = "aliases" in place.values
    where = place.key("aliases") if has_aliases else place.at("name")
    slot = None if has_aliases else slot_record(place)
    return LessonRecord(work.id, work.name, alias, where.file, where.line, slot)


def _entry_of(graph: OwnershipGraph, work: Work) -> Place | None:
    """Return the place of the entry that speaks for a piece of work: that of who is accountable, if any."""
    accountable = graph.accountable(work.id)
    claims = sorted(work.claims, key=lambda claim: claim.role not in accountable)
    entry = claims[0] if claims else work.unowned
    return entry.place if entry else None
