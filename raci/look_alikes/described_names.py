"""The names of a register's work, read for finding two names of one thing.

Of most names there is nothing else like it, and so of each only the words are read. The rest is told of those
that are compared.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cached_property
from itertools import chain
from math import ceil, log, sqrt
from operator import add
from typing import TYPE_CHECKING

from raci.language.words import words
from raci.look_alikes.misspellings import misspellings
from raci.look_alikes.name_words import NameWord, NameWords, stem_of
from raci.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from raci.language.language import Language
    from raci.language.stems import Stems
    from raci.look_alikes.name_language import NameLanguage
    from raci.model.register import Register, Work

_ACRONYM = re.compile(r"\b[A-Z][a-z]?(?:\s?&\s?)?[A-Z](?:\w*[A-Z])?\w?s?\b")
_LONGEST = 5  # words that an abbreviation stands for
_FORM_WEIGHT = 0.3  # what a word that only says the form weighs against one that says the matter
_SAMPLE = 1_000
"""Of so many pieces of work at most all that is told is read, for how rare its words are.

They stand for the others. To read 10,000 took a quarter of the search for look-alikes, and 100,000 half."""
_IN_NAME, _MOST = 2, 2  # how often a word counts in what is told: twice in the name, at most twice in aliases


class NamedWork:
    """A piece of work by its name: the words that speak, the names it goes by, what is told of it."""

    def __init__(self, work: Work, heard: tuple[NameWord, ...], names: Names) -> None:
        self.work = work
        self._names = names
        self.acronyms = frozenset(acronyms(work.name))
        self.words = heard
        self.called = {fold(name): name for name in (work.name, *work.aliases)}

    @cached_property
    def initials(self) -> dict[str, frozenset[str]]:
        """Return what parts of the name may be abbreviated to, and the words that are meant."""
        return self._names.initials(self._names.mended(words(self.work.name)))

    @cached_property
    def weights(self) -> dict[NameWord, float]:
        """Return how much each word of the name tells."""
        return {word: self._names.weight(word) for word in self.words}

    @cached_property
    def ways(self) -> frozenset[Hashable]:
        """Return what the words have in common with every word that one of them may be one with."""
        return frozenset(chain.from_iterable(word.ways for word in self.words))

    @cached_property
    def series(self) -> frozenset[Hashable]:
        """Return the series that words of the name are in."""
        return frozenset(chain.from_iterable(word.series for word in self.words))

    @cached_property
    def alias_words(self) -> frozenset[NameWord]:
        """Return the words of the aliases that speak."""
        return frozenset(word for alias in self.work.aliases for word in self._names.speaking(words(alias)))

    @cached_property
    def alias_stems(self) -> frozenset[str]:
        """Return the stems of the aliases."""
        return frozenset(word.stem for word in self.alias_words)

    @cached_property
    def alias_groups(self) -> frozenset[int]:
        """Return the groups of words alike that words of the aliases are in."""
        return frozenset(chain.from_iterable(word.alike for word in self.alias_words))

    @cached_property
    def summary_stems(self) -> frozenset[str]:
        """Return the stems of the summaries that say something."""
        return frozenset(stem for text in _summaries(self.work) for stem in self._names.telling(text))

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
    """All names of a register by number, and how much their words tell.

    `heard` are the words of each that speak, `having` the numbers of the names that have a word, `spelt` a
    number for each name that is the same for those of the same words; `aliases` are the words of theirs.
    """

    def __init__(self, register: Register, language: Language, stems: Stems, known: NameLanguage) -> None:
        self.work = tuple(register.work.values())
        self._language = language
        self._lengths: dict[str, float] = {}
        self._named: dict[int, NamedWork] = {}
        self._sample = range(0, len(self.work), max(1, ceil(len(self.work) / _SAMPLE)))
        spelt = [words(work.name) for work in self.work]
        vocabulary = Counter(chain.from_iterable(spelt))
        self._mended = misspellings(vocabulary, language.dictionary)
        self.spelt = [hash(tuple(name)) for name in spelt]
        self.aliases = [tuple(map(words, work.aliases)) for work in self.work]
        written = vocabulary.keys() | chain.from_iterable(chain.from_iterable(self.aliases))
        self._words = NameWords(vocabulary, written, language, stems, known)
        self.speaking = self._words.speaking
        self.heard = [self.speaking(self.mended(name)) for name in spelt]
        self.having: defaultdict[NameWord, list[int]] = defaultdict(list)
        for number, heard in enumerate(self.heard):
            for word in heard:
                self.having[word].append(number)
        self._count: Counter[str] = Counter()
        for word, numbers in self.having.items():
            self._count[word.stem] += len(numbers)

    def __len__(self) -> int:
        """Return how many names there are."""
        return len(self.work)

    def __getitem__(self, number: int) -> NamedWork:
        """Return the work that has a name, described."""
        named = self._named.get(number)
        if named is None:
            named = self._named[number] = NamedWork(self.work[number], self.heard[number], self)
        return named

    def __iter__(self) -> Iterator[NamedWork]:
        """Return all work, described."""
        return map(self.__getitem__, range(len(self)))

    def mended(self, spelt: list[str]) -> list[str]:
        """Return the words of a name without the typing errors that other names tell of."""
        if self._mended.keys().isdisjoint(spelt):
            return spelt
        return [self._mended.get(word, word) for word in spelt]

    def initials(self, spelt: Sequence[str]) -> dict[str, frozenset[str]]:
        """Return what parts of a name may be abbreviated to, small words in or left out, and their words."""
        found: dict[str, frozenset[str]] = {}
        for heard in (spelt, [word for word in spelt if word not in self._language.silent]):
            for start in range(len(heard)):
                for end in range(start + 2, min(start + _LONGEST, len(heard)) + 1):
                    found["".join(word[0] for word in heard[start:end])] = frozenset(heard[start:end])
        return found

    def may_be_abbreviated(self, work: Work, beginnings: AbstractSet[str]) -> bool:
        """Return whether the first letters of two words of a name are the `beginnings` of an abbreviation."""
        spelt = self.mended(words(work.name))
        letters = [word[0] for word in spelt]
        heard = [word[0] for word in spelt if word not in self._language.silent]
        return not beginnings.isdisjoint(chain(map(add, letters, letters[1:]), map(add, heard, heard[1:])))

    def telling(self, text: str) -> set[str]:
        """Return the stems of the words of a summary that say something."""
        return {stem for stem in set(map(self._stems_told.__getitem__, words(text))) if stem is not None}

    def weight(self, word: NameWord) -> float:
        """Return how much a word of a name tells, from 0 to 1: its rarity among the names, less for forms."""
        size = len(self.work)
        rarity = log(1 + size / self._count.get(word.stem, 1)) / log(1 + size)
        return rarity * (_FORM_WEIGHT if word.is_form else 1.0)

    def rarity_told(self, stem: str) -> float:
        """Return the rarity of a stem among all that is told of the work (idf in tf-idf)."""
        return log(1 + len(self._sample) / self._telling.get(stem, 1))

    @cached_property
    def _telling(self) -> Counter[str | None]:
        """Return of how many pieces of work each stem is told."""
        told = [(self.heard[number], self.aliases[number]) for number in self._sample]
        summaries = [words("\n".join(_summaries(self.work[number]))) for number in self._sample]
        return Counter(chain.from_iterable(map(self._stems_of, *zip(*told, strict=True), summaries)))

    def _stems_of(
        self, heard: Iterable[NameWord], aliases: Iterable[list[str]], summary: Iterable[str]
    ) -> set[str | None]:
        """Return the stems of all that is told of a piece of work, and None for words that say nothing."""
        told: set[str | None] = set(map(self._stems_told.__getitem__, summary))
        told.update(map(stem_of, heard))
        for alias in aliases:
            told.update(map(stem_of, self.speaking(alias)))
        return told

    def length_told(self, work: NamedWork) -> float:
        """Return the length of the vector of all that is told of a piece of work."""
        known = self._lengths.get(work.work.id)
        if known is None:
            parts = (weight * self.rarity_told(stem) for stem, weight in sorted(work.told.items()))
            known = self._lengths[work.work.id] = sqrt(sum(part * part for part in parts))
        return known

    @cached_property
    def _stems_told(self) -> _StemsTold:
        return _StemsTold(self._words, self._language)


class _StemsTold(dict[str, str | None]):
    """The stems of words of summaries, each found out once; None where a word says nothing."""

    def __init__(self, known: NameWords, language: Language) -> None:
        super().__init__()
        self._known = known
        self._passed_over = language.silent | language.light

    def __missing__(self, word: str) -> str | None:
        """Return the stem of a word that was not asked for before."""
        stem = self[word] = None if word in self._passed_over else self._known.stem(word)
        return stem


def acronyms(name: str) -> Iterable[str]:
    """Yield the abbreviations that stand in a name."""
    if name.istitle() and "&" not in name:  # no two capitals come together
        return ()
    return ("".join(filter(str.isalnum, found.removesuffix("s"))).lower() for found in _ACRONYM.findall(name))


def _summaries(work: Work) -> Iterable[str]:
    told = [claim.entry.summary for claim in work.claims if claim.entry.summary]
    return told if len(told) < 2 else dict.fromkeys(told)  # noqa: PLR2004 - there is nothing to be the same
