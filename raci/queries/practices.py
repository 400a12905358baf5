"""The practices that an answer mentions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.model.field_types import Name, Record, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.model.register import Register


@dataclass(frozen=True)
class PracticeRecord(Record):
    """A way of working that agreements name."""

    name: Name
    cadence: Text | None
    """How often it takes place."""


def practice_records(register: Register, ids: Iterable[str]) -> dict[str, PracticeRecord]:
    """Return practices by id."""
    entries = {id_: register.practices[id_].entry for id_ in sorted(ids)}
    return {id_: PracticeRecord(entry.name, entry.cadence) for id_, entry in entries.items()}
