"""Which work a question names in full, with or without words around the name that only ask."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from raci.language.dictionary import NO_DICTIONARY
from raci.language.words import words
from raci.search.spelling import has_same_letters, is_near, mend
from raci.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from raci.language.language import Language
    from raci.language.stems import Stems
    from raci.model.register import Work
    from raci.search.corpus import Corpus, Label

NAMED = 1.0  # the score of a whole name, id or alias; nothing else reaches it
NEARLY_NAMED = 0.98  # the score of a name in full but for silent words, or in another inflection
IN_AREA = 0.9  # the score of all work in an area that the question names
_STOP = re.compile(r"[,.;:?!]\s+")
_MARKS = " .,;:?!\"'"  # what a question may end with that is not of the name


class Naming:
    """The names of a register, ready for questions in a language."""

    def __init__(self, corpus: Corpus, language: Language, stems: Stems) -> None:
        self._corpus = corpus
        self._language = language
        self._stems = stems

    def named(self, question: str) -> dict[str, float]:
        """Return the scores of the work that a question names, or of all in the area that it names.

        A name that is typed as it is written, with all its signs, is that work alone: C is not C++. Behind it
        come an alias and other inflections.
        """
        reading = self.reading(words(question))
        read = self._stems.all_of(reading)
        if not read and not all(map(self._language.says_nothing, words(question))):
            return {}
        named = [each.work for each in self._corpus.labelled(read)]
        called = {work.id: _ending(question, (work.name, work.id)) for work in named}
        so_called = _longest(called)
        if not read:  # a name of signs alone is only named as it is written
            return dict.fromkeys(so_called, NAMED)
        so_spelt = {work.id for work in named if reading in _spellings(work)}
        best = so_called or _longest({work.id: _ending(question, work.aliases) for work in named})
        best = best or so_spelt or set(called)
        told_apart = {work.id for work in named if is_called(work, reading)} if so_called else ()
        others = {work.id: 0.0 if work.id in told_apart else NEARLY_NAMED for work in named}
        scores = {**others, **dict.fromkeys(best, NAMED)}
        return scores or {each.work.id: IN_AREA for each in self._corpus.in_area(read)}

    def not_quite(self, question: str) -> set[str]:
        """Return the work that a question may name: but for a slip, in a clause of it, or by a keyword."""
        asked = words(question)
        keywords = self._corpus.with_keyword(self._stems.all_of(asked))
        return self.slipped(asked) | self.in_a_clause(question) | {work.id for work in keywords}

    def in_a_clause(self, question: str) -> set[str]:
        """Return the work that a part of a question between commas and stops names in full."""
        also = self._language.questions.also
        for clauses in (_STOP.split(question), _split(question, also)):
            scores = [self.named(clause) for clause in clauses]
            named = [{work for work, score in each.items() if score >= NEARLY_NAMED} for each in scores]
            # What is joined is one thing, unless each of it is one.
            if len(clauses) > 1 and any(named) and (all(named) or len(_STOP.split(question)) > 1):
                return set().union(*named)
        return set()

    def slipped(self, asked: Sequence[str]) -> set[str]:
        """Return the work that a question names but for one misspelt word, though that is a word too."""
        readings = self._readings(asked, self._language.says_nothing)
        return {
            id_ for reading in readings for at in range(len(reading)) for id_ in self._but_for(reading, at)
        }

    def _but_for(self, reading: Label, at: int) -> Iterator[str]:
        """Yield the work with a name that a reading is but for the word at a place, which is near to it."""
        if not (others := self._stems.all_of((*reading[:at], *reading[at + 1 :]))):
            mended = mend(reading[at], self._corpus.vocabulary, NO_DICTIONARY)
            if mended and has_same_letters(reading[at], mended):
                yield from (each.work.id for each in self._corpus.labelled((self._stems.of(mended),)))
            return
        for work in self._corpus.named_with(others):
            name = words(work.name)
            same = len(name) == len(reading) and others == self._stems.all_of((*name[:at], *name[at + 1 :]))
            if same and is_near(reading[at], name[at]):
                yield work.id

    def reading(self, asked: Sequence[str]) -> tuple[str, ...]:
        """Return the longest reading that names work or an area in full; none if none does."""
        for reading in self._readings(asked, self._language.says_nothing):
            stems = self._stems.all_of(reading)
            if any(self._corpus.labelled(stems)) or any(self._corpus.in_area(stems)):
                return reading
        return ()

    def named_among(self, question: str, names: Mapping[str, Iterable[str]]) -> str | None:
        """Return the first key one of whose `names` a question, or its end after silent words, is in full.

        "Who is the editor?" names the editor; "who talks to the editor?" asks for something else.
        """
        silent = self._language.silent.__contains__
        readings = set(map(self._stems.all_of, self._readings(words(question), silent)))
        for key, called in names.items():
            if any(self._stems.all_of(words(name)) in readings for name in called):
                return key
        return None

    def _readings(
        self, asked: Sequence[str], passed_over: Callable[[str], bool]
    ) -> Iterator[tuple[str, ...]]:
        """Yield what a question may name in full: all its words, or those after some to be passed over."""
        if asked:
            yield tuple(asked)
        for number, word in enumerate(asked[:-1], 1):
            if not passed_over(word):
                break
            yield tuple(asked[number:])


def _split(question: str, joints: frozenset[str]) -> list[str]:
    """Return the parts of a question that some words join."""
    parts: list[list[str]] = [[]]
    for word in question.split():
        if fold(word) in joints:
            parts.append([])
        else:
            parts[-1].append(word)
    return [" ".join(part) for part in parts]


def is_called(work: Work, reading: Label) -> bool:
    """Return whether a reading is the name or the id of a piece of work, as it is spelt."""
    return reading in (tuple(words(work.name)), tuple(words(work.id)))


def _spellings(work: Work) -> Iterator[Label]:
    return (tuple(words(label)) for label in (work.name, work.id, *work.aliases))


def _ending(question: str, labels: Iterable[str]) -> int:
    """Return how long the longest of some labels is that a question ends in, sign by sign; 0 if in none."""
    asked = fold(question).strip()
    longest = 0
    for label in map(fold, labels):
        for text in (asked, asked.rstrip(_MARKS)):
            before = text.removesuffix(label)
            if before != text and not before[-1:].isalnum():
                longest = max(longest, len(label))
    return longest


def _longest(lengths: Mapping[str, int]) -> set[str]:
    longest = max(lengths.values(), default=0)
    return {id_ for id_, length in lengths.items() if length == longest > 0}
