"""Abbreviations: those that stand in a name, and those of a name's words."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

_ACRONYM = re.compile(r"\b[A-Z][a-z]?(?:\s?&\s?)?[A-Z](?:\w*[A-Z])?\w?s?\b")
_LONGEST = 5  # words that an abbreviation stands for


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
