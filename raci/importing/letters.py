"""What a cell says: letters, nothing, or something that is not understood."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.importing.wording import LETTER_WORDS, plain
from raci.model.scheme import SCHEMES, UnknownLetter
from raci.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from raci.model.scheme import Scheme

_NOTHING = re.compile(
    r"(?i:[-\u2010-\u2015\u2212./\\_\s·•]*|n\s?/?\s?a\.?|none|nil|not applicable|keine?|entf\.?|nan)"
)
_CROSS = re.compile(
    r"(?i:[x✓✔☑✅●•■⬤✗✘☒×○◯〇◎▪]\ufe0f?|\[x\]|yes|ja|oui|sí|si|sim|y|:white_check_mark:|:heavy_check_mark:|true)"
)
_SPLIT = re.compile(r"\s*(?:[,;/+&|\n、，／・]|\band\b|\bund\b|\bet\b|\by\b)\s*|\s+")
_BRACKETED = re.compile(r"[(\[（](.*)[)\]）]", re.DOTALL)
_WITH_REST = re.compile(
    r"(?P<said>[^(\[（:–—]*?)\s*(?:[(\[（](?P<aside>.*)[)\]）]|(?::|–|—|\s-+\s|\s-|-\s)\s*(?P<rest>.+))",
    re.DOTALL,
)
_FOOTNOTE = re.compile(
    r"(?P<said>.*?[A-Za-z)\]])\s*(?P<mark>[*†‡§¹²³⁴⁵⁶⁷⁸⁹?!]+|\[\^?\w{1,3}\]|\d{1,2})", re.DOTALL
)
_CODES = re.compile(r"[A-Z]{1,6}")
_OF_PEOPLE = re.compile(r"(?i:\s+(?:roles?|teams?|part(?:y|ies)|persons?|people|stakeholders?|groups?))$")
_TO_FILL_IN = re.compile(r"\[.*\]|<.*>|\{.*\}|tb[acd]|\?+", re.DOTALL | re.IGNORECASE)
_LOOK_LATIN = str.maketrans("АСІЅＲＡＣＩ🅰", "ACISRACIA", "\ufe0f")
_BARE = re.compile(r"\W*[A-Za-zＲＡＣＩАСІЅ🅰]\W*(?:[\s,;/+&|、／・]+\W*[A-Za-z]\W*)*")
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Said:
    """The letters in a cell, in their order, and what stands beside them; `conditional` if in part only."""

    codes: tuple[str, ...] = ()
    note: str = ""
    conditional: bool = False
    understood: bool = True


NOTHING, UNKNOWN = Said(), Said(understood=False)


class Letters:
    """Reads cells in the letters that a table may have; `words` are those that somebody gave.

    Where the `scheme` is known for sure, what it can read is read so.
    """

    def __init__(
        self, allowed: frozenset[str], words: Mapping[str, str], scheme: Scheme | None = None
    ) -> None:
        self.allowed, self.scheme = allowed, scheme
        self._known: dict[str, Said] = {}
        self._words = {**LETTER_WORDS, **words}
        runs = ({each.code for each in scheme.letters} & allowed for scheme in SCHEMES.values())
        self._runs = [each if each == allowed - {"DRI"} else each - {"O"} for each in runs]

    def read(self, text: str) -> Said:
        """Return what a cell says; most cells say what others say."""
        if text not in self._known:
            self._known[text] = self._read(text)
        return self._known[text]

    def _read(self, text: str) -> Said:
        text = plain(text)
        if _NOTHING.fullmatch(text):
            return NOTHING
        if self.scheme is not None:
            with suppress(UnknownLetter):
                return Said(self.scheme.parse([text]))
        if len(text) > _LONGEST:
            return UNKNOWN
        if codes := self._codes(text):
            return Said(codes)
        if (found := _BRACKETED.fullmatch(text)) and (codes := self._codes(found[1])):
            return Said(codes, text, conditional=True)
        if (found := _FOOTNOTE.fullmatch(text)) and (inner := self.read(found["said"])).codes:
            return Said(inner.codes, text, conditional=True)
        if found := _WITH_REST.fullmatch(text):
            rest = (found["aside"] or found["rest"] or "").strip()
            codes, inside = self._codes(found["said"]), self._codes(rest)
            if codes and inside and set(inside) == set(codes):
                return Said(codes)  # "R (Responsible)"
            if codes and inside and found["aside"]:  # "A (R)": the second in part
                return Said((*codes, *(each for each in inside if each not in codes)), text, conditional=True)
            if codes:
                return Said(codes, text, conditional=True)
        pieces = (
            [self.read(each) for each in re.split(r"[,;/\n]\s*", text)] if re.search(r"[,;/\n]", text) else []
        )
        if len(pieces) > 1 and all(each.codes for each in pieces):
            codes = tuple(dict.fromkeys(code for each in pieces for code in each.codes))
            return Said(codes, text, conditional=True)
        return UNKNOWN

    def of_header(self, text: str) -> str | None:
        """Return the letter that a header stands for: "R", "Responsible", "Responsible (R)"."""
        text = plain(text)
        bare = _OF_PEOPLE.sub("", text)
        if (word := self._word(text) or self._word(bare)) or (
            fold(text).upper() in self.allowed and text.isupper()
        ):
            return word or text
        parts = [each for each in re.split(r"[()\[\]（）=:–—/\n]|\s-\s", text) if each.strip()]
        meant = {self._word(each) or (each.strip() if each.strip() in self.allowed else "") for each in parts}
        if len(parts) > 1 and len(meant - {""}) == 1:
            marked = any(each.strip() in self.allowed for each in parts) or self._word(parts[0])
            return next(iter(meant - {""})) if marked or "" not in meant else None
        return None

    def _word(self, text: str) -> str:
        return self._words.get(fold(plain(text)).strip(" .:*"), "")

    def _codes(self, text: str) -> tuple[str, ...]:
        text = plain(text)
        if word := self._word(text):
            return (word,)
        found: list[str] = []
        for part in filter(None, _SPLIT.split(text)):
            codes = self._of_part(part)
            if not codes:
                return ()
            found.extend(codes)
        return tuple(dict.fromkeys(found))

    def _of_part(self, part: str) -> list[str]:
        part = plain(part).strip(".").translate(_LOOK_LATIN)
        if word := self._word(part):
            return [word]
        single = part.upper() if len(part) == 1 else part
        if single in self.allowed:
            return [single]
        if (
            _CODES.fullmatch(part)
            and any(set(part) <= each for each in self._runs)  # "CISO" and "CIO" are roles
            and len(set(part)) == len(part)
        ):
            return list(part)
        return []


def are_letters(texts: Collection[str], letters: Letters, share: float) -> bool:
    """Return whether more than a share of texts are letters, and not words, or names like CS and AI."""
    bare = [each for each in texts if _BARE.fullmatch(plain(each)) and letters.read(each).codes]
    return len(bare) > share * len(texts)


def is_cross(text: str) -> bool:
    """Return whether a cell is crossed."""
    return _CROSS.fullmatch(plain(text)) is not None


def is_nothing(text: str) -> bool:
    """Return whether a cell says nothing."""
    return _NOTHING.fullmatch(plain(text)) is not None


def is_to_fill_in(text: str) -> bool:
    """Return whether a cell of a template says what should stand there."""
    return _TO_FILL_IN.fullmatch(plain(text)) is not None
