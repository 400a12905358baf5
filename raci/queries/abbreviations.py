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
    """Return for each role id initials of its name, or how that begins: none twice, none that is `taken`.

    Where initials are shared, all who share them show more of their last word: HoPr and HoPe.
    """
    tried = {id_: list(_shortened(name)) for id_, name in names.items()}
    wanted = Counter(fold(each) for candidates in tried.values() for each in set(candidates))
    used = {fold(each) for each in taken}
    short: dict[str, str] = {}
    for id_, candidates in tried.items():
        own = (each for each in candidates if wanted[fold(each)] == 1)
        last = map(str, count(1))
        short[id_] = next(each for each in chain(own, reversed(candidates), last) if fold(each) not in used)
        used.add(fold(short[id_]))
    return short


def _shortened(name: str) -> Iterator[str]:
    """Yield what a name may be cut to, the shortest first: its initials, or the beginning of one word."""
    words = re.findall(r"[^\W_]+", name)
    *others, last = words or [""]
    letters = "".join(word if word.isdigit() else _initial(word) for word in others)
    if others and len(letters) < _LONGEST:
        whole = last if last.isdigit() else f"{last[0].upper()}{last[1:]}"
        yield letters + (whole if last.isdigit() else whole[:1])
        yield from (letters + whole[:most] for most in range(2, _LONGEST + 1 - len(letters)))
    yield from ("".join(words)[:most] for most in range(_BEGINNING, _LONGEST + 1) if words)


def _initial(word: str) -> str:
    """Return the first letter of a word: a capital, but of a small one, such as "of", as it is written."""
    return word[0] if len(word) <= _SMALL else word[0].upper()


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
