"""What would make a question understood that is not, or not for sure: one more alias."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.language.words import other_signs, words
from raci.model.field_types import Name, Record, Text, WorkId
from raci.text.names import fold
from raci.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raci.graph.ownership import OwnershipGraph
    from raci.model.register import Work
    from raci.search.ranking import Search

_HALF = 0.5
_LONGEST = 60  # characters: what is longer is a story, and nobody asks in these words again


@dataclass(frozen=True)
class LessonRecord(Record):
    """One more alias of a piece of work, by which the question would name it."""

    id: WorkId
    name: Name
    alias: Text
    """The question without the words that only ask."""


def lesson_of(
    graph: OwnershipGraph, search: Search, query: str, candidates: Sequence[str], *, unmatched: bool = False
) -> LessonRecord | None:
    """Return what would make a question name the first of the candidates, which are names of work.

    There is nothing to be written where the register is the model that ships with raci or of the past, where
    the question names a role, is a long story, says nothing of what is asked for or holds what nobody sees.
    Nor is there if it says another thing: by a number, a sign or, where it is `unmatched`, most of its words.
    """
    register, alias = graph.register, search.telling_part(query)
    if register.shipped or register.at or not candidates:
        return None
    if not 0 < len(alias) <= _LONGEST or visible(alias) != alias:
        return None
    said = f" {fold(alias)} "
    called = (name for role in register.roles.values() for name in (role.name, *role.entry.aliases))
    if any(f" {fold(name)} " in said for name in called):
        return None
    work = next((work for work in register.work.values() if work.name == candidates[0]), None)
    if (
        work is None
        or (unmatched and search.share_named(alias, work.id) < _HALF)
        or _is_no_alias(alias, work)
    ):
        return None
    return LessonRecord(work.id, work.name, alias)


def _is_no_alias(alias: str, work: Work) -> bool:
    """Return whether words are a name, or have a number or a sign that none has: phase 2, C for C++."""
    names = (work.name, *work.aliases)
    numbers = {word for word in words(alias) if any(map(str.isdigit, word))}
    if fold(alias) in map(fold, names):
        return True
    return not numbers.issubset(words(" ".join(names))) or all(other_signs(name, alias) for name in names)
