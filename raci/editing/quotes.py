"""The quotes that keys and texts stand in, where all of them do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from raci.editing.nodes import Collection, Scalar, collections

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.editing.nodes import Node

_SIGNS = ("'", '"')
_NO_TEXT = re.compile(r"true|false|null|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")  # JSON has these without quotes


class Quotes(NamedTuple):
    """The signs around keys and around texts; empty where only those have some that need them."""

    keys: str = ""
    texts: str = ""


def quotes_of(root: Node | None) -> Quotes:
    """Return the quotes of a file, in which all keys have to have them."""
    keys = _sign(key for each in collections(root) for key in each.keys.values())
    texts = (node for each in collections(root) for node in each.values.values()) if keys else ()
    return Quotes(keys, _sign(filter(_is_text, texts), keys))


def quotes_in(node: Node | None, of_file: Quotes) -> Quotes:
    """Return the quotes for what comes new into a mapping or a list: its neighbours', or the file's."""
    if not isinstance(node, Collection) or not node.values:
        return of_file
    texts = _sign(filter(_is_text, node.values.values()), of_file.texts)
    if not node.is_mapping:
        return Quotes(of_file.keys, texts)
    keys = _sign(node.keys.values())
    return Quotes(keys, texts if keys else "")


def style_of(node: Scalar, text: str, of_file: Quotes) -> str:
    """Return the sign for another text in place of one: a number in a file of quoted texts may become one."""
    return node.style or ("" if _NO_TEXT.fullmatch(text) else of_file.texts)


def _is_text(node: Node) -> bool:
    return isinstance(node, Scalar) and (bool(node.style) or not _NO_TEXT.fullmatch(node.text or "null"))


def _sign(nodes: Iterable[Node], none: str = "") -> str:
    """Return the sign around all of these texts; `none` where there are none."""
    found = none
    for number, each in enumerate(nodes):
        style = each.style if isinstance(each, Scalar) else ""
        if style not in _SIGNS or (number and style != found):
            return ""
        found = style
    return found
