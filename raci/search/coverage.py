"""How well one piece of work answers a question: how much of what the question says is found in it.

Each word of the question is weighed by how much it tells. It may be found in what the work is called,
in its summary or in its area. The fewer telling words are found, the more of the question they have to
cover: one word of the register beside words from another world is no answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from raci.search.corpus import holds
from raci.search.finding import (
    confidence,
    is_guessed,
    is_in_name,
    is_named,
    is_of_area,
    phrase_in,
    share_found,
)
from raci.search.numbering import NO_NUMBERS, Numbering

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from raci.model.register import Kind
    from raci.search.corpus import Corpus, Described, Label
    from raci.search.question import Term

# How much of a question has to be in one label, for an answer to be sure, and of the label in it.
SURE = 0.5

# The figures below were set on benchmarks/answers/tuning.yaml and the questions of the hospital ward.

# From this weight on a word is telling, unless it names so much of the work that it is generic.
TELLING = 0.33
# The coverage that is needed where one, two or more telling words are found. Without any, generic words
# carry no answer unless they are a label.
NEEDED = (0.5, 0.45, 0.34)
# The coverage that is needed for a phrase that words may stand for: people who do not know the name say more.
NEEDED_FOR_GUESS = 0.25
# What a label is worth of which hardly anything is in the question, and what scattered words are.
PART_OF_LABEL, SCATTERED = 0.78, 0.65
# What else counts: a label that stands whole in the question, a word of the name, being of the kind
# (an activity or a paper) that the question is for.
WHOLE_LABEL, IN_NAME, OF_THAT_KIND = 0.1, 0.02, 0.03
# A word that the question only asks with ("who approves") is in the name: that tells work from its like.
ASKED_WITH = 0.12
# A single word that is as common as this (Zipf) is no question; a word of the name may be more common.
COMMON, COMMON_IN_NAME = 4.6, 5.1
SILENT_WORD = 0.15  # what a silent word of a label weighs against a rare one
CLEAR = 0.9  # a label that is so much like the question needs no other evidence
ALL_OF_IT = 0.99  # the share of a label from which on nothing but rounding is missing
UNCERTAIN = 0.97  # the most that anything but a name in full is worth


@dataclass(frozen=True)
class Coverage:
    """A question held against pieces of work: its stems in order, its terms, and what it asks with.

    It `is_bound` where a small word may make another thing of the one beside it.
    """

    corpus: Corpus
    asked: tuple[str, ...]
    terms: Sequence[Term]
    asking: frozenset[str] = frozenset()
    numbering: Numbering = NO_NUMBERS
    is_bound: bool = False

    def work(self) -> Iterator[Described]:
        """Yield the work in which any word of the question may be found."""
        stems = (stem for term in self.terms for stem in term.means)
        return self.corpus.with_any(stems, (phrase for term in self.terms for phrase in term.phrases))

    def of(self, work: Described, kind: Kind | None) -> tuple[float, tuple[str, ...], bool] | None:
        """Return how well `work` answers, from 0 to 1, the words found in it, and whether that is sure.

        None if it does not answer. `kind` is what the question is for, an activity or a paper, if it says
        so. An answer that rests on any guess is not sure.
        """
        found = self._found(work)
        if not found or not self._total or self.numbering.is_another(work):
            return None
        coverage = sum(term.weight * share for term, share in found.items()) / self._total
        whole = any(self._stands_whole(label) for label in work.labels)
        enough = self._is_enough(coverage, list(found), work, whole=whole)
        likeness = max(self._likeness(label, found, work) for label in work.labels)
        name = work.labels[0]
        # It is said word for word, whatever else is: in a language without lists that may only ask.
        named = (len(name) > 1 and self._stands_whole(name)) or (whole and not self.corpus.knows_silent)
        if likeness < CLEAR and not named and (not enough or self._is_scattered(list(found), work)):
            return None
        score = max(likeness, coverage * SCATTERED)
        score += (
            OF_THAT_KIND * (work.work.kind == kind)
            + WHOLE_LABEL * whole
            + ASKED_WITH * self._is_asked_with(work)
            + IN_NAME * any(is_in_name(term, work) for term in found)
        )
        score = round(min(UNCERTAIN, score), 2)
        sure = self._is_sure(list(found), work, likeness)
        return score, tuple(dict.fromkeys(term.word for term in found)), sure

    def _found(self, work: Described) -> dict[Term, float]:
        """Return the words of the question that are found in a piece of work, and how well."""
        stems = self._terms_by_stem.keys() & {*work.called, *work.summary, *work.area}
        numbers = sorted({number for stem in stems for number in self._terms_by_stem[stem]})
        terms = map(self.terms.__getitem__, numbers)
        return {term: share for term in terms if (share := share_found(term, work))}

    @cached_property
    def _stems_asked(self) -> frozenset[str]:
        return frozenset(self.asked)

    @cached_property
    def _total(self) -> float:
        return sum(term.weight for term in self.terms)

    @cached_property
    def _terms_by_stem(self) -> dict[str, list[int]]:
        """The numbers of the terms that mean each stem: work has few of the words of a long question."""
        numbers: dict[str, list[int]] = {}
        for number, term in enumerate(self.terms):
            for stem in {*term.means, *chain(*term.phrases)}:
                numbers.setdefault(stem, []).append(number)
        return numbers

    @cached_property
    def _weighing(self) -> list[Term]:
        return [term for term in self.terms if term.weight]

    def _are_enough_together(self, found: Iterable[Term], work: Described) -> bool:
        """Return whether words that tell nothing alone are several of one name; one may be asked with."""
        stems = {term.stem for term in found if is_in_name(term, work)}
        return len(stems) + self._is_asked_with(work) > 1

    def _is_asked_with(self, work: Described) -> bool:
        return not self.asking.isdisjoint(work.labels[0])

    def _is_scattered(self, found: Sequence[Term], work: Described) -> bool:
        """Return whether only a word or common ones are found, in no label, and others are missed."""
        if self._missed.issubset(found) or any(is_named(term, work) for term in found):
            return False
        return sum(map(self._is_telling, found)) < 2  # noqa: PLR2004 - one of a summary is chance

    def _is_sure(self, found: Sequence[Term], work: Described, likeness: float) -> bool:
        """Return whether nothing is missed or guessed, and one label or several telling words say so.

        A single word is a name in full or all that is asked; what is said of any work is missed beside it.
        """
        named = [term for term in found if is_named(term, work)]
        accounted_for = {*named, *(term for term in found if is_of_area(term, work))}
        guessed = self.numbering.is_written_out(work) or any(is_guessed(term, work) for term in found)
        if guessed or not self._missed.issubset(accounted_for):
            return False
        if len(named) == 1 and not any(map(self._stands_whole, work.labels)):
            missed = self.is_bound or not set(self._weighing).issubset(found)
            return is_in_name(named[0], work) and not missed and likeness >= SURE
        return likeness >= SURE or sum(map(self._is_telling, named)) > 1

    def _is_telling(self, term: Term) -> bool:
        return term.weight >= TELLING and not self._is_generic(term)

    @cached_property
    def _is_unheard_of(self) -> bool:
        """Whether the question says something telling for which the register has no word at all."""
        return any(self._is_telling(term) and not term.means and not term.phrases for term in self._missed)

    @cached_property
    def _missed(self) -> frozenset[Term]:
        """The terms that are missed where they are not found: while one is, no answer is sure."""
        return frozenset(term for term in self._weighing if not term.light)

    def _is_enough(self, coverage: float, found: Sequence[Term], work: Described, *, whole: bool) -> bool:
        if coverage >= ALL_OF_IT and self._are_enough_together(found, work):
            return True
        if len(self._weighing) == 1 and self._is_common(self._weighing[0], work):
            return False
        name = work.labels[0]
        if any(is_guessed(term, work) and phrase_in(term, name, work) for term in found):
            return coverage >= NEEDED_FOR_GUESS
        telling = sum(map(self._is_telling, found))
        if not telling and not whole:
            return False
        if telling < 2 and not whole and self._is_unheard_of:  # noqa: PLR2004
            return False  # half of what is asked, and a part of what this is called
        # A label that stands whole in the question is as good as two telling words.
        return coverage >= NEEDED[min(max(telling, 2 * whole), len(NEEDED)) - 1]

    def _is_common(self, term: Term, work: Described) -> bool:
        return self._is_generic(term) or term.common >= (COMMON_IN_NAME if is_in_name(term, work) else COMMON)

    def _is_generic(self, term: Term) -> bool:
        return self.corpus.is_generic(term.stem)

    def _likeness(self, label: Label, found: Iterable[Term], work: Described) -> float:
        """Return the share of the terms that is found in a label, less for what else the label says."""
        covered: set[str] = set()
        weight = 0.0
        for term in found:
            stems = [stem for stem in term.means if stem in label]
            if stems:
                best = max(stems, key=term.means.__getitem__)
                covered.add(best)
                weight += term.weight * term.means[best]
            elif phrase := phrase_in(term, label, work):
                covered.update(phrase)
                weight += term.weight * confidence(term, phrase)
        if not covered:
            return 0.0
        share = sum(map(self._of_label, covered)) / sum(map(self._of_label, label))
        if share < ALL_OF_IT and all(map(self.corpus.is_generic, covered)):
            whole_question = weight >= ALL_OF_IT * self._total
            if not whole_question or not self._are_enough_together(found, work):
                return 0.0
        return weight * (PART_OF_LABEL + (1 - PART_OF_LABEL) * min(1.0, share)) / self._total

    def _of_label(self, stem: str) -> float:
        return SILENT_WORD if self.corpus.is_silent(stem) else self.corpus.rarity(stem)

    def _stands_whole(self, label: Label) -> bool:
        """Return whether the question holds a label word for word, and the label tells something."""
        content = self.corpus.content(label)
        if len(content) < 2 and all(map(self.corpus.is_generic, content)):  # noqa: PLR2004 - one word
            return False
        return self._stems_asked.issuperset(label) and holds(self.asked, label)
