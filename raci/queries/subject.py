"""What people's words are about: work, a declared overlap or a role."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.search.ranking import NAMED, Search

if TYPE_CHECKING:
    from raci.graph.ownership import OwnershipGraph
    from raci.model.register import Register
    from raci.search.ranking import Hit

_AS_GOOD = 0.1  # a match whose score is this near to the best one's answers the question as well


@dataclass(frozen=True, slots=True)
class Subject:
    """The id of a declared overlap or of a role, or else the work that answers as well as any; or nothing."""

    overlap: str | None = None
    role: str | None = None
    hits: tuple[Hit, ...] = ()


def understood(graph: OwnershipGraph, asked: str, language: str) -> Subject:
    """Return what words are about.

    Work that is named in full goes before an overlap, that before a role, and all of them before work that
    the words only come near to. Raises UnknownLanguage.
    """
    register = graph.register
    search = Search(register, language)
    hits = search.rank(asked)
    if not hits or hits[0].score < NAMED:
        overlaps = {each.id: (each.id, each.name) for each in register.overlaps.values()}
        if overlap := search.named_among(asked, overlaps):
            return Subject(overlap=overlap)
        if role := role_named(register, search, asked):
            return Subject(role=role)
    return Subject(hits=tuple(hit for hit in hits if hit.score >= as_good_as(hits[0].score)))


def role_named(register: Register, search: Search, asked: str) -> str | None:
    """Return the id of the role that words name, and none other."""
    roles = register.roles.values()
    return search.named_among(asked, {role.id: (role.id, role.name, *role.entry.aliases) for role in roles})


def as_good_as(best: float) -> float:
    """Return the score from which on a match answers as well as the best; next to a name, nothing does."""
    return best if best == NAMED else best - _AS_GOOD
