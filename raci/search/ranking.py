"""Rank the work of a register by how well it answers a question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.search.corpus import Corpus
from raci.search.coverage import Coverage
from raci.search.language import DEFAULT, Dictionary, Language, Stems, find_language
from raci.search.question import Reader
from raci.search.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from raci.model.register import Register
    from raci.search.corpus import Described, Label

NAMED = 1.0  # the score of a whole name, id or alias; nothing else reaches it
_BETWEEN = 2  # silent words between the words of a name
NEAR_THE_BEST = 0.5  # what is worth less than this share of the best score is not worth showing
IN_AREA = 0.9  # the score of all work in an area that the question names


@dataclass(frozen=True, slots=True)
class Hit:
    """A piece of work that matches, how well (0 to 1), and the words of the question that did."""

    work: str
    score: float
    matched: tuple[str, ...]


class Search:
    """A register, ready for questions in a language. Raises UnknownLanguage."""

    def __init__(self, register: Register, language: str = DEFAULT) -> None:
        self._language = find_language(language)
        self._stems = Stems(self._language)
        self._corpus = Corpus(register, self._stems)
        self._silent = frozenset(self._stems.all_of(self._language.silent))

    def rank(self, question: str) -> tuple[Hit, ...]:
        """Return the work that answers a question, best first, ties by the shorter name."""
        asked = words(question)
        readings = frozenset(self._readings(asked))
        described = self._corpus.described
        named = {each.work.id for each in described if not readings.isdisjoint(self._names(each))}
        # A name in full is understood without a dictionary, and reading one takes its time.
        dictionary = Dictionary(Language(self._language.name) if named else self._language)
        reader = Reader(self._corpus, self._language, self._stems, dictionary)
        content = reader.content(asked)
        in_area = () if named else [each for each in described if each.area in readings]
        coverage = Coverage(self._corpus, self._silent, self._stems.all_of(asked), reader.terms(content))
        in_full = (NAMED if named else IN_AREA, tuple(content or asked))
        found: list[tuple[float, int, Hit]] = []
        for each in in_area or described:
            answer = in_full if in_area or each.work.id in named else coverage.of(each)
            if answer is not None:
                found.append((-answer[0], len(each.work.name), Hit(each.work.id, *answer)))
        found.sort(key=lambda each: (*each[:2], each[2].work))
        return tuple(hit for _, _, hit in found if hit.score >= found[0][2].score * NEAR_THE_BEST)

    def is_name(self, question: str, names: Iterable[str]) -> bool:
        """Return whether a question, or what follows its asking words, is one of `names` in full."""
        readings = set(self._readings(words(question)))
        return any(self._stems.all_of(words(name)) in readings for name in names)

    def _readings(self, asked: Sequence[str]) -> Iterator[Label]:
        """Yield what a question may name in full: all of it, or what follows its asking words.

        Several words that say something may also have a silent one or two between them: "retention
        of customers".
        """
        stems = self._stems.all_of(asked)
        only_asks = self._language.silent | self._language.asking
        yield stems
        for number, word in enumerate(asked[:-1], 1):
            if word not in only_asks:
                break
            yield stems[number:]
        spoken = [number for number, word in enumerate(asked) if word not in only_asks]
        if len(spoken) > 1 and spoken[-1] - spoken[0] < len(spoken) + _BETWEEN:
            yield tuple(stems[number] for number in spoken)

    def _names(self, each: Described) -> Iterator[Label]:
        for label in each.labels:
            yield label
            spoken = tuple(stem for stem in label if stem not in self._silent)
            if len(spoken) > 1:
                yield spoken
