"""What a role is called where there is little room: PM, if that is how people abbreviate its name."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain, count
from typing import TYPE_CHECKING

from raci.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from raci.model.register import Register, Role

_LONGEST = 5  # letters: what is longer is a word
_BEGINNING = 3  # letters that tell what a word is
_SMALL = 3  # words of so many letters ("of", "and") may be left out of initials


def short_names(register: Register) -> Mapping[str, str]:
    """Return for each role id an alias that abbreviates the role's name, or the name; no two are alike."""
    roles = register.roles.values()
    bearers = Counter(name for role in roles for name in {fold(text) for text in _names(role)})
    named = Counter(fold(role.name) for role in roles)
    short: dict[str, str] = {}
    for role in roles:
        unique = named[fold(role.name)] == 1
        aliases = (each for each in role.entry.aliases if bearers[fold(each)] == 1)
        name = role.name if unique else f"{role.name} ({role.id})"
        short[role.id] = next((each for each in aliases if _abbreviates(each, role)), name)
    return short


def initials(names: Mapping[str, str], taken: Iterable[str]) -> Mapping[str, str]:
    """Return for each role id initials of its name, or how that begins: none twice, none that is `taken`."""
    used = {fold(each) for each in taken}
    short: dict[str, str] = {}
    for id_, name in names.items():
        words = re.findall(r"[^\W_]+", name)
        letters = "".join(word if word.isdigit() else word[0].upper() for word in words)
        first = [letters] if len(words) > 1 and len(letters) <= _LONGEST else []
        begins = ("".join(words)[:most] for most in range(_BEGINNING, _LONGEST + 1) if words)
        tried = chain(first, begins, map(str, count(1)))
        short[id_] = next(each for each in tried if fold(each) not in used)
        used.add(fold(short[id_]))
    return short


def _names(role: Role) -> Iterable[str]:
    return (role.id, role.name, *role.entry.aliases)


def _abbreviates(alias: str, role: Role) -> bool:
    """Return whether an alias has letters of the name in their order, or is initials of what is like it.

    PMM is the initials of an alias, product marketing manager, which has a word of the name, Product
    Marketer. VC, for Investors, is those of venture capitalists, and tells nothing of the name.
    """
    short, full = _letters(alias), _letters(role.name)
    if len(short) not in range(2, _LONGEST + 1) or len(alias.split()) > 1 or len(alias) >= len(role.name):
        return False
    if short[0] == full[:1] and _in_order(short, full):
        return True
    words = set(_words(role.name))
    return any(short in _initials(each) for each in role.entry.aliases if not words.isdisjoint(_words(each)))


def _letters(text: str) -> str:
    return "".join(_words(text))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


def _in_order(short: str, full: str) -> bool:
    rest = iter(full)
    return all(char in rest for char in short)


def _initials(text: str) -> Iterator[str]:
    words = _words(text)
    yield "".join(word[0] for word in words)
    yield "".join(word[0] for word in words if len(word) > _SMALL)
