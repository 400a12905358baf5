"""The option that says by which day dates are judged."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated

import typer

from raci.errors import RaciError

AsOfOption = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="The day to judge dates by; today, if left out.")
]


class BadDate(RaciError):
    """A day that is not written as one."""


def day_of(as_of: str | None) -> date:
    """Return the day that `--as-of` names, or today. Raises BadDate."""
    return datetime.now(tz=UTC).astimezone().date() if as_of is None else day_in(as_of, "--as-of")


def day_in(written: str, option: str) -> date:
    """Return the day that an option names. Raises BadDate."""
    try:
        day = date.fromisoformat(written)
    except ValueError:
        day = None
    if day is None or day.isoformat() != written:  # 20260131 and 2026-W05-6 are days too, and not ours
        raise BadDate(f'{option} is "{written}"; write a day as 2026-01-31.')
    return day
