"""What a language brings to the search: words that say nothing, words that only ask, a dictionary, synonyms.

Nothing here knows what any register is about. What is known of a language stands in its file,
`<language>.txt`. A language without one still has its stems, and a register whose language is not known is
matched by folded words alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from itertools import chain

from raci.errors import RaciError
from raci.language.asking import NO_ASKING, Asking, read_asking
from raci.language.dictionary import NO_DICTIONARY, Dictionary
from raci.language.word_lists import WordLists
from raci.text.names import did_you_mean

DEFAULT = "english"
UNKNOWN = "none"
_WITHOUT_STEMS = (UNKNOWN, "azerbaijani")  # of the other one is known how its names are folded


class UnknownLanguage(RaciError, ValueError):
    """A language that no stemmer knows."""


@dataclass(frozen=True)
class Language:
    """A language's name, its dictionary, and its word lists, without accents.

    `silent` words carry no meaning of their own, `articles` not even beside another word, and `particles`
    make another thing of it; `numbers` are those from one on. `asking` words are what people ask for an
    owner with, `light` words are said of any work; `papers` and `doing` are words that ask for a paper or
    for an activity. `compounds` says that words are written together, so that a part of a word is a
    match. `spellings` are endings (from, to) of one word written in two ways, `kindred` endings of stems
    of one family (decid, decis), `apart` words with a stem of their own that a stemmer takes for others,
    `synonyms` groups of words used for one another. `short_plural` is the ending that abbreviations take
    in the plural: stemmers leave words that short alone. `questions` are the words of questions about
    roles.
    """

    name: str
    dictionary: Dictionary = NO_DICTIONARY
    silent: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    numbers: tuple[str, ...] = ()
    asking: frozenset[str] = frozenset()
    light: frozenset[str] = frozenset()
    papers: frozenset[str] = frozenset()
    doing: frozenset[str] = frozenset()
    compounds: bool = False
    spellings: tuple[tuple[str, str], ...] = ()
    kindred: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, ...], ...] = ()
    synonyms: tuple[tuple[str, ...], ...] = ()
    short_plural: str = ""
    questions: Asking = NO_ASKING

    def says_nothing(self, word: str) -> bool:
        """Return whether a word is silent or only asks for an owner."""
        return word in self.silent or word in self.asking


def find_language(name: str) -> Language:
    """Return the language of this name; "none" is the one of which nothing is known.

    Raises UnknownLanguage for a name that the stemmer does not have.
    """
    name = name.lower()
    if name in _WITHOUT_STEMS:
        return Language(UNKNOWN, compounds=True)
    import Stemmer  # noqa: PLC0415 - a register of no known language needs none

    known = Stemmer.algorithms()
    if name not in known:
        suggestion = did_you_mean(name, {*known, *_WITHOUT_STEMS})
        raise UnknownLanguage(f'"{name}" is no language that raci has stems for. {suggestion}')
    lists = WordLists(files("raci.language").joinpath(f"{name}.txt"))
    return Language(
        name,
        dictionary=_dictionary(lists),
        silent=lists.words("silent"),
        articles=lists.words("articles"),
        particles=lists.words("particles"),
        numbers=tuple(chain(*lists.lines("numbers"))),
        asking=lists.words("asking"),
        light=lists.words("light"),
        papers=lists.words("papers"),
        doing=lists.words("doing"),
        compounds="yes" in lists.words("compounds"),
        spellings=tuple((ending, other) for ending, other in lists.lines("spellings")),
        kindred=tuple((ending, other) for ending, other in lists.lines("kindred")),
        apart=tuple(map(tuple, lists.lines("apart"))),
        synonyms=tuple(map(tuple, lists.lines("synonyms"))),
        short_plural="".join(lists.words("plural")),
        questions=read_asking(lists),
    )


def _dictionary(lists: WordLists) -> Dictionary:
    for code, counted in lists.lines("dictionary"):
        return Dictionary(code, int(counted))
    return NO_DICTIONARY
