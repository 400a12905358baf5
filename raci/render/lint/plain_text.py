"""Text from files within the lines of a report, and the colours of those lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.faults.finding import Severity
from raci.text.visible import one_line

if TYPE_CHECKING:
    from raci.location import Location

BOLD, RED, YELLOW, CYAN, BLUE = "1", "1;31", "1;33", "1;36", "1;34"
OF_SEVERITY = {Severity.ERROR: RED, Severity.WARNING: YELLOW, Severity.INFO: CYAN}


def place(location: Location) -> str:
    """Return file, line and column as editors read them; also where a file is named like a command."""
    written = str(location)
    return one_line(f"./{written}" if written.startswith(":") else written)


def painted(text: str, style: str, *, color: bool) -> str:
    """Return `text` in a style, or as it is without colour."""
    return f"\x1b[{style}m{text}\x1b[0m" if color and text else text
