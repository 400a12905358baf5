"""What would make a question understood, as a command to be copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.text.shell import command

if TYPE_CHECKING:
    from raci.queries.lesson import LessonRecord


def lesson(record: LessonRecord) -> str:
    """Return how the register is taught what was meant, in a sentence."""
    return f"If it is {record.name}, teach it: {command('raci', 'alias', record.alias, record.id)}"
