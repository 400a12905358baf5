"""Lists of words as people read and mend them: a file in sections, blank lines and comments left out.

# What people ask with.
[asking]
own owns owned
"""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


class WordLists:
    """The sections of a file; a section that is not there is empty, and so is a file."""

    def __init__(self, file: Traversable) -> None:
        self._sections: defaultdict[str, list[list[str]]] = defaultdict(list)
        section = ""
        for line in file.read_text("utf-8").splitlines() if file.is_file() else ():
            if line.startswith("["):
                section = line.strip("[]")
            elif line and not line.startswith("#"):
                self._sections[section].append(line.split())

    def lines(self, section: str) -> list[list[str]]:
        """Return the words of each line of a section."""
        return self._sections[section]

    def words(self, section: str) -> frozenset[str]:
        """Return all words of a section."""
        return frozenset(chain.from_iterable(self._sections[section]))
