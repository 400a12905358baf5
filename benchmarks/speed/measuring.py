"""Run commands in turns and say what they cost: wall and CPU seconds, peak memory."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

KIB_PER_MIB = 1024
# A command that needs more has failed; it must not take the machine along.
MOST_CPU = 300  # seconds
MOST_MEMORY = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2
TURNED_OFF = ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "RACI_DATA", "FORCE_COLOR")


@dataclass(frozen=True)
class Cost:
    """What a command costs: seconds of wall clock and CPU, MiB at the peak, and the CPU seconds by round."""

    wall: float
    cpu: float
    peak: float
    rounds: tuple[float, ...] = ()

    def times(self, other: Cost) -> float:
        """Return how many times the CPU of another it takes that ran in the same rounds: the median of them.

        What slows the machine down for a while slows both of a round down.
        """
        return statistics.median(one / two for one, two in zip(self.rounds, other.rounds, strict=True))


NEVER = Cost(inf, inf, inf)


class Failed(Exception):
    """A command did not do what is measured."""


def run(command: Sequence[str], folder: Path) -> Cost:
    """Return what one run costs. Raises Failed where it ends with anything but 0 or 1 (findings).

    What the kernel calls a child's peak begins with that of the process which starts it: this one has to
    stay small, so registers are made and compared in processes of their own.
    """
    home = folder / "home"
    home.mkdir(exist_ok=True)
    surroundings = {key: value for key, value in os.environ.items() if key not in TURNED_OFF}
    places = dict.fromkeys(
        ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "TMPDIR"), str(home)
    )
    begun = time.perf_counter()
    with (folder / "errors.txt").open("wb") as errors:
        process = subprocess.Popen(
            command,
            cwd=home,
            env=surroundings | places,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            preexec_fn=_limit,  # noqa: PLW1509 - this process has no threads
        )
        _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1}:
        said = (folder / "errors.txt").read_text("utf-8", "replace")
        raise Failed(f"{' '.join(command[:3])} ended with {process.returncode}: {said[-300:]}")
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / KIB_PER_MIB)


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_CPU, MOST_CPU))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def in_turns(
    commands: Mapping[str, Sequence[str]], rounds: int, folder: Path, *, may_fail: bool = False
) -> dict[str, Cost]:
    """Return the medians of `rounds` runs of each command, one after the other in every round.

    Whatever disturbs the machine for a while so disturbs all of them. With `may_fail` a command that fails
    costs infinitely much, and is not tried again.
    """
    costs: dict[str, list[Cost]] = defaultdict(list)
    for _ in range(rounds):
        for name, command in commands.items():
            print(".", end="", file=sys.stderr, flush=True)
            if costs[name] and costs[name][0] is NEVER:
                continue
            try:
                costs[name].append(run(command, folder))
            except Failed:
                if not may_fail:
                    raise
                costs[name].append(NEVER)
    return {name: _median(each) for name, each in costs.items()}


def _median(costs: Sequence[Cost]) -> Cost:
    wall, cpu, peak = (
        statistics.median(getattr(cost, part) for cost in costs) for part in ("wall", "cpu", "peak")
    )
    return Cost(wall, cpu, peak, tuple(cost.cpu for cost in costs))
