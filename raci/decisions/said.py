"""What people said, as it can be written down."""

from __future__ import annotations

import re

from raci.decisions.decision import CannotDecide
from raci.model.limits import LONGEST_NAME, LONGEST_TEXT
from raci.text.names import counted
from raci.text.placeholders import is_placeholder
from raci.text.visible import HIDDEN, visible


def name_said(text: str, what: str) -> str:
    """Return a name in one line without spaces around it. Raises CannotDecide where it is none."""
    return _checked(" ".join(text.split()), what, LONGEST_NAME)


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
