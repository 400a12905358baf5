"""What would make a question understood, as a line to be written into a file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from raci.views.wording import yaml_text

if TYPE_CHECKING:
    from raci.queries.lesson import LessonRecord


def lesson(record: LessonRecord) -> str:
    """Return what to write, and where, in a sentence."""
    where = f"({record.file}:{record.line})"
    if record.slot is None:
        # Quoted in any case, for the words stand alone here.
        alias = json.dumps(record.alias, ensure_ascii=False)
        return f"If it is {record.name}, add this to its aliases {where}: {alias}"
    return f"If it is {record.name}, add this to it {where}: aliases: [{yaml_text(record.alias)}]"
