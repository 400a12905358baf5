"""The words of names: which of them speak, and which are one.

A register of 10,000 names has some thousand words, and so all that can be said of a word is found out once.
For most names there is nothing else to do: they have no phrase in them, no word to be left out and no two
words of one stem, which three questions about sets tell in a microsecond or two.
"""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from raci.language.language import Language
    from raci.language.stems import Stems
    from raci.look_alikes.name_language import NameLanguage

stem_of = attrgetter("stem")
SHORTEST_BEGINNING = 5  # letters of a word that may be the beginning of another: exam, examination
_FORM = "a form"


@dataclass(frozen=True, slots=True, eq=False)
class NameWord:
    """A word (or known phrase) of a name: as it is compared, and its stem. Of one text there is one.

    `alike` are the groups of words that mean the same, `series` what it is in with words from which it tells
    work apart; `is_form` says that it only says in which form work or a paper comes.
    """

    text: str
    stem: str
    alike: frozenset[int]
    series: frozenset[Hashable]
    is_form: bool

    @property
    def ways(self) -> Iterator[Hashable]:
        """Yield what it has in common with every word that it may be one with."""
        yield self.stem[:SHORTEST_BEGINNING]
        yield from self.alike
        if self.is_form:
            yield _FORM

    def means(self, other: NameWord) -> bool:
        """Return whether two words are used for one another."""
        return not self.alike.isdisjoint(other.alike)

    def differs_from(self, other: NameWord) -> bool:
        """Return whether two words tell different work apart: days and nights do, a day and days do not."""
        in_one_series = not self.series.isdisjoint(other.series)
        return in_one_series and self.text.removesuffix("s") != other.text.removesuffix("s")


class NameWords(dict[str, NameWord]):
    """The words of a register's names by their text, each made when it is asked for first.

    `vocabulary` are the words of all names, `written` these and the words of the aliases.
    """

    def __init__(
        self,
        vocabulary: Mapping[str, int],
        written: AbstractSet[str],
        language: Language,
        stems: Stems,
        known: NameLanguage,
    ) -> None:
        super().__init__()
        self._vocabulary = vocabulary
        self._silent = language.silent
        self._stems = stems
        self._known = known
        self._opening = {*known.openings, *_openings(vocabulary, written)}

    def __missing__(self, text: str) -> NameWord:
        """Return a word that was not asked for before."""
        known = self._known
        word = self[text] = NameWord(
            text, self.stem(text), known.groups(text), known.series(text), known.is_form(text)
        )
        return word

    def stem(self, word: str) -> str:
        """Return the stem of a word, or of each word of a phrase."""
        return self._stems.of(word) if "_" not in word else "_".join(map(self._stems.of, word.split("_")))

    def speaking(self, spelt: Sequence[str]) -> tuple[NameWord, ...]:
        """Return the words of a name that speak, each once; all of them where none does."""
        if not self._opening.isdisjoint(spelt):
            spelt = list(self._known.phrases(self._joined(spelt)))
        if not self._silent.isdisjoint(spelt):
            spelt = self._heard(spelt) or spelt
        found = tuple(map(self.__getitem__, spelt))
        if len(set(map(stem_of, found))) < len(found):
            return tuple({word.stem: word for word in found}.values())
        return found

    def _joined(self, spelt: Sequence[str]) -> list[str]:
        """Return words with those as one that other names write as one, such as help desk."""
        joined: list[str] = []
        for word in spelt:
            if joined and joined[-1] + word in self._vocabulary:
                joined[-1] += word
            else:
                joined.append(word)
        return joined

    def _heard(self, together: Sequence[str]) -> list[str]:
        last = len(together) - 1
        return [word for at, word in enumerate(together) if self._speaks(word, is_last=at == last)]

    def _speaks(self, word: str, *, is_last: bool) -> bool:
        if word not in self._silent:
            return True
        # "Handover A", "Phase One", "IT Onboarding": small words, and the only ones that differ.
        return self._known.tells(word) or (is_last and len(word) == 1)


def _openings(vocabulary: Iterable[str], written: AbstractSet[str]) -> Iterator[str]:
    """Yield the words with which two words begin that other names write as one."""
    for word in vocabulary:
        for at in range(1, len(word)):
            if word[:at] in written and word[at:] in written:
                yield word[:at]
