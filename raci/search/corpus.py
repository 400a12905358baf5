"""The words of a register: what each piece of work is called, where it stands and what it is about."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING

from raci.search.words import words

if TYPE_CHECKING:
    from raci.model.register import Register, Work
    from raci.search.language import Language, Stems

# A stem in the names of so much of the work tells no piece from another: of a large register a small
# share, of a small one a large share.
GENERIC_SHARE, GENERIC_LEAST, GENERIC_OF_FEW, GENERIC_FEWEST = 0.075, 5, 0.35, 3

Label = tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Described:
    """A piece of work by its stems: labels (name, id and aliases), area, and summaries."""

    work: Work
    labels: tuple[Label, ...]
    called: frozenset[str]
    area: Label
    summary: frozenset[str]


class Corpus:
    """All work of a register, described.

    `vocabulary` counts its words; `pairs` are the words that stand beside each other in a label, by
    what they are when they are written together.
    """

    def __init__(self, register: Register, language: Language, stems: Stems) -> None:
        self._stems = stems
        self._silent = frozenset(stems.all_of(language.silent))
        self.vocabulary: Counter[str] = Counter()
        self.pairs: dict[str, tuple[str, str]] = {}
        self._named: Counter[str] = Counter()
        self._told: Counter[str] = Counter()
        self.described = tuple(map(self._describe, register.work.values()))

    @cached_property
    def stems(self) -> frozenset[str]:
        """Return every stem of the register."""
        return frozenset(self._told)

    def is_silent(self, stem: str) -> bool:
        """Return whether a stem is that of a word without a meaning of its own."""
        return stem in self._silent

    def spoken(self, label: Label) -> Label:
        """Return a label without its silent words."""
        return tuple(stem for stem in label if stem not in self._silent)

    def rarity(self, stem: str) -> float:
        """Return how much a stem tells, from 0 to 1: its inverse frequency among the work it names.

        After Spärck Jones, "A statistical interpretation of term specificity" (1972).
        """
        count = self._named.get(stem) or self._told.get(stem, 1)
        size = len(self.described)
        return log(1 + size / count) / log(1 + size)

    def is_generic(self, stem: str) -> bool:
        """Return whether a stem names so much of the work that it tells no piece from another."""
        size = len(self.described)
        least = max(GENERIC_FEWEST, min(GENERIC_LEAST, GENERIC_OF_FEW * size), GENERIC_SHARE * size)
        return self._named.get(stem, 0) >= least

    def _describe(self, work: Work) -> Described:
        names = dict.fromkeys((work.name, *work.aliases, work.id.replace("-", " ")))
        labels = tuple(dict.fromkeys(self._read_label(name) for name in names))
        summaries = dict.fromkeys(
            filter(None, (work.summary, *(claim.entry.summary for claim in work.claims)))
        )
        described = Described(
            work=work,
            labels=labels,
            called=frozenset(stem for label in labels for stem in label),
            area=self._read(work.area or ""),
            summary=frozenset(stem for summary in summaries for stem in self._read(summary)),
        )
        self._named.update(described.called)
        self._told.update(described.called.union(described.area, described.summary))
        return described

    def _read_label(self, name: str) -> Label:
        found = words(name)
        self.vocabulary.update(found)
        self.pairs.update((one + other, (one, other)) for one, other in pairwise(found))
        return self._stems.all_of(found)

    def _read(self, text: str) -> Label:
        found = words(text)
        self.vocabulary.update(found)
        return self._stems.all_of(found)
