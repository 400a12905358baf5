"""How names are compared, turned into ids, and suggested when one is misspelt."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Fold = Callable[[str], str]
    """What brings a name into the form in which names are compared."""

_QUOTES = str.maketrans("\u2018\u2019\u201a\u201b\u02bb\u02bc\xb4\u201c\u201d\u201e\u201f", "'" * 7 + '"' * 4)
_AROUND = "\"'\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\xab\xbb\u2039\u203a\u300c\u300d"
_DOTTED = str.maketrans("\u0130I", "i\u0131")
_WITH_DOTTED_I = ("turkish", "azerbaijani")
_NOT_ASCII_WORD = re.compile(r"[^a-z0-9]+")
_NUMBER = re.compile("([0-9]+)")
_KEBAB = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def fold(name: str) -> str:
    """Return the form in which names are compared: two names that fold alike are one name.

    NFKC and case folded; any run of spaces and hyphens is one space, `&` is "and", curly quotes and
    apostrophes are straight.
    """
    text = name.replace("&", " and ") if "&" in name else name
    if text.isascii():
        return " ".join(text.lower().replace("-", " ").split())
    text = unicodedata.normalize("NFKC", text.translate(_QUOTES)).replace("&", " and ")
    text = unicodedata.normalize("NFKC", text.casefold())
    gaps = (" " if char.isspace() or unicodedata.category(char) == "Pd" else char for char in text)
    return " ".join("".join(gaps).split())


def fold_in(language: str) -> Fold:
    """Return how names are folded in a language: where there is an i without a dot, I is its capital."""
    return _fold_dotted if language.lower() in _WITH_DOTTED_I else fold


def _fold_dotted(name: str) -> str:
    return fold(unicodedata.normalize("NFC", name).translate(_DOTTED))


@lru_cache(maxsize=8_192)  # the same few roles are sorted with each piece of work
def by_name(name: str) -> tuple[tuple[str | int, ...], str]:
    """Return what names and ids are sorted by: as compared, but numbers by value, 2.1.9 before 2.1.10."""
    parts: list[str | int] = [*_NUMBER.split(fold(name))]
    parts[1::2] = map(int, parts[1::2])
    return tuple(parts), name


def bare(name: str) -> str:
    """Return a name without quotes around it that are part of it; one of nothing else stays."""
    return name.strip(_AROUND) or name


def slug(name: str) -> str:
    """Return the id that a name gives: letters and digits of any script, other runs one hyphen.

    Empty where the name has neither letters nor digits.
    """
    return slug_of_folded(fold(name))


def slug_of_folded(folded: str) -> str:
    """Return the id that a name gives, of its folded form."""
    if folded.isascii():
        if folded.replace(" ", "").isalnum():
            return folded.replace(" ", "-")
        return _NOT_ASCII_WORD.sub("-", folded).strip("-")
    kept = ""
    for char in folded:
        # A combining mark belongs to the letter before it: without it Hindi or Thai names fall apart.
        marks = unicodedata.category(char) in {"Mn", "Mc"} and kept[-1:].strip() and char not in _SELECTORS
        kept += char if char.isalnum() or marks else " "
    return "-".join(kept.split())


def is_kebab_case(text: str) -> bool:
    """Return whether `text` can be an id: lower-case words and numbers joined by single hyphens."""
    if text.isascii():
        return bool(_KEBAB.fullmatch(text)) and text == text.lower()
    return bool(text) and slug(text) == text


def nearest(name: str, known: Iterable[str], *, limit: int = 1, at_least: float = 70) -> tuple[str, ...]:
    """Return up to `limit` of the `known` names that come nearest to `name`, nearest first.

    `at_least` is how near they must be, from 0 to 100; the default keeps what may be a misspelling.
    """
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only a wrong name needs it

    choices = {candidate: fold(candidate) for candidate in sorted(set(known))}
    folded = fold(name)
    likeness = dict.fromkeys(choices, 0.0)
    for _, score, candidate in process.extract(folded, choices, scorer=fuzz.ratio, limit=None):
        likeness[candidate] = score
    if len(choices) <= _MANY:  # parts of names count a little less; among thousands they take too long
        for _, score, candidate in process.extract(folded, choices, scorer=fuzz.WRatio, limit=None):
            likeness[candidate] = max(likeness[candidate], score * _OF_A_PART)
    found = sorted(choices, key=lambda candidate: -likeness[candidate])
    return tuple(candidate for candidate in found[:limit] if likeness[candidate] >= at_least)


def likeness(one: str, other: str) -> float:
    """Return how near two whole names are to each other, from 0 to 100."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - as above

    return fuzz.ratio(fold(one), fold(other))


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return the sentence that suggests the nearest of the `known` names, or lists a few of them.

    Empty where nothing is known.
    """
    choices = sorted(set(known), key=by_name)
    if close := nearest(name, choices):
        return f'Did you mean "{close[0]}"?'
    if not choices:
        return ""
    listed = list({fold(choice): choice for choice in reversed(choices)}.values())[
        ::-1
    ]  # an id is no other name
    shown = ", ".join(listed[:_SHOWN]) + (", …" if len(listed) > _SHOWN else "")
    return f"Known: {shown}."


# Variation selectors choose how a character is drawn and are invisible themselves.
_SELECTORS = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
_SHOWN = 8
_MANY = 2_000
_OF_A_PART = 0.9


def in_words(things: Iterable[str], *, last: str = "and") -> str:
    """Return things as people list them: "a", "a and b", "a, b and c"."""
    listed = list(things)
    if len(listed) < 2:  # noqa: PLR2004 - one thing needs no joining
        return "".join(listed)
    return f"{', '.join(listed[:-1])} {last} {listed[-1]}"


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number of things in words: "1 file", "2 files"; `many` where one with an s is not right."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"
