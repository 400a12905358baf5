"""What tells the names of different work apart: parts of a series, numbers, opposites and signs."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping, Sequence

    from raci.look_alikes.name_language import NameLanguage
    from raci.look_alikes.name_words import NameWord

Places = dict["Hashable", set["Hashable"]]
"""By each series that a name has a part in, which parts these are."""

_THOUSANDS = {"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000}
_NUMBER = re.compile(
    r"(?<![^\W_])(\d{1,3}(?:[.,'\u2019 ]\d{3})+(?!\d)|\d+)(?:[.,](\d+))?(?:(k|mn?|bn)\b)?"
)  # 1,000 and 2.5 and 10k; what letters go before is a word, such as q1
_RANGE = re.compile(r"(?<=\d)(%|k|mn?|bn)?\s*(?:[-\u2013\u2014]|\bto\b)\s*(?=[$\u20ac\xa3]?\d)")
_OR_MORE = re.compile(r"(?<=\d)(%|k|mn?|bn)?\s?\+")
_NO_SIGNS = "|"
_TOKEN = re.compile(
    r"(?P<base>[^\W\d_]+)(?P<sign>\+\+?(?!\w)|#)|(?P<short>[^\W\d_]{1,2})(?P<mark>[-*](?!\w))"
    r"|\.\.|(?<!\w)-(?=\w)|[^\W_]+|[^\w\s]"
)
_SAME_SIGN = str.maketrans("\u2264\u2265\u2212", "<>-")


def contrast(one: Mapping[Hashable, set[Hashable]], other: Mapping[Hashable, set[Hashable]]) -> bool:
    """Return whether two names have a part in one series, and each a part that the other has not."""
    return any(one[each] - other[each] and other[each] - one[each] for each in one.keys() & other.keys())


def places(name: str, content: Sequence[NameWord], known: NameLanguage) -> Places:
    """Return the parts that a name has in series: by its content words, its numbers, opposites and signs."""
    found: Places = {}
    for word in content:
        for series in word.series:
            found.setdefault(series, set()).add(word.stem)
    text = unicodedata.normalize("NFKC", name).casefold().translate(_SAME_SIGN)
    for series, place in (*_numbers(text), *_signs(text, known)):
        found.setdefault(series, set()).add(place)
    return found


def _numbers(text: str) -> Iterator[tuple[Hashable, Hashable]]:
    for whole, fraction, thousands in _NUMBER.findall(text):
        digits = "".join(filter(str.isdigit, whole))
        yield "number", Decimal(f"{digits}.{fraction or 0}") * _THOUSANDS.get(thousands, 1)


def _signs(text: str, known: NameLanguage) -> Iterator[tuple[Hashable, Hashable]]:
    """Yield the sides that a name takes, its signs, and by each word the sign at its end: C, C++ and C#."""
    tokens: list[str] = []
    for token in _TOKEN.finditer(_RANGE.sub(r"\1 .. ", _OR_MORE.sub(r"\1 > ", text))):
        base, sign = token["base"] or token["short"], token["sign"] or token["mark"]
        tokens.append(token[0])
        if base:
            yield ("signed", base), sign
        elif token[0].isalnum():
            yield ("signed", token[0]), ""
        elif unicodedata.category(token[0][0]) in {"Sm", "Sc"} or token[0] in "#%*@-":
            yield "sign", token[0]
    yield from known.sides(" ".join(tokens))
