"""The stems of a language's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.language.language import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from raci.language.language import Language

_SHORT = 4


class Stems:
    """The stems of a language's words, each computed once."""

    def __init__(self, language: Language) -> None:
        self._known: dict[str, str] = {word: group[0] for group in language.apart for word in group}
        self._plural = language.short_plural
        self._silent = language.silent
        self._spellings = dict(language.spellings)
        self._respelt = tuple(self._spellings)
        self._kindred = (*language.kindred, *((other, ending) for ending, other in language.kindred))
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
            one = word.removesuffix(self._plural)
            return one if one and not one.endswith(self._plural) and one not in self._silent else word
        if word.endswith(self._respelt):
            for ending, other in self._spellings.items():
                if word.endswith(ending):
                    return word[: -len(ending)] + other
        return word

    def all_of(self, words: Iterable[str]) -> tuple[str, ...]:
        """Return the stems of words in order."""
        return tuple(map(self.of, words))

    def kin(self, stem: str) -> Iterator[str]:
        """Yield what the stems of a stem's family would be: of decid decis; most of them are no words."""
        for ending, other in self._kindred:
            if stem.endswith(ending):
                yield stem[: len(stem) - len(ending)] + other

    def words_by_stem(self, words: Iterable[str]) -> dict[str, list[str]]:
        """Return words by their stems."""
        found: dict[str, list[str]] = {}
        for word in words:
            found.setdefault(self.of(word), []).append(word)
        return found
