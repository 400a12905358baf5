"""JSON as text that acts on nothing which shows it."""

from __future__ import annotations

import json
from typing import Any

from raci.text.visible import HIDDEN


def dump(value: Any) -> str:
    """Return `value` as JSON, indented, with a newline at the end.

    Hidden characters are escaped; so is the bracket of what a runner would take for a command.
    """
    text = json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False)
    # json itself escapes the other controls; these it leaves in text that is not ASCII.
    return HIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"
