"""What has to be said as well before a decision can be written down; a terminal can be asked for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.decisions.decision import CannotDecide

if TYPE_CHECKING:
    from collections.abc import Sequence


class NoReason(CannotDecide):
    """A decision without which nobody knows later why it was made."""


class WouldReplace(CannotDecide):
    """Something else was decided before, which is not replaced unless somebody says so."""


class SeveralChoices(CannotDecide):
    """Words that may mean several things: ids with what each is called."""

    def __init__(self, text: str, choices: Sequence[tuple[str, str]]) -> None:
        self.choices = choices
        super().__init__(text)
