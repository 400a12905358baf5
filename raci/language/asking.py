"""The words by which questions about roles and about all work are known, whatever the trade."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from raci.language.word_lists import WordLists

PARTS = ("accountable", "responsible", "consulted", "informed")
LISTS = ("unowned", "unowned-on-purpose", "contested", "settled", "without work", "without people")


@dataclass(frozen=True)
class Asking:
    """Sections of a language's file.

    `is_` and `does` begin a question that yes or no answers, `what` one for all that somebody does. `parts`
    are the words of each part in work, `duties` and `holding` others that are said of a role alone. `lists`
    are phrases for all work, or all roles, of which something is true; `things` may stand beside them.
    """

    is_: frozenset[str] = frozenset()
    does: frozenset[str] = frozenset()
    what: frozenset[str] = frozenset()
    who: frozenset[str] = frozenset()
    parts: Mapping[str, frozenset[str]] = field(default_factory=dict, hash=False)
    duties: frozenset[str] = frozenset()
    holding: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    either: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    lists: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict, hash=False)

    @cached_property
    def all_parts(self) -> frozenset[str]:
        """Return the words of all parts."""
        return frozenset().union(*self.parts.values())

    def part(self, said: Iterable[str]) -> str | None:
        """Return the part that words ask for, the last of those in `PARTS`; None for no words of any."""
        said = frozenset(said)
        return next((part for part in reversed(PARTS) if not said.isdisjoint(self.parts.get(part, ()))), None)


NO_ASKING = Asking()


def read_asking(lists: WordLists) -> Asking:
    """Return the sections of a file about questions."""
    return Asking(
        is_=lists.words("is"),
        does=lists.words("does"),
        what=lists.words("what"),
        who=lists.words("who"),
        parts={part: found for part in PARTS if (found := lists.words(part))},
        duties=lists.words("duties"),
        holding=lists.words("holding"),
        negations=lists.words("negations"),
        by=lists.words("by"),
        either=lists.words("either"),
        also=lists.words("also"),
        determiners=lists.words("determiners"),
        things=lists.words("things"),
        lists={name: tuple(map(tuple, lines)) for name in LISTS if (lines := lists.lines(name))},
    )
