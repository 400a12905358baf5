"""The options of a command by which it finds the files that this one has found."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from raci.cli.options import DataOptions


def found_by(options: DataOptions) -> tuple[str, ...]:
    """Return the words of a command that say where the data is."""
    named = (word for path in options.data or () for word in ("--data", path))
    return (*named, *(("--config", options.config) if options.config else ()))
