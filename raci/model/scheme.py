"""Letter schemes as data: RACI and its kin, and what each of their letters means.

Sources: the responsibility assignment matrix and its alternatives as Wikipedia's article of that
name lists them (RACI, RASCI, RACI-VS, CAIRO, DACI); Smith and Erwin, "Role & Responsibility
Charting (RACI)", for the one accountable role a row; Rogers and Blenko, "Who Has the D?", Harvard
Business Review 2006, for RAPID; GitLab's handbook for the directly responsible individual.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from raci.errors import RaciError

if TYPE_CHECKING:
    from collections.abc import Iterable


class Meaning(StrEnum):
    """What a letter comes down to, whatever its scheme calls it."""

    ACCOUNTABLE = "accountable"
    RESPONSIBLE = "responsible"
    CONSULTED = "consulted"
    INFORMED = "informed"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter (or, for DRI, a word) of a scheme; `single` if only one role may hold it per work."""

    code: str
    word: str
    meaning: Meaning
    single: bool = False


class UnknownLetter(RaciError):
    """Letters that the scheme does not have; `text` is the part at fault."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


_LONGEST = 100  # characters of letters: no scheme has so many

Letters = tuple[str, ...]
"""The codes of the letters that a role holds, in the scheme's order, each once."""


@dataclass(frozen=True)
class Scheme:
    """A set of letters, and the ones a claim has when its file leaves them out."""

    name: str
    letters: tuple[Letter, ...]
    default: Letters

    @cached_property
    def accountable(self) -> str:
        """Return the code of the letter that means accountable; each scheme has exactly one."""
        return next(letter.code for letter in self.letters if letter.meaning is Meaning.ACCOUNTABLE)

    @cached_property
    def consulted(self) -> str | None:
        """Return the code of the first letter that means consulted, if the scheme has one."""
        return next((each.code for each in self.letters if each.meaning is Meaning.CONSULTED), None)

    def letter(self, code: str) -> Letter:
        """Return the letter with this code. Raises KeyError where the scheme has none."""
        for letter in self.letters:
            if letter.code == code:
                return letter
        raise KeyError(code)

    def parse(self, written: Iterable[str]) -> Letters:
        """Return the letters that `written` means: "AR", "A/R", "r, a" and ["A", "R"] are the same.

        Raises UnknownLetter with the first part that is no letter of this scheme.
        """
        found: set[str] = set()
        for text in written:
            if len(text) > _LONGEST:
                raise UnknownLetter(f"{text[:_LONGEST]}…")
            for part in filter(None, re.split(r"[\s,;/+&]+", text)):
                found.update(self._split(part))
        if not found:
            raise UnknownLetter(" ".join(written))
        return self.sort(found)

    def sort(self, codes: Iterable[str]) -> Letters:
        """Return letter codes in the scheme's order, each once."""
        held = set(codes)
        return tuple(letter.code for letter in self.letters if letter.code in held)

    def words(self, letters: Letters) -> tuple[str, ...]:
        """Return the words of letters, such as ("accountable", "responsible")."""
        return tuple(self.letter(code).word for code in letters)

    def allowed(self) -> str:
        """Return the scheme's letters with their words, for messages."""
        return ", ".join(f"{letter.code} ({letter.word})" for letter in self.letters)

    def _split(self, part: str) -> list[str]:
        codes = sorted((letter.code for letter in self.letters), key=len, reverse=True)
        found: list[str] = []
        rest = part.upper() if part.isascii() else part
        while rest:
            code = next((code for code in codes if rest.startswith(code)), None)
            if code is None:
                raise UnknownLetter(part)
            found.append(code)
            rest = rest[len(code) :]
        return found


_A = Letter("A", "accountable", Meaning.ACCOUNTABLE, single=True)
_R = Letter("R", "responsible", Meaning.RESPONSIBLE)
_C = Letter("C", "consulted", Meaning.CONSULTED)
_I = Letter("I", "informed", Meaning.INFORMED)

SCHEMES = {
    scheme.name: scheme
    for scheme in (
        Scheme("raci", (_A, _R, _C, _I), ("A", "R")),
        Scheme("rasci", (_A, _R, Letter("S", "support", Meaning.OTHER), _C, _I), ("A", "R")),
        Scheme(
            "raci-vs",
            (_A, _R, _C, _I, Letter("V", "verifier", Meaning.OTHER), Letter("S", "signatory", Meaning.OTHER)),
            ("A", "R"),
        ),
        Scheme("cairo", (_A, _R, _C, _I, Letter("O", "out of the loop", Meaning.OTHER)), ("A", "R")),
        Scheme(
            "daci",
            (
                Letter("D", "driver", Meaning.RESPONSIBLE, single=True),
                Letter("A", "approver", Meaning.ACCOUNTABLE, single=True),
                Letter("C", "contributor", Meaning.CONSULTED),
                _I,
            ),
            ("D", "A"),
        ),
        Scheme(
            "rapid",
            (
                Letter("D", "decides", Meaning.ACCOUNTABLE, single=True),
                Letter("R", "recommends", Meaning.RESPONSIBLE),
                Letter("P", "performs", Meaning.RESPONSIBLE),
                # Input first: whoever loses D is asked, and has no veto.
                Letter("I", "gives input", Meaning.CONSULTED),
                Letter("A", "agrees", Meaning.CONSULTED),
            ),
            ("D",),
        ),
        # Whoever else is heard or told needs a letter too; the DRI's input comes "from all".
        Scheme(
            "dri",
            (Letter("DRI", "directly responsible", Meaning.ACCOUNTABLE, single=True), _C, _I),
            ("DRI",),
        ),
    )
}
"""The schemes by the name that a file gives in `scheme`."""


def strongest(scheme: Scheme, letters: Letters) -> Meaning:
    """Return the strongest of what letters mean; without any, a role has some other part."""
    meanings = {scheme.letter(code).meaning for code in letters}
    return next((each for each in Meaning if each in meanings), Meaning.OTHER)
