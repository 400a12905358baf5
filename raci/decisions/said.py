"""What people said, as it can be written down."""

from __future__ import annotations

import re

from raci.decisions.decision import CannotDecide
from raci.look_alikes.confusables import stray_letter
from raci.model.limits import LONGEST_NAME, LONGEST_TEXT
from raci.text.names import counted
from raci.text.placeholders import is_placeholder
from raci.text.visible import HIDDEN, visible


def name_said(text: str, what: str) -> str:
    """Return a name in one line without spaces around it. Raises CannotDecide where it is none."""
    return _checked(" ".join(text.split()), what, LONGEST_NAME)


def notes_on(name: str) -> tuple[str, ...]:
    """Return what is to be said of a name that nobody could type by the look of it."""
    if not (stray := stray_letter(name)):
        return ()
    return (
        f'"{name}" has a {stray} among letters that it looks like: who types it in those does not find it.',
    )


def text_said(text: str, what: str) -> str:
    """Return a text without spaces around it. Raises CannotDecide where it says nothing."""
    text = re.sub(r"\r\n?|\t", lambda found: " " if found[0] == "\t" else "\n", text.strip())
    if is_placeholder(text):
        raise CannotDecide(f'{what} is "{text}", which says nothing.')
    return _checked(text, what, LONGEST_TEXT)


def _checked(text: str, what: str, most: int) -> str:
    if not text:
        raise CannotDecide(f"{what} is empty.")
    if len(text) > most:
        raise CannotDecide(f"{what} has {counted(len(text), 'character')}; {most:,} are the most.")
    if hidden := HIDDEN.search(text):
        raise CannotDecide(f"{what} has a character that nobody sees: {visible(hidden[0])}")
    return text
