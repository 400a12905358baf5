"""What comes near to a question that nothing answers.

What is named as near costs little where it is wrong. So a word may be found by what it is used for, a part of
that, or something that is no more than near to it.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from raci.search.finding import PHRASE, is_in_name, share_found

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from raci.search.corpus import Corpus, Described, Label
    from raci.search.question import Term

NEAR = 0.1  # the share of a question from which on work that has it is near
NEAR_THE_NEAREST = 0.5  # what has less than this share of the most that any has is not worth naming
_PART = 0.5  # the least part of a phrase, and of a term that is used for it, that relates a word to work


class Nearness:
    """A question by its terms, and by the phrases that its words are related to, held against work."""

    def __init__(self, terms: Sequence[Term], related: Iterable[tuple[str, Label, float]]) -> None:
        self._terms = terms
        self._related: defaultdict[str, dict[Label, float]] = defaultdict(dict)
        for word, phrase, relation in related:
            phrases = self._related[word]
            phrases[phrase] = max(relation, phrases.get(phrase, 0.0))

    def ranked(self, corpus: Corpus) -> list[str]:
        """Return the work that comes near, nearest first."""
        total = sum(term.weight for term in self._terms) or 1.0
        near = {work.work.id: self._of(work) / total for work in corpus.with_any(self._stems())}
        least = max(NEAR, NEAR_THE_NEAREST * max(near.values(), default=0.0))
        return sorted((id_ for id_ in near if near[id_] >= least), key=lambda id_: (-near[id_], id_))

    def _stems(self) -> set[str]:
        related = chain.from_iterable(self._related.values())
        phrases = chain(related, *(term.phrases for term in self._terms))
        return set(chain(*(term.means for term in self._terms), *phrases))

    def _of(self, work: Described) -> float:
        return sum(term.weight * self._found(term, work) for term in self._terms)

    def _found(self, term: Term, work: Described) -> float:
        """Return how near a word comes to a piece of work, from 0 to 1."""
        related = self._related[term.word].items()
        near = max((relation * _share(phrase, work) for phrase, relation in related), default=0.0)
        return max(
            (share_found(term, work) + is_in_name(term, work)) / 2, PHRASE * near if near >= _PART else 0.0
        )


def _share(phrase: Label, work: Described) -> float:
    """Return how much of a phrase is in a name: in aliases and summaries words are near to anything."""
    return len(set(work.labels[0]).intersection(phrase)) / len(phrase)
