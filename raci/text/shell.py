"""Words of a command, as a shell takes them."""

from __future__ import annotations

import re
from shlex import quote
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_HARMLESS = re.compile(r"[^\"$`\\!%\n]+")  # between double quotes, for any shell; Windows knows no others


def command(*words: str) -> str:
    """Return a command of these words, ready to be copied."""
    return " ".join(map(_word, words))


def raci_command(verb: str, names: Sequence[str], options: Sequence[str]) -> str:
    """Return a command of raci about names, none of which is taken for an option."""
    if any(name.startswith("-") for name in names):
        return command("raci", verb, *options, "--", *names)
    return command("raci", verb, *names, *options)


def _word(text: str) -> str:
    if quote(text) == text:
        return text
    return f'"{text}"' if _HARMLESS.fullmatch(text) else quote(text)
