"""The names of a register's work, read for finding two names of one thing."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from math import log, sqrt
from typing import TYPE_CHECKING

from raci.names import fold
from raci.search.language import Dictionary
from raci.search.misspellings import misspellings
from raci.search.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from raci.model.register import Register, Work
    from raci.search.language import Language, Stems
    from raci.search.name_language import NameLanguage

_ACRONYM = re.compile(r"\b[A-Z][a-z]?(?:\s?&\s?)?[A-Z](?:\w*[A-Z])?\w?s?\b")
_LONGEST = 5  # words that an abbreviation stands for
_FORM_WEIGHT = 0.3  # what a word that only says the form weighs against one that says the matter
_IN_NAME, _MOST = 2, 2  # how often a word counts in what is told: twice in the name, at most twice in aliases


@dataclass(frozen=True, slots=True)
class NameWord:
    """A word (or known phrase) of a name: as it is compared, and its stem."""

    text: str
    stem: str


class NamedWork:
    """A piece of work by its name: the words that speak, the names it goes by, what is told of it."""

    def __init__(self, work: Work, spelt: Sequence[str], names: Names) -> None:
        self.work = work
        self._names = names
        self._spelt = spelt
        self.acronyms = frozenset(_acronyms(work.name))
        self.words = names.speaking(spelt)
        self.called = {fold(name): name for name in (work.name, *work.aliases)}

    @cached_property
    def initials(self) -> dict[str, frozenset[str]]:
        """Return what parts of the name may be abbreviated to, and the words that are meant."""
        return self._names.initials(self._spelt)

    @cached_property
    def alias_words(self) -> frozenset[NameWord]:
        """Return the words of the aliases that speak."""
        return frozenset(word for alias in self.work.aliases for word in self._names.speaking(words(alias)))

    @cached_property
    def alias_stems(self) -> frozenset[str]:
        """Return the stems of the aliases."""
        return frozenset(word.stem for word in self.alias_words)

    @cached_property
    def summary_stems(self) -> frozenset[str]:
        """Return the stems of the summaries that say something."""
        told = {claim.entry.summary for claim in self.work.claims if claim.entry.summary}
        return frozenset(self._names.stem(word) for text in told for word in self._names.telling(text))

    @cached_property
    def told(self) -> dict[str, float]:
        """Return how much each stem counts in all that is told of the work (tf in tf-idf)."""
        counts = Counter(dict.fromkeys(self.summary_stems, 1))
        for alias in self.work.aliases:
            for word in self._names.speaking(words(alias)):
                counts[word.stem] += 1
        for word in self.words:
            counts[word.stem] += _IN_NAME
        return {stem: 1 + log(min(count, _IN_NAME + _MOST + 1)) for stem, count in counts.items()}


class Names:
    """All names of a register, and how much their words tell."""

    def __init__(self, register: Register, language: Language, stems: Stems, known: NameLanguage) -> None:
        self._language = language
        self._stems = stems
        self.known = known
        self._lengths: dict[str, float] = {}
        spelt = [(work, words(work.name)) for work in register.work.values()]
        self._vocabulary = Counter(word for _, name in spelt for word in name)
        self._mended = misspellings(self._vocabulary, Dictionary(language))
        self.work = tuple(NamedWork(work, self._mend(name), self) for work, name in spelt)
        self.acronyms: frozenset[str] = frozenset().union(*(each.acronyms for each in self.work))
        self._count = Counter(stem for each in self.work for stem in {word.stem for word in each.words})

    def _mend(self, spelt: list[str]) -> list[str]:
        return [self._mended.get(word, word) for word in spelt] if self._mended else spelt

    def stem(self, word: str) -> str:
        """Return the stem of a word, or of each word of a phrase."""
        return self._stems.of(word) if "_" not in word else "_".join(map(self._stems.of, word.split("_")))

    def speaking(self, spelt: Sequence[str]) -> tuple[NameWord, ...]:
        """Return the words of a name that speak, each once; all of them where none does."""
        together = list(self.known.phrases(self._joined(spelt)))
        last = len(together) - 1
        heard = [word for at, word in enumerate(together) if self._speaks(word, is_last=at == last)]
        found = (NameWord(word, self.stem(word)) for word in heard or together)
        return tuple({word.stem: word for word in found}.values())

    def _joined(self, spelt: Sequence[str]) -> list[str]:
        """Return words with those as one that other names write as one, such as help desk."""
        joined: list[str] = []
        for word in spelt:
            if joined and joined[-1] + word in self._vocabulary:
                joined[-1] += word
            else:
                joined.append(word)
        return joined

    def _speaks(self, word: str, *, is_last: bool) -> bool:
        if word not in self._language.silent:
            return True
        # "Handover A", "Phase One", "IT Onboarding": small words, and the only ones that differ.
        return self.known.tells(word) or (is_last and len(word) == 1)

    def initials(self, spelt: Sequence[str]) -> dict[str, frozenset[str]]:
        """Return what parts of a name may be abbreviated to, small words in or left out, and their words."""
        found: dict[str, frozenset[str]] = {}
        for heard in (spelt, [word for word in spelt if word not in self._language.silent]):
            for start in range(len(heard)):
                for end in range(start + 2, min(start + _LONGEST, len(heard)) + 1):
                    found["".join(word[0] for word in heard[start:end])] = frozenset(heard[start:end])
        return found

    def telling(self, text: str) -> Iterable[str]:
        """Return the words of a summary that say something."""
        passed_over = self._language.silent | self._language.light
        return (word for word in words(text) if word not in passed_over)

    def weight(self, word: NameWord) -> float:
        """Return how much a word of a name tells, from 0 to 1: its rarity among the names, less for forms."""
        size = len(self.work)
        rarity = log(1 + size / self._count.get(word.stem, 1)) / log(1 + size)
        return rarity * (_FORM_WEIGHT if self.known.is_form(word.text) else 1.0)

    @cached_property
    def rarity_told(self) -> dict[str, float]:
        """Return the rarity of each stem among all that is told of the work (idf in tf-idf)."""
        count = Counter(stem for each in self.work for stem in each.told)
        return {stem: log(1 + len(self.work) / number) for stem, number in count.items()}

    def length_told(self, work: NamedWork) -> float:
        """Return the length of the vector of all that is told of a piece of work."""
        known = self._lengths.get(work.work.id)
        if known is None:
            parts = (weight * self.rarity_told[stem] for stem, weight in sorted(work.told.items()))
            known = self._lengths[work.work.id] = sqrt(sum(part * part for part in parts))
        return known


def _acronyms(name: str) -> Iterable[str]:
    return ("".join(filter(str.isalnum, found.removesuffix("s"))).lower() for found in _ACRONYM.findall(name))
