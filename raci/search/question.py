"""A question's words: which say something, which stems of the register they mean, how much each tells."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from math import inf
from typing import TYPE_CHECKING

from raci.search.numbering import Numbering
from raci.search.spelling import mend

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from raci.language.dictionary import Dictionary
    from raci.language.language import Language
    from raci.language.stems import Stems
    from raci.search.corpus import Corpus, Label

# How sure it is that a word means a stem which it has not itself.
KIN, SYNONYM, MENDED, PART = 0.95, 0.76, 0.9, 0.7

# How common a word is in its language (Zipf values), and what it then tells, straight between the two.
TELLS_ALL, TELLS_NOTHING = 4.2, 6.0
LEAST = 0.08
GUESSED = 5.3  # no word is more common that is a part of a phrase which may stand for another
_JOINED = 5  # letters of two words that are joined, so that "to do" is not taken for a word
LETTERS = 0.3  # the most that a word of one or two letters tells
LIGHT_FOUND, LIGHT_MISSED = 0.4, 0.32  # the most that a word tells which is said of any work
OWN_SHARE = 0.58  # of what a stem tells, that part is a matter of the register alone


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """A word of the question: the stems that it means, how sure that is, and how much it tells.

    `means` maps stems of the register to a confidence from 0 to 1; it is empty for a word that the
    register does not have. `weight` is from 0 to 1. `common` is the word's Zipf value, 0 if unknown. A
    `light` word is said of any work and not missed where it is not found.

    What is no more than a guess never makes an answer that is sure: `guesses` are those of the stems in
    `means`, and `phrases` the words that it may stand for in a name, of which all have to be in one name.
    """

    word: str
    stem: str
    means: Mapping[str, float]
    weight: float
    common: float
    guesses: frozenset[str] = frozenset()
    phrases: tuple[Label, ...] = ()
    light: bool = False

    def is_written_as(self, phrase: Label) -> bool:
        """Return whether a phrase is what the question says, and nothing that it may stand for."""
        return self.stem == " ".join(phrase)


class QuestionReader:
    """Reads questions about a corpus in a language.

    `capitals` are the abbreviations that one is written with: IT is no small word.
    """

    def __init__(
        self,
        corpus: Corpus,
        language: Language,
        stems: Stems,
        dictionary: Dictionary,
        capitals: frozenset[str] = frozenset(),
    ) -> None:
        self._corpus = corpus
        self._capitals = capitals
        self._language = language
        self._stems = stems
        self._dictionary = dictionary
        self._groups: dict[str, list[tuple[str, ...]]] = {}
        for group in language.synonyms:
            for word in group:
                self._groups.setdefault(word, []).append(group)
        self._with_synonyms = stems.words_by_stem(self._groups)

    def content(self, asked: Sequence[str]) -> list[str]:
        """Return the words that say something, neither silent nor asking for an owner.

        Words written apart that the register writes together are joined first ("up sell"), and the
        other way round ("roadshow" where a label has "road show"). Small words that stand together in a
        name say something together ("on call"). Asking words come back where nothing else is left.
        """
        return self._saying(asked) or [word for word in asked if word not in self._language.silent]

    def _saying(self, asked: Sequence[str]) -> list[str]:
        found: list[str] = []
        at = 0
        while at < len(asked):
            pair = "".join(asked[at : at + 2])
            if at + 1 < len(asked) and pair in self._corpus.vocabulary and len(pair) >= _JOINED:
                found.append(pair)
                at += 2
                continue
            if run := self._run(asked[at : at + 3]):
                found.append(" ".join(run))
                at += len(run)
                continue
            word = asked[at]
            if word not in self._corpus.vocabulary and (apart := self._corpus.pair(word)):
                found.extend(apart)
            elif word in self._capitals or not self._language.says_nothing(word):
                found.append(word)
            at += 1
        return found

    def asking(self, asked: Sequence[str]) -> frozenset[str]:
        """Return the stems of the words that only ask, with those of their families."""
        stems = self._stems.all_of(word for word in asked if word in self._language.asking)
        return frozenset(chain(stems, *map(self._stems.kin, stems)))

    def is_bound(self, asked: Sequence[str]) -> bool:
        """Return whether a word that else says nothing may make another thing of the one beside it.

        Such are the asking word of two ("job opening"), and a particle at an end ("time off").
        """
        asking = [word for word in asked if word in self._language.asking]
        if len(asked) == 2 and len(asking) == 1:  # noqa: PLR2004 - a name, and no question
            return not asking[0].startswith(tuple(self._language.questions.all_parts))
        return not asking and not self._language.particles.isdisjoint((*asked[:1], *asked[-1:]))

    def numbering(self, asked: Sequence[str]) -> Numbering:
        """Return the numbers of a question, in digits or written out: phase 1 or phase one."""
        digits = {word: str(number) for number, word in enumerate(self._language.numbers, 1)}
        in_digits = [digits.get(word, word) for word in asked]
        return Numbering.of(self._stems.all_of(asked), self._stems.all_of(in_digits))

    def _run(self, following: Sequence[str]) -> Sequence[str]:
        """Return the words at the beginning of others that say something together; none if they do not."""
        if [len(word) for word in following] == [1, 3, 1] and following[1] == "and":
            run = following  # R&D
        else:
            run = following[:2]
            if len(run) < 2 or not any(map(self._language.says_nothing, run)):  # noqa: PLR2004 - a pair
                return ()
            if self._language.articles.intersection(run):
                return ()
        return run if self._corpus.is_at_an_end(self._stems.all_of(run)) else ()

    def terms(self, content: Sequence[str], guesses: Mapping[str, tuple[Label, ...]]) -> tuple[Term, ...]:
        """Return the terms of content words, and of others of which there are guesses."""
        others = (word for word in guesses if word not in content and word not in self._language.silent)
        return tuple(self._term(word, guesses.get(word, ())) for word in (*content, *others))

    def _term(self, word: str, phrases: tuple[Label, ...]) -> Term:
        if " " in word:
            run = self._stems.all_of(word.split())
            return Term(word, " ".join(run), {}, self._corpus.rarity(*run), 0.0, phrases=(run,))
        stem = self._stems.of(word)
        known = self._corpus.is_named(stem) if word.isdigit() else self._corpus.has(stem)
        means = {stem: 1.0} if known else {} if phrases else self._by_other_means(word, stem)
        for kin in self._stems.kin(stem):
            if self._corpus.has(kin):
                means.setdefault(kin, KIN)
        synonyms = frozenset(filter(self._corpus.has, self._synonyms(stem))) - means.keys()
        means.update(dict.fromkeys(sorted(synonyms), SYNONYM))
        common = min(self._dictionary.commonness(word), GUESSED if phrases else inf)
        weight = self._weight(word, means, common, guessed=bool(phrases))
        light = word in self._language.light
        return Term(word, stem, means, weight, common, guesses=synonyms, phrases=phrases, light=light)

    def _synonyms(self, stem: str) -> list[str]:
        groups = [group for word in self._with_synonyms.get(stem, ()) for group in self._groups[word]]
        return sorted({synonym for group in groups for synonym in self._stems.all_of(group)} - {stem})

    def _by_other_means(self, word: str, stem: str) -> dict[str, float]:
        """Return the stems that a word means which the register does not have as it is written."""
        if any(map(self._corpus.has, self._stems.kin(stem))) or any(map(str.isdigit, word)):
            return {}
        vocabulary = self._corpus.vocabulary
        mended = mend(word, vocabulary, self._dictionary)
        if mended is not None:
            return {self._stems.of(mended): MENDED}
        if len(word) >= 4 and not self._dictionary.knows(word):  # noqa: PLR2004 - "func" for functional
            longer = {self._stems.of(known) for known in vocabulary if known.startswith(word)}
            if longer:
                return dict.fromkeys(sorted(longer), PART)
        if self._language.compounds:
            return {known: PART for known in sorted(self._corpus.stems) if _is_part(stem, known)}
        return {}

    def _weight(self, word: str, means: Mapping[str, float], common: float, *, guessed: bool) -> float:
        if word.isdigit() and not means:
            return 0.0
        tells = (TELLS_NOTHING - common) / (TELLS_NOTHING - TELLS_ALL) if common else 1.0
        tells = min(1.0, max(LEAST, tells))
        if len(word) < 3 and not guessed:  # noqa: PLR2004 - a letter or two
            tells = min(tells, LETTERS)
        if word in self._language.light:
            tells = min(tells, LIGHT_FOUND if means else LIGHT_MISSED)
        if not means or len(word) == 1:  # a single letter is no word that can be rare
            return tells
        rarity = max(self._corpus.rarity(stem) for stem in means)
        return rarity * (OWN_SHARE + (1 - OWN_SHARE) * tells)


def _is_part(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= 4 and (long.startswith(short) or long.endswith(short))  # noqa: PLR2004
