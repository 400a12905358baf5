"""The practices that the records of an answer mention."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.model.field_types import Id, Name, Record, Text
from raci.queries.mentions import mentioned

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.model.register import Register


@dataclass(frozen=True)
class PracticeRecord(Record):
    """A way of working that agreements name."""

    name: Name
    cadence: Text | None
    """How often it takes place."""


def practice_records(register: Register, records: Iterable[Record]) -> dict[str, PracticeRecord]:
    """Return the practices that records mention, by id."""
    entries = {id_: register.practices[id_].entry for id_ in sorted(mentioned(Id.PRACTICE, records))}
    return {id_: PracticeRecord(entry.name, entry.cadence) for id_, entry in entries.items()}
