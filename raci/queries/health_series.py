"""The numbers of health at several times, to see whether it gets better."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from raci.model.field_types import Day, Record, Shape, Text
from raci.queries.health import Health

PERIODS = ("week", "month", "quarter", "year")


@dataclass(frozen=True)
class HealthPoint(Record):
    """The numbers at one time."""

    day: Day
    """The day that they stand for, by which dates were judged."""
    commit: Text
    """The id of the commit with the files."""
    health: Health | None
    """The numbers; null where there are none."""
    problem: Text | None
    """Why there are none; null where there are."""


@dataclass(frozen=True)
class HealthSeries(Record):
    """The numbers of health at several times, the earliest first."""

    since: Text
    """The revision that they begin with, as it was asked for."""
    until: Text
    """The revision that they end with, as it was asked for."""
    every: Annotated[str, Shape(enum=[*PERIODS])]
    """The numbers are those of the first revision, of the end of each such period, and of the last one."""
    points: tuple[HealthPoint, ...]
    """The numbers at each time, the earliest first."""
