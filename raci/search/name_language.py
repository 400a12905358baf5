"""What a language knows of names: words used for one another, words in which names differ, empty words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_LONGEST_PHRASE = 3
_DIGITS = "0123456789"
_LABEL = re.compile("[a-z]|[ivx]+")  # one letter, or a Roman number
Groups = frozenset[int]
_NO_GROUPS: Groups = frozenset()


@dataclass(frozen=True)
class NameLanguage:
    """A language's words by the numbers of their groups; a phrase is its words with _ between them.

    `alike` are groups of words that mean one thing, `contrast` sets of words in which different work
    differs, `forms` words that say next to nothing of what a work is about.
    """

    alike: Mapping[str, Groups] = field(default_factory=dict)
    contrast: Mapping[str, Groups] = field(default_factory=dict)
    forms: frozenset[str] = frozenset()

    @cached_property
    def openings(self) -> frozenset[str]:
        """Return the first two words of known phrases, written together, as they may stand in a name."""
        begun = ["".join(phrase.split("_")[:2]) for phrase in self.alike if "_" in phrase]
        return frozenset((*begun, *(f"{each}s" for each in begun)))

    def phrases(self, words: Sequence[str]) -> Iterator[str]:
        """Yield words in order, those that make a known phrase as one; a phrase may stand in the plural."""
        at = 0
        while at < len(words):
            for length in range(min(_LONGEST_PHRASE, len(words) - at), 1, -1):
                phrase = "_".join(words[at : at + length])
                if _of(phrase, self.alike):
                    break
            else:
                length, phrase = 1, words[at]
            yield phrase
            at += length

    def tells(self, word: str) -> bool:
        """Return whether a word tells work apart although it says little: one of a series, an opposite."""
        return word in self.contrast

    def mean_the_same(self, one: str, other: str) -> bool:
        """Return whether two words are used for one another."""
        return not _of(one, self.alike).isdisjoint(_of(other, self.alike))

    def differ(self, one: str, other: str) -> bool:
        """Return whether two words tell different work apart: opposites, parts of a series, numbers."""
        if one.removesuffix("s") == other.removesuffix("s"):
            return False
        if one[-1:].isdigit() and other[-1:].isdigit():
            return one.rstrip(_DIGITS) == other.rstrip(_DIGITS)
        if all(_LABEL.fullmatch(word) for word in (one, other)):
            return True
        return not _of(one, self.contrast).isdisjoint(_of(other, self.contrast))

    def groups(self, word: str) -> Groups:
        """Return the groups of words alike that a word is in."""
        return _of(word, self.alike)

    def is_form(self, word: str) -> bool:
        """Return whether a word only says in which form work or a paper comes."""
        return word in self.forms


def _of(word: str, groups: Mapping[str, Groups]) -> Groups:
    """Return a word's groups, or else those of its singular: lists name words once."""
    return groups.get(word) or (groups.get(word[:-1], _NO_GROUPS) if word.endswith("s") else _NO_GROUPS)


@cache
def name_language(language: str) -> NameLanguage:
    """Return what is known of a language's names; nothing, where there is no list of it."""
    listed = files("raci.search").joinpath(f"{language}_names.txt")
    if not listed.is_file():
        return NameLanguage()
    parts: dict[str, list[list[str]]] = {}
    for line in listed.read_text("utf-8").splitlines():
        if line.startswith("["):
            part = parts.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            part.append(line.split())
    return NameLanguage(
        alike=_numbered(parts["alike"]),
        contrast=_numbered(parts["contrast"]),
        forms=frozenset(chain.from_iterable(parts["forms"])),
    )


def _numbered(groups: list[list[str]]) -> dict[str, Groups]:
    found: dict[str, set[int]] = {}
    for number, group in enumerate(groups):
        for word in group:
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}
