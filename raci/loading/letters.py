"""What was meant by letters that the scheme does not have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from raci.look_alikes.confusables import odd_letter, plain
from raci.model.scheme import SCHEMES, UnknownLetter
from raci.text.names import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from raci.model.scheme import Letters, Scheme

_NOTHING = frozenset({"", "n/a", "n", "na", "none", "no", "nil", "x/a"})
"""What people write who mean no letter."""
_AROUND = "*?!.()[]{}<>\"'`~^#:|=_-\u2013\u2014\u2022\u201c\u201d\u2018\u2019\u201e"


_PART = re.compile(r"[^\s,;/+&]+")


def unknown_letter(scheme: Scheme, text: str) -> tuple[str, str]:
    """Return what to add to the message about a text that is no letter of a scheme, and the help."""
    known = f"Known: {scheme.allowed()}."
    seen = plain(text)
    if (odd := odd_letter(text)) and _parsed(scheme, seen):
        return f": it has a {odd}", f"Write {seen.upper()} in plain letters."
    bare = seen.strip(_AROUND)
    if bare.lower() in _NOTHING:
        return "", f"Without a part, leave the role out of `with`, or the work off its list. {known}"
    for letter in scheme.letters:
        if bare.lower() in {letter.word, letter.meaning.value}:
            return "", f"Write {letter.code}. {known}"
    if bare != seen and (codes := _parsed(scheme, bare)):
        return "", f"Write {''.join(codes)}, and a remark as a comment or in `summary`. {known}"
    # One with all of its letters and more: the others would mean something else by them.
    wider = (each for each in SCHEMES.values() if set(each.letters) > set(scheme.letters))
    others = [each.name for each in wider if _parsed(each, seen)]
    if others and seen.isupper():
        return "", f"{known} The scheme {in_words(others, last='or')} has {seen}: write it as `scheme`."
    return "", known


def letters_fixed(scheme: Scheme, written: Sequence[str]) -> tuple[list[str], bool] | None:
    """Return what to write in place of letters of which some are none, and whether that is sure.

    None where it is not clear.
    """
    parts = [_PART.sub(lambda part: _meant(scheme, part[0])[0], text) for text in written]
    if not _parsed(scheme, " ".join(parts)):
        return None
    return parts, all(_meant(scheme, part[0])[1] for text in written for part in _PART.finditer(text))


def _meant(scheme: Scheme, part: str) -> tuple[str, bool]:
    """Return the letters that a part of a text means, as it is if none, and whether that is sure."""
    seen = plain(part)
    bare = seen.strip(_AROUND)
    if _parsed(scheme, seen):
        return (part if seen == part else seen.upper()), True
    by_word = (each.code for each in scheme.letters if bare.lower() in {each.word, each.meaning.value})
    if code := next(by_word, None):
        return code, bare == seen
    return ("".join(_parsed(scheme, bare)) or part), False


def means_nothing(written: Sequence[str]) -> bool:
    """Return whether what is written says that there is no part: a dash, n/a, none."""
    return len(written) == 1 and plain(written[0]).strip(_AROUND + " ").lower() in _NOTHING


def as_written(written: Iterable[str], text: str) -> str:
    """Return the part of what is written that is no letter; an n/a is one, and not two letters."""
    return next((each for each in written if each.lower() in _NOTHING), text)


def _parsed(scheme: Scheme, text: str) -> Letters:
    """Return the letters that a text means, none where it means none."""
    try:
        return scheme.parse((text,))
    except UnknownLetter:
        return ()
