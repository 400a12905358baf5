"""What work is called in other words: groups of words and phrases, as people read and mend them.

    recruitment, hiring, talent acquisition ~ employer branding

A group is a line, or several of which each but the last ends in a comma. What stands after ~ is only near:
it answers nothing, and is for what is named where nothing answers. To parse 1,600 groups takes 70 ms, and a
question has few words: so the text is searched for them, and only what is found is parsed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import TYPE_CHECKING

from raci.language.word_lists import WordLists
from raci.language.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from raci.language.language import Language
    from raci.language.stems import Stems

Phrase = tuple[str, ...]

_BEGINNING = 3  # letters of a stem by which words with it are searched for, if it has as many
_FEW = 3  # words used for one another in names: a longer list of them is a loose one
_PART = 0.5  # the least part of a term that relates words to it
NEAR = 0.6  # what a term after ~ is worth against one before it
_SMALL_BETWEEN = 3  # small words between two words of a phrase: "want [their] money back"
_ANY_BETWEEN = 2  # words of any kind before a small one, which belongs to a verb: "fell [right] over"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What some words of a question may mean: their numbers, and the stems of each phrase used for them.

    `own` says that the register itself tells so.
    """

    numbers: tuple[int, ...]
    phrases: tuple[Phrase, ...]
    own: bool = False


class Thesaurus:
    """The groups of a language, and a register's own."""

    def __init__(self, language: Language, stems: Stems, own: Sequence[str] = ()) -> None:
        self._language = language
        self._stems = stems
        self._own = "\n".join(map(self._as_compared, own))
        self._small = frozenset(map(stems.of, language.silent))

    @property
    def has_own(self) -> bool:
        """Return whether the register has groups of its own."""
        return bool(self._own)

    def meanings(self, asked: Sequence[str]) -> list[Meaning]:
        """Return what words and phrases of a question may mean: by own groups first, then longer phrases."""
        alone = [frozenset([stem]) for stem in self._stems.all_of(asked)]
        alike = [self._alike(stem) for (stem,) in alone]
        found: dict[tuple[bool, tuple[int, ...]], dict[Phrase, None]] = {}
        for start in sorted({place for stem in frozenset().union(*alike) for place in self._places(stem)}):
            phrase = self._phrase(start)
            # In a phrase another word will do; of a word alone, that would say too much.
            for numbers in self._where(phrase, alike if len(phrase) > 1 else alone):
                phrases = found.setdefault((start <= len(self._own), numbers), {})
                phrases.update(dict.fromkeys(self._others(start, phrase)))
        meanings = [Meaning(numbers, tuple(found[own, numbers]), own) for own, numbers in found]
        return sorted(meanings, key=lambda each: (not each.own, -len(each.numbers), each.numbers))

    def related(self, asked: Sequence[str]) -> Iterator[tuple[str, Phrase, float]]:
        """Yield a word of a question, a phrase of a group that it has a part in, and how near that is: to 1.

        For what is named where nothing answers: half of a term counts for half, and what stands after ~ too.
        """
        stems = dict(zip(self._stems.all_of(asked), asked, strict=True))
        for stem, word in stems.items():
            for start in self._places(stem, near=True):
                term = self._content(self._phrase(start))
                part = len(stems.keys() & term) / len(term)
                for other, sure in self._all_others(start) if part >= _PART else ():
                    yield word, other, part * sure

    def _all_others(self, start: int) -> Iterator[tuple[Phrase, float]]:
        """Yield what is said in the group of the term at a place, and how near: all small words left out."""
        group = self._around(start, "\n")
        same, _, near = group.partition("~")
        first = NEAR if "~" in self._text[self._text.rfind("\n", 0, start) + 1 : start] else 1.0
        for terms, sure in ((same, first), (near, NEAR)):
            for term in terms.split(",") if terms else ():
                if phrase := self._content(self._stems.all_of(words(term))):
                    yield phrase, sure

    def _content(self, phrase: Phrase) -> Phrase:
        return tuple(stem for stem in phrase if stem not in self._small)

    @cached_property
    def _text(self) -> str:
        file = files("raci.language").joinpath("thesauri", f"{self._language.name}.txt")
        text = file.read_text("utf-8") if file.is_file() else ""
        names = WordLists(files("raci.language").joinpath("names", f"{self._language.name}.txt"))
        alike = "\n".join(
            ", ".join(group).replace("_", " ") for group in names.lines("alike") if len(group) <= _FEW
        )
        # A line that ends in a comma goes on.
        return f"\n{self._own}\n{text}\n{alike}\n".replace(",\n", ", ")

    def _places(self, stem: str, *, near: bool = False) -> Iterator[int]:
        """Yield where each term begins that has a word with a stem, in any group; after ~ if it is `near`."""
        text = self._text
        if stem in self._small:
            return
        beginning = stem[: max(_BEGINNING, len(stem) - 1)]
        at = text.find(beginning)
        while at >= 0:
            end = at + len(beginning)
            if not text[at - 1].isalnum():
                while text[end].isalnum():
                    end += 1
                line = text.rfind("\n", 0, at) + 1
                readable = text[line] != "#" and (near or text.find("~", line, at) < 0)
                if readable and stem in self._stems.all_of(words(text[at:end])):
                    yield max(line, *(text.rfind(sign, line, at) + 1 for sign in ",~"))
            at = text.find(beginning, end)

    def _alike(self, stem: str) -> frozenset[str]:
        """Return the stem of a word, and those of single words used for it: staff, employee."""
        alone = (place for place in self._places(stem) if self._phrase(place) == (stem,))
        others = (phrase for place in alone for phrase in self._others(place, (stem,)) if len(phrase) == 1)
        return frozenset([stem, *(other for (other,) in others)])

    def _phrase(self, start: int) -> Phrase:
        return self._stems.all_of(words(self._around(start, ",~\n")))

    def _others(self, start: int, phrase: Phrase) -> Iterator[Phrase]:
        """Yield the phrases that are in one group with the phrase of the term at a place."""
        group = self._around(start, "\n").partition("~")[0]
        for term in group.split(","):
            other = self._stems.all_of(words(term))
            if other and other != phrase:
                yield other

    def _around(self, at: int, ends: str) -> str:
        """Return the text around a place up to the nearest of some signs on each side."""
        start = max(self._text.rfind(end, 0, at) for end in ends) + 1
        return self._text[start : min(place for end in ends if (place := self._text.find(end, at)) >= 0)]

    def _where(self, phrase: Phrase, asked: Sequence[frozenset[str]]) -> Iterator[tuple[int, ...]]:
        """Yield the numbers of the words that make a phrase: in order, or two content words in any order."""
        is_pair = len(phrase) == 2 and self._small.isdisjoint(phrase)  # noqa: PLR2004
        turned = [phrase[::-1]] if is_pair else []
        for each in (phrase, *turned):
            for start, stems in enumerate(asked):
                numbers = [start] if each[0] in stems else []
                while numbers and len(numbers) < len(each):
                    at = self._next(each[len(numbers)], asked, numbers[-1] + 1)
                    numbers = [*numbers, at] if at else []
                if numbers:
                    yield tuple(numbers)

    def _next(self, wanted: str, asked: Sequence[frozenset[str]], start: int) -> int | None:
        """Return where a word of a phrase stands from a place on, if only what may be is before it."""
        for at in range(start, min(start + _SMALL_BETWEEN + 1, len(asked))):
            if wanted in asked[at]:
                return at
            if asked[at].isdisjoint(self._small) and not (
                wanted in self._small and at < start + _ANY_BETWEEN
            ):
                return None
        return None

    def _as_compared(self, group: str) -> str:
        """Return a group as ours are written: in small letters, no accents, and without articles."""
        terms = map(words, group.partition("~")[0].split(","))
        said = (" ".join(word for word in term if word not in self._language.articles) for term in terms)
        return ", ".join(said)
