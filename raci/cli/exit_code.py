"""How a command ends. Scripts rely on these: a change is a breaking one."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """0 answered, 1 the answer is negative, 2 could not answer, 3 a bug in raci."""

    ANSWERED = 0
    NEGATIVE = 1
    NO_ANSWER = 2
    BUG = 3
    INTERRUPTED = 130
