"""The words of a register: what each piece of work is called, where it stands and what it is about.

All texts are split into words, but only the work that a question may be about is described: most work has
no word of it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import TYPE_CHECKING

from raci.language.initials import acronyms, explained
from raci.language.words import words

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from raci.language.language import Language
    from raci.language.stems import Stems
    from raci.model.register import Register, Work

# A stem in the names of so much of the work tells no piece from another: of a large register a small
# share, of a small one a large share.
GENERIC_SHARE, GENERIC_LEAST, GENERIC_OF_FEW, GENERIC_FEWEST = 0.075, 5, 0.35, 3

Label = tuple[str, ...]
_NOWHERE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Described:
    """A piece of work by its stems: labels (name, id and aliases), area, and summaries with keywords."""

    work: Work
    labels: tuple[Label, ...]
    called: frozenset[str]
    area: Label
    summary: frozenset[str]


class _Places:
    """Where words stand: the numbers of the work in whose texts they are, once for each time."""

    def __init__(self, texts: Iterable[str], stems: Stems) -> None:
        self.of_word: defaultdict[str, list[int]] = defaultdict(list)
        for number, text in enumerate(texts):
            for word in words(text):
                self.of_word[word].append(number)
        self._of_stem: dict[str, frozenset[int]] = {}
        self._stems = stems

    @cached_property
    def by_stem(self) -> dict[str, list[str]]:
        return self._stems.words_by_stem(self.of_word)

    def of(self, stem: str) -> frozenset[int]:
        """Return the work in whose texts there is a word with a stem."""
        found = self._of_stem.get(stem)
        if found is None:
            found = _NOWHERE.union(*(self.of_word[word] for word in self.by_stem.get(stem, ())))
            self._of_stem[stem] = found
        return found

    def of_all(self, stems: Label) -> list[int]:
        """Return the work that has each of some stems, in order; none where there is no stem."""
        if not stems:
            return []
        first, *others = map(self.of, stems)
        return sorted(first.intersection(*others))


class Corpus:
    """All work of a register, described where it is asked for."""

    def __init__(self, register: Register, language: Language, stems: Stems) -> None:
        self._stems = stems
        self._silent = frozenset(map(stems.of, language.silent))
        self._work = tuple(register.work.values())
        self._small = language.silent
        self._labels = _Places(("\n".join(_labels(work, self._small)) for work in self._work), stems)
        texts = ((work.area or "", *work.summaries, *work.keywords) for work in self._work)
        self._texts = _Places(map("\n".join, texts), stems)

    @cached_property
    def vocabulary(self) -> Mapping[str, int]:
        """Return all words, and how often they stand anywhere."""
        count = Counter({word: len(numbers) for word, numbers in self._labels.of_word.items()})
        count.update({word: len(numbers) for word, numbers in self._texts.of_word.items()})
        return count

    def pair(self, joined: str) -> tuple[str, str] | None:
        """Return the words that stand beside each other in a label and are `joined` when written together."""
        halves = ((joined[:at], joined[at:]) for at in range(1, len(joined)))
        return next(filter(self._is_in_a_label, halves), None)

    def is_at_an_end(self, run: Label) -> bool:
        """Return whether a name begins or ends with some stems."""
        size = len(run)
        names = (self._stems.all_of(words(work.name)) for work in self.named_with(run))
        return any(run in (name[:size], name[-size:]) for name in names)

    def _is_in_a_label(self, pair: tuple[str, str]) -> bool:
        one, other = (frozenset(self._labels.of_word.get(word, ())) for word in pair)
        labels = (
            words(label) for number in one & other for label in _labels(self._work[number], self._small)
        )
        return any(holds(label, pair) for label in labels)

    @property
    def names(self) -> Iterator[str]:
        """Yield the name of each piece of work."""
        return (work.name for work in self._work)

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """Return the abbreviations that stand in names."""
        return frozenset().union(*map(acronyms, self.names))

    def has_together(self, phrase: Label) -> bool:
        """Return whether all of a phrase stands in the labels of one piece of work."""
        return bool(self._labels.of_all(phrase))

    @cached_property
    def stems(self) -> frozenset[str]:
        """Return every stem of the register."""
        return frozenset((*self._labels.by_stem, *self._texts.by_stem))

    def has(self, stem: str) -> bool:
        """Return whether a word with a stem stands anywhere."""
        return bool(self._labels.of(stem) or self._texts.of(stem))

    @property
    def knows_silent(self) -> bool:
        """Return whether any words of the language are known that say nothing."""
        return bool(self._silent)

    def is_silent(self, stem: str) -> bool:
        """Return whether a stem is that of a word without a meaning of its own."""
        return stem in self._silent

    def content(self, label: Label) -> Label:
        """Return a label without its silent words."""
        return tuple(stem for stem in label if not self.is_silent(stem))

    def is_named(self, stem: str) -> bool:
        """Return whether a word with a stem stands in any label."""
        return bool(self._labels.of(stem))

    def rarity(self, *stems: str) -> float:
        """Return how much a stem tells, or some that stand together, from 0 to 1.

        That is the inverse frequency among the work that they name.

        After Spärck Jones, "A statistical interpretation of term specificity" (1972).
        """
        count = len(self._labels.of_all(stems)) or len(self._texts.of_all(stems)) or 1
        size = len(self._work)
        return log(1 + size / count) / log(1 + size)

    def is_generic(self, stem: str) -> bool:
        """Return whether a stem names so much of the work that it tells no piece from another."""
        size = len(self._work)
        least = max(GENERIC_FEWEST, min(GENERIC_LEAST, GENERIC_OF_FEW * size), GENERIC_SHARE * size)
        return len(self._labels.of(stem)) >= least

    def labelled(self, label: Label) -> Iterator[Described]:
        """Yield the work that has a label, in order. A name may be of signs and have no words."""
        numbers = self._labels.of_all(label) if label else self._without_words()
        return (each for each in map(self._describe, numbers) if label in each.labels)

    def _without_words(self) -> Iterator[int]:
        return (
            number
            for number, work in enumerate(self._work)
            if not all(map(words, _labels(work, self._small)))
        )

    def named_with(self, stems: Label) -> Iterator[Work]:
        """Yield the work in whose labels some stems are."""
        return (self._work[number] for number in self._labels.of_all(stems))

    def in_area(self, area: Label) -> Iterator[Described]:
        """Yield the work in an area, in order; none if `area` is empty."""
        numbers = self._texts.of_all(area)
        return (each for each in map(self._describe, numbers) if each.area == area)

    def with_keyword(self, asked: Label) -> Iterator[Work]:
        """Yield the work that has a keyword which is what is asked, in order."""
        for number in self._texts.of_all(asked):
            if asked in map(self._stems.all_of, map(words, self._work[number].keywords)):
                yield self._work[number]

    def with_any(self, stems: Iterable[str], phrases: Iterable[Label] = ()) -> Iterator[Described]:
        """Yield the work that has one of some stems anywhere, or all of a phrase in its labels, in order."""
        numbers = _NOWHERE.union(
            *(places.of(stem) for stem in stems for places in (self._labels, self._texts)),
            *map(self._labels.of_all, phrases),
        )
        return map(self._describe, sorted(numbers))

    def _describe(self, number: int) -> Described:
        work = self._work[number]
        labels = tuple(
            dict.fromkeys(self._stems.all_of(words(label)) for label in _labels(work, self._small))
        )
        return Described(
            work=work,
            labels=labels,
            called=frozenset(stem for label in labels for stem in label),
            area=self._stems.all_of(words(work.area or "")),
            summary=frozenset(self._stems.all_of(words("\n".join((*work.summaries, *work.keywords))))),
        )


def holds(label: Sequence[str], run: Sequence[str]) -> bool:
    """Return whether words stand in others beside each other, in their order."""
    starts = range(len(label) - len(run) + 1)
    return any(tuple(label[start : start + len(run)]) == tuple(run) for start in starts)


def _labels(work: Work, silent: Container[str]) -> Iterable[str]:
    """Return what a piece of work is called: name, aliases, an id that says more, what the name explains."""
    id_ = work.id.replace("-", " ")
    more = [id_] if id_ != work.name.lower() else ()
    return (work.name, *work.aliases, *more, *explained(work.name, silent))
