"""Rank the work of a register by how well it answers a question."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from raci.errors import RaciError
from raci.language.dictionary import NO_DICTIONARY
from raci.language.initials import acronyms
from raci.language.language import DEFAULT, find_language
from raci.language.stems import Stems
from raci.language.thesaurus import Thesaurus
from raci.language.words import other_signs, words
from raci.model.limits import LONGEST_QUESTION
from raci.search.corpus import Corpus
from raci.search.coverage import Coverage
from raci.search.guesses import Guesses
from raci.search.naming import IN_AREA, NAMED, NEARLY_NAMED, Naming, is_called
from raci.search.nearness import Nearness
from raci.search.question import QuestionReader
from raci.text.names import by_name, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from raci.model.register import Kind, Register
    from raci.search.corpus import Described, Label

__all__ = ["IN_AREA", "NAMED", "Hit", "LongQuestion", "Search"]

_BETWEEN = 4  # the most silent and asking words around and between the words of a name
NAMED_PERHAPS = 0.9  # the score of a name but for a slip that makes a word, or in one clause of many
ONE_OF_ITS_WORDS = 0.5  # the score of the only work with a word that says little
NEAR_THE_BEST = 0.5  # what is worth less than this share of the best score is not worth showing
_MARKS = "?!.,;:\u2026\xbf\xa1\"'\u2018\u2019\u201c\u201d\u201e\xab\xbb "  # around what is asked


@dataclass(frozen=True, slots=True)
class Hit:
    """A piece of work that matches, how well (0 to 1), and the words of the question that did.

    One that is not `sure` may well be something else.
    """

    work: str
    score: float
    matched: tuple[str, ...]
    sure: bool = True


class LongQuestion(RaciError):
    """A question that is longer than anybody asks."""


class Search:
    """A register, ready for questions in a language. Raises UnknownLanguage."""

    def __init__(self, register: Register, language: str = DEFAULT) -> None:
        self._language = find_language(language)
        self._stems = Stems(self._language)
        self._work = register.work
        self._own = register.thesaurus
        self._corpus = Corpus(register, self._language, self._stems)
        self._naming = Naming(self._corpus, self._language, self._stems)

    @cached_property
    def _thesaurus(self) -> Thesaurus:
        """The groups of the language and the register's own: read once, however many questions there are."""
        return Thesaurus(self._language, self._stems, self._own)

    def rank(self, question: str) -> tuple[Hit, ...]:
        """Return the work that answers a question, best first.

        Ties go to a name before an alias, then to the shorter name. Raises LongQuestion.
        """
        if len(question) > LONGEST_QUESTION:
            raise LongQuestion(
                f"The question has {len(question):,} characters; {LONGEST_QUESTION:,} are the most. "
                "Ask in fewer words."
            )
        asked = words(question)
        in_full = self._naming.named(question)
        content, coverage = self._read(question, is_named=bool(in_full))
        stems = self._corpus.content(self._stems.all_of(words(" ".join(content))))
        kind = self._hint(asked)
        matched = content or tuple(asked)
        found = [Hit(work, score, matched) for work, score in in_full.items() if score]
        named = set() if in_full else self._naming.not_quite(question)
        for each in coverage.work():
            if each.work.id not in in_full:
                nearly = self._is_nearly_named(each, stems, asked)
                answer = (NEARLY_NAMED, content, True) if nearly else coverage.of(each, kind)
                if answer is not None:
                    found.append(Hit(each.work.id, *answer))
        sure = {hit.work for hit in found if hit.sure}
        found = [hit for hit in found if hit.work in sure or hit.work not in named]
        found += [Hit(work, NAMED_PERHAPS, matched, sure=False) for work in named - sure]
        found = [self._by_its_signs(hit, question) for hit in found]
        spelt = self._naming.reading(asked)
        found.sort(key=lambda hit: self._order(hit, spelt))
        hits = [hit for hit in found if hit.score >= found[0].score * NEAR_THE_BEST]
        in_area = bool(hits) and in_full.get(hits[0].work) == IN_AREA
        return tuple(hit for hit in hits if not in_area or hit.work in in_full)

    def _by_its_signs(self, hit: Hit, question: str) -> Hit:
        """Return a hit that is no more than likely where its name has other signs: C++ for C."""
        work = self._work[hit.work]
        if not all(other_signs(name, question) for name in (work.name, *work.aliases)):
            return hit
        return replace(hit, sure=False)

    def nearest(self, question: str, limit: int) -> tuple[str, ...]:
        """Return up to `limit` pieces of work that come near to what a question says, nearest first.

        Where no word of it is known, names that are spelt much like it are near; else nothing is.
        """
        content, coverage = self._read(question)
        related = self._thesaurus.related(words(question))
        best = Nearness(coverage.terms, related).ranked(self._corpus)
        ids = {work.name: id_ for id_, work in reversed(tuple(self._work.items()))}
        alike = (ids[name] for name in nearest(" ".join(content), ids, limit=limit))
        return tuple(dict.fromkeys((*best, *alike)))[:limit]

    def _read(self, question: str, *, is_named: bool = False) -> tuple[tuple[str, ...], Coverage]:
        """Return the words of a question that say something, and what they cover.

        One that names work in full is understood without a dictionary and guesses, which take their time.
        """
        asked = words(question)
        known = (self._corpus, self._language, self._stems)
        dictionary = NO_DICTIONARY if is_named else self._language.dictionary
        capitals = acronyms(question)
        reader = QuestionReader(*known, dictionary, frozenset() if question.isupper() else capitals)
        content = tuple(reader.content(asked))
        guesses = {} if is_named else Guesses(*known, dictionary, self._thesaurus).of(asked, capitals)
        stems, terms = self._stems.all_of(asked), reader.terms(content, guesses)
        of_all = (reader.asking(asked), reader.numbering(asked), reader.is_bound(asked))
        return content, Coverage(self._corpus, stems, terms, *of_all)

    def _order(self, hit: Hit, spelt: tuple[str, ...]) -> tuple[object, ...]:
        work = self._work[hit.work]
        alias = hit.score == NAMED and not is_called(work, spelt)
        return (-hit.score, alias, len(work.name), by_name(hit.work))

    def with_a_word_of(self, question: str) -> tuple[str, ...]:
        """Return the work that has a word of the question in its name, in the order of the ids.

        None if the question says anything else: it is not too vague then, but about something else.
        """
        asked = {word for word in words(question) if not self._language.says_nothing(word)}
        stems = frozenset(self._stems.all_of(asked))
        if not all(map(self._corpus.is_named, stems)):
            return ()
        named = (each.work for each in self._corpus.with_any(stems) if stems & set(each.labels[0]))
        work = sorted(named, key=lambda each: by_name(each.id))
        as_written = [each for each in work if not other_signs(each.name, question)]
        return tuple(each.id for each in as_written or work)

    def perhaps(self, work: str, question: str) -> Hit:
        """Return the hit that work is which alone has a word of the question in its name."""
        said = tuple(word for word in words(question) if not self._language.says_nothing(word))
        return Hit(work, ONE_OF_ITS_WORDS, said, sure=False)

    def telling_part(self, question: str) -> str:
        """Return a question as it is written, without the words around it that are silent or only ask."""
        said = question.split()
        if QuestionReader(self._corpus, self._language, self._stems, NO_DICTIONARY).is_bound(words(question)):
            return question.strip(_MARKS)
        while said and not self._tells(said[0]):
            del said[0]
        while said and not self._tells(said[-1]):
            del said[-1]
        return " ".join(said).strip(_MARKS)

    def _tells(self, written: str) -> bool:
        kept = frozenset(self._language.numbers) | acronyms(written)
        return any(word in kept or not self._language.says_nothing(word) for word in words(written))

    def share_named(self, question: str, work: str) -> float:
        """Return the share of the words of a question that say something which are in the names of work."""
        said = {word for word in words(question) if not self._language.says_nothing(word)}
        called = self._stems.all_of(words(" ".join((self._work[work].name, *self._work[work].aliases))))
        return sum(stem in called for stem in self._stems.all_of(said)) / len(said) if said else 0.0

    def named_among(self, question: str, names: Mapping[str, Iterable[str]]) -> str | None:
        """Return the first key one of whose `names` a question, or its end after silent words, is in full."""
        return self._naming.named_among(question, names)

    def _is_nearly_named(self, each: Described, content: Label, asked: Sequence[str]) -> bool:
        """Return whether the question is a label but for silent words: "retention of the customers"."""
        if len(content) < 2 or len(asked) > len(content) + _BETWEEN:  # noqa: PLR2004 - one word is no phrase
            return False
        return any(content == self._corpus.content(label) for label in each.labels)

    def _hint(self, asked: Sequence[str]) -> Kind | None:
        """Return whether a question is for an activity or for a paper, if its words say so."""
        papers, doing = (
            any(word in listed for word in asked) for listed in (self._language.papers, self._language.doing)
        )
        if papers == doing:
            return None
        return "deliverable" if papers else "responsibility"
