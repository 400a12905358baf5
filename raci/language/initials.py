"""Abbreviations: those that stand in a name, those of a name's words, and those that a name explains."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from raci.language.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Sequence

_ACRONYM = re.compile(r"\b[A-Z][a-z]?(?:\s?&\s?)?[A-Z](?:\w*[A-Z])?\w?s?\b")
_LONGEST = 5  # words that an abbreviation stands for
_IN_BRACKETS = re.compile(r"(.*\S)\s*\(([^()]+)\)(.*)")


def acronyms(name: str) -> frozenset[str]:
    """Return the abbreviations that stand in a name."""
    if name.istitle() and "&" not in name:  # no two capitals come together
        return frozenset()
    found = (acronym.removesuffix("s") for acronym in _ACRONYM.findall(name))
    return frozenset("".join(filter(str.isalnum, acronym)).lower() for acronym in found)


def initials(name: Sequence[str], silent: Container[str]) -> dict[str, frozenset[str]]:
    """Return what words in a row may be abbreviated to, silent ones in or left out, and the words."""
    found: dict[str, frozenset[str]] = {}
    for said in _with_and_without(silent, name):
        for start in range(len(said)):
            for end in range(start + 2, min(start + _LONGEST, len(said)) + 1):
                found["".join(word[0] for word in said[start:end])] = frozenset(said[start:end])
    return found


def beginnings(name: Sequence[str], silent: Container[str]) -> set[str]:
    """Return what the `initials` begin with: the first letters of two words."""
    return {one[0] + two[0] for said in _with_and_without(silent, name) for one, two in pairwise(said)}


def _with_and_without(silent: Container[str], name: Sequence[str]) -> Iterator[Sequence[str]]:
    yield name
    yield [word for word in name if word not in silent]


def explained(name: str, silent: Container[str]) -> tuple[str, ...]:
    """Return the two names in one that explains an abbreviation in brackets; none if it does not.

    "Service Level Agreement (SLA)" is "Service Level Agreement" and "SLA", and so is "SLA (Service ...)".
    """
    found = _IN_BRACKETS.fullmatch(name)
    if not found:
        return ()
    before, inside, after = found.groups()
    outer, inner = words(before), words(inside)
    for start in range(len(outer)):
        short, long = (inner, outer[start:]) if len(inner) == 1 else (outer[start:], inner)
        if len(short) == 1 and len(long) > 1 and abbreviates(short[0].removesuffix("s"), long, silent):
            return f"{before}{after}", " ".join([*outer[:start], *inner, *words(after)])
    return ()


def abbreviates(
    short: str, long: Sequence[str], silent: Container[str], letters: Callable[[str], str] = str
) -> bool:
    """Return whether letters are the first of each word, and maybe others of it: MDT, multidisciplinary team.

    Silent words may be left out. `letters` gives those of a word that may be taken, in order: else all.
    """
    if not long:
        return not short
    word, *others = long
    if word in silent and abbreviates(short, others, silent, letters):
        return True
    taken = 0
    for letter in letters(word):
        if letter == short[taken : taken + 1]:
            taken += 1
            if abbreviates(short[taken:], others, silent, letters):
                return True
        elif not taken:
            return False
    return False
