"""What a language brings to the search: stems, words that say nothing, words that only ask, synonyms.

Nothing here knows what any register is about. A language without word lists still has its stems, and
a register whose language is not known is matched by folded words alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log10
from typing import TYPE_CHECKING

from raci.errors import RaciError
from raci.language.word_list import word_list
from raci.text.names import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable

DEFAULT = "english"
_SHORT = 4
UNKNOWN = "none"


class UnknownLanguage(RaciError):
    """A language that no stemmer knows."""


@dataclass(frozen=True)
class Language:
    """A language's name, the code of its dictionary, and its word lists, without accents.

    `silent` words carry no meaning of their own, `asking` words are what people ask for an owner with,
    `light` words are said of any work; `papers` and `doing` are words that ask for a paper or for an
    activity. `compounds` says that words are written together, so that a
    part of a word is a match. `spellings` are endings (from, to) of one word written in two ways,
    `synonyms` groups of words used for one another. `short_plural` is the ending that abbreviations
    take in the plural: stemmers leave words that short alone.
    """

    name: str
    code: str = ""
    silent: frozenset[str] = frozenset()
    asking: frozenset[str] = frozenset()
    light: frozenset[str] = frozenset()
    papers: frozenset[str] = frozenset()
    doing: frozenset[str] = frozenset()
    compounds: bool = False
    spellings: tuple[tuple[str, str], ...] = ()
    synonyms: tuple[tuple[str, ...], ...] = ()
    short_plural: str = ""

    def says_nothing(self, word: str) -> bool:
        """Return whether a word is silent or only asks for an owner."""
        return word in self.silent or word in self.asking


def word_set(text: str) -> frozenset[str]:
    """Return the words of a list."""
    return frozenset(text.split())


# Languages with a dictionary of common words, and those that write words together.
_CODES = {
    "arabic": "ar",
    "basque": "eu",
    "dutch": "nl",
    "french": "fr",
    "italian": "it",
    "persian": "fa",
    "portuguese": "pt",
    "russian": "ru",
    "spanish": "es",
}
_COMPOUNDING = {"danish", "dutch", "finnish", "hungarian", "norwegian", "swedish"}


def find_language(name: str) -> Language:
    """Return the language of this name; "none" is the one of which nothing is known.

    Raises UnknownLanguage for a name that the stemmer does not have.
    """
    name = name.lower()
    if name == "english":
        from raci.language.english import ENGLISH  # noqa: PLC0415 - one language's lists a run

        return ENGLISH
    if name == "german":
        from raci.language.german import GERMAN  # noqa: PLC0415

        return GERMAN
    if name == UNKNOWN:
        return Language(UNKNOWN, compounds=True)
    import Stemmer  # noqa: PLC0415 - as above

    known = Stemmer.algorithms()
    if name not in known:
        raise UnknownLanguage(
            f'"{name}" is no language that raci has stems for. {did_you_mean(name, {*known, UNKNOWN})}'
        )
    return Language(name, _CODES.get(name, ""), compounds=name in _COMPOUNDING)


class Stems:
    """The stems of a language's words, each computed once."""

    def __init__(self, language: Language) -> None:
        self._known: dict[str, str] = {}
        self._plural = language.short_plural
        self._spellings = dict(language.spellings)
        self._respelt = tuple(self._spellings)
        self._stem = None
        if language.name != UNKNOWN:
            import Stemmer  # noqa: PLC0415 - a register of no known language needs none

            self._stem = Stemmer.Stemmer(language.name).stemWord

    def of(self, word: str) -> str:
        """Return the stem of a word, or the word itself where the language is not known."""
        stem = self._known.get(word)
        if stem is None:
            stem = self._known[word] = self._stem(self._one_spelling(word)) if self._stem else word
        return stem

    def _one_spelling(self, word: str) -> str:
        if len(word) <= _SHORT:
            plural = self._plural and word.endswith(self._plural) and not word.endswith(2 * self._plural)
            return word[:-1] if plural else word
        if word.endswith(self._respelt):
            for ending, other in self._spellings.items():
                if word.endswith(ending):
                    return word[: -len(ending)] + other
        return word

    def all_of(self, words: Iterable[str]) -> tuple[str, ...]:
        """Return the stems of words in order."""
        return tuple(map(self.of, words))

    def families(self, words: Iterable[str]) -> dict[str, list[str]]:
        """Return words by their stems."""
        found: dict[str, list[str]] = {}
        for word in words:
            found.setdefault(self.of(word), []).append(word)
        return found


class Dictionary:
    """How common a language's words are; empty for a language without one.

    It is read when the first word is looked up: a question that is a name in full does without it.
    """

    def __init__(self, language: Language) -> None:
        self._code = language.code

    @property
    def exists(self) -> bool:
        """Return whether the language has a dictionary."""
        return bool(self._code)

    def knows(self, word: str) -> bool:
        """Return whether this is a word of the language."""
        return bool(self._code) and word_list(self._code).count(word) > 0

    def commonness(self, word: str) -> float:
        """Return the Zipf value of a word: 3 is once in a million words, 6 once in a thousand, 0 unknown.

        The scale is that of van Heuven et al., "SUBTLEX-UK" (2014): log10 of occurrences per billion.
        """
        if not self.knows(word):
            return 0.0
        listed = word_list(self._code)
        return max(0.0, log10(listed.count(word) / listed.total) + 9)
