"""The names of a register's work, read for finding two names of one thing.

Of most names there is nothing else like it, and so of each only the words are read. What else is said of
work is read where it is compared.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property
from itertools import chain
from math import ceil, log, sqrt
from typing import TYPE_CHECKING

from raci.language.initials import acronyms, initials
from raci.language.stems import Stems
from raci.language.words import words
from raci.look_alikes.contrasts import places
from raci.look_alikes.misspellings import misspellings
from raci.look_alikes.name_language import name_language
from raci.look_alikes.name_parts import NameParts
from raci.look_alikes.name_words import NameWord, NameWords

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from raci.language.language import Language
    from raci.look_alikes.contrasts import Places
    from raci.look_alikes.name_parts import Part
    from raci.model.register import Register

_FORM_WEIGHT = 0.3  # what a word that only says the form weighs against one that says the matter
_SAMPLE = 1_000
"""Of so many pieces of work at most all texts are read, for how rare their words are.

They stand for the others. To read 10,000 took a quarter of the search for look-alikes, and 100,000 half."""
_IN_NAME, _MOST = 2, 2  # how often a word counts in the texts: twice in the name, at most twice in aliases


class NamedWork:
    """A piece of work by its name: the content words, the names it goes by, what its texts say."""

    def __init__(self, number: int, names: Names) -> None:
        work = names.work[number]
        self.work = work
        self.words = names.words[number]
        self.acronyms = acronyms(work.name)
        self.called = {names.fold(name): name for name in (work.name, *work.aliases)}
        self.produces = frozenset(made for claim in work.claims for made in claim.produces)
        self.roles = frozenset(claim.role for claim in work.claims)
        self._written = names.written[number]
        self._aliases = names.aliases[number]
        self._names = names

    @cached_property
    def initials(self) -> dict[str, frozenset[str]]:
        """Return what parts of the name may be abbreviated to, and the words that are meant."""
        return initials(self._written, self._names.silent)

    @cached_property
    def is_parted(self) -> bool:
        """Return whether the name joins several things, or says what is to be done with one."""
        return self._names.parts.is_parted(self.work.name)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Return the things that the name is about."""
        return self._names.parts.of(self.work.name)

    @cached_property
    def weights(self) -> dict[NameWord, float]:
        """Return how much each word of the name tells."""
        return {word: self._names.weight(word) for word in self.words}

    @cached_property
    def by_trait(self) -> dict[Hashable, list[NameWord]]:
        """Return the words by what they have in common with words that they may be one with."""
        found: defaultdict[Hashable, list[NameWord]] = defaultdict(list)
        for word in self.words:
            for trait in word.traits:
                found[trait].append(word)
        return found

    @cached_property
    def forms(self) -> list[NameWord]:
        """Return the words that only say a form, in the order of their stems."""
        return sorted((word for word in self.words if word.is_form), key=lambda word: word.stem)

    @cached_property
    def places(self) -> Places:
        """Return the parts that the name has in series, by which it may be told apart."""
        return places(self.work.name, self.words, self._names.language)

    @cached_property
    def alias_words(self) -> tuple[NameWord, ...]:
        """Return the content words of the aliases, one by one."""
        return tuple(chain.from_iterable(map(self._names.content, self._aliases)))

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
        return frozenset(chain.from_iterable(map(self._names.summary_stems, self.work.summaries)))

    @cached_property
    def frequencies(self) -> dict[str, float]:
        """Return how much each stem counts in name, aliases and summaries (tf in tf-idf)."""
        counts = Counter(self.summary_stems)
        counts.update(word.stem for word in self.alias_words)
        counts.update({word.stem: _IN_NAME for word in self.words})
        return {stem: 1 + log(min(count, _IN_NAME + _MOST + 1)) for stem, count in counts.items()}

    @cached_property
    def vector(self) -> dict[str, float]:
        """Return how much each stem of the texts tells (tf-idf)."""
        return {stem: often * self._names.rarity(stem) for stem, often in sorted(self.frequencies.items())}

    @cached_property
    def length(self) -> float:
        """Return the length of the vector."""
        return sqrt(sum(each * each for each in self.vector.values()))


class Names:
    """All names of a register by number, and how much their words tell.

    `written` are the words of each but for typing errors that other names tell of, `words` its content words,
    `with_word` the numbers of the names that have a word; `aliases` are the words of theirs.
    """

    def __init__(self, register: Register, language: Language) -> None:
        self.work = tuple(register.work.values())
        self.silent = language.silent
        self.fold = register.fold
        self.language = name_language(language)
        self._passed_over = language.silent | language.light
        self._stems = Stems(language)
        self._named: dict[int, NamedWork] = {}
        written = [words(work.name) for work in self.work]
        vocabulary = Counter(chain.from_iterable(written))
        right = misspellings(vocabulary, language.dictionary)
        self.written = [[right.get(word, word) for word in name] for name in written]
        self.aliases = [list(map(words, work.aliases)) for work in self.work]
        self.content = NameWords(vocabulary, language, self._stems).content
        self.words = [self.content(name) for name in self.written]
        self.parts = NameParts(self.language, language.silent, self.content)
        self.with_word: defaultdict[NameWord, list[int]] = defaultdict(list)
        for number, content in enumerate(self.words):
            for word in content:
                self.with_word[word].append(number)
        self._count: Counter[str] = Counter()
        for word, numbers in self.with_word.items():
            self._count[word.stem] += len(numbers)

    def __len__(self) -> int:
        """Return how many names there are."""
        return len(self.work)

    def __getitem__(self, number: int) -> NamedWork:
        """Return the work that has a name, described."""
        named = self._named.get(number)
        if named is None:
            named = self._named[number] = NamedWork(number, self)
        return named

    def __iter__(self) -> Iterator[NamedWork]:
        """Return all work, described."""
        return map(self.__getitem__, range(len(self)))

    def summary_stems(self, text: str) -> set[str]:
        """Return the stems of the words of a summary that say something."""
        return {self._stems.of(word) for word in words(text) if word not in self._passed_over}

    def weight(self, word: NameWord) -> float:
        """Return how much a word of a name tells, from 0 to 1: its rarity among the names, less for forms."""
        size = len(self.work)
        rarity = log(1 + size / self._count.get(word.stem, 1)) / log(1 + size)
        return rarity * (_FORM_WEIGHT if word.is_form else 1.0)

    def rarity(self, stem: str) -> float:
        """Return the rarity of a stem among all that is said of the work (idf in tf-idf)."""
        return log(1 + len(self._sample) / self._saying.get(stem, 1))

    @cached_property
    def _sample(self) -> range:
        return range(0, len(self.work), max(1, ceil(len(self.work) / _SAMPLE)))

    @cached_property
    def _saying(self) -> Counter[str]:
        """Return how many pieces of work say each stem."""
        return Counter(chain.from_iterable(self[number].frequencies for number in self._sample))
