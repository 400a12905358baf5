"""How a name looks to the eye: names that look alike have one look, however they are spelt.

After the skeletons of Unicode Technical Standard 39 (confusables.txt), for the letters that people
meet in names: Cyrillic, Greek and Armenian ones that look Latin. Full-width and mathematical letters
are brought back by NFKC. Digits and pairs of letters (0 and O, rn and m) are left alone: names that
differ in these differ on purpose more often than not.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import zip_longest

from raci.text.names import fold

# Upper and lower case differ: the Greek letter eta looks like an H, and in lower case like an n.
_LATIN = str.maketrans(
    # Cyrillic
    "\u0410\u0412\u0415\u0405\u0406\u0408\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u051a\u051c"
    "\u0430\u0441\u0435\u04bb\u0456\u0458\u043e\u0440\u0455\u0443\u0445\u0501\u051b\u051d\u04cf\u04c0"
    # Greek
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
    "\u03b1\u03b9\u03ba\u03bd\u03bf\u03c1\u03c5"
    # Armenian, and Latin letters beyond the alphabet
    "\u0570\u0578\u057d\u0585\u0131\u0130\u0261",
    "ABESIJKMHOPCTYXQWacehijopsyxdqwllABEZHIKMNOPTYXaikvopuhnuoiig",
)
_BETWEEN_WORDS = re.compile(r"(?<!\d) | (?!\d)")  # between digits a space tells two numbers from one


def look(name: str) -> str:
    """Return what a name looks like, for comparison only: case, script, spaces and hyphens do not count."""
    if name.isascii():
        folded = fold(name)
        together = folded.replace(" ", "")
        return together if together.isalpha() else _BETWEEN_WORDS.sub("", folded)
    return _BETWEEN_WORDS.sub("", fold(plain(name)))


def plain(text: str) -> str:
    """Return a text in the Latin letters that it looks like, without what nobody sees."""
    seen = unicodedata.normalize("NFKC", text).translate(_LATIN)
    return "".join(char for char in seen if unicodedata.category(char) != "Cf")


def odd_letter(text: str) -> str:
    """Return what Unicode calls the first letter that is none of the Latin ones it looks like, if any is."""
    odd = (char for char in text if plain(char) != char)
    return next(map(_called, odd), "")


def stray_letter(text: str) -> str:
    """Return what Unicode calls the first letter that looks like a Latin one, among some that are."""
    if text.isascii() or not any(char.isascii() and char.isalpha() for char in text):
        return ""
    return odd_letter("".join(filter(str.isalpha, text)))


def difference(one: str, other: str) -> str:
    """Return by what two names of one look differ: the first letter that is another, or else the gaps."""
    written = (unicodedata.normalize("NFKC", name.replace("&", "and")) for name in (one, other))
    letters = ([char for char in name if fold(char)] for name in written)
    for pair in zip_longest(*letters, fillvalue=""):
        if fold(pair[0]) != fold(pair[1]):
            plain, odd = sorted(pair, key=_is_odd)
            both = plain and odd in one and odd in other
            return f"one has a {_called(odd)}" + (f" where the other has a {_called(plain)}" if both else "")
    return "they differ in spaces or hyphens"


def _is_odd(char: str) -> bool:
    return bool(char) and (ord(char) in _LATIN or unicodedata.category(char) == "Cf")


def _called(char: str) -> str:
    return unicodedata.name(char, f"U+{ord(char):04X}")
