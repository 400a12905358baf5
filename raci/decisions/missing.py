"""What has to be said as well before a decision can be written down; a terminal can be asked for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.decisions.decision import CannotDecide

if TYPE_CHECKING:
    from collections.abc import Sequence


class Missing(CannotDecide):
    """Something has to be said as well: `told` is why, and the text also says with which option."""

    def __init__(self, told: str, way: str) -> None:
        self.told = told
        super().__init__(f"{told} {way}")


class NoReason(Missing):
    """A decision without which nobody knows later why it was made."""


class WouldReplace(Missing):
    """Something else was decided before, which is not replaced unless somebody says so."""


class SeveralChoices(CannotDecide):
    """Words that may mean several things: ids with what each is called."""

    def __init__(self, text: str, choices: Sequence[tuple[str, str]]) -> None:
        self.choices = choices
        super().__init__(text)
