"""What was not read, said on standard error: an owner may stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.cli.output import say
from raci.model.left_out import first_few, told

if TYPE_CHECKING:
    from raci.model.register import Register


def say_left_out(register: Register) -> None:
    """Say what may hide an owner, even where notes are to be kept off: no answer is sure without it."""
    for sentence in told(register.left_out):
        say(f"{sentence}.")


def say_passed_over(register: Register, *, quiet: bool) -> None:
    """Say what else was not read, after an answer that nobody was found."""
    names = [each.name for each in register.left_out if each.harmless]
    if names and not quiet:
        say(f"Not read, as holding no ownership data, ignored by git, or excluded: {first_few(names)}.")
