"""What a question may mean that a register does not say: other words for the same, and abbreviations.

"Hiring" may be Recruitment, "RFPs" may be Request for Proposal Answers, and "multidisciplinary team minutes"
may be MDT Minutes. Guesses are for what the register lacks, and stand for words of one name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from raci.language.initials import abbreviates, initials
from raci.language.thesaurus import Meaning, Thesaurus
from raci.language.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from raci.language.dictionary import Dictionary
    from raci.language.language import Language
    from raci.language.stems import Stems
    from raci.search.corpus import Corpus, Label

_LONGEST = 6  # letters of an abbreviation
_SURE = 3  # letters from which on initials are those of a part of a name, too
_SMALL = 3  # small words that an abbreviation may leave out
_PART = 4  # letters of a part of a word
_TWO_LETTERS = re.compile(r"\b(\w)(?: and)? (\w)s?\b")  # R&D, A/B, T&Cs
_WORD = 4.0  # what is as common as this (Zipf) is a word, unless it is written in capitals


class Guesses:
    """Guesses at what words of a question stand for in the names of a corpus."""

    def __init__(
        self,
        corpus: Corpus,
        language: Language,
        stems: Stems,
        dictionary: Dictionary,
        thesaurus: Thesaurus,
    ) -> None:
        self._thesaurus = thesaurus
        self._corpus = corpus
        self._language = language
        self._stems = stems
        self._dictionary = dictionary

    def of(self, asked: Sequence[str], capitals: frozenset[str]) -> dict[str, tuple[Label, ...]]:
        """Return the phrases that words of a question may stand for, longer parts of it first.

        `capitals` are the abbreviations that it is written with. Where the register has all words, only its
        own groups can tell more.
        """
        found: dict[str, tuple[Label, ...]] = {}
        saying = [word for word in asked if not self._language.says_nothing(word)]
        needed = self._thesaurus.has_own or not saying or not all(map(self._knows, saying))
        for meaning in self._possible(asked, capitals) if needed else ():
            spoken = [asked[number] for number in meaning.numbers]
            phrases = tuple(filter(self._corpus.has_together, meaning.phrases))
            lacking = meaning.own or self._lacks(spoken)
            if phrases and found.keys().isdisjoint(spoken) and lacking:
                found.update(dict.fromkeys(spoken, phrases))
        return found

    def _possible(self, asked: Sequence[str], capitals: frozenset[str]) -> Iterator[Meaning]:
        yield from self._written_out(asked)
        meanings = self._thesaurus.meanings(asked)
        early = [meaning for meaning in meanings if meaning.own or len(meaning.numbers) > 1]
        yield from early
        yield from self._letters(asked, capitals)
        yield from (meaning for meaning in meanings if meaning not in early)

    def _lacks(self, spoken: Sequence[str]) -> bool:
        """Return whether a register lacks a word that says something, or has no work with all of a phrase."""
        content = [word for word in spoken if not self._language.says_nothing(word)]
        if len(content) == 1 or len(spoken) == 1:
            return bool(content) and not any(map(self._knows, content))
        telling = self._stems.all_of(word for word in spoken if word not in self._language.silent)
        return bool(telling) and not self._corpus.has_together(telling)

    def _knows(self, word: str) -> bool:
        stem = self._stems.of(word)
        return any(map(self._corpus.has, (stem, *self._stems.kin(stem))))

    def _written_out(self, asked: Sequence[str]) -> Iterator[Meaning]:
        """Yield what words of a question are abbreviated to in a name."""
        silent = self._language.silent
        for start, first in enumerate(asked):
            for short in self._corpus.acronyms if first not in silent else ():
                for end in range(start + 2, start + 1 + min(len(asked) - start, len(short) + _SMALL)):
                    if len(short) >= _SURE and abbreviates(short, asked[start:end], silent, self._beginnings):
                        yield Meaning(tuple(range(start, end)), ((self._stems.of(short),),))

    def _beginnings(self, word: str) -> str:
        """Return the letters with which the parts of a word begin: m and d of multidisciplinary."""
        parts = range(_PART, len(word) - _PART + 1)
        return word[0] + "".join(word[at] for at in parts if self._dictionary.knows(word[at:]))

    def _letters(self, asked: Sequence[str], capitals: frozenset[str]) -> Iterator[Meaning]:
        """Yield the words of names that abbreviations in a question stand for."""
        for numbers, letters in _abbreviations(asked):
            others = tuple(word for number, word in enumerate(asked) if number not in numbers)
            rest = {word for word in others if not self._language.says_nothing(word)}
            is_word = self._dictionary.commonness(letters) >= _WORD and letters not in capitals
            if len(numbers) > 1 or not (is_word or self._corpus.has(self._stems.of(letters))):
                yield Meaning(numbers, tuple(self._abbreviated(letters, frozenset(rest))))

    def _abbreviated(self, letters: str, rest: frozenset[str]) -> Iterator[Label]:
        """Yield the words that letters stand for in names: two letters are too few to stand for a part."""
        for name in map(words, self._corpus.names):
            if {word[0] for word in name}.issuperset(letters):
                stands_for = initials(name, self._language.silent).get(letters, frozenset())
                all_of_it = stands_for.issuperset(set(name) - self._language.silent)
                if len(letters) < _SURE and not all_of_it:
                    stands_for = stands_for | rest if rest else frozenset()
                if stands_for:
                    yield self._stems.all_of(sorted(stands_for))


def _abbreviations(asked: Sequence[str]) -> Iterator[tuple[tuple[int, ...], str]]:
    """Yield what may be abbreviations: short words, also in the plural, and single letters as in R&D."""
    for number, word in enumerate(asked):
        for letters in dict.fromkeys((word, word.removesuffix("s"))):
            if 1 < len(letters) <= _LONGEST and letters.isalpha():
                yield (number,), letters
    text = " ".join(asked)
    for found in _TWO_LETTERS.finditer(text):
        first = text.count(" ", 0, found.start())
        yield tuple(range(first, first + found[0].count(" ") + 1)), found[1] + found[2]
