"""What is asked of a person at a terminal; in a pipe nobody is asked anything."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

import typer
from typer.exceptions import Abort

from raci.cli.output import is_terminal, say
from raci.errors import RaciError
from raci.text.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from raci.decisions.missing import SeveralChoices

Answer = TypeVar("Answer")


def may_ask() -> bool:
    """Return whether somebody can read a question and answer it."""
    return is_terminal(sys.stdin) and is_terminal(sys.stderr)


def ask(question: str, *, default: str | None = None) -> str:
    """Return what a person answers; with a default that may be nothing. Raises KeyboardInterrupt."""
    return str(
        _unless_given_up(
            lambda: typer.prompt(one_line(question), default=default, show_default=bool(default), err=True)
        )
    )


def answered(question: str, understood: Callable[[str], Answer], *, default: str | None = None) -> Answer:
    """Return what an answer is understood as; one that is not is told why, and asked for again.

    `understood` raises RaciError. Raises KeyboardInterrupt.
    """
    while True:
        try:
            return understood(ask(question, default=default))
        except RaciError as error:
            say(str(error))


def agrees(question: str) -> bool:
    """Return whether a person says yes. Raises KeyboardInterrupt."""
    return bool(_unless_given_up(lambda: typer.confirm(one_line(question), err=True)))


def choose(question: str, choices: Sequence[tuple[str, str]]) -> str:
    """Return which of some things, by id with what each is called, a person means.

    Raises KeyboardInterrupt.
    """
    for number, (id_, called) in enumerate(choices, 1):
        say(one_line(f"{number}  {called} ({id_})"))

    def understood(answer: str) -> str:
        if answer.isdecimal() and 0 < int(answer) <= len(choices):
            return choices[int(answer) - 1][0]
        for id_, called in choices:
            if answer.casefold() in (id_.casefold(), called.casefold()):
                return id_
        raise RaciError(f"Write a number from 1 to {len(choices)}.")

    return answered(question, understood)


def picked(several: SeveralChoices, question: str = "Which one", *, asks: bool = True) -> str:
    """Return the id of what a person picks of several things; raise them where nobody can be asked."""
    if not asks or not may_ask():
        raise several
    return choose(question, several.choices)


def _unless_given_up(asked: Callable[[], object]) -> object:
    try:
        return asked()
    except Abort:
        say("\nNothing was written.")
        raise KeyboardInterrupt from None
