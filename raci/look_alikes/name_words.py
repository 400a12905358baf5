"""The words of names: what is known of each, and which of them are content words.

A register of 10,000 names has some thousand words, and so all that can be said of a word is found out once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.look_alikes.name_language import name_language

if TYPE_CHECKING:
    from collections.abc import Container, Hashable, Sequence

    from raci.language.language import Language
    from raci.language.stems import Stems

SHORTEST_BEGINNING = 5  # letters of a word that may be the beginning of another: exam, examination
# How surely two words that are not the same are one: one the beginning of the other, used for one another.
BEGINNING, SYNONYM = 0.95, 0.85


@dataclass(frozen=True, slots=True, eq=False)
class NameWord:
    """A word (or known phrase) of a name: as it is compared, and its stem. Of one text there is one.

    `alike` are the groups of words that mean the same, `series` what it is in with words from which it tells
    work apart; `is_form` says that it only says in which form work or a paper comes. One of its `traits` is
    among those of every word that it may be one with.
    """

    text: str
    stem: str
    alike: frozenset[int]
    series: frozenset[Hashable]
    is_form: bool
    traits: tuple[Hashable, ...]

    def means(self, other: NameWord) -> bool:
        """Return whether two words are used for one another."""
        return not self.alike.isdisjoint(other.alike)

    def degree(self, other: NameWord) -> float:
        """Return how surely two words are one, from 0 to 1; what two forms have in common does not count."""
        one, its = self.stem, other.stem
        if one == its:
            return 1.0
        short, long = sorted((one, its), key=len)
        if len(short) >= SHORTEST_BEGINNING and long.startswith(short):
            return BEGINNING
        return SYNONYM if self.means(other) else 0.0


class NameWords(dict[str, NameWord]):
    """The words of a register's names by their text, each made when it is asked for first.

    `written` are the words of all names as they are written.
    """

    def __init__(self, written: Container[str], language: Language, stems: Stems) -> None:
        super().__init__()
        self._written = written
        self._stems = stems
        self._known = name_language(language)
        # "Phase One", "IT Onboarding": silent words, and the only ones that differ.
        self._small = {word for word in language.silent if not self._known.tells_apart(word)}

    def __missing__(self, text: str) -> NameWord:
        """Return a word that was not asked for before."""
        known, stem, alike = self._known, self.stem(text), self._known.groups(text)
        traits = (stem[:SHORTEST_BEGINNING], *sorted(alike))
        word = self[text] = NameWord(text, stem, alike, known.series(text), known.is_form(text), traits)
        return word

    def stem(self, word: str) -> str:
        """Return the stem of a word, or of each word of a phrase."""
        return "_".join(map(self._stems.of, word.split("_")))

    def content(self, name: Sequence[str]) -> tuple[NameWord, ...]:
        """Return the words of a name that are not small, each stem once; all of them where none is left."""
        together = list(self._known.phrases(self._joined(name)))
        content = [word for word in together if word not in self._small]
        if together and len(together[-1]) == 1 and together[-1] in self._small:  # "Handover A"
            content.append(together[-1])
        return tuple({word.stem: word for word in map(self.__getitem__, content or together)}.values())

    def _joined(self, name: Sequence[str]) -> list[str]:
        """Return words with those as one that other names write as one, such as help desk."""
        joined: list[str] = []
        for word in name:
            if joined and joined[-1] + word in self._written:
                joined[-1] += word
            else:
                joined.append(word)
        return joined
