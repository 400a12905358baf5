"""How answers are put into words: names for ids, words for letters, places, and names as YAML takes them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from raci.model.scheme import SCHEMES
from raci.names import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# What YAML takes without quotes, in a flow list as well. Everything that is read is text, so that no
# plain word means something else.
_PLAIN = re.compile(r"\w(?:[\w &/'().+-]*[\w)'])?")


class Wording:
    """The names of an answer's role ids, and the words of its scheme."""

    def __init__(self, scheme: str, roles: Mapping[str, str]) -> None:
        self.scheme = SCHEMES[scheme]
        self._roles = roles

    def name(self, id_: str) -> str:
        """Return a role's name; what is no role, such as an escalation in plain text, stays as it is."""
        return self._roles.get(id_, id_)

    def names(self, ids: Iterable[str], last: str = "and") -> str:
        """Return roles as people list them."""
        return in_words(map(self.name, ids), last=last)

    def letters(self, written: str) -> str:
        """Return the words of letters that are written as "AR"."""
        return in_words(self.scheme.words(self.scheme.parse([written])))


def both(roles: Sequence[str]) -> str:
    """Return "both" for two, "all" for more."""
    return "both" if len(roles) == 2 else "all"  # noqa: PLR2004 - "both" is two


def yaml_text(text: str) -> str:
    """Return text as a YAML file takes it: plain where it can be, or else in double quotes."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
