"""Texts as they are written in YAML: in the style that is there already, quoted where they need it."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from textwrap import TextWrapper

import yaml

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# Other readers of YAML take these for truth, nothing or a number. A day stands as it is, as people write it.
_NO_TEXT = re.compile(
    r"(?i:y|yes|n|no|on|off|true|false|null|~|\.nan|[-+]?\.inf)|=|[-+]?[.\d][\d_.:a-fxobe+-]*"
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# What must not stand in a file as it is: our reader refuses it, or no editor shows it.
_UNWRITABLE = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
_BLOCK_SIGN = re.compile(r"[|>][-+0-9]*")
_NARROWEST = 40  # columns to fold a text in


def written(text: str, style: str = "", *, flow: bool = False) -> str:
    """Return `text` in one line: in the style of a sign if it can be, else in the nearest that can hold it.

    `flow` says that it stands in brackets, where more needs quotes.
    """
    one_line = not _UNWRITABLE.search(text) and "\n" not in text and "\t" not in text
    if style == "'" and one_line:
        return _single(text)
    if style == '"' or not one_line:
        return _double(text)
    if _is_plain(text, flow=flow):
        return text
    return _single(text) if '"' in text or "\\" in text else _double(text)


def _single(text: str) -> str:
    return f"'{text.replace(_QUOTE, 2 * _QUOTE)}'"


_QUOTE = "'"


def _double(text: str) -> str:
    return _UNWRITABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


@lru_cache(maxsize=10_000)  # a file says the same names again and again
def _is_plain(text: str, *, flow: bool) -> bool:
    """Return whether a text needs no quotes: the parser reads it back, alone, as a key and as a value."""
    if flow and "?" in text:  # where one reader finds a text, another finds a key
        return False
    if not text or text != text.strip() or (_NO_TEXT.fullmatch(text) and not _DAY.fullmatch(text)):
        return False
    tried = f"[{text}, {{{text}: {text}}}, x]\n" if flow else f"- {text}\n- {text}: {text}\n- x\n"
    try:
        events = list(yaml.parse(tried, Loader=_Loader))
    except yaml.YAMLError:
        return False
    scalars = [event for event in events if isinstance(event, yaml.ScalarEvent)]
    read = [event.value for event in scalars]
    unmarked = not any(event.anchor or event.tag or event.style for event in scalars)
    return unmarked and read == [text, text, text, "x"]


def block(text: str, there: list[str], eol: str, least: int) -> str | None:
    """Return a text as a literal or folded block in place of another; None where that cannot hold it.

    `there` are the lines of the other one: its sign and its style stay, and by how much it is set in, which
    is `least` at least.
    """
    header, *lines = there
    style, body = header[0], text.removesuffix("\n")
    if not body or _UNWRITABLE.search(body) or body[0] in " \t\n" or body.endswith(("\n", " ", "\t")):
        return None
    shown = body.split("\n") if style == "|" else _folded(body, max(map(len, lines), default=0))
    if shown is None:
        return None
    depths = [len(line) - len(line.lstrip(" ")) for line in lines if line.strip()]
    margin = " " * max([least, *depths[:1]])
    sign = style if text.endswith("\n") else f"{style}-"
    header = _BLOCK_SIGN.sub(sign, header, count=1)
    return eol.join([header, *(f"{margin}{line}" if line else "" for line in shown)])


def _folded(text: str, width: int) -> list[str] | None:
    """Return the lines that are read as one text, parted at its line ends by empty ones; None if none are."""
    paragraphs = text.split("\n")
    if any(not each or each != " ".join(each.split()) for each in paragraphs):
        return None
    wrapper = TextWrapper(max(width, _NARROWEST), break_long_words=False, break_on_hyphens=False)
    first, *others = map(wrapper.wrap, paragraphs)
    return [*first, *(line for each in others for line in ("", *each))]
