"""What a language knows of names: words used for one another, words in which names differ, empty words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING

from raci.language.word_lists import WordLists

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

    from raci.language.language import Language

_LONGEST_PHRASE = 3
_DIGITS = "0123456789"
_LABEL = re.compile("[a-z]|[ivx]+")  # one letter, or a Roman number
_LABELS = "label"
Groups = frozenset[int]
_NO_GROUPS: Groups = frozenset()


@dataclass(frozen=True)
class NameLanguage:
    """A language's words by the numbers of their groups; a phrase is its words with _ between them.

    `alike` are groups of words that mean one thing, `contrast` sets of words in which different work
    differs, `forms` words that say next to nothing of what a work is about. `opposites` are words, phrases
    and signs by the sides that they take, each with the number of its set.

    `joining` words stand between two things in one name. A duty begins with one of `acts`; those that are
    `done` say no more than that. `people` are for whom it is, what is said `beside` a thing begins with such
    a word, and `vague` is what may be said of any work.
    """

    alike: Mapping[str, Groups] = field(default_factory=dict)
    contrast: Mapping[str, Groups] = field(default_factory=dict)
    forms: frozenset[str] = frozenset()
    opposites: Mapping[str, frozenset[tuple[int, int]]] = field(default_factory=dict)
    joining: frozenset[str] = frozenset()
    done: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    vague: frozenset[str] = frozenset()

    @cached_property
    def joint(self) -> re.Pattern[str]:
        """Return what finds where a name joins two things."""
        words = "|".join(map(re.escape, sorted(self.joining)))
        return re.compile(rf"[,;](?:\s+(?:{words})\s)?|\s(?:&|{words})\s" if words else "(?!)", re.IGNORECASE)

    @cached_property
    def _side(self) -> re.Pattern[str]:
        """Return what finds the longest opposites among words with spaces between them."""
        longest_first = sorted(map(re.escape, self.opposites), key=len, reverse=True)
        return re.compile(rf"(?<!\S)(?:{'|'.join(longest_first)})(?!\S)" if longest_first else "(?!)")

    @cached_property
    def _openings(self) -> frozenset[str]:
        """Return the first words of known phrases."""
        return frozenset(phrase.partition("_")[0] for phrase in self.alike if "_" in phrase)

    def phrases(self, words: Sequence[str]) -> Iterator[str]:
        """Yield words in order, those that make a known phrase as one; a phrase may stand in the plural."""
        at = 0
        while at < len(words):
            length = self._length(words[at : at + _LONGEST_PHRASE]) if words[at] in self._openings else 1
            yield "_".join(words[at : at + length])
            at += length

    def _length(self, words: Sequence[str]) -> int:
        """Return how many words make the longest known phrase with which some words begin, or 1."""
        lengths = range(len(words), 1, -1)
        return next((length for length in lengths if _of("_".join(words[:length]), self.alike)), 1)

    def tells_apart(self, word: str) -> bool:
        """Return whether a word tells work apart although it says little: one of a series, an opposite."""
        return word in self.contrast

    def groups(self, word: str) -> Groups:
        """Return the groups of words alike that a word is in."""
        return _of(word, self.alike)

    def series(self, word: str) -> frozenset[Hashable]:
        """Return what a word is in with those from which it tells work apart: opposites, numbers, labels."""
        listed = _of(word, self.contrast)
        if word[-1:].isdigit() and (before := word.rstrip(_DIGITS)):
            return listed | {(before,)}
        return listed | {_LABELS} if _LABEL.fullmatch(word) else listed

    def sides(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the sides that words and signs, with spaces between them, take: numbers of sets and sides."""
        for found in self._side.findall(text):
            yield from self.opposites[found]

    def is_form(self, word: str) -> bool:
        """Return whether a word only says in which form work or a paper comes."""
        return word in self.forms


def _of(word: str, groups: Mapping[str, Groups]) -> Groups:
    """Return a word's groups, or else those of its singular: lists name words once."""
    return groups.get(word) or (groups.get(word[:-1], _NO_GROUPS) if word.endswith("s") else _NO_GROUPS)


@cache
def name_language(language: Language) -> NameLanguage:
    """Return what is known of a language's names: its synonyms, and what its list says if it has one."""
    lists = WordLists(files("raci.language").joinpath("names", f"{language.name}.txt"))
    return NameLanguage(
        alike=_numbered([*language.synonyms, *lists.lines("alike")]),
        contrast=_numbered(lists.lines("contrast")),
        forms=lists.words("forms"),
        opposites=_sided(lists.lines("opposites")),
        joining=lists.words("joining"),
        done=lists.words("done"),
        acts=lists.words("done") | lists.words("acts"),
        people=lists.words("people"),
        beside=lists.words("beside"),
        vague=lists.words("vague"),
    )


def _sided(sets: Iterable[Sequence[str]]) -> dict[str, frozenset[tuple[int, int]]]:
    found: dict[str, set[tuple[int, int]]] = {}
    for number, sides in enumerate(sets):
        for side, words in enumerate(sides):
            for word in words.replace("_", " ").split("/"):
                found.setdefault(word, set()).add((number, side))
    return {word: frozenset(taken) for word, taken in found.items()}


def _numbered(groups: Iterable[Sequence[str]]) -> dict[str, Groups]:
    found: dict[str, set[int]] = {}
    for number, group in enumerate(groups):
        for word in group:
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}
