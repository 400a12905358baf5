"""What a language brings to the search: words that say nothing, words that only ask, a dictionary, synonyms.

Nothing here knows what any register is about. A language without word lists still has its stems, and
a register whose language is not known is matched by folded words alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from raci.errors import RaciError
from raci.language.dictionary import NO_DICTIONARY, Dictionary
from raci.text.names import did_you_mean

DEFAULT = "english"
UNKNOWN = "none"


class UnknownLanguage(RaciError):
    """A language that no stemmer knows."""


@dataclass(frozen=True)
class Language:
    """A language's name, its dictionary, and its word lists, without accents.

    `silent` words carry no meaning of their own, `asking` words are what people ask for an owner with,
    `light` words are said of any work; `papers` and `doing` are words that ask for a paper or for an
    activity. `compounds` says that words are written together, so that a
    part of a word is a match. `spellings` are endings (from, to) of one word written in two ways,
    `synonyms` groups of words used for one another. `short_plural` is the ending that abbreviations
    take in the plural: stemmers leave words that short alone.
    """

    name: str
    dictionary: Dictionary = NO_DICTIONARY
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
_DICTIONARIES = {
    "arabic": Dictionary("ar", 270_042_173),
    "basque": Dictionary("eu", 2_087_090),
    "dutch": Dictionary("nl", 382_426_387),
    "french": Dictionary("fr", 353_876_198),
    "italian": Dictionary("it", 445_269_334),
    "persian": Dictionary("fa", 1_556_871),
    "portuguese": Dictionary("pt", 387_750_743),
    "russian": Dictionary("ru", 32_763_754),
    "spanish": Dictionary("es", 688_805_284),
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
    return Language(name, _DICTIONARIES.get(name, NO_DICTIONARY), compounds=name in _COMPOUNDING)
